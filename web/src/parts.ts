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
  opener.textContent = 'Who says?';
  const beside = (words: string): HTMLButtonElement => {
    const button = make('button', 'offer', root);
    button.type = 'button';
    button.hidden = true;
    button.textContent = words;
    if ('popover' in button) button.popover = 'manual';
    return button;
  };
  const offer = beside('Highlight this claim');
  const back = beside('Back to the card');
  return { frame, scroller, content, canvas, outline, live, opener, offer, back };
}

/** Has assistive technology say something, also when it is what was said last. */
export function say(live: HTMLElement, words: string): void {
  live.textContent = live.textContent === words ? words + '\u00a0' : words;
}

/** Words of the buttons outside the panel, from a language file. What is wrong with it the core tells. */
export function nameParts({ opener, offer, back }: Parts, words: string): void {
  let table: Record<string, unknown>;
  try {
    table = JSON.parse(words) as Record<string, unknown>;
  } catch {
    return;
  }
  const name = (button: HTMLElement, key: string): void => {
    if (typeof table[key] === 'string') button.textContent = table[key];
  };
  name(opener, 'title');
  name(offer, 'text.highlight');
  name(back, 'text.back');
}
