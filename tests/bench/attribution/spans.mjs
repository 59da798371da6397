// How right source, cue and content spans are, as on the PolNeAR corpus: the measures of this folder's README ("Spans").

import { add, intervals, prf } from './figures.mjs';
import { Item, Words, equal, pair, sameContent, sameCue, sameSource, shared, soft } from './words.mjs';

/** A cue with one of these reports a statement. */
const speech = new Set(
  `say says said saying told tell tells telling according wrote write writes writing written tweet tweets tweeted tweeting announce announces
  announced announcing add adds added adding argue argues argued arguing note notes noted noting claim claims claimed claiming state states
  stated stating statement report reports reported reporting explain explains explained explaining acknowledge acknowledges acknowledged declare
  declares declared declaring insist insists insisted insisting warn warns warned warning suggest suggests suggested suggesting ask asks asked
  asking respond responds responded responding reply replies replied replying accuse accuses accused accusing describe describes described
  describing deny denies denied denying confirm confirms confirmed confirming admit admits admitted admitting assert asserts asserted asserting
  allege alleges alleged alleging contend contends contended contending maintain maintains maintained predict predicts predicted predicting vow
  vows vowed vowing pledge pledges pledged promise promises promised promising urge urges urged urging recall recalls recalled mention mentions
  mentioned call calls called calling criticize criticizes criticized criticizing blame blames blamed continue continued continues concluded
  concludes conclude joke joked jokes quip quipped remark remarked remarks post posted posts testified testify testifies cite cites cited citing
  reveal reveals revealed found finds shows showed indicated indicates estimate estimates estimated point points pointed pointing complain
  complained complains refer referred referring speak spoke speaking spoken talk talked talking comment comments commented proposed propose
  proposes question questioned questions replied stressed stress stresses emphasized emphasize emphasizes`.split(/\s+/));

const criteria = {
  soft,
  exact: (gold, found) =>
    (gold.cue.size ? equal(gold.cue, found.cue) : sameCue(gold, found)) && equal(gold.source, found.source) && equal(gold.content, found.content),
  cue: sameCue,
  'cue+source': (gold, found) => sameCue(gold, found) && sameSource(gold, found),
  'cue+content': (gold, found) => sameCue(gold, found) && sameContent(gold, found),
  content: (gold, found) => gold.content.size > 0 && sameContent(gold, found),
};

/** direct: at least 95 % of the letters stand in double quotation marks; mixed: there are marks; else indirect. */
function directness(text, spans) {
  let [inside, marks, quoted, letters] = [false, false, 0, 0];
  for (const c of spans.map(([begin, end]) => text.slice(begin, end)).join(' ')) {
    if ('“”"'.includes(c)) [inside, marks] = [c === '“' || (c === '"' && !inside), true];
    else if (/\p{L}/u.test(c)) (letters += 1), (quoted += inside ? 1 : 0);
  }
  return !marks ? 'indirect' : quoted >= 0.95 * letters ? 'direct' : 'mixed';
}

/** Counts of one article, and which of the found attributions are right (soft). */
export function compare({ text, attributions }, found) {
  const words = new Words(text);
  const items = (list) => list.filter((one) => one.cue?.length || one.content?.length).map((one) => new Item(words, one));
  const [gold, system] = [items(attributions), items(found)];
  const isSpeech = (item) => [...item.cue].some((at) => speech.has(words.words[at]));
  const counts = { gold: gold.length, found: system.length, words: words.words.length };
  for (const role of ['source', 'cue', 'content']) {
    const all = (list) => new Set(list.flatMap((item) => [...item[role]]));
    const [a, b] = [all(gold), all(system)];
    add(counts, { [`${role} gold`]: a.size, [`${role} found`]: b.size, [`${role} both`]: shared(a, b) });
  }
  for (const [name, fits] of Object.entries(criteria)) {
    const pairs = pair(gold.length, system.length, (i, j) => fits(gold[i], system[j]));
    counts[name] = pairs.size;
    if (name !== 'soft') continue;
    const used = new Set(pairs.values());
    gold.forEach((item, i) => {
      const [kind, is] = [directness(text, item.given.content ?? []), isSpeech(item)];
      add(counts, { [`gold ${kind}`]: 1, [`right ${kind}`]: Number(pairs.has(i)) });
      if (is) add(counts, { 'speech gold': 1, 'speech gold right': Number(pairs.has(i)) });
    });
    system.forEach((item, j) => {
      if (isSpeech(item)) add(counts, { 'speech found': 1, 'speech found right': Number(used.has(j)) });
    });
    counts.right = system.map((item, j) => ({ confidence: item.given.confidence, right: used.has(j) }));
  }
  const { right, ...numbers } = counts;
  return { counts: numbers, right };
}

function speechOf(n) {
  const p = n['speech found'] ? (n['speech found right'] ?? 0) / n['speech found'] : 0;
  const r = n['speech gold'] ? (n['speech gold right'] ?? 0) / n['speech gold'] : 0;
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}
function measures(n) {
  const out = Object.fromEntries(Object.keys(criteria).map((name) => [name, prf(n[name], n.found, n.gold)]));
  for (const role of ['source', 'cue', 'content']) out[`${role} words`] = prf(n[`${role} both`], n[`${role} found`], n[`${role} gold`]);
  return { ...out, speech: speechOf(n) };
}

/**
 * `articles`: [{ id, text, attributions }]; `found`: { id: [{ source, cue, content, confidence }] }, spans in UTF-16 code units.
 * Gives counts, { p, r, f1 } of each measure, 95 % intervals of F1, recall by directness, and the found ones with right or wrong.
 */
export function scoreSpans(articles, found, rounds = 1000) {
  const each = articles.map((article) => compare(article, found[article.id] ?? []));
  const sum = each.reduce((all, { counts }) => add(all, counts), {});
  const f1 = (n) => Object.fromEntries(Object.entries(measures(n)).map(([name, value]) => [name, value.f1]));
  return {
    counts: sum,
    measures: measures(sum),
    intervals: rounds ? intervals(each.map((one) => one.counts), f1, rounds) : {},
    givenCue: { source: sum['cue+source'] / sum.cue, content: sum['cue+content'] / sum.cue },
    recall: Object.fromEntries(['direct', 'mixed', 'indirect'].map((kind) => [kind, (sum[`right ${kind}`] ?? 0) / (sum[`gold ${kind}`] || 1)])),
    found: each.flatMap((one) => one.right),
  };
}
