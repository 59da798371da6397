// The anchoring engine as WebAssembly in Chromium, beside its peers from npm: the same look-ups, on the same pages, in turns.
//
//   node tests/bench/anchoring/browser.mjs [N] [--most MS] [--build FOLDER] [--write]
//
// Medians of N repetitions (5). --most: milliseconds that a peer may take for one kind of look-up, beyond its first. --build: where
// anchor_engine.js lies. Prints tables, keeps them in build/bench-anchoring.md, and draws build/bench-anchoring.svg; --write: growth.svg
// beside this file.

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { chart } from './chart.mjs';
import { openSite } from './site.mjs';
import { widgetTasks } from './widget.mjs';

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const most = Number(option('--most') ?? 300);
const build = option('--build');
const write = args.includes('--write');
const repetitions = Number(args.find((arg) => arg !== '--write') ?? 5);

const sizes = [5_000, 20_000, 100_000, 300_000, 1_000_000, 4_000_000];
const loads = [{ count: 1_000, size: 100_000 }, { count: 10_000, size: 1_000_000 }];
const own = ['exact', 'moved', 'edited', 'gone'];
const names = ['approx-string-match', 'match-quote', 'dom-anchor-text-quote'];
const target = { times: 10, total: 1000, slice: 8 };

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const kilo = (size) => (size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} KB`);
const time = (ms) => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : ms >= 1 ? `${ms.toFixed(ms < 10 ? 2 : 1)} ms` : `${(ms * 1000).toFixed(1)} µs`);
const count = (n) => n.toLocaleString('en');

const site = await openSite(build ? { build } : {});
const growth = [];
const sliced = loads.map(() => []);
const whole = loads.map(() => []);
const quoted = [];
const firsts = {};
for (let turn = 0; turn < repetitions; turn++) {
  for (const [n, load] of loads.entries()) sliced[n].push(await site.tasks('slices', { ...load, turn }));
  if (0) for (const name of ['own', ...names]) (firsts[name] ??= []).push(await site.fresh('first', { size: sizes[0], turn, name }));
  for (const [n, load] of loads.entries()) whole[n].push(await widgetTasks({ ...load, turn }));
  growth.push({});
}
await site.close();

const lines=[];
const sum = (tasks) => tasks.reduce((a, b) => a + b, 0);
const slow = (tasks) => tasks.filter((ms) => ms > target.slice).length;
const share = (tasks, part) => time(tasks.toSorted((a, b) => a - b)[Math.min(tasks.length - 1, Math.floor(part * tasks.length))]);
const over = (ms, most) => `${time(ms)}${ms > most ? ' (missed)' : ''}`;
const spread = (tasks) => `${share(tasks, 0.5)}, ${share(tasks, 0.95)}, ${share(tasks, 0.99)}, ${share(tasks, 1)}`;
const best = (runs) => runs.toSorted((a, b) => slow(a) - slow(b) || Math.max(...a) - Math.max(...b))[0];
lines.push('', '| claims | main thread | slices over 8 ms: best run, all runs | longest of the best run | all runs: median, 95 %, 99 %, longest | until all are told | memory | exact, moved, edited, ambiguous, gone |', `|---|${'--:|'.repeat(6)}---|`);
for (const [n, load] of loads.entries()) {
  const of = (get) => median(sliced[n].map(get));
  const runs = sliced[n].map((one) => one.tasks);
  const { exact, moved, edited, ambiguous, gone } = sliced[n][0];
  lines.push(
    `| ${count(load.count)} on ${kilo(load.size)} | ${over(of((one) => sum(one.tasks)), target.total)} | ${slow(best(runs))} of ${best(runs).length}, ${slow(runs.flat())} of ${runs.flat().length} | ` +
      `${over(Math.max(...best(runs)), target.slice)} | ${spread(runs.flat())} | ${time(of((one) => one.wall))} | ${(of((one) => one.memory) / 2 ** 20).toFixed(1)} MB | ${[exact, moved, edited, ambiguous, gone].map(count).join(', ')} |`);
}
lines.push('', '| the whole widget, processor time | claims file | tasks over 8 ms: best run, all runs | all runs: median, 95 %, 99 %, longest | of all tasks | frames: longest | ten moves of the pointer, frames included | until the last highlight |', `|---|${'--:|'.repeat(7)}`);
for (const [n, load] of loads.entries()) {
  const runs = whole[n];
  const tasks = runs.map((run) => run.load.others);
  const of = (get) => median(runs.map(get));
  lines.push(
    `| ${count(load.count)} on ${kilo(load.size)} | ${(runs[0].bytes / 1e6).toFixed(1)} MB | ${slow(best(tasks))} of ${best(tasks).length}, ${slow(tasks.flat())} of ${tasks.flat().length} | ${spread(tasks.flat())} | ` +
      `${time(of((run) => sum(run.load.others)))} | ${time(of((run) => Math.max(...run.load.frames)))} | ${time(of((run) => sum([...run.hover.others, ...run.hover.frames])))} | ${time(of((run) => run.wall))} |`);
}
console.log(lines.join('\n'));
