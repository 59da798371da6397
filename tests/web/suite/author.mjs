// A whole lesson: the author page makes a folder of an article, three pupils work in it, the class page shows who found what.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { axe, choose, speaks, tooWide, withoutFault, wordsOf } from './spoken.mjs';
import { press } from './widget.mjs';

export const article = `Mill Street bridge to close
The bridge will close in May, the city council said on Monday.
The repair will cost 3 million euros, according to the engineer Ada Lind.
“The shops on Quay Road will lose their customers,” the baker Jan Holt said.`;

const wire = `Bridge repair\nThe repair will cost 4 million euros, according to the engineer Ada Lind.\nDrivers will wait for a year, the union of drivers said.`;

export const said = (page, id, pattern) => page.until((wanted, words) => new RegExp(words).test(document.querySelector(`#${wanted}-said`).textContent), id, pattern);
const inPanel = (page, id) => page.until((wanted) => [...(document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id]') ?? [])].some((node) => node.dataset.id === wanted), id);

/** Opens an article on the author page, and accepts all that the engine proposes. */
export async function accepted(page, text, { part = '', panel = 0 } = {}) {
  await page.run((words, which) => {
    document.querySelector(`#${which}text`).value = words;
    document.querySelector(`#${which}open`).requestSubmit();
  }, text, part);
  await press(page, 'begin-review', panel);
  const open = (n) => {
    const ids = [...document.querySelectorAll('who-says')[n].shadowRoot.querySelectorAll('[data-id]')].map((node) => node.dataset.id);
    return ids.includes('review-accept') ? 'more' : ids.includes('review-done') && 'done';
  };
  while ((await page.until(open, panel)) === 'more') await press(page, 'review-accept', panel);
  await said(page, `${part}claims`, 'part of the lesson');
  await said(page, 'exercise', 'ready');
}

/** What a press gives to download, as bytes. */
export const downloads = async (page, selector) => {
  await page.run((wanted) => {
    const make = URL.createObjectURL;
    window.given = new Promise((done) => (URL.createObjectURL = (blob) => (done(blob), make.call(URL, blob))));
    document.querySelector(wanted).click();
  }, selector);
  return Buffer.from(await page.run(async () => {
    const bytes = new Uint8Array(await (await window.given).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  }), 'base64');
};

/** A pupil's page, which hands the file of the work to the test. */
async function pupil(browser, folder) {
  const page = await browser.open(`file://${folder}/for-pupils/index.html`);
  await inPanel(page, 'lesson-next');
  await page.run(() => {
    window.handed = new Promise((done) => addEventListener('who-says-file', (event) => (event.preventDefault(), done(event.detail))));
  });
  return page;
}
const position = (page, words) => page.until((wanted) => document.querySelector('who-says').shadowRoot.querySelector('[data-id="position"]')?.textContent.startsWith(wanted), words);
const answer = async (page, id) => {
  await press(page, id);
  await page.until((wanted) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[aria-checked=true]')].some((node) => node.dataset.id === wanted), id);
};

/** Answers with these sources, by what assistive technology presses. */
async function byPresses(page, seat, answers) {
  await press(page, 'lesson-next');
  await position(page, 'Task 1');
  for (const [claim, source] of answers) await answer(page, `answer:${claim}:${source}`);
  await press(page, 'lesson-next');
  await position(page, 'Task 2');
  await press(page, 'lesson-next');
  await inPanel(page, 'lesson-seat');
  await typed(page, seat);
  await press(page, 'lesson-next');
  return page.run(() => window.handed);
}
async function typed(page, seat) {
  await page.until(() => {
    const field = document.querySelector('who-says').shadowRoot.querySelector('[data-id="lesson-seat"].placed input');
    field?.focus();
    return Boolean(field);
  });
  await page.type(seat);
}

/** The same by keyboard alone, with a claim marked in the second task. */
async function byKeyboard(page, seat, answers) {
  const at = () => page.run(() => document.querySelector('who-says').shadowRoot?.activeElement?.closest('[data-id]')?.dataset.id ?? '');
  const tabTo = async (is) => {
    for (let i = 0; i < 60; i++) {
      await page.press('Tab');
      if (is(await at())) return;
    }
    assert.fail(`${is} is not reached`);
  };
  const next = (id) => id === 'lesson-next';
  await tabTo(next);
  await page.press('Enter');
  await position(page, 'Task 1');
  for (const [claim, source] of answers) {
    await tabTo((id) => id.startsWith(`answer:${claim}:`));
    await page.press(' ');
    for (let i = 0; i < 8 && (await at()) !== `answer:${claim}:${source}`; i++) await page.press('ArrowDown');
    await page.until((wanted) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[aria-checked=true]')].some((node) => node.dataset.id === wanted), `answer:${claim}:${source}`);
  }
  await tabTo(next);
  await page.press('Enter');
  await position(page, 'Task 2');
  await tabTo((id) => id === 'lesson-text');
  await page.press('Enter');
  await inPanel(page, 'pick:next-sentence');
  // The headline, then the first sentence.
  for (let i = 0; i < 2; i++) await page.press('ArrowDown');
  await page.press('h');
  await inPanel(page, 'quote:mark:0');
  await tabTo(next);
  await page.press('Enter');
  await inPanel(page, 'lesson-seat');
  await tabTo((id) => id === 'lesson-seat');
  await page.type(seat);
  await tabTo(next);
  await page.press('Enter');
  return page.run(() => window.handed);
}

const rows = (page, caption) =>
  page.run((wanted) => [...[...document.querySelectorAll('caption')].find((one) => one.textContent === wanted).parentElement.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)), caption);

export function author(it) {
  it('a whole lesson: author page, folder, three pupils, one by keyboard alone, class page', async ({ open, launchAnother, clean, shot }) => {
    const page = await open('/author.html');
    await accepted(page, article);
    await said(page, 'claims', '^3 claims');
    await page.run(() => {
      for (const one of ['match', 'classify', 'highlight']) if (document.querySelector(`#kind-${one}`).checked !== (one !== 'classify')) document.querySelector(`#kind-${one}`).click();
      document.querySelector('#key-teacher').click();
    });
    await said(page, 'exercise', '^2 tasks are ready');
    await shot(page, 'author');
    const zip = unzipSync(await downloads(page, '#folder'));
    await said(page, 'folder', 'mill-street-bridge-to-close.zip');
    const where = mkdtempSync(join(tmpdir(), 'who-says-lesson-'));
    clean(() => rmSync(where, { recursive: true, force: true }));
    for (const [name, data] of Object.entries(zip)) {
      mkdirSync(dirname(join(where, name)), { recursive: true });
      writeFileSync(join(where, name), data);
    }
    const folder = join(where, 'mill-street-bridge-to-close');
    const text = (name) => new TextDecoder().decode(zip[`mill-street-bridge-to-close/${name}`]);
    assert.equal('key' in JSON.parse(text('for-pupils/mill-street-bridge-to-close.exercise.json')), false);
    const { key } = JSON.parse(text('for-the-teacher/mill-street-bridge-to-close.with-answers.exercise.json'));
    const right = key.answers[0].items.map(({ item, answer: [source] }) => [item, source]);
    assert.equal(new Set(right.map(([, source]) => source)).size, 3);
    const mixed = right.map(([claim], n) => [claim, right[(n + 1) % 3][1]]);

    const works = [];
    for (const [by, seat, answers] of [[byPresses, 'A1', right], [byPresses, 'A2', mixed], [byKeyboard, 'A3', right]]) {
      const browser = await launchAnother();
      const pupils = await pupil(browser, folder);
      works.push(await by(pupils, seat, answers));
      assert.deepEqual((await pupils.log).filter((line) => /^error/.test(line)), []);
    }

    await page.go(`file://${folder}/for-the-teacher/class.html`);
    await said(page, 'exercise', '2 tasks. Its key is inside');
    await page.run((files) => {
      const data = new DataTransfer();
      for (const { name, text: work } of files) data.items.add(new File([work], name));
      const input = document.querySelector('#works');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, works);
    await said(page, 'works', '^3 at hand, 3 pupils count');
    const points = await rows(page, 'Points by pupil and task');
    assert.deepEqual(points.map((cells) => cells.toSpliced(2, 1).slice(0, 3)), [['A1', 'yes', '3 of 3'], ['A2', 'yes', points[1][3]], ['A3', 'yes', '3 of 3']]);
    assert.notEqual(points[1][3], '3 of 3');
    assert.deepEqual(points.map((cells) => cells[2]), ['3 of 6', points[1][2], '4 of 6']);
    assert.deepEqual(points.map((cells) => cells[4]), ['open', 'open', '1 of 3']);
    assert.deepEqual((await rows(page, 'Files and lines')).map((cells) => cells[3]), ['counts', 'counts', 'counts']);
    assert.ok(await page.run(() => [...document.querySelectorAll('.heat-map mark')].some((mark) => mark.textContent.includes('The bridge will close in May'))));
  });

  it('the author page: nothing to begin with, a page as a file, tasks that have nothing to ask, a code, the pupils’ page', { only: 'chromium' }, async ({ open, shot }) => {
    const page = await open('/author.html');
    const click = (selector) => page.run((wanted) => document.querySelector(wanted).click(), selector);
    const is = (selector, what) => page.run((wanted, property) => document.querySelector(wanted)[property], selector, what);
    assert.equal(await page.run(() => performance.getEntriesByType('resource').some(({ name }) => /who-says-widget|author-files/.test(name))), false);
    await click('#open button.primary');
    await said(page, 'article', '^Paste some words');
    await click('#folder');
    await said(page, 'folder', '^Accept some claims');
    // Of a page its words alone, and its language.
    await page.run(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<!doctype html><html lang="de-AT"><title>T</title><article><h1>Die Brücke</h1><p>Sie <b onclick="x()">schließt</b>.<img src=x onerror="window.ran=1"></p><script>window.ran=1</scr' + 'ipt></article></html>'], 'a.html'));
      document.querySelector('#open').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await said(page, 'article', '^Here is “Die Brücke”, 4 words');
    assert.deepEqual(await page.run(() => [document.querySelector('#article').innerHTML, document.querySelector('#article').lang, window.ran ?? 0]), ['<h1>Die Brücke</h1><p>Sie schließt.</p>', 'de', 0]);
    await page.run(() => ((document.querySelector('#language').value = 'en'), 0));
    await accepted(page, article);
    await page.until(() => !document.querySelector('#kind-match').disabled);
    assert.deepEqual([await is('#kind-spot', 'disabled'), await is('#kind-chain', 'disabled')], [true, true]);
    await click('#kind-match');
    await click('#kind-highlight');
    await said(page, 'exercise', '^Choose at least one');
    await click('#folder');
    await said(page, 'folder', '^Choose at least one');
    await click('#kind-match');
    await said(page, 'exercise', '^1 task');
    await click('#key-sealed');
    await click('#folder');
    await said(page, 'folder', '^Type a code');
    await page.run(() => {
      document.querySelector('#code').value = 'short';
      document.querySelector('#code').dispatchEvent(new Event('change', { bubbles: true }));
      document.querySelector('#introduction').value = 'Who says it?';
    });
    await said(page, 'key', '^This code is short');
    const exercise = JSON.parse(await downloads(page, '#exercise-file'));
    assert.deepEqual([exercise.introduction, exercise.key, exercise.sealedKey.cipher], ['Who says it?', undefined, 'AES-GCM']);
    await click('#key-page');
    await click('#show');
    await said(page, 'preview', 'below');
    await page.run(() => document.querySelector('#preview').scrollIntoView());
    await page.until(() => document.querySelector('#preview who-says')?.shadowRoot?.querySelector('[data-id="lesson-next"]'));
    await shot(page, 'author-preview');
    await press(page, 'lesson-next', 1);
    await page.until(() => /Task 1 of 1/.test(document.querySelectorAll('who-says')[1].shadowRoot.querySelector('[data-id="position"]')?.textContent));
    // The policy of the page tells of the handlers that it would not have run.
    assert.deepEqual((await page.log).filter((line) => /^error/.test(line) && !/inline event handler/.test(line)), []);
  });

  it('the author page: a second report, hints, all of it kept over a reload and forgotten; one file, a SCORM package, a worksheet', { only: 'chromium' }, async ({ open, shot }) => {
    const page = await open('/author.html');
    await accepted(page, article);
    await page.run(() => ((document.querySelector('#second').open = true), document.querySelector('#second').scrollIntoView()));
    await accepted(page, wire, { part: 'second-', panel: 1 });
    await page.until(() => document.querySelector('#kind-compare').checked);
    await page.run(() => {
      for (const one of ['highlight', 'spot']) if (document.querySelector(`#kind-${one}`).checked) document.querySelector(`#kind-${one}`).click();
      document.querySelector('#hints-match').value = 'Look for the verbs.\nRead it aloud.';
      document.querySelector('#introduction').value = 'Who says it?';
      document.querySelector('#key-page').dispatchEvent(new Event('change', { bubbles: true }));
    });
    await said(page, 'exercise', '^2 tasks');
    await said(page, 'kept', 'kept in this browser');

    await page.reload();
    await said(page, 'second-claims', 'part of the lesson');
    await said(page, 'exercise', '^2 tasks');
    assert.deepEqual(await page.run(() => [document.querySelector('#introduction').value, document.querySelector('#title').value]), ['Who says it?', 'Mill Street bridge to close']);
    const exercise = JSON.parse(await downloads(page, '#exercise-file'));
    assert.deepEqual(exercise.tasks.map(({ kind, hints }) => [kind, hints]), [['match', ['Look for the verbs.', 'Read it aloud.']], ['compare', undefined]]);
    assert.equal(exercise.key.answers[1].items.filter(({ answer: [where] }) => where === 'both').length, 1, 'Ada Lind stands in both');
    await said(page, 'folder', 'exercise.json');
    await page.run(() => document.querySelector('#exports').scrollIntoView());
    await shot(page, 'author-exports');
    const file = (await downloads(page, '#one-file')).toString();
    assert.ok(file.includes('<h1>Mill Street bridge to close</h1>') && file.includes('Drivers will wait') && !/(src|href)="(?!#)/.test(file.slice(0, 2000)));
    assert.ok('imsmanifest.xml' in unzipSync(await downloads(page, '#scorm')));
    const popup = new Promise((done) => page.own.once('popup', done));
    await page.run(() => document.querySelector('#worksheet').click());
    const sheet = await popup;
    await sheet.waitForFunction(() => document.querySelectorAll('.sheet section').length === 2 && document.querySelector('.sheet').textContent.includes('Drivers will wait'));
    assert.match(await sheet.$eval('#said', (node) => node.textContent), /^“Mill Street bridge to close”: 2 tasks\.$/);
    await sheet.close();

    const anew = new Promise((done) => page.own.once('load', done));
    const [note, heading] = await page.run(() => ['#kept-said', 'h1'].map((one) => document.querySelector(one).getBoundingClientRect().left));
    assert.equal(note, heading, 'what is kept is told below the heading, not at the window’s edge');
    await page.run(() => document.querySelector('#forget').click());
    await anew;
    assert.deepEqual(await page.run(() => [document.querySelector('#article').hidden, document.querySelector('#kept-said').textContent]), [true, '']);
    await page.run(() => scrollTo(0, 0));
    await accepted(page, article); // what was accepted then is to be accepted again
  });

  it('the author page in the teacher’s language, chosen while a lesson is in the making; what pupils read is in the lesson’s', { not: 'webkit' }, async ({ name, launchWith, clean }) => {
    const site = await serve(join(root, 'build/site'), { pages: { '/axe.js': axe } });
    clean(() => site.close());
    const page = await (await launchWith({})).open(`${site.address}/author.html`);
    assert.equal(await page.run(() => document.querySelector('#introduction').value), wordsOf('author.en')['exercise.introduction.first']);
    await accepted(page, article);
    await page.run(() => {
      for (const kind of ['classify', 'count', 'swap-cue', 'rank']) document.querySelector(`#kind-${kind}`).click();
      for (const details of document.querySelectorAll('details')) details.open = true;
      document.querySelector('#hints-match').value = 'Look for the verbs.';
      document.querySelector('#key-sealed').click();
      document.querySelector('#code').value = 'short';
      document.querySelector('#code').dispatchEvent(new Event('change', { bubbles: true }));
    });
    await said(page, 'key', '^This code is short');
    await page.own.setViewport({ width: 320, height: 800 });
    for (const language of ['de', 'uk']) {
      await choose(page, language);
      const words = wordsOf(`author.${language}`);
      await page.until((text) => document.querySelector('#kinds .kind details caption')?.textContent.startsWith(text), words['exercise.answers'].split('{')[0]);
      await page.until((lang) => document.querySelector('who-says').shadowRoot.querySelector('.frame').lang === lang, language);
      await speaks(page, 'author', language);
      assert.deepEqual(await tooWide(page), []);
      assert.deepEqual(await page.run(() => [document.querySelector('#hints-match').value, document.querySelector('#code').value, document.querySelector('#key-said').textContent, document.querySelector('#introduction').value, document.querySelector('#instructions-match').placeholder]),
        ['Look for the verbs.', 'short', words['key.short-code'], wordsOf('author.en')['exercise.introduction.first'], wordsOf('lesson.en')['lesson.how.match']]);
    }
    if (name === 'chromium') await withoutFault(page);
    // Of a French lesson, pupils get French words.
    await page.run(() => {
      document.querySelector('#language').value = 'fr';
      document.querySelector('#language').dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.until((text) => document.querySelector('#introduction').value === text, wordsOf('author.fr')['exercise.introduction.first']);
    await page.until((text) => document.querySelector('#instructions-match').placeholder === text, wordsOf('lesson.fr')['lesson.how.match']);
    await page.reload();
    await speaks(page, 'author', 'uk');
  });

  it('the author page takes an article for the teacher’s language until the engine knows it or the teacher says', async ({ site, browser }) => {
    const page = await browser.open(`${site.address}/author.html?lang=de`);
    const language = (wanted) => page.until((value) => document.querySelector('#language').value === value, wanted);
    await language('de');
    await page.until((text) => document.querySelector('#introduction').value === text, wordsOf('author.de')['exercise.introduction.first']);
    await page.run((words) => {
      document.querySelector('#text').value = words;
      document.querySelector('#open').requestSubmit();
    }, article);
    await language('en');
    await page.until((text) => document.querySelector('#introduction').value === text, wordsOf('author.en')['exercise.introduction.first']);
    await page.run(() => {
      document.querySelector('#language').value = 'es';
      document.querySelector('#language').dispatchEvent(new Event('change', { bubbles: true }));
      document.querySelector('who-says').findClaims();
    });
    await page.run(() => new Promise((done) => setTimeout(done, 1500)));
    await language('es');
  });
}
