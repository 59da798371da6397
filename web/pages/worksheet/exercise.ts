// An exercise file as a worksheet reads it: assets/exercise-file.md.

export interface Selector {
  type?: string;
  exact?: string;
  start?: number;
  end?: number;
}
export interface Source {
  id: string;
  name: string;
  kind?: string;
  form?: string;
  office?: string;
}
export interface Claim {
  id: string;
  target?: { selector?: Selector[] };
}
export interface Article {
  text?: string;
  claims?: { article?: { title?: string }; sources?: Source[]; items?: Claim[] };
}
export interface Task {
  id: string;
  kind: string;
  title?: string;
  instructions?: string;
  article?: number;
  claims?: string[];
  sources?: string[];
  kinds?: string[];
  asks?: string[];
  source?: string;
  unit?: string;
  cue?: string;
  otherCue?: string;
  letter?: string;
  minutes?: number;
}
export interface Answer {
  task: string;
  items?: { item: string; answer: string[]; alternatives?: string[][]; acceptableSources?: string[]; because?: string }[];
  marks?: { selector: Selector[]; optional?: boolean; because?: string }[];
  example?: string;
}
export interface Exercise {
  title?: string;
  lang?: string;
  introduction?: string;
  articles: Article[];
  tasks: Task[];
  key?: { answers: Answer[] };
}

/** What `classify` offers where it names no kinds: as src/model/vocabulary.cpp has them, but for those that are no answer. */
export const kindsOfSource = [
  'government', 'intelligence-agency', 'military', 'law-justice', 'legislator-politician', 'diplomat', 'international-organization', 'think-tank', 'academic',
  'ngo-advocacy', 'business', 'person-affected', 'news-outlet', 'social-media', 'document', 'data-statistics',
];

export type Range = [begin: number, end: number];

/** Where words of a text stand: where the selector says, if they do; else their first place. undefined: nowhere. */
export function placeOf(text: string, selectors: Selector[] = []): Range | undefined {
  const exact = selectors.find((one) => one.exact)?.exact ?? '';
  const position = selectors.find((one) => one.start !== undefined);
  if (position && text.slice(position.start, position.end) === exact) return [position.start!, position.end!];
  const at = exact ? text.indexOf(exact) : -1;
  return at < 0 ? undefined : [at, at + exact.length];
}
