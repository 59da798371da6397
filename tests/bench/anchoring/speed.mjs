// Time of the engine against the size of the text, beside approx-string-match from npm, in one process each on one machine.
//
//   node tests/bench/anchoring/speed.mjs [--bench build/native-release/tests/anchor_speed]
//
// The engine's side is native (anchor_speed.cpp prints its figures); the peer runs in this Node.

import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import asm from 'approx-string-match';

const search = asm.default ?? asm;
const at = process.argv.indexOf('--bench');
const bench = at < 0 ? 'build/native-release/tests/anchor_speed' : process.argv[at + 1];
console.log('| text | index | orphan of 200 | peer | ratio | exact | edited |\n|---|--:|--:|--:|--:|--:|--:|');
for (const line of execFileSync(bench, ['--texts'], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n')) {
  const { size, index, orphan, exact, edited, text, quote } = JSON.parse(line);
  // The bound that the matcher built on it uses: half of the quote, at most 256.
  const runs = Math.max(1, Math.round(200000 / size));
  const begin = performance.now();
  for (let i = 0; i < runs; ++i) search(text, quote, Math.min(256, quote.length / 2));
  const peer = ((performance.now() - begin) * 1000) / runs;
  const us = (value) => (value < 1000 ? `${value.toFixed(1)} µs` : `${(value / 1000).toFixed(2)} ms`);
  console.log(`| ${size / 1000} KB | ${us(index)} | ${us(orphan)} | ${us(peer)} | ${(peer / orphan).toFixed(0)} × | ${us(exact)} | ${us(edited)} |`);
}
console.log(execFileSync(bench, ['--claims'], { encoding: 'utf8' }));
