// How right and how fast detection is:   ./run bench attribution [-- [--quick] [--polnear FOLDER] [--wasm] [--write]]
//
// The tables go to the terminal and to build/bench-attribution.md, with --write the picture to growth.svg; figures seen stand in
// ../attribution.md. PolNeAR is no part of this project: its folder (with data/dev in it) comes from --polnear or the environment
// variable POLNEAR, else that part is left out. --wasm: the WebAssembly engine alone, without the native tool.

import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { ablations } from './ablations.mjs';
import { engine, engineFile, weightsFile } from './engine.mjs';
import { polnear, sourcingDev, sourcingMore } from './gold.mjs';
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
const alone = words.includes('--wasm');

if (!(isBuilt || alone) || !existsSync(engineFile())) {
  console.error(`missing: ${isBuilt || alone ? engineFile() : tool}; ./run bench attribution builds it`);
  process.exit(2);
}

const out = [];
const say = (...lines) => (out.push(...lines.flat()), console.log(lines.flat().join('\n')));
const attributionsOf = (found) => Object.fromEntries(Object.entries(found).map(([id, one]) => [id, one.attributions]));

const dev = polnear('dev', corpus);
const sourcing = sourcingDev();
const ours = await engine();
const inNative = [['rules only', (articles) => native(articles, ['--rules-only'])], ['network', (articles) => native(articles)]];
const inWasm = [['rules only, WebAssembly', (articles) => wasm(articles, ours, { network: false })], ['network, WebAssembly', (articles) => wasm(articles, ours)]];
const systems = (alone ? inWasm : [...inNative, inWasm[1]]).filter(([name]) => weightsFile || name.startsWith('rules'));
/** Of [[name, score]], the one that the further tables are of. */
const main = (scores) => scores.find(([name]) => name.startsWith('network')) ?? scores[0];
if (!weightsFile) say('There are no weights in assets/attribution: rules only.');

say(`# Attribution detection`, '', `${cpus().length} × ${cpus()[0].model}, Node ${process.version}`, '');

if (dev.length) {
  // The corpus marks no attribution inside another: what is measured there is --outermost. What the rest costs is shown too.
  const outermost = (all) => Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, attributions: one.attributions.filter((a) => a.nestedIn === null) }]));
  const found = systems.flatMap(([name, run]) => {
    const all = run(dev);
    return [[name, outermost(all)], [`${name}, with nested ones`, all]];
  });
  const scores = found.map(([name, one]) => [name, scoreSpans(dev, attributionsOf(one), quick ? 0 : 1000)]);
  say(`## PolNeAR, dev: ${dev.length} articles, ${scores[0][1].counts.gold} attributions`, '', spansTable(scores), '');
  const best = main(scores);
  say(`## Confidence on PolNeAR, dev: ${best[0]}`, '', calibrationTable(best[1].found), '');
} else {
  say('## PolNeAR, dev', '', 'Left out: the corpus is no part of this project. --polnear FOLDER or POLNEAR=FOLDER names a copy (with data/dev in it).', '');
}

/** Prints how right sources are in `articles`; of [[name, score]] the main one. */
function saySourcing(title, articles) {
  const scores = systems.map(([name, run]) => [name, scoreSourcing(articles, run(articles), quick ? 0 : 1000)]);
  say(`## ${title}: ${articles.length} articles, ${scores[0][1].counts.gold} attributions`, '', sourcingTable(scores), '');
  const [name, score] = main(scores);
  say(`Mixed up by ${name}, gold → found:`, '', mixedUp(score), '');
  return [name, score];
}
saySourcing('sourcing-more', sourcingMore());
const [name, score] = saySourcing('sourcing-dev', sourcing);
say(`## Confidence on sourcing-dev: ${name}`, '', calibrationTable(score.found), '');

if (weightsFile && !alone) {
  const articles = [...sourcing, ...dev];
  const { spans, labels, confidence } = difference(native(articles), wasm(articles, ours));
  const rules = difference(native(articles, ['--rules-only']), wasm(articles, ours, { network: false }));
  say('## WebAssembly against native', '', table([`${articles.length} articles`, 'attributions with other spans', 'with other labels', 'greatest difference of confidence'],
    [['network', spans, labels, confidence.toExponential(1)], ['rules only', rules.spans, rules.labels, rules.confidence.toExponential(1)]]), '');
}

if (!alone) say('## Ablations', '', ablations({ dev, sourcing }), '');
say('## Sizes', '', sizesTable(), '');
const texts = (dev.length ? dev : sourcing).map(({ text }) => text);
say('## Speed', '', await speedTable(texts, rounds), '');
const grown = await growth(texts, quick ? 1 : 3);
say('## Growth (WebAssembly)', '', grown.table, '');
writeFileSync(join(root, 'build/bench-attribution.md'), `${out.join('\n')}\n`);
if (words.includes('--write')) writeFileSync(join(root, 'tests/bench/attribution/growth.svg'), grown.picture);
