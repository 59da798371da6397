// A lesson as one file, opened from a disk or a stick; where nothing can be kept, the file with the answers is offered.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportsOfLessons } from '../../../web/build.mjs';
import { root } from '../../setup/files.mjs';
import { packages } from '../../setup/packages.mjs';
import { catchDownloads, downloaded } from './keeping.mjs';
import { nodes, press } from './widget.mjs';

const said = (page, id, words) =>
  page.until((wanted, part) => [...(document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id]') ?? [])].some((node) => node.dataset.id === wanted && node.textContent.includes(part)), id, words);
const chosen = (page, id) => page.until((wanted) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[aria-checked=true]')].some((node) => node.dataset.id === wanted), id);

/** The lesson alone in a folder, as it is carried on a stick. */
async function stick({ clean }, name = 'ellerby-pool') {
  const folder = mkdtempSync(join(tmpdir(), 'who-says-stick-'));
  clean(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(await packages(), `lessons/${name}.html`), join(folder, 'lesson.html'));
  return folder;
}

export function lessonFiles(it) {
  it('a lesson as one file from a disk: nothing beside it is asked for, the answers are there again', async ({ browser, clean, shot }) => {
    const folder = await stick({ clean });
    const page = await browser.open(`file://${folder}/lesson.html`);
    await said(page, 'lesson-next', 'Begin');
    await press(page, 'lesson-next');
    await said(page, 'position', 'Task 1 of 8');
    await press(page, 'lesson-next');
    await said(page, 'position', 'Task 2 of 8');
    const { item, answer: [source] } = JSON.parse(readFileSync(join(root, 'assets/exercises/ellerby-pool.key.json'), 'utf8')).answers.find(({ task }) => task === 'who').items[0];
    await press(page, `answer:${item}:${source}`);
    await chosen(page, `answer:${item}:${source}`);
    await shot(page, 'lesson-file');
    assert.deepEqual((await nodes(page, 'notice-text')).map(({ text }) => text), []);
    await page.run(() => new Promise((done) => setTimeout(done, 500)));
    await page.reload();
    await said(page, 'lesson-next', 'Go on where you were');
    const asked = [...page.requested, ...(await page.run(() => performance.getEntriesByType('resource').map((entry) => entry.name)))];
    assert.deepEqual(asked.filter((address) => !/^(data|blob):|lesson\.html$/.test(address)), []);
    assert.deepEqual((await page.log).filter((line) => /^(error|warn)/.test(line)), []);
  });

  it('a lesson as one file where nothing can be kept: it says so, and the file is one press away; in the exercise\'s language', { only: 'chromium' }, async ({ browser, clean }) => {
    const folder = await stick({ clean });
    const { singleFile } = await exportsOfLessons();
    const files = Object.fromEntries(['site.css', 'who-says-classroom-classic.js', 'who-says-classic.js', 'who-says-words-de-classic.js'].map((name) => [name, readFileSync(join(root, 'build/site', name))]));
    const exercise = JSON.parse(readFileSync(join(root, 'assets/exercises/ellerby-pool.exercise.json'), 'utf8'));
    const german = singleFile(JSON.stringify({ ...exercise, lang: 'de', title: '</script><b>"Bad"' }), files);
    writeFileSync(join(folder, 'lesson.html'), german.replace('<head>', '<head><script>Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("refused", "SecurityError"); } });</script>'));
    const page = await browser.open(`file://${folder}/lesson.html`);
    assert.equal(await page.run(() => document.title), '</script><b>"Bad"');
    const words = JSON.parse(readFileSync(join(root, 'assets/words/lesson.de.json'), 'utf8'));
    await said(page, 'lesson-next', words['lesson.begin']);
    await press(page, 'lesson-next');
    await said(page, 'notice-text:notify', words['lesson.not-kept']);
    await catchDownloads(page);
    await press(page, 'lesson-keep');
    await page.until(() => window.files?.length > 0);
    assert.equal(JSON.parse(await downloaded(page)).type, 'Work');
  });
}
