// The class page's words, and what the module for classes tells by a code.

import all from 'who-says-class-words';
import type keys from '../../../assets/words/class.en.json';
import { Words, type Tables } from '../words/words.ts';
import { element } from './dom.ts';
import type { Problem } from './model.ts';

export type Key = keyof typeof keys;
export const words = new Words(JSON.parse(all) as Tables);
export const say: (key: Key, fills?: Record<string, string | number>) => string = words.say;

/** What tables to keep say in the page's language (src/classroom/csv.h). */
export function tableWords(): Record<string, unknown> {
  const why = Object.entries(words.under('lesson.why.')).map(([key, entry]) => [`why.${key}`, entry]);
  return { ...words.under('csv.'), ...Object.fromEntries(why) };
}

/** What is wrong, and where in the file. */
export function problem({ code, where, value = '' }: Problem): string {
  const known = [`problem.${code}`, `lesson.problem.${code}`].find((key) => words.has(key)) ?? 'lesson.problem.other';
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(where) ?? [];
  const said = words.say(known, { value });
  return where ? words.say('lesson.problem.at', { problem: said, where: line && column ? words.say('lesson.problem.line', { line, column }) : where }) : said;
}

/** Of a damaged file there may be thousands. */
const mostTold = 5;

/** What is wrong, one below the other: the first few, and how many more there are. */
export function problemList(problems: readonly Problem[]): HTMLElement {
  const told = problems.slice(0, mostTold).map(problem);
  const more = problems.length - told.length;
  return element('ul', '', ...[...told, ...(more ? [say('faults.more', { n: more })] : [])].map((one) => element('li', one)));
}
