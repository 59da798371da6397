// Words of a worksheet, in the language of its exercise: those of lessons.

import all from 'who-says-worksheet-words';
import { quoted, wordsOf, type Exercise } from './exercise.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

const languages = JSON.parse(all) as Record<string, Record<string, string | undefined>>;

export function sayIn(lang = 'en'): Say {
  const words = languages[lang] ?? languages[lang.replace(/-.*/, '')] ?? languages['en']!;
  return (key, values = {}) => (words[key] ?? languages['en']![key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export const minutesIn = (lang: string, minutes: number): string => new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);

export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What the values of answers are called. */
export function names({ articles }: Exercise, say: Say): (value: string) => string {
  const sources = new Map(articles.flatMap(({ claims }) => (claims?.sources ?? []).map(({ id, name }) => [id, name])));
  const claims = new Map(articles.flatMap(({ claims: file }) => (file?.items ?? []).map((claim) => [claim.id, quoted(wordsOf(claim))])));
  const fixed: Record<string, string> = {
    '': say('lesson.nobody'), holds: say('lesson.sum.holds'), 'does-not-hold': say('lesson.sum.does-not-hold'), 'cannot-tell': say('lesson.sum.cannot-tell'),
    both: say('lesson.reported.both'), first: say('lesson.reported.first'), second: say('lesson.reported.second'),
    current: say('lesson.in-office.current'), former: say('lesson.in-office.former'),
    claims: say('lesson.spot'), number: say('lesson.how-many'), origins: say('lesson.which-origins'), sum: say('lesson.sum'),
  };
  return (value) => {
    const kind = say(`kind.${value}`);
    return fixed[value] ?? sources.get(value) ?? claims.get(value) ?? (kind.startsWith('kind.') ? value : kind);
  };
}
