// Pages that hold the panel in their own way: from right to left, larger or smaller, with text that changes its size, with it far down.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { root } from '../../setup/files.mjs';
import { claimCount, pages } from './article.mjs';
import { atRest } from './outline.mjs';
import { nodes, painted, paintedAll, ready } from './widget.mjs';

const own = (from, to) => pages['/test.html'].replace(from, to);
const ltr = own('<who-says', '<who-says dir="ltr" render="software"');
export const hostPages = {
  '/host-ltr.html': ltr,
  '/host-closed.html': own('<article', '<article hidden').replace('<who-says', '<who-says theme="light"').replace('article="#story"', 'article="#none"'),
  '/host-rtl.html': ltr.replace('<html', '<html dir="rtl"'),
  '/host-far.html': own('<main>', '<main class="column">').replace('<div><who-says', `<div>${'<p>Of other things.</p>'.repeat(60)}<who-says`),
};

/** Pixels of the colour of a state's line, below words. */
function blue(file, { left, right, bottom }) {
  const png = PNG.sync.read(readFileSync(file));
  let found = 0;
  for (let y = Math.floor(bottom) - 8; y < bottom + 8; y++)
    for (let x = Math.ceil(left); x < right; x++) {
      const [r, g, b] = png.data.subarray((y * png.width + x) * 4);
      found += r < 60 && g > 60 && g < 130 && b > 120;
    }
  return found;
}

