// The author page's words; and those that pupils get of it, in the lesson's language.

import all from 'who-says-author-words';
import type keys from '../../../assets/words/author.en.json';
import { Words, type Tables } from '../words/words.ts';

export type Key = keyof typeof keys;
export const words = new Words(JSON.parse(all) as Tables);
export const say: (key: Key, fills?: Record<string, string | number>) => string = words.say;

export const lessonWords = words.in('en');

/** What a task of a kind is called. */
export const kindName = (kind: string): string => words.say(`lesson.kind.${kind}`);
