// The class page's words, and what the module for classes tells by a code.

import all from 'who-says-class-words';
import type keys from '../../../assets/words/class.en.json';
import { Words, type Tables } from '../words/words.ts';
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
  const known = words.has(`problem.${code}`) ? `problem.${code}` : 'problem.other';
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(where) ?? [];
  const said = words.say(known, { value });
  return where ? say('problem.at', { problem: said, where: line && column ? say('problem.line', { line, column }) : where }) : said;
}
