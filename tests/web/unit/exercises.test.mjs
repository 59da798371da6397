// The exercises that come along, and their teacher's pages.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { answersHtml } from '../../../web/pages/exercise-html.mjs';
import { kindsOfSource } from '../../../web/pages/worksheet/exercise.ts';
import { read, root, tracked } from '../../setup/files.mjs';

const names = tracked(/^assets\/exercises\/.*\.source\.mjs$/).map((path) => /([^/]*)\.source\.mjs$/.exec(path)[1]);
const exercise = (name) => JSON.parse(read(`assets/exercises/${name}.exercise.json`));
const text = (html) => html.replace(/<[^>]*>/g, ' ').replace(/&quot;/g, '"').replace(/\s+/g, ' ');

test('their files are made from their sources', () => {
  assert.ok(names.length >= 2);
  const { status, stderr } = spawnSync(process.execPath, ['web/pages/build-exercises.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('paper offers the kinds of source that a panel does', () => {
  const [, list] = /WHO_SAYS_WORDS\(SourceKind,([^)]*)\)/.exec(read('src/model/vocabulary.cpp'));
  const all = [...list.matchAll(/"([a-z-]+)"/g)].map(([, word]) => word);
  assert.deepEqual(kindsOfSource, all.slice(0, all.indexOf('data-statistics') + 1));
});

test('one is for the young, one for the older; together they have all kinds of tasks', () => {
  assert.deepEqual(names.map((name) => exercise(name).ages).toSorted(), [[11, 14], [15, 18]]);
  assert.equal(new Set(names.flatMap((name) => exercise(name).tasks.map(({ kind }) => kind))).size, 10);
});

for (const name of names) {
  test(`${name}: pupils see neither chains nor kinds of claims, and no claim that no task asks about`, () => {
    const { articles, tasks } = exercise(name);
    const asked = new Set(tasks.flatMap(({ claims = [] }) => claims));
    for (const claim of articles.flatMap(({ claims }) => claims.items)) {
      assert.deepEqual(Object.keys(claim), ['id', 'type', 'motivation', 'target']);
      assert.ok(asked.delete(claim.id), claim.id);
    }
    assert.deepEqual([...asked], []);
  });

  test(`${name}: the teacher's page has every task, answer and reason, and tells the minutes`, () => {
    const { tasks, key } = exercise(name);
    const page = read(`web/pages/${name}-teacher.html`);
    assert.match(page, new RegExp(`<!-- answers ${name} -->`));
    const answers = text(answersHtml(name));
    for (const { instructions } of tasks) assert.ok(answers.includes(instructions), instructions);
    for (const { items = [], marks = [], example } of key.answers) {
      for (const { because } of [...items, ...marks]) if (because) assert.ok(answers.includes(because), because);
      if (example) assert.ok(answers.includes(example), example);
    }
    const minutes = tasks.reduce((all, task) => all + task.minutes, 0);
    assert.ok(page.includes(`${minutes} minutes`), `${minutes} minutes`);
    for (const heading of ['What pupils learn', 'How the lesson can go', 'To talk about', 'Where pupils stumble']) assert.ok(page.includes(`<h2>${heading}</h2>`), heading);
  });
}
