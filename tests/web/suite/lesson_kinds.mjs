// Each of the ten kinds of task, answered as its key has it: by mouse in every browser, by touch and by keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { accessibilityTree } from '../driver/tree.mjs';
import { isOn, said, says, spot, started, untilSeen } from './lesson.mjs';
import { begin, nodes } from './widget.mjs';

const { tasks, key } = JSON.parse(readFileSync(join(root, 'tests/app/water.exercise.json'), 'utf8'));
const keyOf = (id) => key.answers.find(({ task }) => task === id) ?? {};
const orders = ['chain', 'rank'];
/** What is asked where a task has no words of its own. */
const how = JSON.parse(readFileSync(join(root, 'assets/words/lesson.en.json'), 'utf8'));

/** The controls that give the key's answers, in the order in which they are pressed. */
function controls({ id, kind, sources }) {
  if (kind === 'rank') return sources.map((source) => `answer:order:${source}`);
  return (keyOf(id).items ?? []).flatMap(({ item, answer }) =>
    answer.map((value, n) => (kind === 'classify' ? `answer:${item}:${value}:${['kind', 'office'][n]}` : `answer:${item}:${value}`)));
}

/** `use` presses a control, `write` types into a field, `mark` marks words of the article; `hear` is asked at the beginning of each task. */
async function playAll(page, { use, write, mark, hear = () => undefined }) {
  const press = (control, seen) => untilSeen(() => use(control), seen);
  await started(page);
  await press('lesson-next', () => says(page, 'position', 'Task 1 of 10'));
  for (const [n, task] of tasks.entries()) {
    await hear(task);
    for (const control of controls(task)) {
      const [, item, value] = control.split(':');
      await press(control, () => (orders.includes(task.kind) ? says(page, `place:${item}:${value}`, '') : isOn(page, control)));
    }
    for (const { selector } of keyOf(task.id).marks ?? []) await mark(selector[0].exact);
    if (['rank', 'swap-cue'].includes(task.kind)) await write(`lesson-text:${task.id}`, 'It keeps a distance');
    const { example } = keyOf(task.id);
    await press('lesson-check', () => says(page, example ? 'point:example' : 'lesson-result', ''));
    if (example) await said(page, 'point:example', example.slice(0, 20));
    else await said(page, 'lesson-result', 'You found all of it.');
    await press('lesson-next', () => (n + 1 < tasks.length ? says(page, 'position', `Task ${n + 2} of 10`) : says(page, 'lesson-heading', 'You are through')));
  }
  assert.equal((await nodes(page, 'lesson-save')).length, 0, 'the save button is where a pupil goes on');
}

const markOnPage = (page) => async (words) => {
  await page.run(() => document.querySelector('#article').scrollIntoView());
  await begin(page, words);
  await page.until((text) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="quote:mark:"]')].some((node) => node.textContent.includes(text)), words);
};

export function lessonKinds(it) {
  it('all ten kinds of task by mouse: the key’s answers are all found', { not: 'firefox' }, async ({ open }) => {
    const page = await open('/water.html');
    const use = async (id) => page.click(await spot(page, id));
    await playAll(page, { use, mark: markOnPage(page), write: async (id, words) => { await use(id); await page.type(words); } });
  });

  it('all ten kinds of task by touch, on a phone', { not: 'webkit' }, async ({ name, launchWith, site: served }) => {
    const page = await (await launchWith({ width: 390, height: 844 })).open('about:blank');
    if (name === 'chromium') await page.own.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
    await page.go(`${served.address}/water.html`);
    await page.run(() => document.querySelector('who-says').scrollIntoView());
    const use = async (id) => {
      const { x, y } = await spot(page, id);
      await page.own.touchscreen.tap(x, y);
    };
    await playAll(page, { use, mark: markOnPage(page), write: async (id, words) => { await use(id); await page.type(words); } });
  });

  it('all ten kinds of task by keyboard alone, and heard', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/water.html');
    const active = () => page.run(() => {
      const node = document.querySelector('who-says').shadowRoot?.activeElement;
      const control = node?.closest('[data-id]');
      return control && { id: control.dataset.id, radio: node.getAttribute('role') === 'radio', group: control.closest('[role=radiogroup]')?.querySelectorAll('[role=radio]').length ?? 0 };
    });
    const near = async (id) => {
      const seen = [];
      for (let tabs = 0; tabs < 120; tabs++) {
        let at = await active();
        seen.push(at?.id ?? '–');
        for (let arrows = 0; at?.radio && at.id !== id && arrows < at.group; arrows++) {
          if (!(await page.run((wanted) => [...document.querySelector('who-says').shadowRoot.activeElement.closest('[role=radiogroup]').querySelectorAll('[role=radio]')].some((node) => node.closest('[data-id]').dataset.id === wanted), id))) break;
          await page.press('ArrowDown');
          await page.until((was) => document.querySelector('who-says').shadowRoot.activeElement?.closest('[data-id]')?.dataset.id !== was, at.id);
          at = await active();
        }
        if (at?.id === id) return at;
        await page.press('Tab');
      }
      return assert.fail(`“${id}” is not reached: ${seen.join(' ')}`);
    };
    const use = async (id) => page.press((await near(id)).radio ? ' ' : 'Enter');
    const chosen = () => page.run(() => /^Chosen: (.*)$/s.exec(document.querySelector('who-says').shadowRoot.querySelector('[aria-live]').textContent)?.[1] ?? '');
    /** Presses the key until what is chosen is so. */
    const until = async (key, good) => {
      for (let n = 0; n < 60 && !good(await chosen()); n++) {
        const before = await chosen();
        await page.press(key);
        await page.until((was) => !document.querySelector('who-says').shadowRoot.querySelector('[aria-live]').textContent.endsWith(`Chosen: ${was}`), before);
      }
    };
    const mark = async (words) => {
      if (!(await nodes(page, 'pick:next-sentence')).length) await use('lesson-text');
      await said(page, 'pick:next-sentence', '');
      await until('ArrowDown', (text) => text.includes(words));
      await until('n', (text) => text.startsWith(words.split(' ').slice(0, 3).join(' ')));
      await until('ArrowLeft', (text) => text === words);
      await page.press('h');
    };
    /** What is asked, and each control of the answer by its words. */
    const hear = async (task) => {
      const tree = await accessibilityTree(page, 'chromium');
      const asked = task.instructions ?? how[`lesson.how.${task.kind}`];
      assert.ok(asked && tree.some(({ name }) => name.includes(asked)), `${task.id}: ${asked}`);
      const pressed = tree.filter(({ role }) => ['button', 'checkbox', 'radio', 'textbox'].includes(role));
      assert.deepEqual(pressed.filter(({ name }) => !name.trim()), [], task.id);
      const words = await page.run((ids) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id]')].filter(({ dataset }) => ids.includes(dataset.id)).map((node) => node.textContent.trim()), controls(task));
      assert.equal(words.length, new Set(controls(task)).size, task.id);
      for (const said of words) assert.ok(said && pressed.some(({ name }) => name.includes(said)), `${task.id}: ${said}`);
    };
    await playAll(page, { use, mark, hear, write: async (id, words) => { await near(id); await page.type(words); } });
  });
}
