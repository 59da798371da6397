// How right sources, their kinds and chains are, as on sourcing-dev: the measures of this folder's README ("Sourcing").

import { add, harmony, intervals } from './figures.mjs';
import { Item, Words, assign, overlap, shared, soft } from './words.mjs';

const groups = {
  state: ['government', 'military', 'diplomat', 'intelligence-agency', 'law-justice', 'legislator-politician', 'international-organization'],
  expertise: ['academic', 'think-tank'],
  society: ['business', 'ngo-advocacy', 'person-affected'],
  media: ['news-outlet', 'social-media'],
  record: ['document', 'data-statistics'],
  self: ['self'],
  unspecified: ['unspecified'],
};
const groupOf = Object.fromEntries(Object.entries(groups).flatMap(([group, kinds]) => kinds.map((kind) => [kind, group])));
const ofEntity = ['kind', 'group', 'office', 'naming', 'form'];
const ofAttribution = ['directness', 'scope', 'cueClass', 'medium'];
export const labels = [...ofEntity, ...ofAttribution];
const pronouns = new Set('i you he she it we they me him her us them who which this that these those one his their my'.split(' '));

/** Value of a label; null = not given or not assessed. `entities`: Map by id. */
function value(attribution, entities, label) {
  if (ofAttribution.includes(label)) return attribution[label] ?? null;
  const entity = entities.get(attribution.entity);
  if (!entity) return { kind: 'unspecified', group: 'unspecified', naming: 'none' }[label] ?? null;
  if (label === 'kind' || label === 'group') {
    const kind = entity.kind in groupOf ? entity.kind : (entity.parent ?? null);
    return label === 'kind' ? kind : (groupOf[kind] ?? null);
  }
  return entity[label] === 'n/a' ? 'not-applicable' : (entity[label] ?? null);
}

/** Values that gold accepts, or null where it assesses none. */
function accepted(attribution, entities, label) {
  const own = value(attribution, entities, label);
  if (own === null) return null;
  if (ofAttribution.includes(label)) return new Set([own, ...(attribution.alt?.[label] ?? [])]);
  const alternatives = entities.get(attribution.entity)?.alt ?? {};
  if (label === 'group') return new Set([own, ...(alternatives.kind ?? []).map((kind) => groupOf[kind])]);
  return new Set([own, ...(alternatives[label] ?? [])]);
}

const isStatement = (one) => one.statement ?? (one.medium !== 'thought' && one.cueClass !== 'attitude');
const before = (a, b) => a[0] - b[0] || a[1] - b[1];
const within = (a, b) => shared(a, b) === a.size;

/** [entity id, words] of each mention, each set of words once an entity. */
function mentions(words, attributions, entities) {
  const seen = new Map();
  for (const [id, entity] of entities)
    for (const span of entity.mentions ?? []) {
      const set = words.of([span]);
      const key = `${id}|${[...set].join()}`;
      if (!seen.has(key)) seen.set(key, [id, set]);
    }
  for (const { entity, source } of attributions) {
    if (entity === null || entity === undefined) continue;
    for (const span of source) {
      const set = words.of([span]);
      const known = [...seen.values()].some(([id, other]) => id === entity && (within(set, other) || within(other, set)));
      if (!known) seen.set(`${entity}|${[...set].join()}`, [entity, set]);
    }
  }
  return [...seen.values()].filter(([, set]) => set.size > 0);
}

