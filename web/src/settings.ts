// What a widget is given, and what it tells.

import type { Rendering } from './canvas-panel.ts';
import type { Closed } from './closed.ts';
import type { CoreExports } from './core.ts';
import type { Found, LoadDetector } from './detector.ts';
import type { MakeForm } from './form.ts';
import type { Instantiate } from './instance.ts';
import type { LayoutChoice } from './layout.ts';
import type { resolveSelectors } from './selectors.ts';
import type { Theme } from './looks.ts';
import type { Command, Effect, Mode } from './messages.ts';
import type { Paper } from './paper.ts';
import type { Parts } from './parts.ts';
import type { Wanted } from './page-text.ts';
import type { PlainText } from './plain-text.ts';

export interface Assets {
  core(): Promise<Instantiate<CoreExports>>;
  /** Its file, where that was asked for already. */
  ahead?: Promise<Response>;
  /** The same as JavaScript, without a panel. */
  plainCore(): Promise<Instantiate<CoreExports>>;
  /** Interface languages beside English, which the core has. */
  languages: readonly string[];
  /** Words of one of them as JSON, or with "terms." or "reasons." before it the explanations, or why the engine suggests something; undefined when they do not come. */
  words(name: string): Promise<string | undefined>;
  detector: LoadDetector;
  /** Panels over the page. */
  layouts(): Promise<{ makeForm: MakeForm }>;
  /** Finds words by the selectors of other programs. */
  selectors(): Promise<{ resolveSelectors: typeof resolveSelectors }>;
  /** What prints. */
  paper(): Promise<{ Paper: typeof Paper }>;
  /** In a module that has exercises. */
  lesson?: (panel: LessonPanel) => Lesson;
}
/** What a lesson has of its widget. */
export interface LessonPanel {
  host: HTMLElement;
  exercise: string;
  send(command: Command): void;
  parts: Parts;
  /** The page has another look. */
  restyle(): void;
}
/** A lesson in place of the claims: `lesson.ts`. */
export interface Lesson {
  /** The task in front is one of marking words of the article. */
  readonly marks: boolean;
  /** Before anything of the page is read: the panel knows that it is a lesson. */
  begin(): void;
  /** After the article has come, which is at `address`. Settles when the pupil can begin. */
  load(address: string): Promise<void>;
  carryOut(effect: Effect): void;
}
/** What the element tells the widget. */
export interface Settings {
  article: Wanted;
  claims: string | null;
  /** Address of the exercise, "" = it stands in the tag; null = no lesson. */
  exercise: string | null;
  mode: Mode;
  /** Whether the engine looks for claims: where the page gives none, always, or never. */
  detect: 'auto' | 'on' | 'off';
  lang: string;
  theme: Theme | 'auto';
  render: Rendering;
  layout: LayoutChoice;
  /** On paper: the page as it is with lists of claims and sources, or the article with numbers and these alone. */
  print: 'page' | 'numbered';
  /** Readers cannot close it for good. */
  stays: boolean;
  /** Plain text to show instead of an article of the page. */
  text?: PlainText;
}
export interface WidgetEvents {
  ready(claims: number): void;
  change(claims: number): void;
  select(claim: string): void;
  share(link: string): void;
  detected(found: Found): void;
  /** A reader closes it for good on this site. */
  closed(closed: Closed): void;
  /** A file for the reader. False: the page takes it itself. */
  file(name: string, text: string): boolean;
  error(code: string, message: string, where: string): void;
}
