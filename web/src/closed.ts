// A reader may close the widget for good on a site. That is the one thing that is kept then: under one name, what stands in its place
// until the reader brings it back.

const name = 'who-says-closed';

/** What stands in the place of a closed widget: a sentence, and the words of the button that brings it back. */
export interface Closed {
  words: string;
  back: string;
}

/** Of this page, where the browser keeps nothing. */
let here: string | null | undefined;

const storage = (use: (kept: Storage) => string | null | void): string | null | void => {
  try {
    return use(localStorage);
  } catch {
    return undefined; // it keeps nothing
  }
};

/** Undefined while the widget is not closed. */
export function closedHere(): Closed | undefined {
  const kept = here === undefined ? storage((all) => all.getItem(name)) : here;
  if (!kept) return undefined;
  const [words = '', back = ''] = kept.split('\n');
  return { words, back };
}

/** Closes it, or with undefined brings it back. */
export function keepClosed(closed: Closed | undefined): void {
  here = closed ? `${closed.words}\n${closed.back}` : null;
  storage((all) => (here ? all.setItem(name, here) : all.removeItem(name)));
}

const css = `:host{display:block!important;height:auto!important;min-height:0!important}p{margin:0;font-size:.875rem}
button{min-height:28px;font:inherit}@media print{p{display:none}}`;

/** Shows that in the widget's place; `bringBack` is called on a press. */
export function showClosed(root: ShadowRoot, { words, back }: Closed, bringBack: () => void): HTMLButtonElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const line = document.createElement('p');
  line.part.add('closed');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = back;
  button.setAttribute('aria-description', words);
  button.addEventListener('click', bringBack);
  line.append(words, ' ', button);
  root.replaceChildren(line);
  return button;
}
