// The way from a claim's words on the page to its card, for who sees no highlight or has no mouse: a button that stands beside the
// words, in the browser's top layer, and takes the focus. The caret goes to the words, so that reading goes on there.

import type { Highlighter } from './highlighter.ts';
import { besideWords } from './selection.ts';
import { seenBox } from './zoomed.ts';

export class WayBack {
  /** The open card, and whether it was asked for on the page: there the focus goes when it closes. */
  opened = '';
  fromPage = false;
  private claim = '';
  private words: Range | undefined;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly button: HTMLButtonElement,
    private readonly highlighter: Highlighter,
    open: (claim: string) => void,
  ) {
    const moved = (): void => this.move();
    addEventListener('scroll', moved, { passive: true, capture: true });
    addEventListener('resize', moved);
    const listen = (type: string, listener: (event: never) => void): void => button.addEventListener(type, listener as EventListener);
    listen('click', () => {
      const { claim } = this;
      this.hide();
      open(claim);
    });
    listen('blur', () => this.hide());
    listen('keydown', (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      button.blur();
    });
    this.stops.push(() => {
      removeEventListener('scroll', moved, { capture: true });
      removeEventListener('resize', moved);
    });
  }

  /** Has `close` close what stands in front. Whether it did. */
  stepBack(close: () => boolean): boolean {
    const { opened } = this;
    if (!close()) return false;
    if (opened && !this.opened && this.fromPage) this.go(opened);
    return true;
  }

  /** Goes to the words of a claim, if they are on the page. */
  go(claim: string): void {
    const { button } = this;
    const [words] = this.highlighter.ranges(claim);
    if (!words) return;
    this.claim = claim;
    this.words = words;
    button.hidden = false;
    // What is heard: the words with those around them.
    button.setAttribute('aria-description', (words.startContainer.parentElement?.closest('p,li,h1,h2,h3,h4,h5,h6,blockquote,td,figcaption')?.textContent ?? words.toString()).trim());
    button.setAttribute('aria-details', `article:${claim}`);
    this.move();
    button.focus({ preventScroll: true });
    // After that: WebKit drops the page's selection when a button gets the focus.
    getSelection()?.collapse(words.startContainer, words.startOffset);
  }

  dispose(): void {
    this.hide();
    for (const stop of this.stops) stop();
  }

  private move(): void {
    if (this.words) besideWords(this.button, seenBox(this.words), false);
  }
  private hide(): void {
    this.words = undefined;
    if (this.button.matches(':popover-open')) this.button.hidePopover();
    this.button.hidden = true;
  }
}
