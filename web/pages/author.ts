// A lesson from an article: the widget finds the claims and a teacher accepts them; the classroom's module makes the tasks; files come out.

import { lessonBody } from '../exports/index.ts';
import { download } from '../src/files.ts';
import { given } from '../src/script.ts';
import type { WhoSaysElement } from '../src/who-says.js';
import { ways, type Along } from './author/files.ts';
import { fieldsOf, fill, forgetLesson, keepLesson, lastLesson } from './author/kept.ts';
import { fileName, lessonOf, make, makeOf, namesOf, type KeyPlace, type Kind, type Lesson, type Made, type Sourced, type Wish } from './author/lesson.ts';
import { Report } from './author/report.ts';
import { TaskList } from './author/task-list.ts';
import { lessonWords, say, words } from './author/words.ts';
import type { Content } from './class/dom.ts';
import { openModule } from './class/module.ts';
import { parsed } from './own-article.ts';
import { speak as speakPage, tell as tellIn, tellAgain } from './words/page.ts';
import { pickLanguage } from './words/words.ts';

const find = <T extends HTMLElement = HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const field = (id: string): HTMLInputElement => find<HTMLInputElement>(`#${id}`);
const tell = (id: string, words: () => Content): void => tellIn(find(`#${id}-said`), words);
const form = find('main');
const base = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const module = openModule();

speakPage(words, undefined, () => {
  guessLanguage(words.lang);
  speak();
  void refresh();
});

let id = '';
let sourced: Sourced | undefined;

// ---- 1. the article, 2. the claims

const language = (): string => field('language').value;
/** The teacher or the article's file says its language; until then it is the page's, or what the engine takes it for. */
let languageIsTold = false;
function takeLanguage(lang: string): boolean {
  const known = [...find<HTMLSelectElement>('#language').options].find(({ value }) => value === lang.split('-')[0]);
  if (known) known.selected = true;
  return known !== undefined;
}
function guessLanguage(lang: string): void {
  if (!languageIsTold && !first.isOpen) takeLanguage(lang);
}
const first = new Report('', {
  found(lang) {
    if (languageIsTold || lang === language() || !takeLanguage(lang)) return;
    speak();
    later();
  },
  opened(lang) {
    languageIsTold = takeLanguage(lang) || languageIsTold;
    speak();
    field('title').value = first.title.slice(0, 120);
    tasks.choose({ asked: {}, source: '' });
    // Works are named by what stands behind the slash.
    id = `urn:who-says:lesson:${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}/${fileName(first.title)}`;
    later();
  },
  changed: () => later(),
});
const second = new Report('second-', {
  opened() {
    second.speak(language());
    tasks.chosenKinds = [...new Set<Kind>([...tasks.chosenKinds, 'compare'])];
    later();
  },
  changed: () => later(),
});
function speak(): void {
  for (const report of [first, second]) report.speak(language());
  lessonWords.lang = pickLanguage([language()], words.languages);
  for (const id of ['title', 'introduction']) field(id).lang = language();
  tellAgain();
}
field('language').addEventListener('change', () => {
  languageIsTold = true;
  speak();
  later();
});

// ---- 3. the exercise

tellIn(find('#introduction'), () => lessonWords.say('exercise.introduction.first'));
guessLanguage(words.lang);
speak();

function wish(kinds: Kind[]): Wish {
  const [from, to] = [field('from'), field('to')].map(({ valueAsNumber }) => valueAsNumber) as [number, number];
  const ages: Wish['ages'] = Number.isNaN(from + to) ? undefined : [Math.min(from, to), Math.max(from, to)];
  return { id, title: field('title').value.trim(), introduction: field('introduction').value.trim(), ages, kinds, ...tasks.wish };
}

let made: Made | undefined;
async function refresh(): Promise<void> {
  const ask = await module;
  const [article, other] = [first.sourced(), second.sourced()];
  sourced = article && { articles: other ? [article, other] : [article], lang: language() };
  const { kinds: _, ...rest } = wish([]);
  tasks.show((kind) => sourced && makeOf(ask, sourced, { ...rest, kinds: [kind] }), article && namesOf(article.claims));
  made = sourced && tasks.wanted.length ? make(ask, sourced, wish(tasks.wanted)) : undefined;
  const n = made?.tasks.length;
  const missing = sourced ? 'exercise.no-tasks' : 'exercise.no-claims';
  tell('exercise', () => (n ? say('exercise.ready', { n }) : say(missing)));
}
let timer: ReturnType<typeof setTimeout> | undefined;
function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh().then(keep), 250);
}
const tasks = new TaskList(find('#kinds'));
find('#exercise').addEventListener('submit', (event) => event.preventDefault());

// ---- kept over a reload

