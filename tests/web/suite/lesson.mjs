// A lesson in the browser: by mouse, by keyboard through the accessibility tree, by touch; solutions behind a code.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import decodeQR from 'qr/decode.js';
import { articleHtml } from '../../../web/pages/article-html.mjs';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { accessibilityTree } from '../driver/tree.mjs';
import { catchDownloads, downloaded } from './keeping.mjs';
import { begin, nodes, painted, press } from './widget.mjs';

const site = join(root, 'build/site');
const exercise = readFileSync(join(root, 'tests/app/water.exercise.json'), 'utf8');
const lessonPage = (address) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lesson</title><link rel="stylesheet" href="site.css"><meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="who-says.js"></script></head><body><main class="reading"><article id="article">${articleHtml('harwick-water')}</article><who-says article="#article" exercise="${address}"></who-says></main></body></html>`;
/** A page with a task of each kind. */
export const lessonPages = { '/water.html': lessonPage('water.json'), '/water.json': exercise };
export const said = (page, id, words) =>
  page.until((wanted, part) => [...(document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id]') ?? [])].some((node) => node.dataset.id === wanted && node.textContent.includes(part)), id, words);
export const atTask = (page, n) => said(page, 'position', `Task ${n} of 10`);
export const started = (page) => said(page, 'lesson-next', '');
/** Where the panel draws a control, scrolled into sight. */
export const spot = async (page, id) => {
  const find = (wanted) => {
    const tag = document.querySelector('who-says');
    const control = [...tag.shadowRoot.querySelectorAll('.placed')].find((node) => node.dataset.id === wanted);
    if (!control) return null;
    control.scrollIntoView({ block: 'center' });
    const [box, view] = [control, tag.shadowRoot.querySelector('.scroller')].map((node) => node.getBoundingClientRect());
    const [x, y] = [box.left + Math.min(20, box.width / 2), box.top + box.height / 2];
    // What a press brought may lie below the edge until the panel has drawn it: nobody presses there.
    return box.width > 0 && y > view.top && y < view.bottom - 2 && { x, y };
  };
  // Once it stands still: the panel scrolls after it has drawn.
  for (let before; ; ) {
    const now = await page.until(find, id);
    if (before && before.x === now.x && before.y === now.y) return now;
    before = now;
    // As many frames as a press has the panel draw, however slow they are: till then controls lie where they lay before.
    await page.run(async () => {
      for (let n = 0; n < 4; n++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)));
    });
  }
};
/** On a busy machine the panel may scroll away under a press: it is made again, as people do. `use` presses, `seen` tells that it did. */
export async function untilSeen(use, seen) {
  for (let tries = 0; tries < 3; tries++) {
    await use();
    for (let n = 0; n < 80; n++) {
      if (await seen()) return;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  assert.fail('three presses did nothing');
}
/** What the panel says at a place now. */
export const says = (page, id, words) =>
  page.run((wanted, part) => [...(document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id]') ?? [])].some((node) => node.dataset.id === wanted && node.textContent.includes(part)), id, words);
/** Whether a control is chosen now. */
export const isOn = (page, id) =>
  page.run((wanted) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[aria-checked=true],[aria-pressed=true]')].some((node) => node.dataset.id === wanted), id);
/** A control pressed by mouse until what it brings is there: words at a place; none = the control is chosen. */
const click = (page, id, place, words = '') =>
  untilSeen(async () => page.click(await spot(page, id)), () => (place ? says(page, place, words) : isOn(page, id)));
/** Waits until a control is chosen. */
export const checked = (page, id) => page.until((wanted) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[aria-checked=true],[aria-pressed=true]')].some((node) => node.dataset.id === wanted), id);

/** As assets/exercise-file.md says. */
export function sealKey(json, code, iterations) {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', pbkdf2Sync(code, salt, iterations, 32, 'sha256'), iv);
  const text = Buffer.concat([cipher.update(json), cipher.final(), cipher.getAuthTag()]);
  return { cipher: 'AES-GCM', derivation: 'PBKDF2-SHA-256', iterations, salt: salt.toString('base64'), iv: iv.toString('base64'), text: text.toString('base64') };
}

export function lesson(it) {
  it('a lesson by mouse: answered, marked on the page, looked at, kept over a reload, saved as a file', async ({ open, shot, name }) => {
    const page = await open('/water.html');
    await started(page);
    await shot(page, 'lesson-begin');
    await click(page, 'lesson-next', 'position', 'Task 1 of 10');
    /** All that the page has asked for, of anybody, since it was loaded. */
    const asked = () => page.run(() => performance.getEntriesByType('resource').map((one) => one.name));
    const before = await asked();
    assert.ok(before.some((address) => address.endsWith('/water.json')), before.join());
    await click(page, 'answer:fifth:council');
    if (name === 'chromium') {
      await click(page, 'answer:twice:moss');
      await click(page, 'answer:average:council');
      await click(page, 'lesson-check', 'lesson-result', '2');
      await shot(page, 'lesson-result');
      await click(page, 'lesson-next', 'position', 'Task 2 of 10');
    }
    // Nothing of the claims that the exercise holds is listed.
    assert.deepEqual((await nodes(page, 'claim:')).length, 0);
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="title"]') !== null);
    for (let task = name === 'chromium' ? 2 : 1; task < 5; task++) {
      await press(page, 'lesson-next');
      await atTask(page, task + 1);
    }
    await page.run(() => document.querySelector('#article').scrollIntoView());
    await begin(page, 'the council is counting the same leak twice');
    await said(page, 'quote:mark:0', 'the council is counting the same leak twice');
    assert.deepEqual((await painted(page)).map((line) => line.replace(/^.*?: /, '')), ['the council is counting the same leak twice']);
    await shot(page, 'lesson-marks');
    assert.deepEqual((await asked()).slice(before.length), [], 'nothing is sent');

    await page.reload();
    await started(page);
    await said(page, 'lesson-next', 'Go on where you were');
    await press(page, 'lesson-next');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="position"]').textContent.startsWith('Task'));
    for (let i = 0; i < 10 && !(await nodes(page, 'lesson-save')).length; i++) {
      await catchDownloads(page);
      if ((await nodes(page, 'lesson-seat')).length) break;
      const before = (await nodes(page, 'lesson-heading'))[0].text;
      await press(page, 'lesson-next');
      await page.until((was) => document.querySelector('who-says').shadowRoot.querySelector('[data-id="lesson-heading"]').textContent !== was, before);
    }
    // No seat code is typed: that is said once, at its field.
    await press(page, 'lesson-next');
    await said(page, 'problem:lesson-seat', 'Without a seat code');
    await press(page, 'lesson-next');
    await page.until(() => window.files?.length > 0);
    const work = JSON.parse(await downloaded(page));
    assert.equal(work.type, 'Work');
    assert.equal(work.exercise.id, 'harwick-water');
    assert.deepEqual(work.answers.find(({ task }) => task === 'who').choices.fifth, ['council']);
    assert.equal(work.answers.find(({ task }) => task === 'moss-says').marks.length, 1);
    // Nor when the work is handed over; the file is made on the page.
    const late = (await asked()).filter((address) => !before.includes(address) && !address.startsWith('blob:'));
    assert.deepEqual(late, []);
  });

  it('what a press of the mouse brings comes into sight: the result of a check, the seat that is asked for, the work as text', async ({ open }) => {
    const page = await open('/water.html');
    await started(page);
    const top = () => page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTop);
    /** Whether all of a control is inside of the panel. */
    const inSight = (id) => page.until((wanted) => {
      const { shadowRoot } = document.querySelector('who-says');
      const [item, view] = [[...shadowRoot.querySelectorAll('.placed')].find(({ dataset }) => dataset.id === wanted)?.getBoundingClientRect(), shadowRoot.querySelector('.scroller').getBoundingClientRect()];
      return item && item.top >= view.top && item.bottom <= view.bottom;
    }, id);
    await click(page, 'lesson-next', 'position', 'Task 1 of 10');
    await click(page, 'answer:fifth:council');
    let before = 0;
    await untilSeen(async () => {
      const at = await spot(page, 'lesson-check');
      before = await top();
      await page.click(at);
    }, () => says(page, 'lesson-result', '1'));
    assert.ok(before > 150, String(before));
    await page.until((was) => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTop < was - 50, before);
    for (let task = 2; task <= 10; task++) {
      await press(page, 'lesson-next');
      await atTask(page, task);
    }
    await press(page, 'lesson-next');
    await said(page, 'position', '1 of 10 answered');
    await click(page, 'lesson-next', 'problem:lesson-seat', 'Without a seat code');
    await inSight('lesson-seat');
    await click(page, 'lesson-copy', 'notice-text:notify');
    await page.until(() => [...document.querySelector('who-says').shadowRoot.querySelectorAll('textarea')].some(({ value }) => value.startsWith('WSW1')));
    await inSight('lesson-copy');
  });

  it('a lesson by keyboard alone, heard through the accessibility tree', { only: 'chromium' }, async ({ open, name }) => {
    const page = await open('/water.html');
    await started(page);
    const tree = () => accessibilityTree(page, name);
    const focused = async () => (await tree()).findLast((node) => node.focused);
    const tabTo = async (words) => {
      for (let i = 0; i < 80; i++) {
        await page.press('Tab');
        const now = await focused();
        if (now?.name.startsWith(words)) return now;
      }
      return assert.fail(`“${words}” is not reached`);
    };
    await tabTo('Begin');
    await page.press('Enter');
    await atTask(page, 1);
    // The next page's title has the focus: there it goes on.
    assert.equal((await focused()).name, 'Who said it?');
    const first = await tabTo('The town council');
    assert.equal(first.role, 'radio');
    assert.ok((await tree()).some((node) => node.role === 'radiogroup' && node.name === 'Who says it?'));
    await page.press(' ');
    await checked(page, 'answer:fifth:council');
    // Arrows choose; Tab leaves the group.
    await page.press('ArrowDown');
    await checked(page, 'answer:fifth:moss');
    await page.press('ArrowUp');
    await checked(page, 'answer:fifth:council');
    await tabTo('Check');
    await page.press('Enter');
    await said(page, 'lesson-result', '1');
    assert.match((await focused())?.name ?? '', /^$|found|1/i);
    // An order is made and changed.
    for (let task = 1; task < 4; task++) {
      await tabTo('Next').catch(() => tabTo('Skip'));
      await page.press('Enter');
      await atTask(page, task + 1);
    }
    await tabTo('Ruth Abara');
    await page.press('Enter');
    await tabTo('The Harwick Courier');
    await page.press('Enter');
    await tabTo('Move The Harwick Courier up');
    await page.press('Enter');
    await said(page, 'place:third:courier', '1. The Harwick Courier');
    // Words are marked with the panel's own text.
    await tabTo('Next');
    await page.press('Enter');
    await atTask(page, 5);
    await tabTo('Mark by keyboard');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="pick:next-sentence"]') !== null);
    for (let i = 0; i < 3; i++) await page.press('ArrowDown');
    await page.press('h');
    await said(page, 'parts-label', 'You have marked 1 place');
    await page.press('u', ['Control']);
  });

  it('a lesson by touch, on a phone', { only: 'chromium' }, async ({ launchWith, site: served, shot }) => {
    const page = await (await launchWith({ width: 390, height: 844 })).open('about:blank');
    await page.own.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
    await page.go(`${served.address}/water.html`);
    await page.run(() => document.querySelector('who-says').scrollIntoView());
    await started(page);
    const tap = async (id) => {
      const { x, y } = await spot(page, id);
      await page.own.touchscreen.tap(x, y);
    };
    await tap('lesson-next');
    await atTask(page, 1);
    await tap('answer:fifth:council');
    await checked(page, 'answer:fifth:council');
    await shot(page, 'lesson-phone');
    await tap('answer:fifth:moss');
    await checked(page, 'answer:fifth:moss');
    assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), 'nothing to scroll sideways');
  });

  it('a work as a link and a QR code, fetched on the press; the class page reads the link, the lesson opens with its answers, and prints them', { only: 'chromium' }, async ({ open, launchAnother, site: served, shot }) => {
    const page = await open('/lesson.html');
    await started(page);
    const { tasks, articles: [{ claims: { sources } }] } = JSON.parse(readFileSync(join(site, 'exercises/ellerby-pool.exercise.json'), 'utf8'));
    const who = tasks.find(({ id }) => id === 'who');
    const given = `answer:${who.claims[0]}:${who.sources[0]}`;
    for (let task = 1; task <= tasks.length; task++) {
      await press(page, 'lesson-next');
      await said(page, 'position', `Task ${task} of ${tasks.length}`);
      if (tasks[task - 1].id !== 'who') continue;
      await press(page, given);
      await checked(page, given);
    }
    await press(page, 'lesson-next');
    const fetched = () => page.requested.some((address) => address.includes('lesson-code'));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="lesson-link"]') !== null);
    assert.equal(fetched(), false);
    await press(page, 'lesson-link');
    await said(page, 'problem:lesson-seat', 'Without a seat code');
    await press(page, 'lesson-link');
    const shown = await page.until(() => {
      const dialog = document.querySelector('who-says').shadowRoot.querySelector('dialog[open]');
      const code = dialog?.querySelector('svg');
      return code && code.getBoundingClientRect().width && { link: dialog.querySelector('textarea').value, name: code.getAttribute('aria-label'), box: code.getBoundingClientRect().toJSON(), elements: code.querySelectorAll('*').length };
    });
    assert.ok(fetched());
    assert.ok(shown.link.startsWith(`${served.address}/lesson.html#WSW1.z.`), shown.link);
    assert.equal(shown.name, 'As a link or QR code');
    assert.ok(shown.box.width > 250, String(shown.box.width));
    assert.equal(shown.elements, 1, 'one path, however many modules');
    await shot(page, 'lesson-code');
    const seen = PNG.sync.read(Buffer.from(await page.own.screenshot({ clip: shown.box })));
    assert.equal(decodeQR(seen), shown.link);
    await page.press('Escape');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('dialog') === null);
    const line = shown.link.split('#')[1];
    await page.go(`${served.address}/class.html#${line}`);
    await page.until(() => document.querySelector('#works-said').textContent.startsWith('1 at hand'));
    await page.run((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'ellerby-pool.exercise.json'));
      const input = document.querySelector('#exercise');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, readFileSync(join(site, 'exercises/ellerby-pool.exercise.json'), 'utf8'));
    await page.until(() => document.querySelector('#works-said').textContent === '1 at hand, 1 pupil counts.');
    // What somebody else put behind the address is named and left out.
    await page.run(() => (location.hash = 'WSW1.z.<img src=x>.00000000'));
    await page.until(() => document.querySelector('#works-said').textContent.startsWith('2 at hand, 1 pupil counts. 1 does not'));
    // On another device it is the lesson with these answers.
    const elsewhere = await (await launchAnother()).open(shown.link);
    await said(elsewhere, 'lesson-next', 'Go on where you were');
    await said(elsewhere, 'notice-text:work', 'Your answers are back');
    assert.equal(await elsewhere.run(() => location.hash), '');
    mkdirSync(join(root, 'build/artefacts'), { recursive: true });
    const file = join(root, 'build/artefacts/lesson.pdf');
    writeFileSync(file, await elsewhere.own.pdf({ format: 'A4' }));
    const paper = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    for (const words of ['Pool in Ellerby stays shut', `${tasks.indexOf(who) + 1}. ${who.title ?? 'Who said it?'}`, sources.find(({ id }) => id === who.sources[0]).name]) assert.ok(paper.includes(words), words);
    assert.ok(!paper.includes('Make it easier'));
  });

  it('the lesson for older pupils: the second report is read in the panel', { only: 'chromium' }, async ({ open, shot }) => {
    const page = await open('/halm-piers.html');
    await started(page);
    assert.deepEqual((await nodes(page, 'notice')).map(({ text }) => text), []);
    for (let task = 1; task <= 11; task++) {
      await press(page, 'lesson-next');
      await said(page, 'position', `Task ${task} of 11`);
    }
    await press(page, 'lesson-text');
    await page.until(() => document.querySelector('who-says').shadowRoot.textContent.includes('Lomar’s navy'));
    await shot(page, 'lesson-older');
  });

  it('solutions behind a code: a wrong one opens nothing, the right one does', { only: 'chromium' }, async ({ browser, clean }) => {
    const sealed = JSON.parse(exercise);
    sealed.sealedKey = sealKey(JSON.stringify({ type: 'Key', format: 1, answers: sealed.key.answers }), 'green ferry at noon', 1000);
    delete sealed.key;
    const pages = { '/sealed.html': lessonPage('sealed.json'), '/sealed.json': JSON.stringify(sealed) };
    const server = await serve(site, { pages, headers: strictHeaders });
    clean(() => server.close());
    const tab = await browser.open(`${server.address}/sealed.html`);
    await started(tab);
    await press(tab, 'lesson-next');
    await atTask(tab, 1);
    assert.equal((await nodes(tab, 'lesson-check')).length, 0);
    for (let task = 1; task < 10; task++) {
      await press(tab, 'lesson-next');
      await atTask(tab, task + 1);
    }
    await press(tab, 'lesson-next');
    const type = async (code) => {
      await tab.until(() => {
        const field = document.querySelector('who-says').shadowRoot.querySelector('[data-id="lesson-code"].placed input');
        field?.focus();
        field?.select();
        return Boolean(field);
      });
      await tab.type(code);
      await press(tab, 'lesson-unlock');
    };
    await type('green ferry');
    await said(tab, 'problem:lesson-code', 'This code does not open the solutions');
    // What is said does not push the button out of sight, where another would be pressed.
    await tab.until(() => {
      const { shadowRoot } = document.querySelector('who-says');
      const view = shadowRoot.querySelector('.scroller').getBoundingClientRect();
      return ['lesson-code', 'lesson-unlock'].every((id) => {
        const { top, bottom } = [...shadowRoot.querySelectorAll('.placed')].find(({ dataset }) => dataset.id === id).getBoundingClientRect();
        return top >= view.top && bottom <= view.bottom;
      });
    });
    await type('green ferry at noon');
    await tab.until(() => !document.querySelector('who-says').shadowRoot.querySelector('[data-id="lesson-unlock"]'));
    await press(tab, 'task:who');
    await atTask(tab, 1);
    assert.equal((await nodes(tab, 'lesson-check')).length, 1);
  });
}
