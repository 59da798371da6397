// What the module for classes gives: src/classroom/roll_up.h as src/app/messages_classroom.h writes it.

export interface HandedIn {
  name: string;
  text: string;
}
export type HandedInState = 'counted' | 'older' | 'other-exercise' | 'other-version' | 'broken';
export interface TaskGrade {
  task: string;
  answered: boolean;
  graded: boolean;
  points: number;
  most: number;
}
export interface Agreement {
  value: number | null;
  /** What that means: a word of src/classroom/agreement.h. */
  accord: string;
}
/** What is wrong: a code, the place in the file, and what is named. */
export interface Problem {
  code: string;
  where: string;
  value?: string;
}
export interface RollUp {
  files: { name: string; state: HandedInState; seat: string; saved: string; problems: Problem[] }[];
  pupils: { seat: string; saved: string; done: boolean; help: Record<string, { hints: number; checks: number }>; grade: { points: number; most: number; tasks: TaskGrade[] } }[];
  questions: { task: string; item: string; wanted: string[]; right: number; partly: number; wrong: number; open: number; given: { given: string[]; pupils: number; right: boolean }[] }[];
  wrong: { task: string; item: string; wanted: string[]; given: string[]; pupils: number }[];
  /** Words of the article's text: begin and end in UTF-16 code units, how many marked it, 1 = in the key. */
  heat: { task: string; pupils: number; words: [number, number, number, number][] }[];
  agreement: { task: string; measure: 'alpha' | 'u-alpha'; pupils: number; agreement: Agreement; kappa?: Agreement }[];
  written: { task: string; seat: string; text: string }[];
}

/** Of an exercise file, what the page shows of it. */
export interface ExerciseFile {
  title?: string;
  lang?: string;
  articles: { text?: string; claims?: { sources?: { id: string; name: string }[]; items?: { id: string; target?: { selector?: { exact?: string }[] } }[] } }[];
  tasks: { id: string; kind: string; title?: string; article?: number }[];
  key?: unknown;
  sealedKey?: unknown;
}
