// Ids and words of answers as a teacher reads them: what is the exercise's own is marked with its language.

import { names, readable } from '../words/answers.ts';
import { inLanguage } from '../words/page.ts';
import type { Words } from '../words/words.ts';
import type { Content } from './dom.ts';
import type { ExerciseFile } from './model.ts';

export interface Says {
  /** Words of the exercise or of a pupil. */
  own(words: string): Node;
  task(id: string): Content;
  value(id: string): Content;
  /** All that was answered to an item of a task of this kind. */
  values(ids: string[], kind: string | undefined): Content;
}

/** How what is answered to one item stands side by side: in its order, or what belongs together; else it is listed. */
const joints: Record<string, string> = { chain: ' → ', rank: ' → ', classify: ', ' };

export function says(exercise: ExerciseFile, words: Words): Says {
  const name = names(exercise, words.say);
  const own = (text: string): Node => inLanguage(text, exercise.lang ?? 'en', words.lang);
  const value = (id: string): string | Node => {
    const { words: text, own: isOwn } = name(id);
    return isOwn ? own(text) : text;
  };
  const tasks = new Map(exercise.tasks.map(({ id, kind, title }, n) => [id, [`${n + 1}. `, title ? own(title) : words.say(`lesson.kind.${kind}`)]]));
  return {
    own,
    // A node stands in one place: each caller gets its own.
    task: (id) => tasks.get(id)?.map((part) => (typeof part === 'string' ? part : part.cloneNode(true))) ?? id,
    value,
    values(given, kind = '') {
      const joint = joints[kind];
      const ids = kind === 'classify' ? readable(given) : given;
      if (!ids.length) return words.say('lesson.nothing');
      return joint ? ids.flatMap((id, n) => (n ? [joint, value(id)] : [value(id)])) : words.list(ids.map(value));
    },
  };
}
