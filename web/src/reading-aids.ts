// How a reader wants the words of a lesson: larger, further apart, in plainer letters. Controls where the page has a place for them, as
// <div data-who-says="reading"></div>; the page's words and the panel follow. Kept in this browser, where it keeps anything.

import type { LessonPanel } from './settings.ts';

/** Of WCAG 1.4.12, Text Spacing; the lines as the British Dyslexia Association's style guide has them at most. */
const apart = ':root *{letter-spacing:.12em!important;word-spacing:.16em!important}:root :is(p,li){line-height:1.8!important;margin-bottom:2em!important}';
/** That guide: evenly spaced letters without serifs; neither italics nor capitals alone. None comes along: trials found no gain in a face of its own. */
const faces = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,'Trebuchet MS',Tahoma,'DejaVu Sans','Noto Sans',sans-serif";
const plain = `:root *{font-family:${faces}!important;font-style:normal!important;text-transform:none!important;--who-says-font:${faces}!important;--who-says-quote-font:${faces}!important}:root :is(em,i,cite){font-weight:600}`;

/** What can be chosen, and the style of it. The first of each is the page's own. */
const aids = {
  size: { normal: '', large: ':root{font-size:125%!important}', largest: ':root{font-size:150%!important}' },
  spacing: { normal: '', wide: apart },
  letters: { page: '', plain },
};
type Aid = keyof typeof aids;
const names = Object.keys(aids) as Aid[];
const styleOf = (name: Aid, choice = ''): string => (aids[name] as Record<string, string>)[choice] ?? '';

/** English, until another language comes. */
export const readingWords = {
  'lesson.reading': 'Make it easier to read',
  'lesson.reading.size': 'Size',
  'lesson.reading.size.normal': 'Normal',
  'lesson.reading.size.large': 'Large',
  'lesson.reading.size.largest': 'Very large',
  'lesson.reading.spacing': 'Spacing',
  'lesson.reading.spacing.normal': 'Normal',
  'lesson.reading.spacing.wide': 'Wide',
  'lesson.reading.letters': 'Letters',
  'lesson.reading.letters.page': 'As the page has them',
  'lesson.reading.letters.plain': 'Plain and clear',
};

const key = 'who-says-reading';
let chosen: Partial<Record<Aid, string>> | undefined;
let sheet: CSSStyleSheet | undefined;

function kept(): Partial<Record<Aid, string>> {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<Aid, string>> | null) ?? {};
  } catch {
    return {}; // it keeps nothing
  }
}
function keep(): void {
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // For this page, then.
  }
}

/** Has the page look as it was chosen. */
function apply(): void {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`@media print{[data-who-says=reading]{display:none!important}}${names.map((name) => styleOf(name, chosen?.[name])).join('')}`);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Puts the controls into their place, if the page has one. */
export function offerReadingAids({ parts: { frame, named }, restyle }: LessonPanel): void {
  const place = document.querySelector<HTMLElement>('[data-who-says=reading]');
  if (!place) return;
  chosen ??= kept();
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, ...inside: (Node | string)[]): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };
  const said = (word: string): HTMLElement => {
    const english = readingWords[word as keyof typeof readingWords];
    const span = make('span', english);
    named.set(word, [
      english,
      (words) => {
        place.lang = frame.lang;
        span.textContent = words;
      },
    ]);
    return span;
  };
  const sign = make('span', 'Aa');
  sign.ariaHidden = 'true';
  const groups = names.map((name) => {
    const word = `lesson.reading.${name}`;
    const choices = Object.keys(aids[name]);
    const now = choices.find((choice) => choice === chosen?.[name]) ?? choices[0];
    const boxes = choices.map((value) => make('label', Object.assign(make('input'), { type: 'radio', name: `who-says-${name}`, value, checked: value === now }), ' ', said(`${word}.${value}`)));
    const group = make('fieldset', make('legend', said(word)), ...boxes);
    group.addEventListener('change', ({ target }) => {
      chosen = { ...chosen, [name]: (target as HTMLInputElement).value };
      keep();
      apply();
      restyle();
    });
    return group;
  });
  place.replaceChildren(make('details', make('summary', sign, ' ', said('lesson.reading')), ...groups));
  apply();
  restyle();
}
