// The key of a worksheet: answers with their reasons, and the article with a line of its kind under what a source says.

import { element } from '../class/dom.ts';
import { quoted, readable, wordsAt } from '../words/answers.ts';
import type { Say } from '../words/words.ts';
import { placeOf, type Answer, type Exercise, type Range, type Source, type Task } from './exercise.ts';
import type { Mark } from './lines.ts';
import { letters } from './says.ts';
import { grid, offers, type Paper } from './tasks.ts';

/** As src/model/vocabulary.cpp has it. */
export const hues: Record<string, string> = {
  government: 'state', military: 'state', 'law-justice': 'state', 'legislator-politician': 'state', diplomat: 'state', 'intelligence-agency': 'intelligence', 'international-organization': 'state',
  'think-tank': 'expertise', academic: 'expertise', 'ngo-advocacy': 'society', business: 'society', 'person-affected': 'society',
  'news-outlet': 'media', 'social-media': 'media', self: 'media', document: 'record', 'data-statistics': 'record',
};
export function hueOf(source: Source | undefined): string {
  if (!source) return 'none';
  const hue = hues[source.kind ?? ''] ?? 'society';
  return source.office === 'former' && ['state', 'intelligence'].includes(hue) ? 'former' : hue;
}

export interface Legend {
  letter: string;
  label: string;
  hue: string;
}

/** Marks for the article of that number, a letter for each kind of source behind them, and what the letters mean. */
export function keyMarks({ articles, tasks, key }: Exercise, number: number, say: Say): { marks: Mark[]; legend: Legend[] } {
  const { text = '', claims } = articles[number] ?? {};
  const sources = new Map(articles.flatMap(({ claims: file }) => (file?.sources ?? []).map((one) => [one.id, one])));
  const legend: Legend[] = [];
  const letterOf = (source: Source | undefined): Legend => {
    const former = source?.office === 'former' ? ` (${say('office.former')})` : '';
    const label = source ? `${say(`kind.${source.kind ?? 'unspecified'}`)}${former}` : say('lesson.nobody');
    let one = legend.find((other) => other.label === label);
    if (!one) legend.push((one = { letter: letters[legend.length]!, label, hue: hueOf(source) }));
    return one;
  };
  const found: { range: Range; source: Source | undefined }[] = [];
  const add = (range: Range | undefined, source: Source | undefined): void => {
    if (range && !found.some((one) => one.range[0] < range[1] && one.range[1] > range[0])) found.push({ range, source });
  };
  for (const { task: id, items = [], marks: wanted = [] } of key?.answers ?? []) {
    const task = tasks.find((one) => one.id === id);
    if ((task?.article ?? 0) !== number) continue;
    if (task?.kind === 'match')
      for (const { item, answer } of items) add(placeOf(text, claims?.items?.find((one) => one.id === item)?.target?.selector), sources.get(answer[0] ?? ''));
    if (task?.source) for (const { selector } of wanted) add(placeOf(text, selector), sources.get(task.source));
  }
  // Letters in the order of the text.
  const marks = found
    .sort((a, b) => a.range[0] - b.range[0])
    .map(({ range, source }) => {
      const { letter, hue } = letterOf(source);
      return { range, hue, label: letter };
    });
  return { marks, legend };
}

export function answerTo(task: Task, { items = [], marks = [], example }: Answer, { say, name, claim }: Paper): Node[] {
  const given = (values: string[]): string[] => (task.kind === 'classify' ? readable(values) : values);
  const letter = (value: string): string => ((n) => (n < 0 ? '' : `${letters[n]} `))(offers(task).indexOf(value));
  const joined = (values: string[]): string => given(values).map((value) => `${letter(value)}${name(value)}`).join(task.kind === 'chain' ? ' → ' : ', ');
  const also = (others: string[][]): string => others.map((other) => ` · ${say('sheet.also', { answer: joined(other) })}`).join('');
  const out: Node[] = [];
  if (items.length)
    out.push(grid(['', say('sheet.answer'), say('sheet.why')], items.map(({ item, answer, alternatives = [], acceptableSources = [], because = '' }) => [
      task.claims?.includes(item) ? claim(item) : name(item), joined(answer) + also([...alternatives, ...acceptableSources.map((one) => [one])]), because])));
  if (marks.length)
    out.push(grid([say('sheet.answer'), say('sheet.why')], marks.map(({ selector, optional, because = '' }) => [
      `${quoted(say, wordsAt(selector))}${optional ? ` (${say('sheet.optional')})` : ''}`, because])));
  if (example) out.push(element('p', say('sheet.good', { text: example })));
  return out;
}
