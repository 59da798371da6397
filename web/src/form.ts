// A panel over the page: what the widget asks of it, and what it is given. Fetched only where a page has one.

import type { Highlighter } from './highlighter.ts';
import type { Outline } from './outline.ts';
import type { PageText } from './page-text.ts';
import type { Parts } from './parts.ts';

export type OverKind = 'docked' | 'sheet';
export type MakeForm = (kind: OverKind, around: Around) => Form;

export interface Form {
  /** False when the page leaves no room for it. */
  show(isOpen: boolean): boolean;
  /** Lets words of the page be seen, if they can be, and if that was `asked` for at the panel's cost. Whether they are. */
  reach(words: Range, asked: boolean): boolean;
  /** Of the window, where the page is seen down to: CSS pixels. */
  readonly bottom: number;
  /** What gets the focus after it has opened or closed, if that was pressed inside the widget. */
  focus(isOpen: boolean): HTMLElement;
  /** What the panel says has changed. */
  refresh(): void;
  dispose(): void;
}

export interface Around {
  readonly host: HTMLElement;
  readonly parts: Parts;
  readonly style: CSSStyleSheet;
  readonly highlighter: Highlighter;
  readonly outline: Outline;
  page(): PageText | undefined;
  /** Opens the card of a claim that was chosen on the page. */
  open(claim: string): void;
}
