// The widget's own DOM, in its shadow root.

import { css } from './styles.ts';

export interface Parts {
  /** What is seen while the widget is open. */
  frame: HTMLElement;
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
  const beside = (): HTMLButtonElement => {
    const button = make('button', 'offer', root);
    button.type = 'button';
    button.hidden = true;
    if ('popover' in button) button.popover = 'manual';
    return button;
  };
  const offer = beside();
  const back = beside();
  const parts = { frame, scroller, content, canvas, outline, live, opener, offer, back };
  nameParts(parts, '{}', 'en');
  return parts;
}

/** Has assistive technology say something, also when it is what was said last. */
export function say(live: HTMLElement, words: string): void {
  live.textContent = live.textContent === words ? words + '\u00a0' : words;
}

/** Says the language of all parts, and the words of the buttons outside the panel. What is wrong with a language file the core tells. */
export function nameParts({ frame, opener, offer, back }: Parts, words: string, language: string): void {
  let table: Record<string, unknown>;
  try {
    table = JSON.parse(words) as Record<string, unknown>;
  } catch {
    return;
  }
  frame.lang = language;
  const name = (button: HTMLElement, key: string, english: string): void => {
    button.lang = language;
    const given = table[key];
    button.textContent = typeof given === 'string' ? given : english;
  };
  name(opener, 'title', 'Who says?');
  name(offer, 'text.highlight', 'Highlight this claim');
  name(back, 'text.back', 'Back to the card');
}
