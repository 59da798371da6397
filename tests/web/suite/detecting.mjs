// Claims that the engine finds: shown as its own, reviewed by a person, kept; in every build, and where it cannot be loaded.

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { claimCount, pages } from './article.mjs';
import { catchDownloads, downloaded } from './keeping.mjs';
import { packages } from '../../setup/packages.mjs';
import { sandboxed } from './offline.mjs';
import { errors } from './reading.mjs';
import { begin, cards, cardsAll, nodes, painted, press, ready } from './widget.mjs';

/** What the engine has told of its look. */
const detected = (page) => page.until(() => window.told.findLast(([type]) => type === 'detected')?.[1]);
const text = async (page, id) => (await nodes(page, id))[0]?.text ?? '';
const saying = (page, id, words) =>
  page.until((wanted, part) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${wanted}"]`)?.textContent.includes(part), id, words);
const focus = (page, id) => page.until((wanted) => document.querySelector('who-says').shadowRoot.activeElement?.dataset.id === wanted, id);
const fetched = (site) => site.requests.map(({ path }) => path).filter((path) => path.includes('detector'));

export function detecting(it) {
  it('a page without claims shows what the engine finds, and says that nobody has checked it', async ({ open, shot }) => {
    const page = await open('/plain.html');
    await ready(page);
    const found = await detected(page);
    assert.equal(found.language, 'en');
    assert.match(found.engine, /^who-says \d/);
    assert.ok(found.claims >= 4, `${found.claims} claims`);
    await saying(page, 'detection-text', `${found.claims} claims found by the engine, not checked by a person.`);
    assert.equal((await cardsAll(page, found.claims)).length, found.claims);
    for (const { text: line } of await nodes(page, 'kind:')) assert.match(line, /suggested · [01]\.\d\d$/);
    const lines = await painted(page);
    assert.equal(lines.length, found.claims);
    for (const line of lines) assert.match(line, /^who-says-light-[a-z]+-suggested: /);
    for (const view of ['sources', 'profile', 'text', 'claims']) {
      await press(page, `tab:${view}`);
      await saying(page, 'detection-text', 'not checked by a person');
    }
    await shot(page, 'suggestions');
    assert.deepEqual(await errors(page), []);
    // At rest again.
    await page.run(() => new Promise((done) => setTimeout(done, 1200)));
    const drawn = await page.run(async () => {
      const widget = document.querySelector('who-says');
      const before = widget.figures.frames;
      await new Promise((done) => setTimeout(done, 2000));
      return widget.figures.frames - before;
    });
    assert.equal(drawn, 0);
  });

  it('a review by keyboard: accept, correct, reject, undo; a reload keeps it, the file says whose it was', async ({ open, shot }) => {
    const page = await open('/plain-edit.html');
    await ready(page);
    const { claims: all, engine } = await detected(page);
    await press(page, 'begin-review');
    await focus(page, 'review-accept');
    await saying(page, 'review-position', `1 of ${all}`);
    await shot(page, 'review');
    const first = await text(page, 'review-show');
    assert.ok((await painted(page)).some((line) => line.endsWith(`-chosen: ${first}`)));

    await page.press('a');
    await saying(page, 'review-counts', `1 accepted · ${all - 1} to go`);
    assert.match(await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.live').textContent), /^Accepted\. 2 of/);
    await page.press('x');
    await saying(page, 'review-counts', '1 rejected');
    await page.press('u');
    await saying(page, 'review-counts', `1 accepted · ${all - 1} to go`);
    await saying(page, 'review-position', '2 of');
    await page.press('x');
    await saying(page, 'review-counts', '1 rejected');
    await page.press('e');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="draft-source"].placed') !== null);
    // Letters that are typed are letters.
    await page.press('x');
    await press(page, 'draft:directness:direct');
    await press(page, 'save-draft');
    await saying(page, 'review-counts', '1 accepted · 1 corrected · 1 rejected');
    await page.press('j');
    await page.press('k');
    await page.press('k');
    await saying(page, 'review-decided', 'You corrected it.');
    await focus(page, 'review-reopen');
    await page.press('ArrowLeft');
    await saying(page, 'review-decided', 'You rejected it.');
    await page.press('ArrowRight');
    await page.press('Escape');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:claims"]') !== null);
    await saying(page, 'detection-text', `${all - 3} claims found`);

    assert.deepEqual(await errors(page), []);
    await catchDownloads(page);
    await press(page, 'export');
    await page.until(() => window.files.length > 0);
    const file = JSON.parse(await downloaded(page));
    assert.equal(file.items.length, 2);
    for (const { status, sourcing } of file.items) {
      assert.equal(status ?? 'confirmed', 'confirmed');
      assert.equal(sourcing.engine, engine);
      assert.ok(sourcing.confidence > 0 && sourcing.confidence <= 1);
    }
    await page.run(() => new Promise((done) => setTimeout(done, 500)));
    await page.reload();
    await ready(page);
    await detected(page);
    await saying(page, 'detection-text', `${all - 3} claims found`);
    assert.equal((await cardsAll(page, all - 1)).length, all - 1);
  });

  it('words that a reader selects begin with what the engine suggests for them', async ({ open }) => {
    const page = await open('/plain.html');
    await ready(page);
    await detected(page);
    await saying(page, 'detection-text', 'found by the engine');
    await cardsAll(page, 4);
    await begin(page, 'harbour of Lindow will close');
    await saying(page, 'why', 'Filled in by the engine');
  });

  it('the engine is fetched when it is asked for, and not where it is switched off', async ({ open, site }) => {
    const page = await open('/test.html');
    await ready(page);
    await page.run(() => new Promise((done) => setTimeout(done, 500)));
    assert.deepEqual(fetched(site), []);
    await press(page, 'detect');
    await detected(page);
    assert.ok(fetched(site).some((path) => path.endsWith('.wasm')));
    // What the page's claims say already is not said again.
    assert.ok((await cards(page)).length >= claimCount);
    const storm = (await painted(page)).filter((line) => line.includes('the old cranes could fail in any storm'));
    assert.equal(storm.length, 1, storm.join('\n'));

    site.requests.length = 0;
    await page.run(() => {
      window.told = [];
      const tag = document.querySelector('who-says');
      tag.setAttribute('detect', 'off');
    });
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === n, claimCount);
    assert.deepEqual(await nodes(page, 'detect'), []);
    await page.run(() => document.querySelector('who-says').setAttribute('detect', 'on'));
    await detected(page);
  });

  it('a language that it does not know, a text without claims, an article that changes', async ({ open }) => {
    const page = await open('/finnish.html');
    await ready(page);
    assert.equal((await detected(page)).language, '');
    await saying(page, 'detection-text', 'The engine does not know this language; you can highlight by hand.');
    const put = (words) =>
      page.run((paragraphs) => {
        window.told = window.told.filter(([type]) => type !== 'detected');
        document.querySelector('#story').replaceChildren(...paragraphs.map((p) => Object.assign(document.createElement('p'), { textContent: p })));
      }, words);
    await put(['What a lovely day it is for all of us to be here by the sea!', 'Let us go for a walk and then have tea together, shall we?']);
    assert.equal((await detected(page)).language, 'en');
    await saying(page, 'detection-text', 'The engine found no claims in this text.');
    await put(['The mill will close in June, the owner said on Monday.', 'The workers were not asked, according to the union.']);
    await detected(page);
    await saying(page, 'detection-text', 'found by the engine');
    assert.ok((await painted(page)).some((line) => line.includes('The mill will close in June')));
  });

  it('a widget that goes stops looking', async ({ open }) => {
    const page = await open('/plain.html');
    await ready(page);
    const told = await page.run(async () => {
      const tag = document.querySelector('who-says');
      window.told = [];
      tag.findClaims();
      tag.remove();
      await new Promise((done) => setTimeout(done, 1500));
      return window.told.map(([type]) => type);
    });
    assert.deepEqual(told.filter((type) => type === 'detected' || type === 'error'), []);
    assert.deepEqual(await page.run(() => window.alive()), []);
    assert.deepEqual(await errors(page), []);
  });

  it('the classic build loads it beside itself, under the strict policy', async ({ open }) => {
    const page = await open('/classic-plain.html');
    await ready(page);
    assert.ok((await detected(page)).claims >= 4);
    assert.equal(await page.run(() => document.querySelectorAll('script[src*=detector]').length), 0);
    assert.deepEqual(await errors(page), []);
  });

  it('the offline folder finds claims from file://', async ({ browser, shot }) => {
    const folder = join(await packages(), 'offline');
    const page = await browser.open(`file://${folder}/detect.html`);
    await page.until(() => document.querySelector('who-says')?.figures?.frames > 0);
    await saying(page, 'detection-text', 'found by the engine');
    await cardsAll(page, 8);
    await shot(page, 'found-offline');
    assert.deepEqual((await page.log).filter((line) => /^(error|warn)/.test(line)), []);
  });

  const probe = `const tell = (...what) => parent.postMessage(what, '*');
addEventListener('error', (event) => tell('fault', event.message));
addEventListener('who-says-error', (event) => tell('fault', event.detail.message));
addEventListener('who-says-detected', (event) => tell('detected', event.detail.claims));
addEventListener('who-says-ready', () => document.querySelector('who-says').findClaims());`;
  for (const [where, file] of [['file://', 'single-file.html'], ['http://', 'detect.html']]) {
    it(`in a frame with sandbox="allow-scripts" on ${where} it finds claims too`, async ({ browser, clean }) => {
      const page = await sandboxed({ browser, clean }, where, file, probe);
      const [, claims] = await page.until(() => window.heard.find(([what]) => what === 'detected' || what === 'fault'));
      assert.ok(claims >= 8, `${claims}`);
    });
  }

  it('other files than the published ones are refused: without weights by rules alone, without the module not at all; and again', async ({ browser, clean }) => {
    const folder = join(await packages(), 'cdn');
    const { files } = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
    const name = (pattern) => Object.keys(files).find((file) => pattern.test(file));
    const loader = name(/^who-says-\d.*\.js$/);
    const html = pages['/plain.html'].replace('<script type="module" src="who-says.js">', `<script type="module" src="${loader}" integrity="${files[loader].integrity}" crossorigin="anonymous">`);
    const page = await browser.open('about:blank');
    for (const pattern of [/\.weights$/, /detector-\d.*\.wasm$/]) {
      const file = name(pattern);
      if (!file) continue; // a build without weights
      const changed = mkdtempSync(join(tmpdir(), 'who-says-changed-'));
      clean(() => rmSync(changed, { recursive: true, force: true }));
      cpSync(folder, changed, { recursive: true });
      appendFileSync(join(changed, file), Buffer.from([0, 2, 1, 0x78]));
      const site = await serve(changed, { headers: strictHeaders, pages: { ...pages, '/page.html': html } });
      clean(() => site.close());
      await page.go(`${site.address}/page.html`);
      await ready(page);
      if (file.endsWith('.weights')) {
        assert.equal((await detected(page)).rulesOnly, true);
        await saying(page, 'detection-details', 'By rules alone');
        await saying(page, 'detection-details', 'is not the file that was published');
      } else {
        await saying(page, 'detection-text', 'The engine could not be loaded.');
        await saying(page, 'detection-details', 'is not the file that was published');
      }
      // The right file comes: trying again is enough.
      cpSync(join(folder, file), join(changed, file));
      await page.run(() => (window.told = window.told.filter(([type]) => type !== 'detected')));
      await press(page, 'detect');
      assert.ok((await detected(page)).claims >= 4);
      await saying(page, 'detection-text', 'found by the engine');
    }
  });
}
