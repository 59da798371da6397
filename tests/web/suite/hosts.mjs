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
/** Puts the tag into a shadow root, before anything of it was read. */
const within = `(() => {
  const host = document.querySelector('#place');
  window.within = document.querySelector('who-says');
  host.attachShadow({ mode: new URLSearchParams(location.search).get('mode') }).append(window.within);
  window.within.style.cssText = 'display:block;height:800px';
})();`;
const ltr = own('<who-says', '<who-says dir="ltr" render="software"');
export const hostPages = {
  '/host-ltr.html': ltr,
  '/host-closed.html': own('<article', '<article hidden').replace('<who-says', '<who-says theme="light"').replace('article="#story"', 'article="#none"'),
  '/host-early.html': own('article="#story"', 'article="#none"').replace('</body>', '<script src="host-early.js"></script></body>'),
  '/host-early.js': `document.querySelector('who-says').articleElement = document.querySelector('#story')`,
  '/host-within.html': pages['/refused.html'].replace('<div><who-says', '<div id="place"></div><div hidden><who-says').replace('</body>', '<script src="host-within.js"></script></body>'),
  '/host-within.js': within,
  '/host-rtl.html': ltr.replace('<html', '<html dir="rtl"'),
  '/host-far.html': own('<main>', '<main class="column">').replace('<div><who-says', `<div>${'<p>Of other things.</p>'.repeat(60)}<who-says`),
};

/** Pixels of a colour below words. */
function coloured(file, { left, right, bottom }, colour) {
  const png = PNG.sync.read(readFileSync(file));
  let found = 0;
  for (let y = Math.floor(bottom) - 8; y < bottom + 8; y++)
    for (let x = Math.ceil(left); x < right; x++) {
      found += colour.every((value, i) => Math.abs(png.data[(y * png.width + x) * 4 + i] - value) < 24);
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
      // As sharp as the page around it; WebKit tells by no size that it shows things larger.
      const sharp = await page.run(() => {
        const canvas = document.querySelector('who-says').shadowRoot.querySelector('canvas');
        return canvas.width / (canvas.getBoundingClientRect().width * hiddenZoom() * devicePixelRatio);
      });
      if (!style.startsWith('transform')) assert.ok(Math.abs(sharp - 1) < 0.01, `${style}: ${sharp} pixels of the canvas for one of the screen`);
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
    const [{ text }] = await nodes(page, 'tab:claims');  // before the language changes, which may be done at once
    await page.run(() => void (document.documentElement.lang = 'fr'));
    await page.until((words) => document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:claims"]').textContent !== words, text);
  });

  it('an article in a closed shadow root is handed over: read, underlined, pressed, selected, read again when it changes', async ({ open, shot, site, name }) => {
    const page = await open('/host-closed.html');
    await ready(page);
    assert.deepEqual(await painted(page), []); // no selector finds it
    await page.run(() => {
      const story = document.querySelector('#story');
      const host = story.parentElement.insertBefore(document.createElement('news-story'), story);
      window.tree = host.attachShadow({ mode: 'closed' });
      story.hidden = false;
      tree.append(story);
      // One of its paragraphs in a tree of its own, further in.
      const [, , third] = story.querySelectorAll('p');
      const further = third.parentElement.insertBefore(document.createElement('div'), third);
      window.inner = further.attachShadow({ mode: 'open' });
      inner.append(third);
      document.querySelector('who-says').articleElement = story;
    });
    const words = await paintedAll(page, claimCount);
    assert.ok(words.some((one) => one === 'who-says-light-state: The harbour of Lindow will close for three weeks in May'), words.join('\n'));
    await atRest(page);
    // Seen, not only registered.
    const place = (of) => page.run((wanted) => {
      const text = [...tree.querySelectorAll('p'), ...inner.querySelectorAll('p')].map((p) => p.firstChild).find((node) => node.data.includes(wanted));
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(wanted));
      range.setEnd(text, text.data.indexOf(wanted) + wanted.length);
      const { left, right, top, bottom } = range.getClientRects()[0];
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    }, of);
    const line = await place('harbour');
    await shot(page, 'closed-root');
    const picture = join(root, `build/artefacts/${name}-closed-root.png`);
    assert.ok(coloured(picture, line, [0, 90, 156]) > 20, 'no line under the words');
    assert.ok(coloured(picture, await place('nine million'), [107, 112, 121]) > 20, 'no line under words in an open root');
    await page.click(line);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:port"]').getAttribute('aria-expanded') === 'true');
    const chosen = await place('season');
    await page.drag({ x: chosen.left + 1, y: chosen.y }, { x: chosen.right - 1, y: chosen.y });
    await page.until(() => !document.querySelector('who-says').shadowRoot.querySelector('.offer').hidden);
    await page.run(() => void (tree.querySelector('p').firstChild.data = 'Nothing is closed.'));
    await page.until((n) => [...CSS.highlights].filter(([name]) => name.startsWith('who-says-')).reduce((sum, [, ranges]) => sum + ranges.size, 0) < n, words.length);
    // Given before the tag's script has come.
    await page.go(`${site.address}/host-early.html`);
    await paintedAll(page, claimCount);
    // Taken back, `article` counts again.
    await page.run(() => void (document.querySelector('who-says').articleElement = null));
    await page.until(() => ![...CSS.highlights.keys()].some((name) => name.startsWith('who-says-')));
  });

  it('in an open and in a closed shadow root it is drawn by what draws elsewhere, pressed and typed into', async ({ open, site, name }) => {
    const page = await open('/host-within.html?mode=open');
    for (const mode of ['open', 'closed']) {
      if (mode === 'closed') await page.go(`${site.address}/host-within.html?mode=closed`);
      await page.until(() => window.told.some(([type]) => type === 'ready'));
      assert.equal(await page.run(() => document.querySelector('who-says')), null);
      assert.equal(await page.run(() => within.figures.renderer), name === 'firefox' ? 'software' : 'webgl2');
      await paintedAll(page, claimCount);
      // As many colours as a panel has, in each of its corners' quarters.
      const colours = () => page.run(() => {
        const canvas = within.shadowRoot.querySelector('canvas');
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        return new Set(new Uint32Array(data.buffer)).size;
      });
      await page.until(() => within.shadowRoot.querySelectorAll('.placed[data-id^="claim:"]').length === 5);
      assert.ok((await colours()) > 50, mode);
      const at = await page.run(() => {
        const box = within.shadowRoot.querySelector('[data-id="claim:urn:test:port"]').getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + 20 };
      });
      await page.click(at);
      await page.until(() => within.shadowRoot.querySelector('[data-id="claim:urn:test:port"]').getAttribute('aria-expanded') === 'true');
      await page.run(() => within.shadowRoot.querySelector('[data-id="search-claims"] input').focus());
      await page.type('cranes');
      await page.until(() => within.shadowRoot.querySelectorAll('[data-id^="claim:"]').length === 2);
    }
  });

  it('far below the article it comes with the article: its words are underlined', async ({ open }) => {
    const page = await open('/host-far.html');
    await paintedAll(page, claimCount);
    assert.ok(await page.run(() => document.querySelector('who-says').getBoundingClientRect().top > innerHeight + 400));
  });
}