async function keep(): Promise<void> {
  if (!first.isOpen) return;
  const { asked, source } = tasks.wish;
  const kept = await keepLesson({ id, articles: [first, second].map(({ blocks, claims }) => ({ blocks, claims })), chosen: tasks.chosenKinds, about: { asked, source }, fields: fieldsOf(form) });
  tell('kept', () => say(kept ? 'kept.here' : 'kept.nothing'));
  find('#forget').hidden = !kept;
}
form.addEventListener('change', later);
find('#forget').addEventListener('click', async () => {
  clearTimeout(timer);
  await forgetLesson([first, second].filter(({ isOpen }) => isOpen).map(({ address }) => address));
  location.reload();
});
void lastLesson().then((kept) => {
  const [article, other] = kept?.articles ?? [];
  if (!kept || !article?.blocks.length || first.isOpen) return;
  id = kept.id;
  languageIsTold = true;
  fill(form, kept.fields);
  tasks.chosenKinds = kept.chosen;
  tasks.choose(kept.about ?? { asked: {}, source: '' });
  first.show(article.blocks, language(), article.claims);
  if (other?.blocks.length) {
    second.show(other.blocks, language(), other.claims);
    find<HTMLDetailsElement>('#second').open = true;
  }
  speak();
  showKey();
  later();
});

// ---- 4. the key

const place = (): KeyPlace => find<HTMLInputElement>('#key input[name=place]:checked').value as KeyPlace;
function showKey(): void {
  const now = place();
  find('#sealed').hidden = now !== 'sealed';
  tell('scorm', () => say(`scorm.${now}`));
  const { length } = field('code').value.trim();
  tell('key', () => (now !== 'sealed' ? '' : !globalThis.crypto?.subtle ? say('key.no-crypto') : length > 0 && length < 12 ? say('key.short-code') : ''));
}
find('#key').addEventListener('change', showKey);
find('#key').addEventListener('submit', (event) => event.preventDefault());
showKey();

// ---- 5. the preview, 6. the files

/** Of a fault: the reason is for those who look into the page. */
function failed(where: string, error: unknown): undefined {
  console.error(error);
  tell(where, () => say('folder.failed'));
}
/** The lesson as it stands; else says in `where` what is missing. */
async function lesson(where: string): Promise<Lesson | undefined> {
  clearTimeout(timer);
  await refresh();
  void keep();
  const missing = sourced ? 'exercise.no-tasks' : 'exercise.no-claims';
  if (!made) return void tell(where, () => say(missing));
  const code = field('code').value;
  if (place() === 'sealed' && !code.trim()) return void tell(where, () => say('key.no-code'));
  if (place() === 'sealed' && !globalThis.crypto?.subtle) return void tell(where, () => say('key.no-crypto'));
  try {
    return await lessonOf(await module, made, first.blocks, place(), code, lessonWords.say('lesson.title'));
  } catch (error) {
    return failed(where, error);
  }
}

find('#show').addEventListener('click', async () => {
  const shown = await lesson('preview');
  if (!shown) return;
  const [aids, words, tag] = parsed(lessonBody(shown.exercise, shown.blocks)).body.children as unknown as [HTMLElement, HTMLElement, WhoSaysElement];
  words.id = 'pupils-article';
  tag.setAttribute('article', '#pupils-article');
  const preview = find('#preview');
  preview.lang = shown.lang;
  preview.replaceChildren(aids, words, tag);
  preview.hidden = false;
  tellIn(find('#show'), () => say('preview.again'));
  tell('preview', () => say('preview.here'));
});

const save = (name: string, data: BlobPart, type: string): void => {
  download(name, data, type);
  tell('folder', () => say('folder.here', { name }));
};
for (const [button, [ending, type, make]] of Object.entries(ways))
  find(`#${button}`).addEventListener('click', async () => {
    const ready = await lesson('folder');
    if (!ready) return;
    try {
      save(`${ready.name}${ending}`, make(ready, await given<Along>('whoSaysFolder', 'author-files.js', base, '')) as BlobPart, type);
    } catch (error) {
      failed('folder', error);
    }
  });
for (const part of ['exercise', 'key'] as const)
  find(`#${part}-file`).addEventListener('click', async () => {
    const ready = await lesson('folder');
    if (ready) save(`${ready.name}.${part}.json`, ready[part], 'application/json');
  });

// The worksheet's page asks for the exercise when it is open: until then the press counts as a person's, which opens a window.
let paper: Window | null = null;
find('#worksheet').addEventListener('click', () => {
  paper = made ? open(`worksheet.html?lang=${words.lang}#own`) : null;
  if (!paper) {
    const missing = made ? 'worksheet.no-window' : 'exercise.no-claims';
    tell('folder', () => say(missing));
  }
});
addEventListener('message', async ({ source, data }: MessageEvent<unknown>) => {
  if (!paper || source !== paper || data !== 'who-says-worksheet') return;
  const ready = await lesson('folder');
  // A page from a file has no origin to be named.
  if (ready) paper.postMessage({ exercise: ready.answered }, location.protocol === 'file:' ? '*' : location.origin);
});
