// Load and read: cards, chain, sources, profile, text view; both ways between page and panel; what a guest must not do.

import assert from 'node:assert/strict';
import { cards, fill, nodes, painted, place, press, ready } from './widget.mjs';
import { claimCount } from './article.mjs';
import { atRest } from './outline.mjs';

const hash = () => {
  const seen = [];
  const walk = (node) => {
    seen.push(node.nodeType, node.nodeName, node.nodeValue, ...(node.attributes ? [...node.attributes].map((a) => `${a.name}=${a.value}`) : []));
    for (const child of node.childNodes) walk(child);
  };
  walk(document.querySelector('#story'));
  return seen.join('\0');
};
const whole = (page) => page.run(hash);

export function reading(it) {
  it('loads, reads, leaves the article as it is', async ({ open, shot }) => {
    const page = await open('/test.html');
    // The page as the parser made it: from its source, with nothing of ours run.
    const before = await page.run(async () => {
      const source = await (await fetch(location.href)).text();
      return source.slice(source.indexOf('<article'), source.indexOf('</article>') + 10);
    });
    await ready(page);
    assert.equal(await page.run(() => document.querySelector('#story').outerHTML), before);
    const asLoaded = await whole(page);
    assert.equal((await cards(page)).length, claimCount);
    assert.match((await cards(page))[0], /harbour of Lindow will close/);
    const lines = await painted(page);
    assert.equal(lines.length, claimCount);
    assert.ok(lines.some((line) => /-state: The harbour of Lindow will close/.test(line)), lines.join('\n'));
    assert.ok(lines.some((line) => /-none: Two of its four cranes/.test(line)), lines.join('\n'));
    await shot(page, 'claims');

    await press(page, 'claim:urn:test:late');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="chain:urn:test:late"]') !== null);
    const hops = (await nodes(page, 'hop:urn:test:late')).map((node) => node.text).join(' | ');
    assert.match(hops, /Lindow Post/);
    assert.match(hops, /Jon Vale/);
    await shot(page, 'claim');
    for (const view of ['sources', 'profile', 'text']) {
      await press(page, `tab:${view}`);
      await page.until((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="tab:${id}"][aria-current]`) !== null, view);
      await page.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await shot(page, view);
    }
    assert.ok((await nodes(page, 'block:')).some((node) => /engineer Ada Brandt/.test(node.text)));
    await press(page, 'tab:sources');
    await page.until(() => /Ada Brandt/.test(document.querySelector('who-says').shadowRoot.querySelector('[data-id="sources"]')?.textContent));
    assert.equal(await whole(page), asLoaded);
    assert.deepEqual(await errors(page), []);
  });

  for (const [dark, scale] of [[true, 1], [false, 2], [true, 2]]) {
    it(`${dark ? 'dark' : 'light'} at ${scale} device pixels`, async ({ launchWith, site, shot }) => {
      const page = await (await launchWith({ dark, scale })).open(`${site.address}/test.html`);
      await ready(page);
      assert.equal(await page.run(() => devicePixelRatio), scale);
      await press(page, 'claim:urn:test:port');
      await page.run(() => new Promise((done) => setTimeout(done, 300)));
      assert.deepEqual(
        await page.run(() => {
          const canvas = document.querySelector('who-says').shadowRoot.querySelector('canvas');
          return [canvas.width / canvas.clientWidth, canvas.height / canvas.clientHeight];
        }),
        [scale, scale],
      );
      assert.ok((await painted(page)).every((line) => line.startsWith(`who-says-${dark ? 'dark' : 'light'}-`)));
      await shot(page, `${dark ? 'dark' : 'light'}-${scale}x`);
    });
  }

  it('page and panel point at each other', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const { middle } = await place(page, 'could fail in any');
    await page.click(middle);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:storm"]').getAttribute('aria-expanded') === 'true');
    assert.ok((await painted(page)).some((line) => /-chosen: the old cranes/.test(line)));
    assert.ok((await page.run(() => window.told)).some(([type, detail]) => type === 'select' && detail.claim === 'urn:test:storm'));
    // The same click on what the panel draws: the canvas, where its card stands.
    await press(page, 'tab:claims');
    const card = await page.until(() => {
      const box = document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:port"].placed')?.getBoundingClientRect();
      return box && { x: box.left + box.width / 2, y: box.top + Math.min(box.height / 2, 12) };
    });
    await page.click(card);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:port"]').getAttribute('aria-expanded') === 'true');
  });

  it('searches as one types, walks by keyboard, gives the focus back', async ({ open, name }) => {
    const page = await open('/test.html');
    await ready(page);
    await fill(page, 'search-claims', 'storm');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === 1);
    for (let i = 0; i < 5; i++) await page.press('Backspace');
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === n, claimCount);
    const seen = [];
    const focused = () => document.querySelector('who-says').shadowRoot.activeElement?.closest('[data-id]')?.dataset.id ?? '';
    for (let i = 0; i < 12 && !seen.at(-1)?.startsWith('claim:'); i++) {
      await page.press('Tab');
      seen.push(await page.run(focused));
    }
    assert.match(seen.at(-1), /^claim:/, `${name}: ${seen.join(' ')}`);
    await page.press('Enter');
    const opened = await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id^="claim:"][aria-expanded=true]')?.dataset.id);
    assert.equal(opened, seen.at(-1));
    await page.press('Escape');
    await page.until(() => !document.querySelector('who-says').shadowRoot.querySelector('[data-id^="claim:"][aria-expanded=true]'));
  });

  it('an idle widget draws no frame in five seconds', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await page.run(() => new Promise((done) => setTimeout(done, 1500)));
    await atRest(page);
    const drawn = await page.run(async () => {
      const widget = document.querySelector('who-says');
      const before = widget.figures.frames;
      await new Promise((done) => setTimeout(done, 5000));
      return [before, widget.figures.frames - before];
    });
    assert.ok(drawn[0] > 0);
    assert.equal(drawn[1], 0);
  });

  it('a strict policy holds, nothing is asked of others, no cookie', async ({ open, site }) => {
    const page = await open('/test.html');
    await ready(page);
    const asked = await page.run(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    const foreign = [...asked, ...page.requested].filter((address) => !address.startsWith(site.address) && !/^(data|blob):/.test(address));
    assert.deepEqual(foreign, []);
    assert.equal(await page.run(() => document.cookie), '');
    assert.deepEqual(site.requests.filter((request) => request.cookie), []);
    assert.equal(await page.run(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length), 0);
    assert.deepEqual(await errors(page), []);
  });

  it('two widgets on a page, and nothing left of removed ones', async ({ open }) => {
    const page = await open('/two.html');
    await ready(page, 2);
    assert.equal((await cards(page, 0)).length, claimCount);
    assert.equal((await cards(page, 1)).length, claimCount);
    await press(page, 'tab:profile', 0);
    assert.equal((await cards(page, 1)).length, claimCount);
    const left = await page.run(async () => {
      const widgets = [...document.querySelectorAll('who-says')];
      const homes = widgets.map((widget) => widget.parentNode);
      const pause = () => new Promise((done) => setTimeout(done, 300));
      /** Once nothing more comes: a slow machine sets up late. */
      const settled = async () => {
        for (let before = -1; ; await pause()) {
          const now = window.alive().length;
          if (now === before) return now;
          before = now;
        }
      };
      const first = await settled();
      for (const widget of widgets) widget.remove();
      await pause();
      const one = { alive: window.alive(), highlights: [...CSS.highlights.keys()], sheets: document.adoptedStyleSheets.length };
      widgets.forEach((widget, i) => homes[i].append(widget));
      await Promise.all(widgets.map((widget) => widget.ready));
      const again = await settled();
      for (const widget of widgets) widget.remove();
      await pause();
      return { one, first, again, two: { alive: window.alive(), highlights: [...CSS.highlights.keys()], sheets: document.adoptedStyleSheets.length } };
    });
    for (const rest of [left.one, left.two]) assert.deepEqual(rest, { alive: [], highlights: [], sheets: 0 });
    assert.equal(left.again, left.first);
  });
}

/** What went wrong on the page, by its console, its policy and the widget's events. */
export async function errors(page) {
  const told = (await page.run(() => window.told)).filter(([type]) => type === 'error' || type === 'policy').map((entry) => JSON.stringify(entry));
  const log = (await page.log).filter((line) => /^(error|warn)/.test(line));
  return [...told, ...log];
}
