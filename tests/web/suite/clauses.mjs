// Single clauses of the interface's promises: what a page has of its own stays, what is fetched when, zoom, screens that change, looks from CSS.

import assert from 'node:assert/strict';
import { atRest } from './outline.mjs';
import { claimCount, pages } from './article.mjs';
import { highlight, nodes, paintedAll, press, ready } from './widget.mjs';

/** A window that is moved to screens of other scales: `move(scale)`. No driver can do that. */
const screens = `(() => {
  let armed = [];
  const own = window.matchMedia;
  window.matchMedia = (query) => {
    const found = own.call(window, query);
    if (!/resolution/.test(query)) return found;
    const one = new EventTarget();
    one.addEventListener = (type, listener) => armed.push([query, listener]);
    one.removeEventListener = (type, listener) => (armed = armed.filter(([, other]) => other !== listener));
    return one;
  };
  window.move = (scale) => {
    const before = '(resolution: ' + devicePixelRatio + 'dppx)';
    Object.defineProperty(window, 'devicePixelRatio', { value: scale, configurable: true });
    const told = armed.filter(([query]) => query === before);
    for (const [, listener] of told) listener(new Event('change'));
    return told.length;
  };
})();`;

export const clausePages = {
  '/screens.html': pages['/test.html'].replace('<script', '<script src="screens.js"></script><script'),
  '/screens.js': screens,
  '/away.html': pages['/test.html'].replace('<main>', '<div id="before"></div><main>').replace('</head>', '<link rel="stylesheet" href="away.css"></head>'),
  '/away.css': '#before{height:6000px}',
  '/own.html': pages['/test.html'].replace('<who-says', '<who-says id="own" theme="light" render="software"').replace('</head>', '<link rel="stylesheet" href="own.css"></head>'),
  '/own.css': '#own{--who-says-accent:#7a1fa2;--who-says-font:monospace}#own::part(panel){border-radius:3px}',
};

const item = (page, id) => page.run((wanted) => document.querySelector('who-says').widget.placing.layout.items.find((one) => one.id === wanted), id);

