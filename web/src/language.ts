// Interface languages: which one a page gets, and what the browser knows of it: plural rules, how lists are joined and
// numbers are written.

import type { Assets } from './settings.ts';

const letters: Record<string, string> = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' };

/** As the page says it around an element. */
export const languageAround = (host: Element): string => (host.closest<HTMLElement>('[lang]') ?? document.documentElement).lang;

/** The language of those in `languages` that a tag asks for: "uk-UA" gets "uk". English where there is none. */
export const languageFor = (tag: string, languages: readonly string[]): string =>
  [tag, tag.replace(/-.*/, '')].find((name) => languages.includes(name)) ?? 'en';

/** The plural category of 0 … 199, a letter each. */
export function pluralRules(language: string): string {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 200 }, (_, n) => letters[rules.select(n)]).join('');
}

/** How the language writes numbers, as src/app/words.h reads it. */
function numbers(language: string): Record<string, string> {
  const whole = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
  const digits = Array.from({ length: 10 }, (_, digit) => whole.format(digit));
  const pattern = (text: string): string => text.replaceAll(digits[1]!, '0');
  return {
    'intl:digits': digits.join(''),
    'intl:whole': Array.from({ length: 7 }, (_, more) => pattern(whole.format(Number('1'.repeat(more + 1))))).join('|'),
    'intl:share': pattern(share.format(1.11)),
  };
}

/** A language file with the joints of the language's lists and its numbers, unless it has its own. */
export function withLists(words: string, language: string): string {
  try {
    const joint = (...list: string[]): string => new Intl.ListFormat(language).formatToParts(list)[1]!.value;
    return JSON.stringify({ 'list.comma': joint('1', '2', '3'), 'list.and': joint('1', '2'), ...numbers(language), ...(JSON.parse(words) as object) });
  } catch {
    return words; // the core says what is wrong with it
  }
}

/** The explanations of terms in a language, else in English; "" when they do not come. */
export const termsOf = async ({ words }: Pick<Assets, 'words'>, language: string): Promise<string> =>
  (await words(`terms.${language}`)) ?? (await words('terms.en')) ?? '';
