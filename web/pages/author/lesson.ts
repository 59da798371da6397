// A lesson out of an article with its claims and what the author wishes: src/classroom/make_exercise.h makes the tasks.

import { sealKey } from '../../src/sealed-key.ts';
import type { ExerciseFile } from '../class/model.ts';
import type { Block } from '../../exports/index.ts';
import type { Ask } from '../class/module.ts';
import { wordsAt } from '../words/answers.ts';

/** `compare` takes two articles, all others ask about the first. */
export const kinds = ['match', 'classify', 'spot', 'chain', 'highlight', 'count', 'swap-cue', 'check-number', 'rank', 'compare'] as const;
export type Kind = (typeof kinds)[number];
/** What `rank` can go by: IMVAIN. */
export const letters = ['independent', 'multiple', 'verified', 'authoritative', 'named'] as const;
/** Kinds that ask about claims, which an author may choose; in the second list about one. */
export const asksClaims: readonly Kind[] = ['match', 'spot', 'chain', 'count', 'swap-cue', 'check-number'];
export const asksOneClaim: readonly Kind[] = ['swap-cue', 'check-number'];
/** Kinds that tell a pupil at once, item by item, what is not right. */
export const tellsWrong: readonly Kind[] = ['match', 'classify', 'spot', 'chain', 'highlight', 'count', 'check-number', 'compare'];

interface Item {
  item: string;
  answer: string[];
}
interface Answer {
  task: string;
  items?: Item[];
  marks?: { selector: { exact?: string }[] }[];
  example?: string;
  feedback?: { text: string }[];
}
type Task = ExerciseFile['tasks'][number] & { instructions?: string; hints?: string[]; claims?: string[]; sources?: string[]; source?: string; unit?: string; letter?: string; cue?: string; otherCue?: string; minutes?: number };
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
export type Letter = (typeof letters)[number];
type ByKind<What> = Partial<Record<Kind, What>>;
/** What an author may wish of tasks, beside their kinds. */
export interface TaskWish {
  instructions: ByKind<string>;
  /** A line each. */
  hints: ByKind<string>;
  /** What pupils read whose answer is not right. */
  feedback: ByKind<string>;
  minutes: ByKind<number>;
  /** Ids of the claims to ask about; of a kind without any, the module chooses. */
  asked: ByKind<string[]>;
  /** Of highlight: all that rests on this source; '' = every claim. */
  source: string;
  /** Of highlight: whole sentences, for the young. */
  sentences: boolean;
  letter: Letter;
}
export interface Wish extends TaskWish {
  id: string;
  title: string;
  introduction: string;
  ages: [number, number] | undefined;
  kinds: Kind[];
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

/** An exercise, and ids of what its tasks could be about: claims, of highlight sources. */
export interface MadeOf {
  made: Made;
  about: ByKind<string[]>;
}
/** The tasks that the claims give something for, out of the wished kinds; undefined when there is none. */
export function makeOf(ask: Ask, { articles: [first, second], lang }: Sourced, wish: Wish): MadeOf | undefined {
  try {
    const articles = second ? [first, { ...second, claims: withSameSources(first.claims, second.claims) }] : [first];
    const { id, title, kinds: wanted, asked, source, sentences, letter } = wish;
    const { exercise, about } = ask<{ exercise: string; about: MadeOf['about'] }>({ verb: 'make', id, title, lang, kinds: wanted, articles, asked, source, sentences, letter });
    const made = JSON.parse(exercise) as Made;
    if (wish.introduction) made.introduction = wish.introduction;
    if (wish.ages) made.ages = wish.ages;
    for (const task of made.tasks) dress(task, made.key.answers.find((answer) => answer.task === task.id), wish);
    return { made, about };
  } catch {
    return undefined;
  }
}
export const make = (...[ask, sourced, wish]: Parameters<typeof makeOf>): Made | undefined => makeOf(ask, sourced, wish)?.made;

function dress(task: Task, answer: Answer | undefined, { instructions, hints, feedback, minutes }: Wish): void {
  const kind = task.kind as Kind;
  const [own, told, time] = [instructions[kind], feedback[kind], minutes[kind]];
  const lines = (hints[kind] ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
  if (own) task.instructions = own;
  if (lines.length) task.hints = lines;
  if (time) task.minutes = time;
  if (told && answer && tellsWrong.includes(kind)) answer.feedback = [{ text: told }];
}

interface ClaimsFile {
  sources?: { id: string; name: string }[];
  items?: { id: string; target?: { selector?: { exact?: string }[] } }[];
}
/** What its ids stand for: names of sources, and words of claims. */
export function namesOf(claims: string): Map<string, string> {
  const { sources = [], items = [] } = JSON.parse(claims) as ClaimsFile;
  return new Map([...sources.map(({ id, name }): [string, string] => [id, name]), ...items.map(({ id, target }): [string, string] => [id, wordsAt(target?.selector)])]);
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
