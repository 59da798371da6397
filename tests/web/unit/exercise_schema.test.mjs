// assets/exercise.schema.json takes what is an exercise file and refuses what is none.

import assert from 'node:assert/strict';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { read, tracked } from '../../setup/files.mjs';

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, formats: { 'date-time': time } });
ajv.addSchema(JSON.parse(read('assets/claims.schema.json')));
const schema = JSON.parse(read('assets/exercise.schema.json'));
const isExercise = ajv.compile(schema);
const isWork = ajv.compile({ $ref: `${schema.$id}#/$defs/work` });
const isKey = ajv.compile({ $ref: `${schema.$id}#/$defs/key` });

const page = read('assets/exercise-file.md');
const blocks = [...page.matchAll(/\n```json\n([^]*?)\n```/g)].map((match) => match[1]);
const example = () => JSON.parse(blocks[0]);
const work = () => JSON.parse(blocks[1]);

const accepted = (check, file, what) => assert.ok(check(file), `${what}: ${JSON.stringify(check.errors, null, 1)}`);

test('the examples of exercise-file.md', () => {
  accepted(isExercise, example(), 'the exercise');
  accepted(isWork, work(), 'the work');
  accepted(isKey, example().key, 'the key');
  accepted(isExercise, changed((f) => delete f.key), 'without a key');
  accepted(isExercise, changed((f) => (delete f.articles[0].text, delete f.articles[0].claims)), 'about the page');
  accepted(isExercise, changed((f) => (f.sealedKey = { cipher: 'AES-GCM', derivation: 'PBKDF2-SHA-256', iterations: 600000, salt: 'AA==', iv: 'AA==', text: 'AA==' })), 'sealed');
});

test('the exercises of this project', () => {
  for (const path of tracked(/\.exercise\.json$/)) accepted(isExercise, JSON.parse(read(path)), path);
});

test('members that nobody knows, at every level', () => {
  const everywhere = (value, key) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, one] of Object.entries(value)) everywhere(one, name);
    if (!Array.isArray(value) && key !== 'choices') value['ex:unknown'] = { a: [1, null] };
  };
  const [file, answers] = [example(), work()];
  everywhere(file);
  everywhere(answers);
  accepted(isExercise, file, 'the exercise');
  accepted(isWork, answers, 'the work');
});

/** The example with one change. */
function changed(change) {
  const file = example();
  change(file);
  return file;
}
const task = (kind, file) => file.tasks.find((one) => one.kind === kind);
const refused = {
  'no tasks': (f) => (f.tasks = []),
  'no articles': (f) => delete f.articles,
  'a claims file': (f) => (f.type = 'AnnotationPage'),
  'ages in words': (f) => (f.ages = 'ten to twelve'),
  'claims that are no claims file': (f) => delete f.articles[0].claims.items,
  'a task without an id': (f) => delete f.tasks[0].id,
  'a kind that is none': (f) => (f.tasks[0].kind = 'quiz'),
  'a match without sources': (f) => delete task('match', f).sources,
  'a question that is none': (f) => (task('classify', f).asks = ['mood']),
  'another unit': (f) => (task('highlight', f).unit = 'letters'),
  'a letter that is none': (f) => (task('rank', f).letter = 'loud'),
  'no words to swap': (f) => delete task('swap-cue', f).otherCue,
  'fewer than no points': (f) => (f.tasks[0].points = -1),
  'an answer for no task': (f) => delete f.key.answers[0].task,
  'one answer that is no list': (f) => (f.key.answers[0].items[0].answer = 'council'),
  'a mark without words': (f) => delete f.key.answers[4].marks[0].selector,
  'feedback without words': (f) => delete f.key.answers[0].feedback[0].text,
  'a key sealed with a weak lock': (f) => (f.sealedKey = { cipher: 'AES-GCM', derivation: 'PBKDF2-SHA-256', iterations: 1, salt: 'AA==', iv: 'AA==', text: 'AA==' }),
};
for (const [what, change] of Object.entries(refused)) test(`refused: ${what}`, () => assert.equal(isExercise(changed(change)), false));

test('refused: works that are none', () => {
  for (const change of [(w) => delete w.exercise, (w) => (w.answers[0].choices = ['council']), (w) => (w.exercise.hash = 'B4'), (w) => (w.answers[0].hints = 'one')]) {
    const file = work();
    change(file);
    assert.equal(isWork(file), false, String(change));
  }
});

test('exercise-file.md explains every code of a problem, and no other', () => {
  const codes = (text) => new Set([...text.split('\n## Problems\n')[1].split('\n## ')[0].matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1]));
  const source = ['part', 'read', 'key', 'work', 'line'].map((name) => read(`src/model/exercise_${name}.cpp`)).join('\n');
  const given = new Set([...source.matchAll(/(?:problem\(|Error\{|Error changed\{|return \{|unknown\(|, )\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"/g)].map((match) => match[1]));
  for (const code of ['swap-cue', 'not-applicable']) given.delete(code);
  const explained = codes(page);
  const elsewhere = codes(read('assets/claims-file.md'));
  assert.deepEqual([...given].filter((code) => !explained.has(code) && !elsewhere.has(code)), []);
  assert.deepEqual([...explained].filter((code) => !given.has(code) && !source.includes(`"${code}"`)), []);
});
