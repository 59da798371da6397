// What a learning system is told, without a browser: where its runtime is looked for, times, packages; work that has no room.

import assert from 'node:assert/strict';
import test from 'node:test';
import { escaped, inScript } from '../../../web/exports/markup.mjs';
import { ScormReport } from '../../../web/exports/scorm-report.ts';
import { findApi, Runtime, timespan } from '../../../web/exports/scorm-runtime.ts';
import { scormPackage } from '../../../web/exports/scorm-package.ts';
import { noise } from './noise.ts';
import type { Ask } from '../../../web/pages/class/module.ts';

const api = { LMSInitialize: () => 'true' };
/** A window `depth` frames inside of one that has (or is) `top`. */
function inside(depth: number, top: object): Window {
  let window = { ...top } as { parent?: unknown };
  window.parent ??= window;
  for (let n = 0; n < depth; n++) window = { parent: window };
  return window as unknown as Window;
}
const foreign = (parent: object): object => Object.defineProperty({ parent }, 'API', { get: () => { throw new Error('SecurityError'); } });

test('the runtime is found in windows around, in the opener and around it; at most 500 of them', () => {
  assert.equal(findApi(inside(0, { API: api })), api);
  assert.equal(findApi(inside(7, { API: api })), api);
  assert.equal(findApi(inside(500, { API: api })), api);
  assert.equal(findApi(inside(501, { API: api })), undefined);
  assert.equal(findApi(inside(3, {})), undefined);
  assert.equal(findApi(inside(0, foreign(inside(1, { API: api })))), api);
  assert.equal(findApi(inside(0, { opener: inside(2, { API: api }) })), api);
  const top = { opener: inside(1, { API: api }) };
  assert.equal(findApi({ parent: top, top } as unknown as Window), api);
  assert.equal(Runtime.open(inside(1, { API: { LMSInitialize: () => 'false' } })), undefined);
});

test('times as the standard writes them', () => {
  assert.deepEqual([0, 1004, 61_230, 3_600_000, 360_000_000, -5, Infinity].map(timespan), ['00:00:00.00', '00:00:01.00', '00:01:01.23', '01:00:00.00', '100:00:00.00', '00:00:00.00', '9999:59:59.99']);
});

test('words inside of HTML, XML and scripts', () => {
  assert.equal(escaped(`<a b="c" d='e'>&\u0000\ud800 \u{1f30a}`), '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\ufffd\ufffd \u{1f30a}');
  assert.equal(inScript('{"x": "</script><!--"}'), '{"x":"\\u003c/script>\\u003c!--"}');
});

test('an exercise that no page can be made of is refused with a sentence', () => {
  assert.throws(() => scormPackage('{"articles": [{"claims": {}}]}', {}), /does not hold the text of its article/);
  assert.throws(() => scormPackage('[]', {}), /no exercise file/);
  assert.throws(() => scormPackage('{"articles": [{"text": "A"}]}', {}), /site\.css of Who Says is missing/);
});

/** A runtime that keeps what it is given, and a module that grades nothing. */
function session(values: Record<string, string> = {}, refused: string[] = []) {
  const told: string[] = [];
  const runtime = Runtime.open({
    API: {
      LMSInitialize: () => 'true', LMSFinish: () => (told.push('finish'), 'true'), LMSCommit: () => (told.push('commit'), 'true'),
      LMSGetValue: (name: string) => values[name] ?? '',
      LMSSetValue: (name: string, value: string) => (refused.includes(name) ? 'false' : ((values[name] = value), 'true')),
    },
  } as unknown as Window)!;
  const ask = ((question: { verb: string; work: string; line: string }) =>
    question.verb === 'grade' ? { points: 0, most: 0 } : question.verb === 'unwrap' ? { packed: true, data: question.line.split('.')[2] } : { short: question.work, line: question.work, work: question.work }) as unknown as Ask;
  return { values, told, report: new ScormReport(runtime, Promise.resolve(ask)) };
}

