// A page for teachers in their language: which one, its words in the page, and a choice of another one.

import { element, parts, type Content } from '../class/dom.ts';
import { pickLanguage, type Words } from './words.ts';

const kept = 'who-says-language';
/** What the page says where, so that it can be said in another language. */
const told = new Map<Element, () => Content>();

/** Puts words into a node, now and whenever the language changes. */
export function tell(node: Element, words: () => Content): void {
  told.set(node, words);
  put(node, words());
}
/** Says anew all that is said. */
export function tellAgain(): void {
  for (const [node, words] of told) put(node, words());
}
/** Nothing is said anew where it would be the same: a reader of the screen would hear it again. */
function put(node: Element, words: Content): void {
  const fresh = node.cloneNode(false) as Element;
  fresh.append(...parts(words));
  if (!fresh.isEqualNode(node)) node.replaceChildren(...fresh.childNodes);
}

/** Words of an exercise inside of the page's: marked with their language, where it is another one. */
export const inLanguage = (words: string, lang: string, page: string): Node => (lang.replace(/-.*/, '') === page ? document.createTextNode(words) : Object.assign(element('span', words), { lang }));

const stored = (): string | null => {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null; // this browser keeps nothing
  }
};
function store(lang: string): void {
  try {
    localStorage.setItem(kept, lang);
  } catch {
    // the same
  }
}

/**
 * Shows the page in the teacher's language: what was chosen here before, else `?lang=` of the address, else `own`, which is that of the
 * exercise in a lesson's folder, else the browser's. `changed` is called when another one is chosen.
 *
 * In the page, `data-say` names the words of an element, `data-say-label` its label for assistive technology; web/build.mjs fills in English.
 */
export function speak(words: Words, own: string | undefined, changed: () => void): void {
  words.lang = pickLanguage([stored(), new URLSearchParams(location.search).get('lang'), own, ...navigator.languages], words.languages);
  const select = element('select', '', ...words.languages.map((lang) => Object.assign(element('option', words.in(lang).say('language.name')), { value: lang, lang })));
  select.id = 'page-language';
  select.value = words.lang;
  const label = Object.assign(element('label'), { htmlFor: select.id });
  label.dataset['say'] = 'language';
  const choice = element('div', '', label, select);
  choice.className = 'page-language';
  document.querySelector('header.site')!.append(choice);
  const title = document.querySelector<HTMLElement>('title')!;
  for (const node of document.querySelectorAll<HTMLElement>('[data-say]')) if (node !== title && !told.has(node)) told.set(node, () => words.say(node.dataset['say']!));

  const show = (): void => {
    document.documentElement.lang = words.lang;
    document.title = `${words.say(title.dataset['say']!)} · Who Says`;
    for (const node of document.querySelectorAll<HTMLElement>('[data-say-label]')) node.setAttribute('aria-label', words.say(node.dataset['sayLabel']!));
    tellAgain();
  };
  show();
  select.addEventListener('change', () => {
    words.lang = select.value;
    store(words.lang);
    show();
    changed();
  });
}
