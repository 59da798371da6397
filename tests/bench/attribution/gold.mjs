// Articles with gold, and what a detector found in them: [{ id, text, … }], offsets in UTF-16 code units.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';

const folderOf = (name) => join(root, 'tests/bench/attribution', name);
const names = (path, ending) => readdirSync(path).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).sort();

/** Offsets in code points → UTF-16 code units of a text. */
function fromCodePoints(text) {
  const units = [];
  let at = 0;
  for (const c of text) units.push(at), (at += c.length);
  units.push(at);
  return (spans) => spans.map(([begin, end]) => [units[begin], units[end]]);
}

/** Articles with the labels of all their attributions and sources: { id, text, gold }. */
function annotated(name) {
  const folder = folderOf(name);
  return names(join(folder, 'gold'), '.json').map((id) => {
    const text = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8');
    const gold = JSON.parse(readFileSync(join(folder, 'gold', `${id}.json`), 'utf8'));
    const units = fromCodePoints(text);
    for (const one of gold.attributions) for (const role of ['source', 'cue', 'content']) one[role] = units(one[role]);
    for (const one of gold.entities) one.mentions = units(one.mentions);
    gold.unattributed = units(gold.unattributed);
    gold.notAttributions = units(gold.notAttributions);
    return { id, text, gold };
  });
}
export const sourcingDev = () => annotated('sourcing-dev');
export const sourcingMore = () => annotated('sourcing-more');
export const sourcingTexts = join(folderOf('sourcing-dev'), 'texts');

/** The attributions of a brat file, as spans in code points. */
function brat(file) {
  const spans = new Map();
  const out = [];
  for (const line of readFileSync(file, 'utf8').split(/\r\n|\r|\n/)) {
    const [id, rest = ''] = line.split('\t');
    if (/^T\d+$/.test(id)) {
      spans.set(id, rest.slice(rest.indexOf(' ') + 1).split(';').map((part) => part.trim().split(/\s+/).map(Number)));
    } else if (/^E\d+$/.test(id)) {
      const [[type], ...roles] = rest.trim().split(/\s+/).map((part) => part.split(':'));
      if (!type.startsWith('Attribution')) continue;
      out.push(roles.map(([role, span]) => [role.replace(/\d+$/, '').toLowerCase(), span]));
    }
  }
  return out.map((roles) => {
    const one = { source: [], cue: [], content: [] };
    for (const [role, span] of roles) if (role in one && spans.has(span)) one[role].push(...spans.get(span));
    for (const role of Object.keys(one)) one[role].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return one;
  });
}

/** A split of PolNeAR: { id, text, attributions }; [] when the corpus is not there. `polnear`: the folder that holds data/. */
export function polnear(split, polnear) {
  const data = join(polnear ?? '', 'data', split);
  if (!polnear || !existsSync(join(data, 'attributions'))) return [];
  // Of several annotators the first by name.
  const first = new Map();
  for (const name of names(join(data, 'attributions'), '.ann')) {
    const id = name.slice(0, name.lastIndexOf('_'));
    if (!first.has(id)) first.set(id, name);
  }
  const there = [...first].filter(([id]) => existsSync(join(data, 'text', `${id}.txt`)));
  return there.map(([id, name]) => {
    const text = readFileSync(join(data, 'text', `${id}.txt`), 'utf8');
    const units = fromCodePoints(text);
    const attributions = brat(join(data, 'attributions', `${name}.ann`));
    for (const one of attributions) for (const role of Object.keys(one)) one[role] = units(one[role]);
    return { id, text, attributions };
  });
}
