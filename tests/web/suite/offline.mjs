// What is published: the folder that works by double-click, the files of a content delivery network, the classic script on odd pages.

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { packages } from '../../setup/packages.mjs';
import { claimCount, claimsFile, pages } from './article.mjs';
import { cards, highlight, painted, paintedAll, ready } from './widget.mjs';


/** A page with a file of the offline folder in a frame that may only run scripts; `probe` runs in the frame and tells `heard` of the page. */
export async function sandboxed({ browser, clean }, where, file, probe) {
  const folder = mkdtempSync(join(tmpdir(), 'who-says-sandbox-'));
  clean(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(await packages(), 'offline'), folder, { recursive: true });
  const inner = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, file), inner.replace('<head>', `<head><script>${probe}</script>`));
  const listen = '<script>window.heard = []; addEventListener("message", (e) => heard.push(e.data));</script>';
  writeFileSync(join(folder, 'outer.html'), `<!doctype html><meta charset="utf-8"><title>Outer</title>${listen}<iframe sandbox="allow-scripts" src="${file}" width="1150" height="850"></iframe>`);
  const site = where === 'http://' ? await serve(folder) : { address: `file://${folder}`, close() {} };
  clean(() => site.close());
  return browser.open(`${site.address}/outer.html`);
}

const shown = (page) => page.until(() => document.querySelector('who-says')?.figures?.frames > 0);
const counted = (page, n) => page.until((wanted) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === wanted, n);
const settled = (page) => page.run(() => new Promise((done) => setTimeout(done, 500)));
/** What the page asked for beside files, as far as the browser tells. */
const foreign = async (page) => {
  const asked = [...page.requested, ...(await page.run(() => performance.getEntriesByType('resource').map((entry) => entry.name)))];
  return asked.filter((address) => !/^(file|data|blob):/.test(address));
};
const complaints = async (page) => (await page.log).filter((line) => /^(error|warn)/.test(line));

/** Cyrillic words in the one-byte encoding of many Russian-language pages. */
const windows1251 = (html) => Buffer.from([...html].map((letter) => (/[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0))));
const cyrillic = 'Порт закроют в мае, заявил мэр.';

/** A frame that may run scripts and nothing else tells its parent what happens in it. */
const probe = `const tell = (...what) => parent.postMessage(what, '*');
const wait = (test) => new Promise((done) => { const look = () => { const found = test(); if (found) done(found); else setTimeout(look, 50); }; look(); });
const find = (id) => document.querySelector('who-says').shadowRoot.querySelector('[data-id' + id + ']');
addEventListener('error', (event) => tell('fault', event.message));
addEventListener('who-says-error', (event) => tell('fault', event.detail.message));
addEventListener('who-says-ready', async () => {
  const highlights = [...CSS.highlights].reduce((all, [name, ranges]) => all + (name.startsWith('who-says-') ? ranges.size : 0), 0);
  tell('ready', origin, document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length, highlights);
  const words = document.querySelector('article .byline').firstChild;
  getSelection().setBaseAndExtent(words, 0, words, words.length);
  const offer = document.querySelector('who-says').shadowRoot.querySelector('.offer');
  await wait(() => !offer.hidden);
  offer.click();
  (await wait(() => find('="save-draft"'))).click();
  tell('notice', (await wait(() => find('^="notice:"'))).textContent);
});`;