/** Mentions paired, and gold entities mapped to found ones. */
function resolve(words, gold, goldEntities, system, systemEntities) {
  const [ours, theirs] = [mentions(words, gold, goldEntities), mentions(words, system, systemEntities)];
  const weight = (a, b) => {
    const share = overlap(a, b);
    return share >= 0.5 ? 100 + share + (share === 1 ? 0.001 : 0) : 0;
  };
  const aligned = assign(ours.map(([, a]) => theirs.map(([, b]) => weight(a, b)))).map(([i, j]) => [ours[i][0], theirs[j][0]]);
  const both = new Map();
  for (const [a, b] of aligned) both.set(`${a}|${b}`, (both.get(`${a}|${b}`) ?? 0) + 1);
  const [goldIds, systemIds] = [[...goldEntities.keys()], [...systemEntities.keys()]];
  const map = new Map(assign(goldIds.map((a) => systemIds.map((b) => both.get(`${a}|${b}`) ?? 0))).map(([i, j]) => [goldIds[i], systemIds[j]]));
  const tally = (list) => list.reduce((all, id) => all.set(id, (all.get(id) ?? 0) + 1), new Map());
  const [goldAll, systemAll] = [tally(ours.map(([id]) => id)), tally(theirs.map(([id]) => id))];
  const [goldAligned, systemAligned] = [tally(aligned.map(([a]) => a)), tally(aligned.map(([, b]) => b))];
  const counts = { 'gold mentions': ours.length, 'found mentions': theirs.length, 'aligned mentions': aligned.length };
  for (const [a, b] of aligned) {
    const common = both.get(`${a}|${b}`);
    add(counts, { b3r: common / goldAll.get(a), b3p: common / systemAll.get(b), b3ar: common / goldAligned.get(a), b3ap: common / systemAligned.get(b) });
  }
  return { map, counts };
}

/** Counts of one article, and whether each found attribution is right (soft). `gold`: a file of gold, in UTF-16 code units. */
export function compareSourcing(text, gold, found) {
  const words = new Words(text);
  const [goldEntities, systemEntities] = [gold.entities, found?.entities ?? []].map((list) => new Map(list.map((one) => [one.id, one])));
  const G = gold.attributions.map((one) => new Item(words, one));
  const S = (found?.attributions ?? []).filter((one) => one.cue?.length || one.content?.length).map((one) => new Item(words, one));
  const alike = (x, y) => 1000 + 10 * (overlap(x.source, y.source) + overlap(x.content, y.content) + overlap(x.cue, y.cue));
  const pairs = assign(G.map((x) => S.map((y) => (soft(x, y) ? alike(x, y) : 0))));
  const [toSystem, toGold] = [new Map(pairs), new Map(pairs.map(([i, j]) => [j, i]))];
  const counts = { gold: G.length, found: S.length, right: pairs.length };
  const one = (name, is = true) => add(counts, { [name]: Number(is) });

  const { map, counts: ofMentions } = resolve(words, gold.attributions, goldEntities, S.map((y) => y.given), systemEntities);
  add(counts, ofMentions);
  for (const [i, x] of G.entries()) {
    const at = toSystem.get(i);
    const hit = at !== undefined;
    if (x.given.statement) one('gold statements'), one('right statements of gold', hit);
    const source = [...x.source].map((word) => words.words[word]);
    const form = !source.length ? 'none' : source.every((word) => pronouns.has(word)) ? 'pronoun' : 'words';
    const cue = !x.cueUnits.size ? 'none' : !x.cue.size ? 'punctuation' : 'words';
    for (const group of [`directness ${x.given.directness}`, `scope ${x.given.scope}`, `nested ${x.given.nestedIn ? 'yes' : 'no'}`, `source ${form}`, `cue ${cue}`])
      one(`recall:${group}:gold`), one(`recall:${group}:right`, hit);
    for (const label of labels) {
      const good = accepted(x.given, goldEntities, label);
      if (!good) continue;
      const own = value(x.given, goldEntities, label);
      one(`${label}:gold`), one(`most:${label}:${own}`);
      if (!hit) continue;
      const got = value(S[at].given, systemEntities, label);
      one(`${label}:seen`), one(`${label}:right`, good.has(got)), one(`${label}:strict`, got === own);
      if (!good.has(got)) one(`mixed up:${label}:${own} → ${got}`);
    }
    if (x.given.entity === null) continue;
    const later = before(x.given.source[0], goldEntities.get(x.given.entity).mentions.toSorted(before)[0]) !== 0;
    const theirs = hit ? (S[at].given.entity ?? null) : null;
    const resolved = theirs !== null && map.get(x.given.entity) === theirs;
    for (const name of later ? ['resolution', 'later'] : ['resolution']) {
      one(`${name}:gold`);
      if (hit) one(`${name}:seen`), one(`${name}:right`, resolved);
    }
  }
  S.forEach((y, j) => {
    if (isStatement(y.given)) one('found statements'), one('right statements of found', toGold.has(j));
  });

  const goldById = new Map(G.map((x, i) => [x.given.id, i]));
  const systemById = new Map(S.map((y, j) => [y.given.id, j]));
  one('gold links', false), one('found links', false), one('right links', false);
  for (const x of G) one('gold links', x.given.nestedIn !== null);
  S.forEach((y, j) => {
    const parent = y.given.nestedIn ?? null;
    if (parent === null) return;
    one('found links');
    const over = toGold.get(systemById.get(parent));
    const inner = toGold.get(j);
    one('right links', inner !== undefined && over !== undefined && G[inner].given.nestedIn !== null && goldById.get(G[inner].given.nestedIn) === over);
  });

  const spare = S.filter((_, j) => !toGold.has(j));
  for (const span of gold.notAttributions) {
    const trap = words.of([span]);
    const all = (y) => new Set([...y.source, ...y.cue, ...y.content]);
    one('traps'), one('traps hit', spare.some((y) => (y.content.size && shared(y.content, trap) >= 0.5 * y.content.size) || overlap(all(y), trap) >= 0.5));
  }
  for (const span of gold.unattributed) {
    const clause = words.of([span]);
    one('unattributed'), one('unattributed covered', S.some((y) => shared(y.content, clause) >= 0.5 * clause.size));
  }
  return { counts, right: S.map((y, j) => ({ confidence: y.given.confidence, right: toGold.has(j) })) };
}

