// What each part of the detector is worth: it is left out, and everything scored again.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { weightsFile } from './engine.mjs';
import { scoreSourcing } from './sourcing.mjs';
import { scoreSpans } from './spans.mjs';
import { inFiles } from './systems.mjs';
import { table } from './tables.mjs';

const program = join(process.env.WHO_SAYS_BINARY_DIR ?? join(root, 'build/native-release'), 'tests/attribution_ablations');

// PolNeAR marks no attribution inside another.
const outermost = (found) => Object.fromEntries(Object.entries(found).map(([id, one]) => [id, one.attributions.filter((a) => a.nestedIn === null)]));

/** `dev`: PolNeAR articles, may be empty; `sourcing`: those of sourcing-dev. */
export function ablations({ dev, sourcing }) {
  if (!existsSync(program)) return ['(attribution_ablations is not built)'];
  const parts = execFileSync(program, ['--list'], { encoding: 'utf8' }).trim().split('\n').map((line) => line.split('\t'));
  const run = (part, articles) =>
    inFiles(articles, (paths) =>
      execFileSync(program, [...(weightsFile ? [`--weights=${weightsFile}`] : []), `--without=${part}`, ...paths], { encoding: 'utf8', maxBuffer: 1 << 30 }));
  const figures = (part) => {
    // Without chains nothing tells which ones are inside others.
    const onDev = dev.length && !part.startsWith('chains') ? scoreSpans(dev, outermost(run(part, dev)), 0).measures : null;
    const { measures: m } = scoreSourcing(sourcing, run(part, sourcing), 0);
    return [onDev?.soft.f1, onDev?.exact.f1, onDev?.speech.f1, onDev?.cue.f1, m.soft.f1, m.nesting.f1, m.directness.right];
  };
  const value = (n) => (n === undefined || n === null ? '–' : (100 * n).toFixed(1));
  const change = (n, whole) => (n === undefined || n === null ? '–' : `${n >= whole ? '+' : '−'}${Math.abs(100 * (n - whole)).toFixed(1)}`);
  const rows = [];
  for (const group of ['rules', 'network']) {
    if (group === 'network' && !weightsFile) continue;
    const [[, first], ...others] = parts.filter(([of]) => of === group);
    const whole = figures(first);
    rows.push([`**${group}**, all of it`, ...whole.map(value)]);
    for (const [, part] of others)
      if (part === 'all but the network') rows.push(['**network**, nothing else', ...figures(part).map(value)]);
      else rows.push([`without: ${part}`, ...figures(part).map((n, at) => change(n, whole[at]))]);
  }
  return table(['', 'dev soft', 'exact', 'speech', 'cue', 'sourcing-dev soft', 'nesting', 'directness'], rows);
}
