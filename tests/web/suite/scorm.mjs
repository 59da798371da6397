// A lesson in a school's learning system: the package of SCORM 1.2 in the runtime of scorm-again, two frames deep.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { exportsOfLessons } from '../../../web/build.mjs';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { packages } from '../../setup/packages.mjs';

const runtime = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12/min'), 'utf8');
const exerciseFile = readFileSync(join(root, 'assets/exercises/ellerby-pool.exercise.json'), 'utf8');
const exercise = JSON.parse(exerciseFile);
const answersTo = (task) => exercise.key.answers.find((one) => one.task === task).items;
/** A learning system's window, with what it kept of the session before. */
const system = (kept) => `<!doctype html><meta charset="utf-8"><title>School</title><script src="runtime.js"></script><script>
window.asked = [];
window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
API.loadFromJSON(${JSON.stringify(kept).replaceAll('<', '\\u003c')});
for (const name of ['Initialize', 'Finish', 'Commit', 'SetValue']) API.on('LMS' + name, (...given) => asked.push([name, ...given].join(' ').trim()));
</script><iframe src="middle.html" width="1250" height="850" style="border:0"></iframe>`;
const middle = '<!doctype html><meta charset="utf-8"><title>Player</title><iframe src="course/index.html" width="1200" height="800" style="border:0"></iframe>';

/** Serves a package as a system does; `kept` as the runtime's own JSON. */
async function school({ clean, browser }, archive, kept = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'who-says-scorm-'));
  clean(() => rmSync(folder, { recursive: true, force: true }));
  const files = unzipSync(archive);
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'course', name)), { recursive: true });
    writeFileSync(join(folder, 'course', name), data);
  }
  const pages = { '/index.html': system(kept), '/middle.html': middle, '/runtime.js': runtime };
  const server = await serve(folder, { pages });
  clean(() => server.close());
  return { page: await browser.open(`${server.address}/index.html`), pages, server, files };
}

/** In the frame that holds the lesson, or in the page itself. */
const lesson = (page, code, ...given) =>
  page.run(
    (source, values) => {
      const inner = document.querySelector('iframe')?.contentDocument?.querySelector('iframe')?.contentDocument ?? document;
      const root = inner.querySelector('who-says')?.shadowRoot;
      return root ? new Function('root', 'values', `return (${source})(root, ...values)`)(root, values) : null;
    },
    code.toString(), given,
  );
