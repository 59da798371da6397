// A lesson out of an article with its claims and what the author wishes: src/classroom/make_exercise.h makes the tasks.

import { sealKey } from '../../src/sealed-key.ts';
import type { ExerciseFile } from '../class/model.ts';
import type { Block } from '../../exports/index.ts';
import type { Ask } from '../class/module.ts';

/** `compare` takes two articles, all others ask about the first. */
export const kinds = ['match', 'classify', 'spot', 'chain', 'highlight', 'count', 'swap-cue', 'check-number', 'rank', 'compare'] as const;
export type Kind = (typeof kinds)[number];

interface Item {
  item: string;
  answer: string[];
}
interface Answer {
  task: string;
  items?: Item[];
  marks?: { selector: { exact?: string }[] }[];
  example?: string;
}
type Task = ExerciseFile['tasks'][number] & { instructions?: string; hints?: string[]; claims?: string[]; sources?: string[] };
/** An exercise with its key. */
export interface Made extends ExerciseFile {
  id: string;
  lang?: string;
  ages?: [number, number];
  introduction?: string;
  tasks: Task[];
  key: { answers: Answer[] };
}
/** An article's text, and its claims file. */
export interface Article {
  text: string;
  claims: string;
}
/** What the tasks are made of; a second report of the same event is there to be compared. */
export interface Sourced {
  articles: [first: Article, second?: Article];
  lang: string;
}
export interface Wish {
  id: string;
  title: string;
  introduction: string;
  ages: [number, number] | undefined;
  kinds: Kind[];
  instructions: Partial<Record<Kind, string>>;
  /** A line each. */
  hints: Partial<Record<Kind, string>>;
}
export type KeyPlace = 'page' | 'teacher' | 'sealed';
/** What its files are made of. */
export interface Lesson {
  title: string;
  /** Of files: letters, digits and hyphens. */
  name: string;
  lang: string;
  /** Of the article that stands in the page. */
  blocks: Block[];
  /** As pupils get it, and with its answers. */
  exercise: string;
  answered: string;
  key: string;
  keyPlace: KeyPlace;
}

/** The tasks that the claims give something for, out of the wished kinds; undefined when there is none. */
export function make(ask: Ask, { articles: [first, second], lang }: Sourced, wish: Wish): Made | undefined {
  try {
    const articles = second ? [first, { ...second, claims: withSameSources(first.claims, second.claims) }] : [first];
    const { exercise } = ask<{ exercise: string }>({ verb: 'make', id: wish.id, title: wish.title, lang, kinds: wish.kinds, articles });
    const made = JSON.parse(exercise) as Made;
    if (wish.introduction) made.introduction = wish.introduction;
    if (wish.ages) made.ages = wish.ages;
    for (const task of made.tasks) {
      const own = wish.instructions[task.kind as Kind];
      if (own) task.instructions = own;
      const hints = (wish.hints[task.kind as Kind] ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
      if (hints.length) task.hints = hints;
    }
    return made;
  } catch {
    return undefined;
  }
}

interface ClaimsFile {
  sources?: { id: string; name: string }[];
  items?: unknown[];
}
/**
 * A second report's claims file with its sources alone: one of the name that the first has too gets that id, any other an id that the
 * first has not. A comparison is made of ids.
 */
export function withSameSources(first: string, second: string): string {
  const { sources: known = [] } = JSON.parse(first) as ClaimsFile;
  const { items: _, sources = [], ...rest } = JSON.parse(second) as ClaimsFile;
  const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/^the /, '').trim();
  const taken = new Set([...known, ...sources].map(({ id }) => id));
  const other = (id: string): string => {
    for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`;
  };
  const named = sources.map((source) => {
    const same = known.find(({ name }) => plain(name) === plain(source.name));
    const id = same?.id ?? (known.some(({ id: before }) => before === source.id) ? other(source.id) : source.id);
    taken.add(id);
    return { ...source, id };
  });
  return JSON.stringify({ ...rest, sources: named, items: [] });
}

/** How much a task asks about, and what: a word of the language file. */
export function extent({ tasks, key }: Made): { n: number; of: 'claims' | 'sources' | 'chains' | 'marks' } {
  const [task] = tasks;
  const [answer] = key.answers;
  if (task?.kind === 'highlight') return { n: answer?.marks?.length ?? 0, of: 'marks' };
  if (task?.kind === 'chain') return { n: answer?.items?.length ?? 0, of: 'chains' };
  return task?.claims?.length ? { n: task.claims.length, of: 'claims' } : { n: task?.sources?.length ?? 0, of: 'sources' };
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
/** "The piers of Halm" → "the-piers-of-halm". */
export const fileName = (title: string): string => title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || 'lesson';

/** The exercise as it goes out, its key where the author wants it. */
export async function lessonOf(ask: Ask, made: Made, blocks: Lesson['blocks'], keyPlace: KeyPlace, code: string, untitled = 'Lesson'): Promise<Lesson> {
  const answered = pretty(made);
  ask({ verb: 'open', exercise: answered });
  const { exercise: bare, key } = ask<{ exercise: string; key: string }>({ verb: 'split' });
  const exercise = keyPlace === 'page' ? answered : keyPlace === 'teacher' ? bare : pretty({ ...(JSON.parse(bare) as object), sealedKey: await sealKey(key, code) });
  return { title: made.title || untitled, name: fileName(made.title ?? ''), lang: made.lang || 'en', blocks, exercise, answered, key, keyPlace };
}