const share = (a, b) => (b ? (a ?? 0) / b : null);
function measures(n) {
  const out = {
    soft: harmony(share(n.right, n.found) ?? 0, share(n.right, n.gold) ?? 0),
    statement: harmony(share(n['right statements of found'], n['found statements']) ?? 0, share(n['right statements of gold'], n['gold statements']) ?? 0),
    nesting: harmony(share(n['right links'], n['found links']) ?? 0, share(n['right links'], n['gold links']) ?? 0),
    b3: harmony(share(n.b3p, n['found mentions']) ?? 0, share(n.b3r, n['gold mentions']) ?? 0),
    'b3 aligned': harmony(share(n.b3ap, n['aligned mentions']) ?? 0, share(n.b3ar, n['aligned mentions']) ?? 0),
  };
  for (const label of [...labels, 'resolution', 'later'])
    out[label] = {
      right: share(n[`${label}:right`], n[`${label}:seen`]),
      strict: label in { resolution: 0, later: 0 } ? share(n[`${label}:right`], n[`${label}:seen`]) : share(n[`${label}:strict`], n[`${label}:seen`]),
      ofAll: share(n[`${label}:right`], n[`${label}:gold`]),
      seen: n[`${label}:seen`] ?? 0,
    };
  return out;
}
/** Entries of counts whose names begin with `prefix`, without it. */
const named = (counts, prefix) => Object.entries(counts).filter(([name]) => name.startsWith(prefix)).map(([name, n]) => [name.slice(prefix.length), n]);

/** `articles`: [{ id, text, gold }]; `found`: { id: { attributions, entities } }. Everything in UTF-16 code units. */
export function scoreSourcing(articles, found, rounds = 1000) {
  const each = articles.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, text, gold }) => compareSourcing(text, gold, found[id]));
  const sum = each.reduce((all, { counts }) => add(all, counts), {});
  const main = (n) => Object.fromEntries(Object.entries(measures(n)).map(([name, value]) => [name, value.f1 ?? value.right ?? null]));
  const slim = each.map(({ counts }) => Object.fromEntries(Object.entries(counts).filter(([name]) => !/^(recall|most|mixed up):/.test(name))));
  const most = (label) => {
    const all = named(sum, `most:${label}:`).map(([, n]) => n);
    return all.length ? Math.max(...all) / all.reduce((a, b) => a + b, 0) : null;
  };
  return {
    counts: sum,
    measures: measures(sum),
    majority: Object.fromEntries(labels.map((label) => [label, most(label)])),
    intervals: rounds ? intervals(slim, main, rounds) : {},
    recall: Object.fromEntries(named(sum, 'recall:').filter(([name]) => name.endsWith(':gold')).map(([name, n]) => [name.slice(0, -5), [(sum[`recall:${name.slice(0, -5)}:right`] ?? 0) / n, n]])),
    mixedUp: Object.fromEntries(labels.map((label) => [label, named(sum, `mixed up:${label}:`).toSorted((a, b) => b[1] - a[1])])),
    found: each.flatMap((one) => one.right),
  };
}
