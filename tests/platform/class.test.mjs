// The classroom's module as its pages use it: from claims to an exercise, works by file and line, a class, and what is wrong.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { openClass } from '../setup/core.mjs';
import { read } from '../setup/files.mjs';

const file = join(process.env.WHO_SAYS_WASM_BUILD ?? '', 'who_says_class.wasm');
const skip = existsSync(file) ? false : 'there is no WebAssembly build tree';
const bytes = skip ? null : readFileSync(file);

const [exercise, work] = [...read('assets/exercise-file.md').matchAll(/\n```json\n([^]*?)\n```/g)].map((match) => match[1]);

/** An instance that has the example open. */
async function opened() {
  const { ask } = await openClass(bytes);
  return { ask, about: ask({ verb: 'open', exercise }) };
}
const refused = (answer) => answer.error?.code;

test('it asks nothing of the page', { skip }, async () => {
  const imports = WebAssembly.Module.imports(await WebAssembly.compile(bytes)).map(({ module, name }) => `${module}.${name}`);
  assert.deepEqual(imports.filter((name) => !/^wasi_snapshot_preview1[.]|[.]emscripten_notify_memory_growth$/.test(name)), []);
});

test('an exercise, its key apart, a work as file, line and packed line', { skip }, async () => {
  const { ask, about } = await opened();
  assert.equal(about.hash, JSON.parse(work).exercise.hash);
  assert.equal(about.articleHash, JSON.parse(work).articles[0]);
  assert.deepEqual([about.hasKey, about.sealed, about.hasText, about.tasks.length, about.problems], [true, false, true, 9, []]);
  const { exercise: bare, key } = ask({ verb: 'split' });
  assert.equal(JSON.parse(bare).key, undefined);
  // What `classify` asks is in the key, not in the pupils' file.
  const [asked] = JSON.parse(bare).tasks.filter(({ kind }) => kind === 'classify');
  for (const source of JSON.parse(bare).articles[0].claims.sources.filter(({ id }) => asked.sources.includes(id))) assert.deepEqual([source.kind, source.office, source.name !== ''], [undefined, undefined, true]);
  assert.deepEqual(JSON.parse(key).sources.map(({ id }) => id).toSorted(), asked.sources.toSorted());

  const saved = ask({ verb: 'work', work });
  assert.deepEqual(JSON.parse(saved.work), JSON.parse(work));
  assert.equal(ask({ verb: 'grade', work }).points, 7);
  assert.equal(ask({ verb: 'grade', work: `From: B4\n> ${saved.line}` }).points, 7);
  const packed = ask({ verb: 'wrap', packed: true, data: deflateRawSync(saved.short).toString('base64url') }).line;
  assert.ok(packed.length < saved.line.length);
  assert.equal(refused(ask({ verb: 'grade', work: packed })), 'packed-line');
  const inside = ask({ verb: 'unwrap', line: packed });
  assert.equal(inside.packed, true);
  assert.equal(inflateRawSync(Buffer.from(inside.data, 'base64url')).toString(), saved.short);

  const pupil = (await openClass(bytes)).ask;
  assert.equal(pupil({ verb: 'open', exercise: bare }).hash, about.hash);
  assert.equal(pupil({ verb: 'grade', work }).most, 0);
  assert.deepEqual(pupil({ verb: 'key', key }).problems, []);
  assert.equal(pupil({ verb: 'grade', work }).points, 7);
});

test('a class, as JSON, CSV and statements', { skip }, async () => {
  const { ask } = await opened();
  const files = Array.from({ length: 20 }, (_, n) => ({ name: `${n}.work.json`, text: JSON.stringify({ ...JSON.parse(work), seat: `S${n % 15}` }) }));
  files.push({ name: 'photo.jpg', text: '\u0000' });
  const all = ask({ verb: 'roll-up', files });
  assert.equal(all.pupils.length, 15);
  assert.deepEqual(all.files.map((one) => one.state).filter((state) => state !== 'counted').sort(), ['broken', ...Array(5).fill('older')]);
  assert.equal(all.agreement.find((one) => one.task === 't5').agreement.value, 1);
  assert.equal(ask({ verb: 'csv', of: 'pupils' }).csv.trimEnd().split('\r\n').length, 16);
  assert.ok(ask({ verb: 'csv', of: 'answers' }).csv.includes('This claim is not marked.'));
  assert.equal(JSON.parse(ask({ verb: 'xapi', home: 'https://school.example' }).statements).length, 15 * 5);
  assert.equal(ask({ verb: 'roll-up', files: [] }).pupils.length, 0);
  assert.equal(ask({ verb: 'agreement', csv: 'unit,coder,value\n1,a,x\n1,b,x\n2,a,y\n2,b,x\n' }).cohenKappa.value, 0);
});

test('an exercise that has no text: works are of it, choices are graded, marks are not', { skip }, async () => {
  const { ask } = await openClass(bytes);
  const without = JSON.parse(exercise);
  delete without.articles[0].text;
  delete without.articles[0].claims.article.hash;
  const about = ask({ verb: 'open', exercise: JSON.stringify(without) });
  assert.equal(about.hasText, false);
  const { files, pupils: [pupil] } = ask({ verb: 'roll-up', files: [{ name: 'a', text: work }] });
  assert.equal(files[0].state, 'counted');
  const graded = new Map(pupil.grade.tasks.map((task) => [task.task, task]));
  assert.equal(graded.get('t1').graded, true);
  assert.equal(graded.get('t5').graded, false);
  assert.match(graded.get('t5').reason, /text of the article is not at hand/);
});

