// How right the engine is: by kind of edit, and whether its confidence is a probability.
//
//   node tests/bench/anchoring/table.mjs [--tool build/native-release/who-says] [--wrong] CASES.jsonl…
//
// CASES: one {"kind", "selector", "doc", "gold": [start, end] | null} a line, offsets in code points; gold null = the quote is gone.
// --wrong lists every answer that is not right.

import { answered, judge } from './cases.mjs';

const share = (n, of) => (of === 0 ? '–' : `${((100 * n) / of).toFixed(2)} %`);

export class Table {
  kinds = new Map();
  states = new Map();
  bins = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999].map((from) => ({ from, n: 0, right: 0, sum: 0 }));

  add(kind, gold, answer) {
    const verdict = judge(gold, answer);
    for (const name of [kind, 'all']) {
      const row = this.kinds.get(name) ?? { n: 0, right: 0, wrong: 0, lost: 0 };
      row.n += 1;
      row[verdict] += 1;
      this.kinds.set(name, row);
    }
    this.states.set(answer.state, (this.states.get(answer.state) ?? 0) + 1);
    if (answer.state === 'gone' || answer.state === 'ambiguous') return verdict;
    const bin = this.bins.findLast(({ from }) => answer.confidence >= from);
    bin.n += 1;
    bin.sum += answer.confidence;
    bin.right += verdict === 'right' ? 1 : 0;
    return verdict;
  }

  toString() {
    const out = ['| edit | cases | right | wrong | lost |', '|---|--:|--:|--:|--:|'];
    const names = [...this.kinds.keys()].filter((name) => name !== 'all').sort();
    for (const name of [...names, 'all']) {
      const { n, right, wrong, lost } = this.kinds.get(name);
      out.push(`| ${name} | ${n} | ${share(right, n)} | ${share(wrong, n)} | ${share(lost, n)} |`);
    }
    out.push('', '| confidence | answers | mean said | right |', '|---|--:|--:|--:|');
    this.bins.forEach(({ from, n, right, sum }, i) => {
      const to = this.bins[i + 1]?.from ?? 1;
      if (n) out.push(`| ${from} … ${to} | ${n} | ${(sum / n).toFixed(3)} | ${(right / n).toFixed(3)} |`);
    });
    out.push('', [...this.states].map(([state, n]) => `${state} ${n}`).join(', '));
    return out.join('\n');
  }
}

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const tool = option('--tool') ?? 'build/native-release/who-says';
const listed = args.includes('--wrong');
const files = args.filter((arg) => arg !== '--wrong');
if (files.length === 0) {
  console.error('usage: table.mjs [--tool who-says] [--wrong] CASES.jsonl…');
  process.exit(2);
}
const table = new Table();
for await (const [one, answer] of answered(tool, files)) {
  const verdict = table.add(one.kind, one.gold, answer);
  if (listed && verdict !== 'right') {
    const text = [...one.doc];
    const cut = (range) => (range ? text.slice(range[0], range[1]).join('') : '–');
    const shown = answer.start === null ? null : [answer.start, answer.end];
    console.log(
      JSON.stringify({ verdict, kind: one.kind, state: answer.state, confidence: answer.confidence,
        quote: one.selector.exact, gold: cut(one.gold), shown: cut(shown) }, null, 1));
  }
}
console.log(String(table));
