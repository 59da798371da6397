// How right and how fast detection is:   ./run bench attribution [-- [--quick] [--polnear FOLDER] [--write]]
//
// The tables go to the terminal and to build/bench-attribution.md, with --write the picture to growth.svg; figures seen stand in
// ../attribution.md. PolNeAR is no part of this project: its folder (with data/dev in it) comes from --polnear or the environment
// variable POLNEAR, else that part is left out.

import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { ablations } from './ablations.mjs';
import { engine, engineFile, weightsFile } from './engine.mjs';
import { polnear, sourcingDev } from './gold.mjs';
import { sizesTable } from './sizes.mjs';
import { scoreSourcing } from './sourcing.mjs';
import { scoreSpans } from './spans.mjs';
import { growth, speedTable } from './speed.mjs';
import { difference, isBuilt, native, tool, wasm } from './systems.mjs';
import { calibrationTable, mixedUp, sourcingTable, spansTable, table } from './tables.mjs';

const words = process.argv.slice(2).filter((word) => word !== '--');
const option = (name) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const quick = words.includes('--quick');
const corpus = option('--polnear') ?? process.env.POLNEAR;
const rounds = quick ? 1 : 5;

if (!isBuilt || !existsSync(engineFile())) {
  console.error(`missing: ${isBuilt ? engineFile() : tool}; ./run bench attribution builds it`);
  process.exit(2);
}

const out = [];
const say = (...lines) => (out.push(...lines.flat()), console.log(lines.flat().join('\n')));
const attributionsOf = (found) => Object.fromEntries(Object.entries(found).map(([id, one]) => [id, one.attributions]));

const dev = polnear('dev', corpus);
const sourcing = sourcingDev();
const ours = await engine();
const systems = [
  ['rules only', (articles) => native(articles, ['--rules-only'])],
  ...(weightsFile ? [['network', (articles) => native(articles)], ['network, WebAssembly', (articles) => wasm(articles, ours)]] : []),
];
if (!weightsFile) say('There are no weights in assets/attribution: rules only.');

say(`# Attribution detection`, '', `${cpus().length} × ${cpus()[0].model}, Node ${process.version}`, '');

let best;
if (dev.length) {
  // The corpus marks no attribution inside another: what is measured there is --outermost. What the rest costs is shown too.
  const outermost = (all) => Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, attributions: one.attributions.filter((a) => a.nestedIn === null) }]));
  const found = systems.flatMap(([name, run]) => {
    const all = run(dev);
    return [[name, outermost(all)], [`${name}, with nested ones`, all]];
  });
  const scores = found.map(([name, one]) => [name, scoreSpans(dev, attributionsOf(one), quick ? 0 : 1000)]);
  say(`## PolNeAR, dev: ${dev.length} articles, ${scores[0][1].counts.gold} attributions`, '', spansTable(scores), '');
  best = scores.find(([name]) => name === 'network') ?? scores[0];
  say(`## Confidence on PolNeAR, dev: ${best[0]}`, '', calibrationTable(best[1].found), '');
} else {
  say('## PolNeAR, dev', '', 'Left out: the corpus is no part of this project. --polnear FOLDER or POLNEAR=FOLDER names a copy (with data/dev in it).', '');
}

const found = systems.map(([name, run]) => [name, run(sourcing)]);
const scores = found.map(([name, one]) => [name, scoreSourcing(sourcing, one, quick ? 0 : 1000)]);
say(`## sourcing-dev: ${sourcing.length} articles, ${scores[0][1].counts.gold} attributions`, '', sourcingTable(scores), '');
const main = scores.find(([name]) => name === 'network') ?? scores[0];
say(`Mixed up by ${main[0]}, gold → found:`, '', mixedUp(main[1]), '');
say(`## Confidence on sourcing-dev: ${main[0]}`, '', calibrationTable(main[1].found), '');

if (weightsFile) {
  const articles = [...sourcing, ...dev];
  const { spans, labels, confidence } = difference(native(articles), wasm(articles, ours));
  const rules = difference(native(articles, ['--rules-only']), wasm(articles, ours, { network: false }));
  say('## WebAssembly against native', '', table([`${articles.length} articles`, 'attributions with other spans', 'with other labels', 'greatest difference of confidence'],
    [['network', spans, labels, confidence.toExponential(1)], ['rules only', rules.spans, rules.labels, rules.confidence.toExponential(1)]]), '');
}

say('## Ablations', '', ablations({ dev, sourcing }), '');
say('## Sizes', '', sizesTable(), '');
const texts = (dev.length ? dev : sourcing).map(({ text }) => text);
say('## Speed', '', await speedTable(texts, rounds), '');
const grown = await growth(texts, quick ? 1 : 3);
say('## Growth (WebAssembly)', '', grown.table, '');
writeFileSync(join(root, 'build/bench-attribution.md'), `${out.join('\n')}\n`);
if (words.includes('--write')) writeFileSync(join(root, 'tests/bench/attribution/growth.svg'), grown.picture);
