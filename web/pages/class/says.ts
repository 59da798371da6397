// Ids and words of answers as a teacher reads them.

import type { ExerciseFile } from './model.ts';

const kinds: Record<string, string> = {
  match: 'Match', classify: 'Classify', spot: 'Spot', chain: 'Build the chain', highlight: 'Highlight', count: 'Count',
  'swap-cue': 'Swap the word', 'check-number': 'Check the number', rank: 'Rank', compare: 'Compare',
};
const fixed: Record<string, string> = {
  '': 'nobody is named', holds: 'the numbers fit', 'does-not-hold': 'the numbers do not fit', 'cannot-tell': 'the article does not say enough',
  both: 'in both', first: 'in the first', second: 'in the second', claims: 'Nobody is named for', number: 'How many', origins: 'Which', sum: 'The numbers', order: 'The order',
  current: 'in office', former: 'formerly in office',
};

export interface Says {
  task(id: string): string;
  value(id: string): string;
  values(ids: string[]): string;
}

export function says(exercise: ExerciseFile): Says {
  const words = new Map(Object.entries(fixed));
  for (const { claims } of exercise.articles) {
    for (const { id, name } of claims?.sources ?? []) words.set(id, name);
    for (const { id, target } of claims?.items ?? []) words.set(id, `“${target?.selector?.[0]?.exact ?? id}”`);
  }
  const value = (id: string): string => words.get(id) ?? id.replaceAll('-', ' ');
  const tasks = new Map(exercise.tasks.map(({ id, kind, title }, n) => [id, `${n + 1}. ${title ?? kinds[kind] ?? kind}`]));
  return {
    task: (id) => tasks.get(id) ?? id,
    value,
    values: (ids) => (ids.length ? ids.map(value).join(', ') : 'nothing'),
  };
}
