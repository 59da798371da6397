// The reader's own highlights: made, changed, undone, kept over a reload and a crash, exported, imported, shared, offline.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { claimCount, claimsFile, offline } from './article.mjs';
import { errors } from './reading.mjs';
import { asked, begin, cards, dropWritten, fill, highlight, nodes, press, pressOnTheWay, ready, unfold } from './widget.mjs';

const words = 'Fishermen fear that the season is lost';
const count = (page, n) => page.until((wanted) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === wanted, n);
const own = async (page) => (await nodes(page, 'claim:')).find((node) => node.text.includes('Fishermen'))?.id.slice('claim:'.length);
/** Waits until storage has what was saved: a layer that the page's own address leads to. */
const settled = (page) => page.run(() => new Promise((done) => setTimeout(done, 500)));

/** What the page offers for download, caught instead of kept. */
export const catchDownloads = (page) =>
  page.run(() => {
    window.files = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) return click.call(this);
      window.files.push(fetch(this.href).then((r) => r.text(), (e) => String(e)));
    };
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => (window.files.push(blob.text()), make.call(URL, blob));
  });
export const downloaded = (page) => page.run(async () => (await Promise.all(window.files)).find((text) => text.startsWith('{')) ?? '');

export function keeping(it) {
  it('highlight, undo, redo, reload, correct, delete', async ({ open, shot }) => {
    const page = await open('/test.html');
    await ready(page);
    await begin(page, words);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="draft-source"].placed') !== null);
    await shot(page, 'editor');
    await fill(page, 'draft-source', 'Lindow fishermen');
    await press(page, 'save-draft');
    await count(page, claimCount + 1);
    await page.until((wanted) => [...CSS.highlights.values()].some((ranges) => [...ranges].some((range) => String(range) === wanted)), words);
    await press(page, 'undo');
    await count(page, claimCount);
    await press(page, 'redo');
    await count(page, claimCount + 1);
    await settled(page);
    await page.reload();
    await ready(page);
    await count(page, claimCount + 1);
    const id = await own(page);
    await unfold(page, id);
    await press(page, `correct:${id}`);
    await press(page, 'draft:certainty:possible');
    await press(page, 'save-draft');
    await count(page, claimCount + 1);
    await press(page, `delete:${id}`);
    await count(page, claimCount);
    await settled(page);
    await page.reload();
    await ready(page);
    assert.equal((await cards(page)).length, claimCount);
    assert.deepEqual(await errors(page), []);
  });

  it('the words that the editor is open for are marked on the page, until it is saved or left', async ({ open, shot }) => {
    const page = await open('/test.html');
    await ready(page);
    /** What is marked so now; "" = nothing. */
    const marked = (wanted) =>
      page.until((text) => [...(CSS.highlights.get('who-says-light-draft') ?? [])].map(String).join('|') === text, wanted);
    await begin(page, words);
    await marked(words);
    await shot(page, 'editor-marks');
    await press(page, 'edge:end-back');
    await marked(words.replace(/ lost$/, ''));
    assert.equal(await page.run(() => [...CSS.highlights.get('who-says-light-none')].some((range) => String(range).startsWith('Fishermen'))), true);
    await press(page, 'cancel-draft');
    await marked('');
    await highlight(page, words, 'Lindow fishermen');
    await marked('');
    const id = await own(page);
    await unfold(page, id);
    await press(page, `correct:${id}`);
    await marked(words);
    await page.run(() => document.querySelector('#story').append('More.'));
    await marked(words);
    await press(page, 'delete-draft');
    await marked('');
    assert.deepEqual(await errors(page), []);
  });

  it('a highlight is kept when the page goes while it is being written, which the browser then drops', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await begin(page, words);
    await fill(page, 'draft-source', 'Lindow fishermen');
    await page.run(dropWritten, 'Lindow fishermen');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="save-draft"]') !== null);
    await pressOnTheWay(page, 'save-draft');
    await asked(page, () => !window.drops && document.querySelector('who-says')?.shadowRoot?.querySelectorAll('[data-id^="claim:"]').length > 0);
    await count(page, claimCount + 1);
    // What is kept after that counts.
    const id = await own(page);
    await unfold(page, id);
    await press(page, `delete:${id}`);
    await count(page, claimCount);
    await settled(page);
    await page.reload();
    await ready(page);
    assert.equal((await cards(page)).length, claimCount);
  });

  it('what is selected when the offer is pressed is highlighted, not what was when it came', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const select = (wanted, andPress) =>
      page.run((text, now) => {
        const walker = document.createTreeWalker(document.querySelector('#story'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode() && !walker.currentNode.data.includes(text));
        const at = walker.currentNode.data.indexOf(text);
        getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + text.length);
        if (now) document.querySelector('who-says').shadowRoot.querySelector('.offer').click();
      }, wanted, andPress);
    await select('three', false);
    await page.until(() => !document.querySelector('who-says').shadowRoot.querySelector('.offer').hidden);
    await select('three weeks', true);
    await fill(page, 'draft-source', 'Lindow fishermen');
    await press(page, 'save-draft');
    await count(page, claimCount + 1);
    await page.until(() => [...CSS.highlights.values()].some((ranges) => [...ranges].some((range) => String(range) === 'three weeks')));
  });

  it('export, import elsewhere, a conflict is shown and settled', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await highlight(page, words, 'Lindow fishermen');
    const id = await own(page);
    await catchDownloads(page);
    await press(page, 'export');
    await page.until(() => window.files.length > 0);
    const file = JSON.parse(await downloaded(page));
    assert.equal(file.type, 'AnnotationPage');
    const mine = file.items.find((item) => item.id === id);
    assert.ok(mine, 'the reader\'s highlight is in the file');
    assert.match(JSON.stringify(mine.target), /Fishermen fear/);

    await unfold(page, id);
    await press(page, `delete:${id}`);
    await count(page, claimCount);
    await page.run((json) => document.querySelector('who-says').importClaims(json, 'mine.claims.json'), JSON.stringify(file));
    await count(page, claimCount + 1);

    // The same claim, otherwise: that is for a person to decide.
    mine.sourcing = { ...mine.sourcing, certainty: 'possible', directness: 'direct' };
    mine.modified = '2026-12-01T00:00:00Z';
    await page.run((json) => document.querySelector('who-says').importClaims(json, 'other.claims.json'), JSON.stringify(file));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id^="settle-theirs:"]') !== null);
    const [choice] = await nodes(page, 'settle-theirs:');
    await press(page, choice.id);
    assert.deepEqual((await nodes(page, 'settle-theirs:')).map((node) => node.id), []);
    await count(page, claimCount + 1);
  });

  it('a bad file says so and loses nothing', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await page.run((json) => document.querySelector('who-says').importClaims(json, 'bad.json'), claimsFile.slice(0, 300));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id^="notice:"]')?.textContent.length > 20);
    assert.equal((await cards(page)).length, claimCount);
  });

  it('a link shares the highlights with another reader', async ({ open, launchAnother }) => {
    const page = await open('/test.html');
    await ready(page);
    await highlight(page, words, 'Lindow fishermen');
    await press(page, 'share');
    const link = await page.until(() => window.told.find(([type]) => type === 'share')?.[1].link);
    assert.match(link, /#who-says=[\w-]+/);
    assert.match(link, /:~:text=/);
    const other = await (await launchAnother()).open(link.replace(/:~:.*/, ''));
    await ready(other);
    await count(other, claimCount + 1);
    assert.ok(await own(other));
  });

  it('a folder without a server: file://', async ({ browser, clean }) => {
    const folder = mkdtempSync(join(tmpdir(), 'who-says-offline-'));
    clean(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(root, 'build/site/who-says-classic.js'), join(folder, 'who-says-classic.js'));
    for (const [path, text] of Object.entries(offline)) writeFileSync(join(folder, path), text);
    const page = await browser.open(`file://${folder}/page.html`);
    await ready(page);
    assert.equal((await cards(page)).length, claimCount);
    await highlight(page, words, 'Lindow fishermen');
    await settled(page);
    await page.reload();
    await ready(page);
    await count(page, claimCount + 1);
    assert.deepEqual(await errors(page), []);
  });

  // WebKit's automation is always private: it keeps no profile that a second process could read.
  it('a killed browser finds the highlight again', { not: 'webkit' }, async ({ site, launchWith, clean }) => {
    const profile = mkdtempSync(join(tmpdir(), 'who-says-profile-'));
    const first = await launchWith({ profile });
    const page = await first.open(`${site.address}/test.html`);
    await ready(page);
    await highlight(page, words, 'Lindow fishermen');
    await settled(page);
    await first.kill();
    const second = await launchWith({ profile });
    clean(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    const again = await second.open(`${site.address}/test.html`);
    await ready(again);
    await count(again, claimCount + 1);
    assert.ok(await own(again));
  });
}