export function hosts(it) {
  it('on a page from right to left its words are drawn as on any other', async ({ open, site }) => {
    const drawn = [];
    const page = await open('/host-ltr.html');
    for (const path of ['/host-ltr.html', '/host-rtl.html']) {
      if (drawn.length > 0) await page.go(site.address + path);
      await ready(page);
      await atRest(page);
      drawn.push(await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('canvas').toDataURL()));
    }
    assert.ok(drawn[0].length > 5000);
    assert.ok(drawn[0] === drawn[1], 'other pixels');
  });

  it('a press meets what is seen there, however large the page shows it', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await page.run(() => {
      document.querySelector('who-says').style.height = '500px';
      // WebKit tells places inside of `zoom` in pixels before it.
      window.hiddenZoom = () => ('currentCSSZoom' in Element.prototype ? 1 : parseFloat(getComputedStyle(document.querySelector('main')).zoom) || 1);
    });
    for (const style of ['zoom:1.5', 'zoom:.7', 'transform:scale(.7);transform-origin:0 0', 'transform:scale(1.3);transform-origin:0 0', '']) {
      await page.run((css) => {
        document.querySelector('main').style.cssText = `grid-template-columns:200px 420px;${css}`;
        scrollTo(0, 0);
      }, style);
      await atRest(page);
      for (const claim of ['storm', 'port']) {
        const id = `claim:urn:test:${claim}`;
        await page.run((wanted) => document.querySelector('who-says').widget.panel.scrollTo(wanted), id);
        await atRest(page);
        const at = await page.run((wanted) => {
          const box = document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${wanted}"]`).getBoundingClientRect();
          const by = hiddenZoom();
          return { x: (box.left + box.width / 2) * by, y: (box.top + 20) * by };
        }, id);
        await page.click(at);
        await atRest(page);
        const opened = (await nodes(page, 'claim:')).filter(({ on }) => on === 'true').map((node) => node.id);
        assert.deepEqual(opened, [id], `${style}, at ${at.x} ${at.y}`);
      }
      // The same for the words on the page: a press opens their card, a selection has the button beside it.
      const words = await page.run(() => {
        scrollTo(0, 0);
        const range = document.createRange();
        const text = [...document.querySelectorAll('#story p')].map((p) => p.firstChild).find((node) => node.data.includes('The harbour of Lindow'));
        range.setStart(text, text.data.indexOf('harbour'));
        range.setEnd(text, text.data.indexOf('harbour') + 7);
        const box = range.getBoundingClientRect();
        const by = hiddenZoom();
        return { left: box.left * by, right: box.right * by, top: box.top * by, bottom: box.bottom * by, x: (box.left + box.width / 2) * by, y: (box.top + box.height / 2) * by };
      });
      await page.click(words);
      await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:port"]').getAttribute('aria-expanded') === 'true');
      await page.drag({ x: words.left + 2, y: words.y }, { x: words.right - 2, y: words.y });
      const beside = await page.until(() => {
        const offer = document.querySelector('who-says').shadowRoot.querySelector('.offer');
        const box = offer.getBoundingClientRect();
        const by = hiddenZoom();
        return !offer.hidden && box.width > 0 && { middle: (box.left + box.width / 2) * by, top: box.top * by, bottom: box.bottom * by };
      });
      assert.ok(Math.abs(beside.middle - words.x) < 60 || beside.middle < 200, `${style}: ${JSON.stringify(beside)} for ${JSON.stringify(words)}`);
      assert.ok(beside.bottom > words.top - 30 && beside.top < words.bottom + 30, `${style}: ${JSON.stringify(beside)} for ${JSON.stringify(words)}`);
      await page.run(() => getSelection().removeAllRanges());
      await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.offer').hidden);
    }
  });

  it('it follows the size, the direction and the language that a page takes on later', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await atRest(page);
    const item = (id) => page.run((wanted) => document.querySelector('who-says').widget.placing.layout.items.find((one) => one.id === wanted), id);
    const before = await item('tab:claims');
    await page.run(() => void (document.documentElement.style.fontSize = '24px'));
    await page.until((w) => document.querySelector('who-says').widget.placing.layout.items.find(({ id }) => id === 'tab:claims').w > w * 1.2, before.w);
    await page.run(() => void (document.documentElement.style.fontSize = ''));
    await page.until((w) => document.querySelector('who-says').widget.placing.layout.items.find(({ id }) => id === 'tab:claims').w === w, before.w);
    await page.run(() => void (document.documentElement.dir = 'rtl'));
    await page.until((x) => document.querySelector('who-says').widget.placing.layout.items.find(({ id }) => id === 'tab:claims').x > x + 200, before.x);
    await page.run(() => void (document.documentElement.lang = 'fr'));
    await page.until((words) => document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:claims"]').textContent !== words, (await nodes(page, 'tab:claims'))[0].text);
  });

  it('an article in a closed shadow root is handed over: read, underlined, pressed, selected, read again when it changes', async ({ open, shot, name }) => {
    const page = await open('/host-closed.html');
    await ready(page);
    assert.deepEqual(await painted(page), []); // no selector finds it
    await page.run(() => {
      const story = document.querySelector('#story');
      const host = story.parentElement.insertBefore(document.createElement('news-story'), story);
      window.tree = host.attachShadow({ mode: 'closed' });
      story.hidden = false;
      tree.append(story);
      document.querySelector('who-says').articleElement = story;
    });
    const words = await paintedAll(page, claimCount);
    assert.ok(words.some((one) => one === 'who-says-light-state: The harbour of Lindow will close for three weeks in May'), words.join('\n'));
    await atRest(page);
    // Seen, not only registered.
    const place = (of) => page.run((wanted) => {
      const text = [...tree.querySelectorAll('p')].map((p) => p.firstChild).find((node) => node.data.includes(wanted));
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(wanted));
      range.setEnd(text, text.data.indexOf(wanted) + wanted.length);
      const { left, right, top, bottom } = range.getClientRects()[0];
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    }, of);
    const line = await place('harbour');
    await shot(page, 'closed-root');
    assert.ok(blue(join(root, `build/artefacts/${name}-closed-root.png`), line) > 20, 'no line under the words');
    await page.click(line);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:port"]').getAttribute('aria-expanded') === 'true');
    const chosen = await place('season');
    await page.drag({ x: chosen.left + 1, y: chosen.y }, { x: chosen.right - 1, y: chosen.y });
    await page.until(() => !document.querySelector('who-says').shadowRoot.querySelector('.offer').hidden);
    await page.run(() => void (tree.querySelector('p').firstChild.data = 'Nothing is closed.'));
    await page.until((n) => [...CSS.highlights].filter(([name]) => name.startsWith('who-says-')).reduce((sum, [, ranges]) => sum + ranges.size, 0) < n, words.length);
    // Taken back, `article` counts again.
    await page.run(() => void (document.querySelector('who-says').articleElement = null));
    await page.until(() => ![...CSS.highlights.keys()].some((name) => name.startsWith('who-says-')));
  });

  it('far below the article it comes with the article: its words are underlined', async ({ open }) => {
    const page = await open('/host-far.html');
    await paintedAll(page, claimCount);
    assert.ok(await page.run(() => document.querySelector('who-says').getBoundingClientRect().top > innerHeight + 400));
  });
}
