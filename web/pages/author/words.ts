// The author page's words, and of the lessons' those that name tasks. web/build.mjs puts the same into author.html.

import words from '../../../assets/words/author.en.json';
import lessons from '../../../assets/words/lesson.en.json';

const rules = new Intl.PluralRules('en');

/** `fills` go into the places of the same name; `n` chooses the form. */
export function say(key: keyof typeof words, fills: Record<string, string | number> = {}): string {
  const entry: string | { one: string; other: string } = words[key];
  const text = typeof entry === 'string' ? entry : entry[rules.select(Number(fills['n'] ?? 0)) === 'one' ? 'one' : 'other'];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(fills[name] ?? place));
}

/** What pupils read over a task of a kind, and below it, where its author says nothing else. */
export const taskWords = (kind: string): { title: string; how: string } => {
  const of = (part: string): string => String((lessons as Record<string, unknown>)[`lesson.${part}.${kind}`] ?? kind);
  return { title: of('kind'), how: of('how') };
};
