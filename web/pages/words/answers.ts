// What the values of answers are called: sources and claims by the exercise's own words, all else as lessons call it.

import type { Say } from './words.ts';

/** Of an exercise, what is named. */
export interface Named {
  articles: { claims?: { sources?: { id: string; name: string }[]; items?: { id: string; target?: { selector?: { exact?: string }[] } }[] } }[];
}
export interface Name {
  words: string;
  /** They are the exercise's, in its language. */
  own: boolean;
}

/** The words that a claim or a mark stands on. */
export const wordsAt = (selector: { exact?: string }[] = []): string => selector.find((one) => one.exact)?.exact ?? '';
export const quoted = (say: Say, words: string): string => say('quoted', { text: words.replaceAll('“', '‘').replaceAll('”', '’') });

/** Of an answer to `classify`, what is to be read: nothing of an office where there is none, or none is asked for. */
export const readable = (values: string[]): string[] => values.filter((value) => !['', 'not-applicable', 'unknown'].includes(value));

const fixed: Record<string, string> = {
  '': 'lesson.nobody', holds: 'lesson.sum.holds', 'does-not-hold': 'lesson.sum.does-not-hold', 'cannot-tell': 'lesson.sum.cannot-tell',
  both: 'lesson.reported.both', first: 'lesson.reported.first', second: 'lesson.reported.second',
  current: 'lesson.in-office.current', former: 'lesson.in-office.former',
  claims: 'lesson.spot', number: 'lesson.how-many', origins: 'lesson.which-origins', sum: 'lesson.kind.check-number', order: 'lesson.kind.rank',
};

export function names({ articles }: Named, say: Say): (value: string) => Name {
  const sources = new Map(articles.flatMap(({ claims }) => (claims?.sources ?? []).map(({ id, name }) => [id, name])));
  const claims = new Map(articles.flatMap(({ claims }) => (claims?.items ?? []).map(({ id, target }) => [id, quoted(say, wordsAt(target?.selector) || id)])));
  return (value) => {
    const key = fixed[value];
    if (key) return { words: say(key), own: false };
    const own = sources.get(value) ?? claims.get(value);
    if (own !== undefined) return { words: own, own: true };
    const kind = say(`kind.${value}`);
    return { words: kind.startsWith('kind.') ? value : kind, own: false };
  };
}
