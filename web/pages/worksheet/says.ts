// Words of a worksheet in the language of its exercise, those of lessons; and of the page around it in the teacher's.

import all from 'who-says-worksheet-words';
import type keys from '../../../assets/words/worksheet.en.json';
import { pickLanguage, Words, type Tables } from '../words/words.ts';

const tables = JSON.parse(all) as Tables;

export const words = new Words(tables);
export const say: (key: keyof typeof keys, fills?: Record<string, string | number>) => string = words.say;

export const wordsIn = (lang: string | undefined): Words => new Words(tables, pickLanguage([lang], Object.keys(tables)));

export const minutesIn = (lang: string, minutes: number): string => new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);

export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
