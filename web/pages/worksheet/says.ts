// Words of a worksheet, in the language of its exercise: those of lessons.

import all from 'who-says-worksheet-words';
import { pickLanguage, Words, type Tables } from '../words/words.ts';

const tables = JSON.parse(all) as Tables;

export const wordsIn = (lang: string | undefined): Words => new Words(tables, pickLanguage([lang], Object.keys(tables)));

export const minutesIn = (lang: string, minutes: number): string => new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);

export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
