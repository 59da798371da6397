// Who does not want it: a page that switches it off, a reader who closes it for good. Two versions on one page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { version } from '../../../web/build.mjs';
import { claimCount, pages } from './article.mjs';
import { packages } from '../../setup/packages.mjs';
import { errors } from './reading.mjs';
import { cards, highlight, nodes, painted, press, ready } from './widget.mjs';

/** What stands in place of each closed tag: its words and its button. */
const closed = (page) =>
  page.run(() => [...document.querySelectorAll('who-says')].map((tag) => [...(tag.shadowRoot?.querySelectorAll('p, p button') ?? [])].map((node) => node.textContent)));
const allClosed = (page) => page.until(() => [...document.querySelectorAll('who-says')].every((tag) => /You have closed/.test(tag.shadowRoot?.textContent)));
const bringBack = (page) => page.run(() => document.querySelector('who-says').shadowRoot.querySelector('button').click());
const kept = (page) => page.run(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
const settled = (page) => page.run(() => new Promise((done) => setTimeout(done, 500)));

export function guest(it) {
  it('a page switches it off with one meta tag', { only: 'chromium' }, async ({ open, site }) => {
    const page = await open('/off.html');
    await settled(page);
    assert.deepEqual(await page.run(() => {
      const tag = document.querySelector('who-says');
      return [tag.shadowRoot === null, tag.figures.renderer, tag.innerText, CSS.highlights.size, window.alive()];
    }), [true, 'none', 'The port office says the harbour will close.', 0, []]);
    assert.deepEqual(site.requests.map(({ path }) => path).filter((path) => /wasm|widget|claims/.test(path)), []);
    assert.deepEqual(await errors(page), []);
  });

  it('a reader closes it for good on a site, and brings it back', async ({ open, site, shot }) => {
    const page = await open('/two.html');
    await ready(page, 2);
    assert.deepEqual(await kept(page), []);
    assert.equal((await nodes(page, 'close-for-good'))[0].text, 'Close on this site');
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="close-for-good"]').focus());
    await press(page, 'close-for-good');
    await allClosed(page);
    for (const [words, button] of await closed(page)) {
      assert.match(words, /^You have closed “Who says\?” on this site\./);
      assert.equal(button, 'Bring it back');
    }
    // The keyboard stays where it was, and a screen reader hears what happened.
    assert.deepEqual(await page.run(() => {
      const button = document.querySelector('who-says').shadowRoot.activeElement;
      return [button.textContent, button.getAttribute('aria-description').slice(0, 15), button.offsetHeight >= 24];
    }), ['Bring it back', 'You have closed', true]);
    assert.deepEqual(await painted(page), []);
    assert.ok(await page.run(() => [...document.querySelectorAll('who-says')].every((tag) => tag.offsetHeight < 200)), 'no hole is left');
    assert.deepEqual(await kept(page), ['who-says-closed']);
    assert.deepEqual((await page.run(() => window.alive())), []);
    await shot(page, 'closed');

    const before = site.requests.length;
    await page.reload();
    await allClosed(page);
    await settled(page);
    assert.deepEqual(site.requests.slice(before).map(({ path }) => path).filter((path) => /wasm|widget|claims/.test(path)), []);

    await bringBack(page);
    await ready(page, 2);
    assert.deepEqual(await kept(page), []);
    // Undone at once, and without the panel's own control.
    await page.run(() => document.querySelector('who-says').closeForGood());
    await allClosed(page);
    await page.run(() => document.querySelectorAll('who-says')[1].bringBack());
    await page.until(() => [...document.querySelectorAll('who-says')].every((tag) => tag.figures.frames > 0));
    assert.deepEqual(await kept(page), []);
    assert.deepEqual(await errors(page), []);

    // What the reader has made is kept.
    await page.go(`${site.address}/test.html`);
    await ready(page);
    await highlight(page, 'Fishermen fear that the season is lost', 'Lindow fishermen');
    await settled(page);
    await press(page, 'close-for-good');
    await allClosed(page);
    await bringBack(page);
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === n, claimCount + 1);
  });

  it('where a browser keeps nothing it stays closed until the page is loaded again; a kiosk cannot be closed', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await page.run(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } }));
    await press(page, 'close-for-good');
    await allClosed(page);
    await page.run(() => {
      const tag = document.querySelector('who-says');
      const home = tag.parentNode;
      tag.remove();
      home.append(tag);
    });
    await settled(page);
    await allClosed(page);
    await page.reload();
    await ready(page);
    assert.equal((await cards(page)).length, claimCount);
    await page.go(page.own.url().replace('test.html', 'stays.html'));
    await ready(page);
    assert.deepEqual(await nodes(page, 'close-for-good'), []);
    await page.run(() => document.querySelector('who-says').removeAttribute('stays'));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="close-for-good"]') !== null);
  });

  it('of two versions on a page the newest has the panel, with one warning', async ({ browser, clean }) => {
    const folder = join(await packages(), 'npm');
    const script = readFileSync(join(folder, 'who-says-classic.js'), 'utf8');
    /** The same script as if of another version, whose panel tells which it is. */
    const as = (other) => {
      const made = script.replaceAll(`"${version}"`, `"${other}"`).replaceAll('Highlight this claim', `Offer of ${other}`);
      assert.notEqual(made, script);
      return made;
    };
    const [older, newer] = ['0.0.9', '99.10.0'];
    const watch = 'window.warned = []; console.warn = (...words) => window.warned.push(words.join(" ")); addEventListener("error", (e) => window.warned.push("error: " + e.message));';
    const own = '<script src="who-says-classic.js" defer></script>';
    const html = (...scripts) => pages['/classic.html'].replace(own, `<script src="watch.js"></script>${scripts.map((src) => (src.includes('<') ? src : `<script src="${src}" defer></script>`)).join('')}`);
    const site = await serve(folder, {
      headers: strictHeaders,
      pages: {
        ...pages, '/watch.js': watch, '/older.js': as(older), '/newer.js': as(newer),
        '/unknown.js': 'customElements.define("who-says", class extends HTMLElement { connectedCallback() { this.textContent = "unknown"; } });',
        '/twice.html': html('who-says-classic.js', 'who-says-classic.js'),
        '/both.html': html('who-says-classic.js', '<script src="who-says.js" type="module"></script>'),
        '/newer-last.html': html('who-says-classic.js', 'newer.js'),
        '/newer-first.html': html('newer.js', 'who-says-classic.js'),
        '/older-first.html': html('older.js', 'who-says-classic.js'),
        '/late.js': 'addEventListener("late", () => import("./newer.js"));', '/late.html': html('<script src="late.js"></script>', 'who-says-classic.js'),
        '/unknown.html': html('<script src="unknown.js"></script>', 'who-says-classic.js'),
      },
    });
    clean(() => site.close());
    const page = await browser.open('about:blank');
    const panels = () => page.run(() => [...document.querySelectorAll('who-says')].map((tag) => tag.shadowRoot.querySelector('.offer').textContent));
    const ours = 'Highlight this claim';
    for (const [path, offer] of [
      ['/twice.html', ours], ['/both.html', ours], ['/newer-last.html', `Offer of ${newer}`], ['/newer-first.html', `Offer of ${newer}`], ['/older-first.html', ours], ['/unknown.html', ''],
    ]) {
      await page.go(site.address + path);
      if (path === '/unknown.html') assert.equal(await page.run(() => document.querySelector('who-says').textContent), 'unknown');
      else {
        await ready(page);
        assert.equal((await cards(page)).length, claimCount);
        assert.deepEqual(await panels(), [offer], path);
      }
      const warned = await page.run(() => window.warned);
      assert.equal(warned.length, 1, `${path}: ${warned.join(' | ')}`);
      assert.match(warned[0], /on this page/);
    }

    // A tag that has started stays as it is; the next one takes the newest.
    await page.go(`${site.address}/late.html`);
    await ready(page);
    await page.run(() => dispatchEvent(new Event('late')));
    await page.until(() => window.warned.length === 1);
    await page.run(() => document.querySelector('who-says').after(document.querySelector('who-says').cloneNode()));
    await ready(page, 2);
    assert.deepEqual(await panels(), [ours, `Offer of ${newer}`]);
  });
}
