// Cost follows what is seen: many claims, panels out of sight, widgets that go.

import assert from 'node:assert/strict';
import { atRest } from './outline.mjs';
import { nodes, press, ready } from './widget.mjs';

const many = 800;
const words = (n) => `the bridge number ${n} will open in May`;
const article = Array.from({ length: many }, (_, n) => `<p>An officer said that ${words(n)}, and that nobody knows what it will cost the town in the end.</p>`).join('');
const claims = { type: 'AnnotationPage', items: Array.from({ length: many }, (_, n) => ({ id: `urn:many:${n}`, type: 'Annotation', target: { selector: { type: 'TextQuoteSelector', exact: words(n), prefix: 'that ', suffix: ', and' } } })) };
export const manyPage = {
  '/many.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Many</title><link rel="stylesheet" href="test.css"><script src="count.js"></script>
<script type="module" src="who-says.js"></script></head><body><main><article id="story">${article}</article><div><who-says article="#story" claims="many.json" detect="off"></who-says></div></main></body></html>`,
  '/many.json': JSON.stringify(claims),
};

const frames = (page) => page.run(() => document.querySelector('who-says').figures.frames);
/** Waits until few words are highlighted (with names that end so): those that are `here`, not those `away`. */
const paintedNear = (page, here, away, ending = '') =>
  page.until((wanted, unwanted, end) => {
    const words = ({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return String(range);
    };
    const found = [...CSS.highlights].flatMap(([name, ranges]) => (name.startsWith('who-says-') && name.endsWith(end) ? [...ranges].map(words) : []));
    return found.length < 150 && found.includes(wanted) && !found.includes(unwanted);
  }, here, away, ending);

export function scale(it) {
  it('of many claims only those near what is seen are in the registry of highlights; where one scrolls, they come', async ({ open }) => {
    const page = await open('/many.html');
    await ready(page);
    await page.until((n) => document.querySelector('who-says').figures.highlights === n, many);
    await paintedNear(page, words(3), words(500));
    await page.run(() => document.querySelectorAll('p')[500].scrollIntoView());
    await paintedNear(page, words(500), words(3));
    // Far away a claim is still found, opened and led to.
    await page.run(() => document.querySelector('who-says').select('urn:many:700'));
    await paintedNear(page, words(700), words(3));
    await paintedNear(page, words(700), words(3), '-chosen');
  });

  it('pointing at a claim and scrolling the panel change nothing in the outline', async ({ open }) => {
    const page = await open('/many.html');
    await ready(page);
    await page.until((n) => document.querySelector('who-says').figures.highlights === n, many);
    await atRest(page);
    const before = await frames(page);
    const changes = await page.run(async () => {
      const root = document.querySelector('who-says').shadowRoot;
      const seen = [];
      const watcher = new MutationObserver((list) => seen.push(...list.map(({ type, attributeName, target }) => `${type} ${attributeName} ${target.dataset?.id}`)));
      watcher.observe(root.querySelector('.outline'), { subtree: true, childList: true, characterData: true, attributes: true });
      for (let n = 0; n < 20; n++) {
        document.querySelector('who-says').widget.send({ verb: 'point-claim', id: `urn:many:${n}` });
        root.querySelector('.scroller').scrollTop = 40 * n;
        await new Promise(requestAnimationFrame);
      }
      await new Promise((done) => setTimeout(done, 300));
      // What lies unseen in header and foot goes along when scrolling is over; the field is cut where it comes under it.
      return seen.filter((one) => !/^attributes (style|class) (tab:|undo|redo|export|import|share|print|as-text|close-for-good|search-claims)/.test(one));
    });
    assert.deepEqual(changes, []);
    assert.ok((await frames(page)) - before >= 15);
  });

  it('opening a card of many changes its own nodes; one far down is listed with those around it, and more before it', async ({ open }) => {
    const page = await open('/many.html');
    await ready(page);
    await page.until((n) => document.querySelector('who-says').figures.highlights === n, many);
    await atRest(page);
    assert.equal((await nodes(page, 'claim:')).length, 40);
    const changes = await page.run(async () => {
      const root = document.querySelector('who-says').shadowRoot;
      const seen = [];
      const watcher = new MutationObserver((list) => seen.push(...list.map(({ type, attributeName, target }) => `${type} ${attributeName} ${target.dataset?.id}`)));
      watcher.observe(root.querySelector('.outline'), { subtree: true, childList: true, characterData: true, attributes: true });
      root.querySelector('[data-id="claim:urn:many:3"]').click();
      await new Promise((done) => setTimeout(done, 300));
      return seen.filter((one) => !/^attributes (style|class)/.test(one));
    });
    // The explanations of words go from the panel's end into the card.
    assert.deepEqual(changes.filter((one) => !/(urn:many:3|panel|explain|undefined)$/.test(one)), []);
    await page.run(() => document.querySelector('who-says').select('urn:many:700'));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:many:700"]')?.ariaExpanded === 'true');
    const listed = async () => (await nodes(page, 'claim:')).map(({ id }) => Number(id.split(':').at(-1)));
    assert.deepEqual(await listed(), Array.from({ length: 40 }, (_, n) => 680 + n));
    await atRest(page);
    await press(page, 'earlier-cards');
    await atRest(page);
    assert.deepEqual(await listed(), Array.from({ length: 80 }, (_, n) => 640 + n));
    const [card, view] = await page.run(() => ['[data-id="claim:urn:many:680"]', '.scroller'].map((part) => {
      const { top, bottom } = document.querySelector('who-says').shadowRoot.querySelector(part).getBoundingClientRect();
      return { top, bottom };
    }));
    assert.ok(card.top >= view.top && card.bottom <= view.bottom + 1, JSON.stringify([card, view]));
    await press(page, 'more-cards');
    assert.equal((await listed()).at(-1), 799);
  });

  it('out of sight nothing is drawn; what happened meanwhile is there when it comes back', async ({ open }) => {
    const page = await open('/many.html');
    await ready(page);
    await page.until((n) => document.querySelector('who-says').figures.highlights === n, many);
    await page.run(() => (document.querySelector('who-says').style.position = 'static'));
    await page.run(() => scrollTo(0, 5000));
    await atRest(page);
    const before = await frames(page);
    await page.run(() => document.querySelector('who-says').showView('profile'));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:profile"][aria-current]') !== null);
    await page.run(() => new Promise((done) => setTimeout(done, 700)));
    assert.equal(await frames(page), before);
    await page.run(() => scrollTo(0, 0));
    await page.until((was) => document.querySelector('who-says').figures.frames > was, before);
  });

  it('in a hidden tab nothing is drawn', { only: 'chromium' }, async ({ open, browser, site }) => {
    const page = await open('/test.html');
    await ready(page);
    await atRest(page);
    const before = await frames(page);
    const other = await browser.open(`${site.address}/plain.html`);
    await other.own.bringToFront();
    const hidden = await page.run(() => document.hidden);
    // A browser without windows may call all of its pages visible.
    if (!hidden) await page.run(() => { Object.defineProperty(document, 'hidden', { get: () => true, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); });
    await page.run(() => document.querySelector('who-says').showView('sources'));
    await page.run(() => new Promise((done) => setTimeout(done, 500)));
    assert.equal(await frames(page), before);
    if (hidden) await page.own.bringToFront();
    else await page.run(() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); });
    await page.until((was) => document.querySelector('who-says').figures.frames > was, before);
  });

  it('no more than three frames for what a person does, none after; less motion where that is asked for', async ({ open, name }) => {
    const page = await open('/test.html');
    await ready(page);
    await atRest(page);
    const ids = ['claim:urn:test:port', 'tab:sources', 'tab:profile', 'tab:claims'];
    // Words that are drawn for the first time may take frames of their own, on a slow machine.
    for (const id of ids) {
      await press(page, id);
      await atRest(page);
    }
    for (const id of ids) {
      const before = await frames(page);
      await press(page, id);
      await page.until((was) => document.querySelector('who-says').figures.frames > was, before);
      await atRest(page);
      const drawn = (await frames(page)) - before;
      assert.ok(drawn <= 3, `${id}: ${drawn} frames`);
      await page.run(() => new Promise((done) => setTimeout(done, 400)));
      assert.equal((await frames(page)) - before, drawn, `${id}: a frame at rest`);
    }
    if (name !== 'chromium') return;
    await page.own.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const smooth = await page.run(async () => {
      const asked = [];
      const own = Element.prototype.scrollIntoView;
      Element.prototype.scrollIntoView = function (how) { asked.push(how?.behavior); own.call(this, how); };
      const scroll = window.scrollBy;
      for (const name of ['scrollBy', 'scrollTo', 'scroll']) window[name] = (...how) => asked.push(how[0]?.behavior);
      document.querySelector('who-says').select('urn:test:late');
      await new Promise((done) => setTimeout(done, 300));
      window.scrollBy = scroll;
      return asked.filter((behaviour) => behaviour === 'smooth');
    });
    assert.deepEqual(smooth, []);
  });

  it('an instance takes 24 MB at most, and gives it back: a hundred times there and gone', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/index.html');
    await page.until(() => document.querySelector('who-says').figures?.frames > 0);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length > 20);
    for (const view of ['sources', 'profile', 'text', 'claims']) await press(page, `tab:${view}`);
    await atRest(page);
    const { memory } = await page.run(() => document.querySelector('who-says').figures);
    assert.ok(memory <= 24 * 2 ** 20, `${memory} bytes`);
    const own = await page.own.createCDPSession();
    const turns = (count) =>
      page.run(async (n) => {
        const widget = document.querySelector('who-says') ?? window.kept;
        window.kept = widget;
        const home = (window.home ??= widget.parentNode);
        for (let i = 0; i < n; i++) {
          widget.remove();
          await new Promise((done) => setTimeout(done));
          home.append(widget);
          await widget.ready;
          await new Promise(requestAnimationFrame);
        }
        widget.remove();
        await new Promise((done) => setTimeout(done, 200));
      }, count);
    const used = async () => {
      for (let i = 0; i < 3; i++) await own.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await own.send('Runtime.getHeapUsage');
      const { nodes: count } = await own.send('Memory.getDOMCounters');
      return { bytes: usedSize + embedderHeapUsedSize + backingStorageSize, count };
    };
    await turns(10);
    const first = await used();
    await turns(90);
    const last = await used();
    assert.ok(last.bytes - first.bytes < 2 * 2 ** 20, `${first.bytes} bytes, then ${last.bytes}`);
    assert.ok(last.count - first.count < 100, `${first.count} nodes, then ${last.count}`);
    assert.deepEqual(await nodes(page, 'claim:'), []);
  });
}
