// A page with many claims, and what is done with it.

import { claims, prose } from '../anchoring/prose.mjs';
import { random } from '../text.mjs';

const kinds = ['government', 'diplomat', 'academic', 'news-outlet', 'business'];
const sources = Array.from({ length: 20 }, (_, n) => ({ id: `s${n}`, name: `Source ${n}`, kind: kinds[n % kinds.length] }));
const annotation = ({ exact, prefix, suffix, begin }, n) => ({
  id: `urn:bench:${n}`, type: 'Annotation', motivation: 'highlighting', status: 'confirmed',
  body: [{ type: 'List', purpose: 'linking', items: [{ type: 'SpecificResource', source: `#s${n % sources.length}`, link: 'explicit' }] }],
  target: { selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start: begin, end: begin + exact.length }] },
});

/** { '/many.html', '/many.json' }: an article of `size` characters with `count` claims. */
export function manyClaims(count, size, head = '') {
  const draw = random(5);
  const text = prose(draw, size);
  const items = claims(text, count, draw).map(annotation);
  return {
    '/many.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Many</title><style>body{margin:0}
main{display:grid;grid-template-columns:1fr 420px}who-says{position:sticky;top:0;height:800px}</style>${head}
<main><article id="story">${text.split('\n\n').map((words) => `<p>${words}</p>`).join('')}</article>
<who-says article="#story" claims="many.json" detect="off"></who-says></main><script type="module" src="who-says.js"></script>`,
    '/many.json': JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', sources, items }),
  };
}

/** Waits until all claims are found, and lists the cards of all of them. */
export async function listAll(page, count, wanted = count) {
  await page.own.waitForFunction(
    (least) => document.querySelector('who-says').figures.highlights >= least,
    { timeout: 0, polling: 200 }, 0.97 * count,
  );
  await page.own.evaluate(async (least) => {
    const cards = () => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length;
    const more = () => document.querySelector('who-says').shadowRoot.querySelector('[data-id="more-cards"]');
    for (let button; cards() < least && (button = more()); ) {
      button.click();
      await new Promise((done) => setTimeout(done));
    }
  }, wanted);
  return page.run(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length);
}

/** Scrolls the panel by `by` pixels a frame for `frames` frames: milliseconds between frames. */
export const scroll = (page, frames, by) =>
  page.run(async (count, step) => {
    const widget = document.querySelector('who-says');
    const scroller = widget.shadowRoot.querySelector('.scroller');
    const times = [];
    const before = widget.figures.frames;
    for (let n = 0; n < count; n++) {
      scroller.scrollTop += step;
      times.push(await new Promise((done) => requestAnimationFrame(done)));
    }
    return { gaps: times.slice(1).map((time, n) => time - times[n]), drawn: widget.figures.frames - before, top: scroller.scrollTop };
  }, frames, by);