test('work that has no room in a learning system is kept without what was written, and that is told', async () => {
  const { report } = session();
  const work = (text: string): string => JSON.stringify({ done: false, answers: [{ task: 'who', choices: { c1: ['council'] } }, { task: 'why', text }] });
  await report.keep(work('Because.'));
  assert.match(await report.load(), /Because/);
  await assert.rejects(report.keep(work(noise(9000))), RangeError);
  const kept = JSON.parse(await report.load()) as { answers: object[] };
  assert.deepEqual(kept.answers, [{ task: 'who', choices: { c1: ['council'] } }, { task: 'why' }]);
  report.finish();
});

test('a learning system that keeps no work: that is told, status and score reach it all the same', async () => {
  const { values, told, report } = session({}, ['cmi.suspend_data']);
  await assert.rejects(report.keep('{"answers": [], "done": true}'), (fault: Error) => !(fault instanceof RangeError) && /keeps nothing/.test(fault.message));
  assert.equal(values['cmi.core.lesson_status'], 'completed');
  assert.deepEqual(told, ['commit', 'commit']);
  assert.equal(await report.load(), '');
  report.finish();
  assert.equal(told.at(-1), 'finish');
});

test('the page goes while the newest answers are on their way: the learning system has them', async () => {
  const { values, told, report } = session();
  await report.keep('{"answers": []}');
  const last = '{"answers": [{"task": "who", "choices": {"c1": ["council"]}}], "done": true}';
  void report.keep(last);
  report.finish();
  assert.equal(values['cmi.suspend_data'], last);
  assert.equal(values['cmi.core.lesson_status'], 'completed');
  assert.match(values['cmi.core.session_time']!, /^\d{2,4}:\d\d:\d\d[.]\d\d$/);
  assert.equal(values['cmi.core.exit'], 'suspend');
  assert.equal(told.at(-1), 'finish');
  await new Promise((done) => setTimeout(done, 20));
  assert.equal(told.at(-1), 'finish');
});

test('a lesson with no room even without what was written: what was kept before stays, never more than 4,096 characters, and it is told', async () => {
  const { values, report } = session();
  const ids = noise(16_000);
  const work = (tasks: number): string => JSON.stringify({ answers: Array.from({ length: tasks }, (_, n) => ({ task: `t${n}`, choices: { c: [ids.slice(80 * n, 80 * n + 80)] } })) });
  await report.keep(work(2));
  const before = values['cmi.suspend_data'];
  await assert.rejects(report.keep(work(200)), RangeError);
  assert.equal(values['cmi.suspend_data'], before);
  assert.ok(before!.length <= 4096);
  report.finish();
});

test('the task in front is told with each answer, also where the work has no room; on return it is known', async () => {
  const { values, report } = session({}, ['cmi.suspend_data']);
  assert.equal(report.place(), '');
  await assert.rejects(report.keep('{"answers": []}', 'who'));
  assert.equal(values['cmi.core.lesson_location'], 'who');
  // More than 255 characters are not the standard's.
  await assert.rejects(report.keep('{"answers": []}', 'x'.repeat(256)));
  assert.equal(session(values).report.place(), 'who');
  await assert.rejects(report.keep('{"answers": []}', ''));
  assert.equal(values['cmi.core.lesson_location'], '');
  report.finish();
});

test('a lesson that was done stays so; one that is only looked at again changes nothing; without a key there is no score', async () => {
  const { values, told, report } = session({ 'cmi.core.lesson_status': 'completed' });
  await report.keep('{"answers": []}');
  assert.equal(values['cmi.core.lesson_status'], 'completed');
  assert.equal(values['cmi.core.score.raw'], undefined);
  report.finish();
  report.finish();
  assert.deepEqual(told, ['commit', 'commit', 'finish']);
  const review = session({ 'cmi.core.lesson_status': 'passed', 'cmi.core.lesson_mode': 'review', 'cmi.suspend_data': '' });
  await review.report.keep('{"answers": [], "done": true}');
  assert.equal(review.values['cmi.suspend_data'], '');
  assert.equal(review.values['cmi.core.lesson_status'], 'passed');
  review.report.finish();
});