export function offline(it) {
  it('the offline folder: claims, highlights, one of the reader\'s own, nothing but files', async ({ browser, shot }) => {
    const folder = join(await packages(), 'offline');
    const { items } = JSON.parse(readFileSync(join(folder, 'articles/pyongyang-moscow.claims.json'), 'utf8'));
    const page = await browser.open(`file://${folder}/index.html`);
    await shown(page);
    await counted(page, items.length);
    await page.until((n) => [...CSS.highlights.values()].reduce((all, { size }) => all + size, 0) >= n, items.length);
    assert.deepEqual((await paintedAll(page, items.length)).map((line) => line.replace(/^.*?: /, '')).toSorted(), items.map((item) => item.target.selector[0].exact).toSorted());
    await highlight(page, 'the picture The Korea Herald paints', 'The author');
    await settled(page);
    await page.reload();
    await shown(page);
    // All three browsers keep it for pages that are opened as files.
    await counted(page, items.length + 1);
    await shot(page, 'offline');
    assert.deepEqual(await foreign(page), []);
    assert.deepEqual(await complaints(page), []);
  });

  it('the offline folder: a text of one\'s own, the kiosk', async ({ browser }) => {
    const folder = join(await packages(), 'offline');
    const page = await browser.open(`file://${folder}/try.html`);
    await shown(page);
    await page.run(() => {
      document.querySelector('#text').value = 'The mill will close in June, the owner said.\nNobody asked the workers.';
      document.querySelector('#open button.primary').click();
    });
    await page.until(() => document.querySelector('#article').textContent.includes('workers'));
    await highlight(page, 'mill will close in June', 'The owner');
    assert.deepEqual(await complaints(page), []);
    assert.deepEqual(await foreign(page), []);
    await page.go(`file://${folder}/kiosk.html`);
    await shown(page);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="text-claim:"]').length > 20);
    assert.deepEqual(await complaints(page), []);
    assert.deepEqual(await foreign(page), []);
  });

  // A frame of no origin may load no file from file://, so there the page with everything inside stands in it.
  for (const [where, file] of [['file://', 'single-file.html'], ['http://', 'index.html']]) {
    it(`a frame with sandbox="allow-scripts" on ${where}: works, and says that nothing is kept`, async ({ browser, clean }) => {
      const page = await sandboxed({ browser, clean }, where, file, probe);
      const [, origin, claims, highlights] = await page.until(() => window.heard.find(([what]) => what === 'ready' || what === 'fault'));
      assert.equal(origin, 'null');
      assert.ok(claims > 20);
      assert.equal(highlights, claims);
      const [, notice] = await page.until(() => window.heard.find(([what]) => what === 'notice'));
      assert.match(notice, /does not keep/);
      assert.deepEqual(await page.run(() => window.heard.filter(([what]) => what === 'fault')), []);
    });
  }

  it('versioned files under the strict policy, and no others in their place', async ({ browser, clean }) => {
    const folder = join(await packages(), 'cdn');
    const { files } = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
    const name = (pattern) => Object.keys(files).find((file) => pattern.test(file));
    const loader = name(/^who-says-\d.*\.js$/);
    const classic = name(/^who-says-classic-.*\.js$/);
    const html = (src, kind) =>
      pages['/test.html'].replace('<script type="module" src="who-says.js">', `<script ${kind} src="${src}" integrity="${files[src].integrity}" crossorigin="anonymous">`);
    const site = await serve(folder, {
      headers: strictHeaders,
      pages: { ...pages, '/module.html': html(loader, 'type="module"'), '/classic.html': html(classic, 'defer') },
    });
    clean(() => site.close());
    const page = await browser.open('about:blank');
    for (const path of ['/module.html', '/classic.html']) {
      await page.go(site.address + path);
      await ready(page);
      assert.equal((await cards(page)).length, claimCount);
      assert.deepEqual(await page.run(() => window.told.filter(([type]) => type === 'error' || type === 'policy')), []);
      await page.until(() => document.querySelectorAll('link[rel=modulepreload]').length === 0); // what prints comes later
    }

    for (const pattern of [/^who-says-\d.*\.js$/, /^who-says-widget-/, /\.wasm$/]) {
      const changed = mkdtempSync(join(tmpdir(), 'who-says-changed-'));
      clean(() => rmSync(changed, { recursive: true, force: true }));
      cpSync(folder, changed, { recursive: true });
      // A custom section of no content: the core would run with it.
      appendFileSync(join(changed, name(pattern)), pattern.source.includes('wasm') ? Buffer.from([0, 2, 1, 0x78]) : '\nwindow.foreign = true;');
      const other = await serve(changed, { headers: strictHeaders, pages: { ...pages, '/module.html': html(loader, 'type="module"') } });
      clean(() => other.close());
      await page.go(`${other.address}/module.html`);
      if (pattern.source.includes('\\d')) {
        await settled(page);
        assert.equal(await page.run(() => customElements.get('who-says') === undefined), true);
      } else {
        const [, error] = await page.until(() => window.told.find(([type]) => type === 'error' || type === 'ready'));
        assert.equal(error.code, 'not-started', `${name(pattern)}: ${JSON.stringify(error)}`);
      }
      assert.equal(await page.run(() => window.foreign === undefined), true, name(pattern));
    }
  });

  it('the classic script on a page in windows-1251', async ({ browser, clean }) => {
    const claims = JSON.parse(claimsFile);
    claims.items = [{ ...claims.items[1], target: { selector: [{ type: 'TextQuoteSelector', exact: 'Порт закроют в мае' }] } }];
    const html = `<!doctype html><html lang="ru"><head><meta charset="windows-1251"><title>${cyrillic}</title><script src="count.js"></script>
<script src="who-says-classic.js" defer></script></head><body><article id="story"><p>${cyrillic}</p></article>
<who-says article="#story"><script type="application/ld+json">${JSON.stringify(claims)}</script></who-says></body></html>`;
    const site = await serve(join(await packages(), 'npm'), {
      // Nobody says that the script is in UTF-8 but the script itself.
      headers: (path) => ({ ...strictHeaders(path), 'content-type': path.endsWith('.html') ? 'text/html; charset=windows-1251' : 'text/javascript' }),
      pages: { '/page.html': windows1251(html), '/count.js': pages['/count.js'] },
    });
    clean(() => site.close());
    const page = await browser.open(`${site.address}/page.html`);
    await ready(page);
    assert.equal(await page.run(() => document.characterSet), 'windows-1251');
    assert.deepEqual((await painted(page)).map((line) => line.replace(/^.*?: /, '')), ['Порт закроют в мае']);
  });
}