export function clauses(it) {
  it('highlights of the page stay as they are, while the widget is there and when it is gone', async ({ open }) => {
    const page = await open('/test.html');
    await page.run(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#story h1'));
      window.own = new Highlight(range);
      CSS.highlights.set('own', window.own);
    });
    await ready(page);
    await paintedAll(page, 5);
    const others = () => page.run(() => [[...CSS.highlights.keys()].filter((name) => !name.startsWith('who-says-')), CSS.highlights.get('own') === window.own, window.own.size]);
    assert.deepEqual(await others(), [['own'], true, 1]);
    await press(page, 'claim:urn:test:late');
    await page.run(() => document.querySelector('who-says').setAttribute('theme', 'dark'));
    await page.until(() => CSS.highlights.has('who-says-dark-former'));
    await page.run(() => document.querySelector('who-says').remove());
    await page.until(() => CSS.highlights.size === 1);
    assert.deepEqual(await others(), [['own'], true, 1]);
  });

  it('nothing but its loader is fetched before the tag or its article is about to be seen', async ({ open, site }) => {
    const page = await open('/away.html');
    await page.until(() => customElements.get('who-says') !== undefined);
    await page.run(() => new Promise((done) => setTimeout(done, 1200)));
    const fetched = () => site.requests.map(({ path }) => path).filter((path) => /wasm|widget|claims|words|detector/.test(path));
    assert.deepEqual(fetched(), []);
    await page.run(() => document.querySelector('#story').scrollIntoView());
    await ready(page);
    assert.ok(fetched().some((path) => path.endsWith('.wasm')));
  });

  it('what the panel uses of the keys stops there; zoom by keys and by wheel is the browser’s', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await press(page, 'claim:urn:test:late');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:late"][aria-expanded=true]') !== null);
    const keys = await page.run(() => {
      const keys = [];
      for (const type of ['keydown', 'wheel']) document.addEventListener(type, (event) => keys.push(`${event.key ?? type}${event.defaultPrevented ? ' used' : ''}`), { passive: true });
      const shadow = document.querySelector('who-says').shadowRoot;
      const control = shadow.querySelector('[data-id="claim:urn:test:late"]');
      control.focus({ preventScroll: true });
      const all = { bubbles: true, composed: true, cancelable: true };
      for (const key of ['+', '-', '0']) control.dispatchEvent(new KeyboardEvent('keydown', { ...all, key, ctrlKey: true }));
      shadow.querySelector('canvas').dispatchEvent(new WheelEvent('wheel', { ...all, deltaY: -40, ctrlKey: true }));
      // Closes the card; the second one has nothing to close.
      for (let i = 0; i < 2; i++) control.dispatchEvent(new KeyboardEvent('keydown', { ...all, key: 'Escape' }));
      return keys;
    });
    assert.deepEqual(keys, ['+', '-', '0', 'wheel', 'Escape']);
  });

  it('another device scale, and another one after that: as many pixels as the screen has', async ({ open }) => {
    const page = await open('/screens.html');
    await ready(page);
    for (const scale of [2, 1, 3, 1.5]) {
      await atRest(page);
      assert.equal(await page.run((to) => window.move(to), scale), 1, 'queries that are listened to');
      await page.until((wanted) => {
        const canvas = document.querySelector('who-says').shadowRoot.querySelector('canvas');
        return Math.abs(canvas.width / canvas.getBoundingClientRect().width - wanted) < 0.01;
      }, scale);
      // Letters are made for it too.
      assert.equal(await page.run(() => document.querySelector('who-says').widget.panel.scale), scale);
    }
  });

  it('accent, typeface and frame come from the page’s CSS', async ({ open, site }) => {
    const page = await open('/test.html');
    await ready(page);
    await atRest(page);
    const tabs = async () => Promise.all(['claims', 'sources', 'profile', 'text'].map(async (id) => Math.round((await item(page, `tab:${id}`)).w)));
    const plain = await tabs();
    await page.go(`${site.address}/own.html`);
    await ready(page);
    await press(page, 'claim:urn:test:port');
    await atRest(page);
    assert.notDeepEqual(await tabs(), plain);
    const seen = await page.run(() => {
      const shadow = document.querySelector('who-says').shadowRoot;
      const canvas = shadow.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let accent = 0;
      for (let i = 0; i < data.length; i += 4) accent += data[i] === 0x7a && data[i + 1] === 0x1f && data[i + 2] === 0xa2;
      return [accent > 200, getComputedStyle(shadow.querySelector('.frame')).borderRadius, getComputedStyle(shadow.querySelector('[data-id="search-claims"] input')).fontFamily];
    });
    assert.deepEqual(seen, [true, '3px', 'monospace']);
  });

  it('names come from words that stand there: no generic element has an aria-label, no control is one but a native one', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    for (const view of ['sources', 'profile', 'text', 'claims']) {
      await press(page, `tab:${view}`);
      await atRest(page);
      const wrong = await page.run(() => [...document.querySelector('who-says').shadowRoot.querySelectorAll('.outline *')]
        .filter((node) => (node.ariaLabel !== null && !node.role && /^(DIV|SPAN|P|LI|H\d)$/.test(node.tagName)) || (node.tabIndex >= 0 && !/^(BUTTON|INPUT|TEXTAREA)$/.test(node.tagName)))
        .map((node) => `${node.tagName} ${node.dataset.id}`));
      assert.deepEqual(wrong, [], view);
    }
    assert.ok((await nodes(page, 'claim:')).every(({ text }) => text !== ''));
  });

  it('events tell a page what a person does: chosen, changed, shared, given as a file, which the page may take', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const told = (type) => page.run((wanted) => window.told.filter(([one]) => one === wanted).map(([, detail]) => detail), type);
    await press(page, 'claim:urn:test:late');
    await page.until(() => window.told.some(([type, { claim }]) => type === 'select' && claim === 'urn:test:late'));
    await press(page, 'claim:urn:test:late');
    await page.until(() => window.told.some(([type, { claim }]) => type === 'select' && claim === ''));
    assert.deepEqual(await told('change'), []);
    await highlight(page, 'ten years late', 'A neighbour');
    await page.until(() => window.told.some(([type]) => type === 'change'));
    assert.equal((await told('change')).at(-1).claims, claimCount + 1);
    await page.run(() => addEventListener('who-says-file', (event) => (event.preventDefault(), (window.taken = event.detail))));
    await press(page, 'export');
    const file = await page.until(() => window.taken);
    assert.match(file.name, /\.json$/);
    assert.equal(JSON.parse(file.text).items.length, claimCount + 1);
    await press(page, 'share');
    await page.until(() => window.told.some(([type]) => type === 'share'));
    assert.match((await told('share'))[0].link, /^http:.*#/);
  });
}
