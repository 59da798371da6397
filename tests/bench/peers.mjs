// What runs inside the page of a benchmark: the same task for the widget and for its peers from npm. Bundled by run.mjs.

import { createTextAnnotator } from '@recogito/text-annotator';
import approximate from 'approx-string-match';
import Mark from 'mark.js';
import { ranger } from './ranges.mjs';

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));

/** Milliseconds of `work`, until the frame after it has been painted. */
async function timed(work) {
  await frame();
  const begin = performance.now();
  await work();
  await frame();
  return performance.now() - begin;
}

const story = () => document.querySelector('#story');

window.bench = {
  async widget({ claims }) {
    const widget = document.createElement('who-says');
    widget.setAttribute('article', '#story');
    const data = document.createElement('script');
    data.type = 'application/ld+json';
    data.textContent = claims;
    widget.append(data);
    const told = new Promise((done) => widget.addEventListener('who-says-ready', done, { once: true }));
    const count = () => widget.figures.highlights;
    await frame();
    const begin = performance.now();
    document.querySelector('#panel').append(widget);
    await told;
    await frame();
    // Claims are found and painted in slices: until the frame after the last of them, which half a second without another one tells.
    let [painted, ms] = [count(), performance.now() - begin];
    while (performance.now() - begin - ms < 500) {
      await frame();
      const now = count();
      if (now !== painted) [painted, ms] = [now, performance.now() - begin];
    }
    const memory = widget.figures.memory;
    widget.remove();
    await frame();
    return { ms, painted, memory };
  },

  async recogito({ spans }) {
    const range = ranger(story());
    const text = story().textContent;
    let annotator;
    const ms = await timed(() => {
      annotator = createTextAnnotator(story(), { renderer: 'CSS_HIGHLIGHTS' });
      annotator.setAnnotations(
        spans.map(([start, end], n) => {
          const id = `a${n}`;
          const selector = [{ start, end, quote: text.slice(start, end), range: range(start, end) }];
          return { id, bodies: [], target: { annotation: id, selector, created: new Date() } };
        }),
      );
    });
    const painted = annotator.getAnnotations().length;
    annotator.destroy();
    await frame();
    return { ms, painted };
  },

  async mark({ phrases }) {
    const copy = story().innerHTML;
    const marker = new Mark(story());
    const ms = await timed(() => new Promise((done) => marker.mark(phrases, { separateWordSearch: false, acrossElements: true, done })));
    const painted = document.querySelectorAll('#story mark').length;
    story().innerHTML = copy;
    await frame();
    return { ms, painted };
  },

  async approximate({ quotes, most }) {
    const text = story().textContent;
    let found = 0;
    const ms = await timed(() => {
      for (const quote of quotes) found += approximate(text, quote, Math.floor(quote.length * most)).length > 0;
    });
    return { ms, painted: found };
  },
};
