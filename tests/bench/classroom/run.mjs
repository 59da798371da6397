// Grading, agreement and a class of 500 in the classroom's module, and a lesson on a slow machine:   ./run bench classroom
// The tables go to the terminal and to build/bench-classroom.md; figures seen stand in ../classroom.md.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { openClass } from '../../setup/core.mjs';
import { read, root, tracked } from '../../setup/files.mjs';
import { needScreen } from '../../setup/screen.mjs';
import { agreementRows } from './agreement.mjs';
import { classOf } from './class.mjs';
import { lowEnd } from './low_end.mjs';
import { markings } from './markings.mjs';

needScreen();
const file = join(process.env.WHO_SAYS_WASM_BUILD ?? join(root, 'build/wasm-release'), 'who_says_class.wasm');
if (!existsSync(file)) {
  console.error(`missing: ${file}; ./run bench classroom builds it`);
  process.exit(2);
}
const bytes = readFileSync(file);
const out = [];
const say = (...lines) => (out.push(...lines), console.log(lines.join('\n')));
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map((_, i) => (i ? '---:' : '---'))), ...rows.map(row)];

say('# Classroom', '', `${cpus().length} × ${cpus()[0].model}, Node ${process.version}`, '');

// ---- grading: marks of every kind on every article that has claims

const articles = tracked(/^assets\/articles\/.*\.claims\.json$/).map((path) => {
  const name = path.replace(/^.*\/|\.claims\.json$/g, '');
  return { name, claims: read(path), text: read(`assets/articles/${name}.txt`).trimEnd().split('\n').join('\n\n') };
});
const shares = [];
for (const { name, claims, text } of articles) {
  const { ask } = await openClass(bytes);
  const { exercise } = ask({ verb: 'make', id: 'urn:bench', kinds: ['highlight'], articles: [{ text, claims }] });
  const about = ask({ verb: 'open', exercise });
  const [{ task, marks }] = JSON.parse(exercise).key.answers;
  // Claims of one article may lie in each other; the key has all of them.
  const keys = marks.map(({ selector }) => selector.find((one) => one.type === 'TextPositionSelector')).map(({ start, end }) => [start, end]);
  const grade = (spans) => {
    const answers = [{ task, marks: spans.map(([start, end]) => ({ selector: [{ type: 'TextPositionSelector', start, end }] })) }];
    const { points, most } = ask({ verb: 'grade', work: JSON.stringify({ exercise: { id: about.id, version: about.version, hash: about.hash }, answers }) });
    return points / most;
  };
  shares.push([`${name} (${keys.length} claims)`, ...markings(text, keys).map(([, spans]) => grade(spans).toFixed(2))]);
}
say('## Grading: share of the points', '', ...table(['article', ...markings('a', []).map(([what]) => what)], shares), '');

// ---- agreement beside published values

const { ask } = await openClass(bytes);
say('## Agreement', '', ...table(['example', 'published', 'here'], agreementRows((csv, length) => ask({ verb: 'agreement', csv, length }))), '');

// ---- a class

const made = ask({ verb: 'make', id: 'urn:class', kinds: ['match', 'classify', 'spot', 'chain', 'highlight', 'count', 'swap-cue', 'rank'], articles: [articles.find(({ name }) => name === 'pyongyang-moscow')] }).exercise;
const about = ask({ verb: 'open', exercise: made });
const times = [];
let files, answer;
for (const n of [50, 500, 500, 500]) {
  files = classOf(n, JSON.parse(made), about);
  const begin = performance.now();
  answer = ask({ verb: 'roll-up', files });
  times.push([n, performance.now() - begin]);
}
const begin = performance.now();
const csv = ask({ verb: 'csv', of: 'answers' }).csv;
const csvTime = performance.now() - begin;
const counted = answer.files.filter((one) => one.state === 'counted').length;
say(
  '## A class', '',
  ...table(['files', 'size', 'milliseconds, JSON in to JSON out'], times.map(([n, time], i) => [n, i === times.length - 1 ? `${Math.round(files.reduce((sum, one) => sum + one.text.length, 0) / 1024)} KB` : '', Math.round(time)])), '',
  `${counted} of the last ${files.length} count, ${answer.files.filter((one) => one.state === 'older').length} are older ones of the same seats, ${answer.files.length - counted - answer.files.filter((one) => one.state === 'older').length} refused or broken; ${answer.wrong.length} common wrong pairs.`,
  `CSV of all answers: ${Math.round(csv.length / 1024)} KB in ${Math.round(csvTime)} ms. WebAssembly module: ${Math.round(bytes.length / 1024)} KB.`,
);
say('', '## A lesson on a slow machine', '', ...(await lowEnd()));
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(join(root, 'build/bench-classroom.md'), `${out.join('\n')}\n`);
