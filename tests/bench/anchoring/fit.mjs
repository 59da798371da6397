// Fits the weights of src/anchor/weights.inc to cases: conditional logistic regression. The places that the engine weighed for one
// case and "the quote is gone" are the alternatives; the right one is the place that covers the gold range best, if it does so
// enough, else "gone".
//
//   node tests/bench/anchoring/fit.mjs [--tool build/native-release/who-says] [--ridge 0.3] [--write] CASES.jsonl…
//
// Prints the loss and the weights; --write puts them into weights.inc (its comments stay). Which places are weighed depends on the
// weights, so build and fit again until the loss stands still: twice is enough.

import { readFileSync, writeFileSync } from 'node:fs';
import { answered, overlap, RIGHT } from './cases.mjs';

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const tool = option('--tool') ?? 'build/native-release/who-says';
const ridge = Number(option('--ridge') ?? 0.3);
const write = args.includes('--write');
const files = args.filter((arg) => arg !== '--write');

/** One problem a case: the terms of each place, and which place is right (-1 = gone). */
const problems = [];
for await (const [{ gold }, { places }] of answered(tool, files, '--explain')) {
  if (places.length === 0) continue;
  let right = -1;
  let best = RIGHT;
  places.forEach(({ range }, i) => {
    const share = gold ? overlap(gold, range) : 0;
    if (share >= best) [right, best] = [i, share + 1e-9];
  });
  problems.push({ terms: places.map(({ terms }) => terms), right });
}
const size = problems[0].terms[0].length;

/** Mean loss with its gradient and second derivatives at `w`. */
function slope(w) {
  let loss = 0;
  const gradient = new Float64Array(size);
  const second = Array.from({ length: size }, () => new Float64Array(size));
  for (const { terms, right } of problems) {
    const scores = terms.map((x) => x.reduce((sum, value, i) => sum + value * w[i], 0));
    const top = Math.max(0, ...scores);
    const all = Math.exp(-top) + scores.reduce((sum, s) => sum + Math.exp(s - top), 0);
    const p = scores.map((s) => Math.exp(s - top) / all);
    loss -= Math.log(Math.max(1e-300, right < 0 ? Math.exp(-top) / all : p[right]));
    const mean = new Float64Array(size);
    terms.forEach((x, k) => x.forEach((value, i) => { mean[i] += p[k] * value; }));
    for (let i = 0; i < size; ++i) {
      gradient[i] += mean[i] - (right < 0 ? 0 : terms[right][i]);
      for (let j = 0; j <= i; ++j) {
        let sum = -mean[i] * mean[j];
        for (let k = 0; k < terms.length; ++k) sum += p[k] * terms[k][i] * terms[k][j];
        second[i][j] += sum;
      }
    }
  }
  for (let i = 0; i < size; ++i) {
    loss += (ridge * w[i] * w[i]) / 2;
    gradient[i] += ridge * w[i];
    second[i][i] += ridge;
    for (let j = 0; j < i; ++j) second[j][i] = second[i][j];
  }
  return { loss, gradient, second };
}

/** x of A x = b, A symmetric and positive: Gauss with pivots. */
function solve(a, b) {
  const rows = a.map((row, i) => [...row, b[i]]);
  for (let i = 0; i < size; ++i) {
    let pivot = i;
    for (let k = i + 1; k < size; ++k) if (Math.abs(rows[k][i]) > Math.abs(rows[pivot][i])) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let k = i + 1; k < size; ++k) {
      const times = rows[k][i] / rows[i][i];
      if (times) for (let j = i; j <= size; ++j) rows[k][j] -= times * rows[i][j];
    }
  }
  const x = new Float64Array(size);
  for (let i = size - 1; i >= 0; --i) {
    let sum = rows[i][size];
    for (let j = i + 1; j < size; ++j) sum -= rows[i][j] * x[j];
    x[i] = sum / rows[i][i];
  }
  return x;
}

// Newton's method, halving steps that overshoot. The loss is convex, so it ends at the one least place.
let w = new Float64Array(size);
let now = slope(w);
for (let round = 0; round < 60; ++round) {
  const step = solve(now.second, now.gradient);
  let times = 1;
  let next, tried;
  do {
    tried = w.map((value, i) => value - times * step[i]);
    next = slope(tried);
    times /= 2;
  } while (next.loss > now.loss && times > 1e-6);
  if (now.loss - next.loss < 1e-7 * now.loss) break;
  [w, now] = [tried, next];
}
console.log(`${problems.length} cases with places, loss a case ${(now.loss / problems.length).toFixed(5)}`);
console.log([...w].map((value) => value.toFixed(2)).join(', '));
if (write) {
  const path = new URL('../../../src/anchor/weights.inc', import.meta.url);
  let i = 0;
  const filled = readFileSync(path, 'utf8').replace(/^( +)-?\d+(\.\d+)?,/gm, (_, space) => `${space}${w[i++].toFixed(3)},`);
  if (i !== size) throw new Error(`weights.inc has ${i} weights, the engine ${size} terms`);
  writeFileSync(path, filled);
}
