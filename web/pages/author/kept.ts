// The author's form, kept in this browser while a lesson is in the making; never the code that seals the answers.

import { createStore, del, get, set } from 'idb-keyval';
import type { Block } from '../../exports/index.ts';
import { forgetLayers } from '../../src/storage.ts';
import type { Kind, TaskWish } from './lesson.ts';

export interface Kept {
  id: string;
  /** The article, and a second report: not there yet where it has no blocks. */
  articles: { blocks: Block[]; claims: string }[];
  chosen: Kind[];
  /** What depends on the article's claims: those to ask about, by kinds, and whom to look for. Older lessons have none. */
  about?: Pick<TaskWish, 'asked' | 'source'>;
  /** What was typed or chosen in fields, by their ids. */
  fields: Record<string, string | boolean>;
}

const store = (): ReturnType<typeof createStore> => (opened ??= createStore('who-says-author', 'lessons'));
let opened: ReturnType<typeof createStore> | undefined;
const name = 'lesson';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** Of tasks the choice is kept apart: boxes of those that find nothing to ask are empty. */
const fields = (form: ParentNode): Field[] => [...form.querySelectorAll<Field>('input[id]:not([type=file],#code,.kind > input),select[id],.kind textarea,#introduction')];
const isChoice = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type);

/** What the page itself wrote into it may come in another language. */
const isUntouched = (field: Field): boolean => field instanceof HTMLTextAreaElement && field.value === field.defaultValue;

export const fieldsOf = (form: ParentNode): Kept['fields'] => Object.fromEntries(fields(form).filter((field) => !isUntouched(field)).map((field) => [field.id, isChoice(field) ? field.checked : field.value]));
export function fill(form: ParentNode, values: Kept['fields']): void {
  for (const field of fields(form)) {
    const value = values[field.id];
    if (isChoice(field) && typeof value === 'boolean') field.checked = value;
    else if (typeof value === 'string') field.value = value;
  }
}

/** undefined where there is none, or the browser keeps nothing. */
export const lastLesson = (): Promise<Kept | undefined> => get<Kept>(name, store()).catch(() => undefined);
/** Whether it is kept. */
export const keepLesson = (lesson: Kept): Promise<boolean> => set(name, lesson, store()).then(() => true, () => false);

/** The form, and what was made on the articles of these addresses. */
export async function forgetLesson(addresses: string[]): Promise<void> {
  await Promise.allSettled([del(name, store()), ...addresses.map(forgetLayers)]);
}
