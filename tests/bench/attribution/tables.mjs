// The tables of this benchmark, in Markdown.

import { labels } from './sourcing.mjs';

const pc = (value) => (value === null || value === undefined || Number.isNaN(value) ? '–' : (100 * value).toFixed(1));
const withInterval = (value, interval) => `${pc(value)}${interval ? ` [${interval.map(pc).join(', ')}]` : ''}`;
export const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map((_, n) => (n ? '--:' : '---')).join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)];

/** `scores`: [[name, score of scoreSpans]]. */
export function spansTable(scores) {
  const measures = ['soft', 'exact', 'speech', 'cue'];
  return [
    ...table(['F1 [95 %]', ...measures, 'precision, recall (soft)', 'source, content given the cue', 'recall direct, mixed, indirect'],
      scores.map(([name, { measures: m, intervals, givenCue, recall }]) => [
        name, ...measures.map((one) => withInterval(m[one].f1, intervals[one])), `${pc(m.soft.p)}, ${pc(m.soft.r)}`,
        `${pc(givenCue.source)}, ${pc(givenCue.content)}`, ['direct', 'mixed', 'indirect'].map((kind) => pc(recall[kind])).join(', '),
      ])),
  ];
}

/** `scores`: [[name, score of scoreSourcing]]: a row a measure. */
export function sourcingTable(scores) {
  const row = (name, value) => [name, ...scores.map(([, score]) => value(score))];
  const f1 = (name) => row(name, ({ measures, intervals }) => withInterval(measures[name].f1, intervals[name]));
  const right = (name) => row(name, ({ measures, intervals }) => `${withInterval(measures[name].right, intervals[name])}; ${pc(measures[name].ofAll)}`);
  return table(['F1, or right of matched [95 %]; of all gold', ...scores.map(([name]) => name)], [
    f1('soft'), f1('statement'), f1('nesting'), ...labels.map(right), right('resolution'), right('later'), f1('b3'),
    row('traps hit', ({ counts }) => `${counts['traps hit']} of ${counts.traps}`),
    row('bare clauses covered', ({ counts }) => `${counts['unattributed covered']} of ${counts.unattributed}`),
  ]);
}

/** How sure the detector said to be, and how often it was right. `found`: [{ confidence, right }]. */
export function calibrationTable(found) {
  const edges = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001];
  const rows = edges.slice(1).map((high, n) => {
    const inside = found.filter(({ confidence }) => confidence >= edges[n] && confidence < high);
    const mean = (pick) => inside.reduce((sum, one) => sum + pick(one), 0) / inside.length;
    return inside.length ? [`${edges[n]} … ${Math.min(high, 1)}`, inside.length, mean((one) => one.confidence).toFixed(3), mean((one) => Number(one.right)).toFixed(3)] : null;
  });
  return table(['confidence', 'attributions', 'mean said', 'right (soft)'], rows.filter(Boolean));
}

/** What is mixed up most, a line a label. */
export function mixedUp({ mixedUp: all }, most = 6) {
  return labels.filter((label) => all[label].length).map((label) => `- ${label}: ${all[label].slice(0, most).map(([what, n]) => `${what} (${n})`).join(', ')}`);
}
