// The widget's own DOM, in its shadow root.

import { css } from './styles.ts';

export interface Parts {
  /** What prints in the frame's place; empty but then. */
  paper: HTMLElement;
  /** What is seen while the widget is open. */
  frame: HTMLElement;
  /** As wide as the page's text is large. */
  rem: HTMLElement;
  scroller: HTMLElement;
  content: HTMLElement;
  canvas: HTMLCanvasElement;
  outline: HTMLElement;
  /** Said by assistive technology when it changes. */
  live: HTMLElement;
  /** Seen while the widget is closed. */
  opener: HTMLButtonElement;
  /** "Highlight this claim", beside the reader's selection. */
  offer: HTMLButtonElement;
  /** "Back to the card", beside the words that a card led to. */
  back: HTMLButtonElement;
  /** What takes the words of a language file, by key, with the English ones; and the last file. */
  named: Map<string, [english: string, name: (words: string) => void]>;
  words: Record<string, unknown>;
}

export function makeParts(root: ShadowRoot): Parts {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, parent: Node): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    element.className = name;
    parent.appendChild(element);
    return element;
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren();
  const paper = make('div', 'paper', root);
  const rem = make('div', 'rem', root);
  const frame = make('div', 'frame', root);
  frame.part.add('panel');
  // A press on the canvas leaves the focus inside, so that keys go on working.
  frame.tabIndex = -1;
  const scroller = make('div', 'scroller', frame);
  const content = make('div', 'content', scroller);
  const canvas = make('canvas', 'canvas', content);
  canvas.setAttribute('aria-hidden', 'true');
  const outline = make('div', 'outline', content);
  const live = make('div', 'live', frame);
  live.setAttribute('aria-live', 'polite');
  const opener = make('button', 'opener', root);
  opener.type = 'button';
  opener.part.add('launcher');
  opener.append('');
  const beside = (): HTMLButtonElement => {
    const button = make('button', 'offer', root);
    button.type = 'button';
    button.append('');
    button.hidden = true;
    if ('popover' in button) button.popover = 'manual';
    return button;
  };
  const offer = beside();
  const back = beside();
  const named: Parts['named'] = new Map();
  // A launcher says more than its name.
  const name = (key: string, english: string, button: HTMLElement): unknown => named.set(key, [english, (words) => (button.firstChild!.textContent = words)]);
  name('title', 'Who says?', opener);
  name('text.highlight', 'Highlight this claim', offer);
  name('text.back', 'Back to the card', back);
  const parts = { paper, frame, rem, scroller, content, canvas, outline, live, opener, offer, back, named, words: {} };
  nameParts(parts, '{}', 'en');
  return parts;
}

/** Has assistive technology say something, also when it is what was said last. */
export function say(live: HTMLElement, words: string): void {
  live.textContent = live.textContent === words ? words + '\u00a0' : words;
}

/** Says the language of all parts, and the words of what stands around the panel. What is wrong with a language file the core tells. */
export function nameParts(parts: Parts, words: string, language: string): void {
  try {
    parts.words = JSON.parse(words) as Record<string, unknown>;
  } catch {
    return;
  }
  for (const part of parts.frame.parentNode!.children as HTMLCollectionOf<HTMLElement>) part.lang = language;
  for (const [key, [english, name]] of parts.named) name(String(parts.words[key] ?? english));
}