async function until(page, code, ...given) {
  for (let n = 0; n < 300; n++) {
    const found = await lesson(page, code, ...given);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  return assert.fail(`not so: ${code} ${given.join()}`);
}
const press = (page, id) => until(page, (frame, wanted) => {
  const button = [...frame.querySelectorAll('button[data-id]')].find((one) => one.dataset.id === wanted);
  button?.click();
  return button !== undefined;
}, id);
const says = (page, id, words) => until(page, (frame, wanted, part) => [...frame.querySelectorAll('[data-id]')].some((node) => node.dataset.id === wanted && node.textContent.includes(part)), id, words);
const value = (page, element) => page.run((name) => API.getCMIValue(name), element);
const valueIs = (page, element, wanted) => page.until((name, expected) => API.getCMIValue(name) === expected, element, wanted);

async function answerRight(page, task) {
  for (const { item, answer: [source] } of answersTo(task)) {
    await press(page, `answer:${item}:${source}`);
    await until(page, (frame, wanted) => [...frame.querySelectorAll('[aria-checked=true]')].some((node) => node.dataset.id === wanted), `answer:${item}:${source}`);
  }
}

export function scorm(it) {
  it('a lesson in a learning system: status, score, time; the pupil goes on where it was', async ({ clean, browser, shot, name }) => {
    const { page, pages, server } = await school({ clean, browser }, readFileSync(join(await packages(), 'scorm/ellerby-pool.zip')));
    await says(page, 'lesson-next', 'Begin');
    assert.equal(await value(page, 'cmi.core.lesson_status'), 'incomplete');
    await press(page, 'lesson-next');
    await says(page, 'position', 'Task 1 of 8');
    await press(page, 'lesson-next');
    await says(page, 'position', 'Task 2 of 8');
    await answerRight(page, 'who');
    if (name === 'chromium') await shot(page, 'scorm');
    // A point for each item of the key; all there is to have: items, and marks that must be there.
    const most = exercise.key.answers.reduce((all, { items = [], marks = [], task }) => all + (exercise.tasks.find(({ id }) => id === task).points ?? items.length + marks.filter(({ optional }) => !optional).length), 0);
    const score = String(Math.round((10000 * answersTo('who').length) / most) / 100);
    await valueIs(page, 'cmi.core.score.raw', score);
    assert.deepEqual([await value(page, 'cmi.core.score.min'), await value(page, 'cmi.core.score.max')], ['0', '100']);
    await page.until(() => /^WSW1\.z\.[\w-]+\.[0-9a-f]{8}$/.test(API.getCMIValue('cmi.suspend_data')));
    assert.equal(await value(page, 'cmi.core.lesson_status'), 'incomplete');
    assert.equal(await value(page, 'cmi.core.lesson_location'), 'who');

    // The window is closed: the session ends with its time, and nothing stays in this browser.
    await page.run(() => document.querySelector('iframe').remove());
    await page.until(() => asked.includes('Finish'));
    const kept = await page.run(() => JSON.parse(JSON.stringify(API.cmi)));
    assert.equal(kept.core.exit, 'suspend');
    assert.match(kept.core.session_time, /^\d\d:\d\d:\d\d(\.\d\d?)?$/); // the runtime drops zeros at its end
    assert.doesNotMatch(kept.core.session_time, /^[0:.]+$/);
    assert.ok((await page.run(() => asked.filter((what) => what === 'Commit').length)) >= 2);
    assert.deepEqual(await page.run(async () => (await indexedDB.databases?.())?.map(({ name: one }) => one) ?? []), []);

    pages['/index.html'] = system({ ...kept, core: { ...kept.core, entry: 'resume' } });
    await page.go(`${server.address}/index.html`);
    await says(page, 'lesson-next', 'Go on where you were');
    await press(page, 'lesson-next');
    await says(page, 'position', 'Task 2 of 8');
    const { item, answer: [source] } = answersTo('who')[0];
    await until(page, (frame, wanted) => [...frame.querySelectorAll('[aria-checked=true]')].some((node) => node.dataset.id === wanted), `answer:${item}:${source}`);
    for (let task = 2; task < 8; task++) {
      await press(page, 'lesson-next');
      await says(page, 'position', `Task ${task + 1} of 8`);
    }
    await press(page, 'lesson-next');
    await valueIs(page, 'cmi.core.lesson_status', 'completed');
    assert.equal(await value(page, 'cmi.core.score.raw'), score);
    assert.equal(await value(page, 'cmi.core.lesson_location'), '');

    // A system that had no room for the work.
    pages['/index.html'] = system({ core: { lesson_location: 'who', entry: 'resume' } });
    await page.go(`${server.address}/index.html`);
    await says(page, 'lesson-next', 'Go on where you were');
    await press(page, 'lesson-next');
    await says(page, 'position', 'Task 2 of 8');
  });

  it('a package of an exercise whose names hold quotation marks; "passed" where it asks for a score', { only: 'chromium' }, async ({ clean, browser }) => {
    const title = `Anna's "pool" & <tide>\u0001 … 池`;
    const own = { ...exercise, title, articles: [{ ...exercise.articles[0] }], id: 'https://school.example/a"b\'/<c> & d' };
    const { scormPackage, nameOf } = await exportsOfLessons();
    const archive = scormPackage(JSON.stringify(own), unzipSync(readFileSync(join(await packages(), 'scorm/ellerby-pool.zip'))), { passed: 10 });
    const { page, files } = await school({ clean, browser }, archive, { student_data: { mastery_score: '10' } });
    assert.equal(nameOf(own), 'c-d');
    const read = await page.run((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      const all = (tag) => [...parsed.getElementsByTagName(tag)];
      return { broken: all('parsererror').length, titles: all('title').map((one) => one.textContent), mastery: all('adlcp:masteryscore').map((one) => one.textContent), files: all('file').map((one) => one.getAttribute('href')), sco: all('resource').map((one) => [one.getAttribute('href'), one.getAttributeNS('http://www.adlnet.org/xsd/adlcp_rootv1p2', 'scormtype')]) };
    }, Buffer.from(files['imsmanifest.xml']).toString('utf8'));
    const shown = title.replace('\u0001', '\ufffd');
    assert.deepEqual(read, { broken: 0, titles: [shown, shown], mastery: ['10'], files: Object.keys(files).filter((name) => name !== 'imsmanifest.xml'), sco: [['index.html', 'sco']] });
    await says(page, 'lesson-next', 'Begin');
    assert.equal(await page.run(() => document.querySelector('iframe').contentDocument.querySelector('iframe').contentDocument.title), shown);
    await press(page, 'lesson-next');
    await says(page, 'position', 'Task 1 of 8');
    await press(page, 'lesson-next');
    await answerRight(page, 'who');
    for (let task = 2; task < 8; task++) {
      await press(page, 'lesson-next');
      await says(page, 'position', `Task ${task + 1} of 8`);
    }
    await press(page, 'lesson-next');
    await valueIs(page, 'cmi.core.lesson_status', 'passed');
  });

  it('the same package without a learning system: the lesson is as ever, kept in this browser', { only: 'chromium' }, async ({ clean, browser }) => {
    const { page, server } = await school({ clean, browser }, readFileSync(join(await packages(), 'scorm/ellerby-pool.zip')));
    const open = async () => {
      await page.go(`${server.address}/course/index.html`);
      await until(page, (frame) => frame.querySelector('[data-id="lesson-next"]') !== null);
    };
    await open();
    await press(page, 'lesson-next');
    await says(page, 'position', 'Task 1 of 8');
    await press(page, 'lesson-next');
    await answerRight(page, 'who');
    await page.run(() => new Promise((done) => setTimeout(done, 500))); // nobody leaves while the answer is on its way to the disk
    await open();
    await says(page, 'lesson-next', 'Go on where you were');
    assert.equal(await until(page, (frame) => [...frame.querySelectorAll('[data-id^="notice-text"]')].length === 0 || 'a notice'), true);
  });
}
