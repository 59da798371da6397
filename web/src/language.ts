// Interface languages: which one a page gets, and what the browser knows of it: plural rules, and how lists are joined.

import type { Assets } from './settings.ts';

const letters: Record<string, string> = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' };

/** The language of those in `languages` that a tag asks for: "uk-UA" gets "uk". English where there is none. */
export const languageFor = (tag: string, languages: readonly string[]): string =>
  [tag, tag.replace(/-.*/, '')].find((name) => languages.includes(name)) ?? 'en';

/** The plural category of 0 … 199, a letter each. */
export function pluralRules(language: string): string {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 200 }, (_, n) => letters[rules.select(n)]).join('');
}

/** A language file with the joints of the language's lists, unless it has its own. */
export function withLists(words: string, language: string): string {
  try {
    const joints = new Intl.ListFormat(language).formatToParts(['1', '2', '3']).filter(({ type }) => type === 'literal');
    return JSON.stringify({ 'list.comma': joints[0]?.value, 'list.and': joints[1]?.value, ...(JSON.parse(words) as object) });
  } catch {
    return words; // the core says what is wrong with it
  }
}

/** The explanations of terms in a language, else in English; "" when they do not come. */
export const termsOf = async ({ words }: Pick<Assets, 'words'>, language: string): Promise<string> =>
  (await words(`terms.${language}`)) ?? (await words('terms.en')) ?? '';