test('an exercise from a claims file: each kind, the same each time, graded in full by its own key', { skip }, async () => {
  const { ask } = await openClass(bytes);
  const text = read('assets/articles/pyongyang-moscow.txt').trim().split('\n').join('\n\n');
  const claims = read('assets/articles/pyongyang-moscow.claims.json');
  const kinds = ['match', 'classify', 'spot', 'chain', 'highlight', 'count', 'swap-cue', 'check-number', 'rank', 'compare'];
  const wish = { verb: 'make', id: 'urn:a', title: 'A', kinds, articles: [{ text, claims }] };
  const made = ask(wish).exercise;
  assert.equal(ask(wish).exercise, made);
  const tasks = JSON.parse(made).tasks.map((task) => task.kind);
  assert.deepEqual(kinds.filter((kind) => !tasks.includes(kind)), ['check-number', 'compare']); // its claims hold no sum, and it is one article
  const about = ask({ verb: 'open', exercise: made });
  assert.deepEqual(about.problems, []);
  const bare = JSON.parse(ask({ verb: 'split' }).exercise);
  assert.doesNotMatch(JSON.stringify(bare.articles[0].claims.items), /linking|identifying|sourcing/);
  const key = JSON.parse(made).key;
  const answers = key.answers.map(({ task, items = [], marks = [] }) => ({
    task, choices: Object.fromEntries(items.map((item) => [item.item, item.answer])), marks,
  }));
  const mine = JSON.stringify({ exercise: { id: about.id, version: about.version, hash: about.hash }, answers });
  const grade = ask({ verb: 'grade', work: mine });
  assert.ok(grade.most > 20);
  assert.equal(grade.points, grade.most);
  const task = (more) => JSON.parse(ask({ ...wish, ...more }).exercise).tasks[0];
  const { about: toAsk } = ask({ ...wish, kinds: ['match', 'highlight'] });
  assert.deepEqual(task({ kinds: ['match'], asked: { match: toAsk.match.slice(0, 2), riddle: ['c'], spot: 7 } }).claims, toAsk.match.slice(0, 2));
  assert.deepEqual([task({ kinds: ['rank'], letter: 'named' }).letter, task({ kinds: ['rank'], letter: 'Z' }).letter], ['named', 'independent']);
  const search = task({ kinds: ['highlight'], source: toAsk.highlight[0], sentences: true });
  assert.deepEqual([search.source, search.unit], [toAsk.highlight[0], 'sentences']);
  const two = ask({ ...wish, kinds: ['compare'], articles: [{ text, claims }, { text, claims }] });
  assert.ok(JSON.parse(two.exercise).key.answers[0].items.every((item) => item.answer[0] === 'both'));
});

test('the arithmetic that the engine writes beside a claim becomes a task with its answer', { skip }, async () => {
  const { ask } = await openClass(bytes);
  const text = 'Police held 20 people: 12 men and 9 women, the mayor said.';
  const claim = { id: 'c', type: 'Annotation', motivation: 'highlighting', target: { selector: [{ type: 'TextQuoteSelector', exact: 'Police held 20 people' }, { type: 'TextPositionSelector', start: 0, end: 21 }] } };
  const made = (value) => {
    const body = [{ type: 'TextualBody', purpose: 'questioning', value }];
    const { exercise: file } = ask({ verb: 'make', id: 'e', kinds: ['check-number'], articles: [{ text, claims: JSON.stringify({ type: 'AnnotationPage', items: [{ ...claim, body }] }) }] });
    return JSON.parse(file).key.answers[0];
  };
  const working = '12 men + 9 women = 21; the text says 20 people.';
  assert.deepEqual(made(working).items, [{ item: 'sum', answer: ['does-not-hold'], because: working }]);
  assert.deepEqual([made('Is 12 + 9 = 20?').items, made('Is 12 + 9 = 20?').example], [undefined, 'Is 12 + 9 = 20?']);
});

test('what is wrong is said, and nothing breaks', { skip }, async () => {
  const { ask, say } = await openClass(bytes);
  assert.equal(refused(say('{')), 'not-json');
  assert.equal(refused(ask({ verb: 'grade', work })), 'no-exercise');
  assert.equal(refused(ask({ verb: 'open', exercise: '{}' })), 'wrong-shape');
  assert.equal(refused(ask({ verb: 'make', kinds: ['riddle'], articles: [] })), 'unknown-word');
  assert.equal(refused(ask({ verb: 'make', kinds: ['match'], articles: [] })), 'no-tasks');
  ask({ verb: 'open', exercise });
  assert.equal(refused(ask({ verb: 'dance' })), 'unknown-verb');
  assert.equal(refused(ask({ verb: 'work', work: 'no line' })), 'no-line');
  assert.equal(refused(ask({ verb: 'wrap', data: '***' })), 'wrong-shape');
  assert.equal(refused(ask({ verb: 'grade', work: work.replace(/"hash": "[0-9a-f]+"/, '"hash": "0000000000000000"') })), 'other-exercise');
  assert.equal(ask({ verb: 'grade', work }).points, 7);
});
