// How right the engine is beside its peers, on the same cases in one run: by kind of edit, right / wrong / lost.
//
//   node tests/bench/anchoring/peers.mjs [--tool build/native-release/who-says] CASES.jsonl…
//
// CASES as for table.mjs. The engine answers natively, and once more as WebAssembly; the peers answer in Chromium, on a page that holds
// the case's text.
//
//   match-quote            match_quote.mjs, on approx-string-match; shows whatever it finds
//   match-quote, strict    the same, nothing shown below the score that makes it right most often on these very cases
//   dom-anchor-text-quote  with the old position as its hint
//   offsets                the old position, whatever stands there

import { answered, judge } from './cases.mjs';
import { openSite } from './site.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--tool');
const tool = at < 0 ? 'build/native-release/who-says' : args.splice(at, 2)[1];
if (args.length === 0) {
  console.error('usage: peers.mjs [--tool who-says] CASES.jsonl…');
  process.exit(2);
}

// What the engine is to reach: shares of right answers, all in all and by kind, and of wrong ones.
const bars = { right: 0.97, wrong: 0.008, kind: 0.95, kinds: { 'words-40-percent': 0.9 } };

// Cases count code points, pages code units.
const units = (points, text) => (/[\ud800-\udfff]/.test(text) ? [...text].slice(0, points).join('').length : points);
const points = (unit, text) => (/[\ud800-\udfff]/.test(text) ? [...text.slice(0, unit)].length : unit);
const shown = (found, doc) => (found ? { state: 'moved', start: points(found.start, doc), end: points(found.end, doc) } : { state: 'gone' });
// A selector's offset counts the text as it was, which is not here: taken for one of this text, as the tool does.
const hint = ({ start }, doc) => (start === undefined ? undefined : units(start, doc));

const site = await openSite();
const page = await site.open();
const all = [];
async function ask(file) {
  const own = answered(tool, [file]);
  let batch = [];
  const flush = async () => {
    const given = batch.map(([{ doc, selector }]) => ({ doc, selector: { prefix: '', suffix: '', ...selector, begin: hint(selector, doc) } }));
    const answers = await site.ask(page, 'answers', given);
    batch.forEach(([{ kind, doc, gold, selector }, native], i) => {
      const { own: wasm, quote, dom } = answers[i];
      all.push({
        kind, gold, native, score: quote?.score ?? 0,
        same: wasm.state === native.state && (native.start === null || (points(wasm.start, doc) === native.start && points(wasm.end, doc) === native.end)),
        quote: shown(quote, doc), dom: shown(dom, doc),
        offsets: selector.start === undefined ? { state: 'gone' } : { state: 'exact', start: selector.start, end: selector.end },
      });
    });
    batch = [];
  };
  for await (const one of own) {
    batch.push(one);
    if (batch.length === 100) await flush();
  }
  await flush();
}
for (const file of args) await ask(file);
await site.close();

/** Shares of the verdicts on `list` by what `answer` gives. */
function verdicts(list, answer) {
  const out = { right: 0, wrong: 0, lost: 0 };
  for (const one of list) out[judge(one.gold, answer(one))] += 1 / list.length;
  return out;
}
const strict = (least) => (one) => (one.score >= least ? one.quote : { state: 'gone' });
const steps = Array.from({ length: 51 }, (_, n) => 0.5 + n / 100);
const least = steps.reduce((best, step) => (verdicts(all, strict(step)).right > verdicts(all, strict(best)).right ? step : best));

const columns = {
  'Who Says': (one) => one.native,
  'match-quote': (one) => one.quote,
  [`match-quote, strict (${least.toFixed(2)})`]: strict(least),
  'dom-anchor-text-quote': (one) => one.dom,
  offsets: (one) => one.offsets,
};
const share = (value) => (100 * value).toFixed(1);
const kinds = [...new Set(all.map(({ kind }) => kind))].sort();
console.log(`right / wrong / lost, percent\n\n| edit | cases | ${Object.keys(columns).join(' | ')} |\n|---|--:|${'--:|'.repeat(5)}`);
const missed = [];
for (const kind of [...kinds, 'all']) {
  const list = kind === 'all' ? all : all.filter((one) => one.kind === kind);
  const cells = Object.values(columns).map((answer) => {
    const { right, wrong, lost } = verdicts(list, answer);
    return `${share(right)} / ${share(wrong)} / ${share(lost)}`;
  });
  console.log(`| ${kind} | ${list.length} | ${cells.join(' | ')} |`);
  const { right, wrong } = verdicts(list, columns['Who Says']);
  const bar = kind === 'all' ? bars.right : (bars.kinds[kind] ?? bars.kind);
  if (right < bar) missed.push(`${kind}: right ${share(right)} %, not ${share(bar)} %`);
  if (kind === 'all' && wrong > bars.wrong) missed.push(`wrong ${share(wrong)} %, not ${share(bars.wrong)} % at most`);
}
console.log(`\nThe engine as WebAssembly gives the native answer in ${all.filter(({ same }) => same).length} of ${all.length} cases.`);
console.log(missed.length ? `Missed: ${missed.join('; ')}` : 'Every bar is held.');
