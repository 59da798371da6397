// A lesson from an article: the widget finds the claims and a teacher accepts them; the classroom's module makes the tasks; files come out.

import { download } from '../src/files.ts';
import { PageText } from '../src/page-text.ts';
import { given } from '../src/script.ts';
import type { WhoSaysElement } from '../src/who-says.js';
import { folderFiles, lessonBody, zipped, type Along } from './author/files.ts';
import { fileName, lessonOf, make, type KeyPlace, type Kind, type Lesson, type Made, type Sourced, type Wish } from './author/lesson.ts';
import { TaskList } from './author/task-list.ts';
import { say } from './author/words.ts';
import { openModule } from './class/module.ts';
import { fromFile, fromPaste, parsed, takeDropped, textAddress, type OwnArticle } from './own-article.ts';

const find = <T extends HTMLElement = HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const field = (id: string): HTMLInputElement => find<HTMLInputElement>(`#${id}`);
const tell = (id: string, words: string): void => void (find(`#${id}-said`).textContent = words);
const article = find('#article');
const panel = find<WhoSaysElement>('#claims who-says');
const base = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const module = openModule();

let blocks: Lesson['blocks'] = [];
let id = '';
let sourced: Sourced | undefined;

// ---- 1. the article

/** Of the first two lines that have no full stop, the longer one is the headline: the other is what stands over it, or a by-line. */
function headed(parts: HTMLElement[]): HTMLElement[] {
  const words = (part: HTMLElement): string => part.textContent ?? '';
  if (parts.length < 2 || parts.some(({ tagName }) => tagName === 'H1')) return parts;
  const lines = parts.slice(0, 2).filter((part) => part.tagName === 'P' && words(part).length <= 150 && !/[.:;!…]["”’]?$/.test(words(part)));
  const line = [...lines].sort((one, other) => words(other).length - words(one).length)[0];
  if (!line) return parts;
  const heading = document.createElement('h1');
  heading.textContent = words(line);
  return parts.map((part) => (part === line ? heading : part));
}

function open(read: OwnArticle | string): void {
  if (typeof read === 'string') return tell('article', read);
  const parts = headed(read.parts);
  if (!parts.length) return tell('article', say('article.empty'));
  const language = [...find<HTMLSelectElement>('#language').options].find(({ value }) => value === read.lang.split('-')[0]);
  if (language) language.selected = true;
  blocks = parts.map((part) => [part.tagName.toLowerCase(), part.textContent ?? '']);
  article.setAttribute('itemid', textAddress(parts));
  article.replaceChildren(...parts);
  article.hidden = find('#claims').hidden = false;
  speak();
  const title = (parts.find(({ tagName }) => tagName === 'H1') ?? parts[0]!).textContent ?? '';
  field('title').value = title.slice(0, 120);
  // Works are named by what stands behind the slash.
  id = `urn:who-says:lesson:${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}/${fileName(title)}`;
  tell('article', say('article.here', { title: field('title').value, n: blocks.reduce((n, [, words]) => n + words.split(/\s+/).length, 0) }));
  later();
}
/** The article's language, for the engine and for the lesson's panel. */
function speak(): void {
  article.lang = field('language').value;
  panel.setAttribute('article', '#article');
}

find('#open').addEventListener('submit', (event) => {
  event.preventDefault();
  const { value } = find<HTMLTextAreaElement>('#text');
  if (value.trim()) return open(fromPaste(value, { page: '', text: '' }));
  tell('article', say('article.none'));
  find('#text').focus();
});
field('file').addEventListener('change', (event) => {
  const [file] = (event.target as HTMLInputElement).files ?? [];
  if (file) void fromFile(file).then(open);
});
takeDropped(find('#open'), (file) => void fromFile(file).then(open));
field('language').addEventListener('change', () => {
  speak();
  later();
});

// ---- 2. the claims, 3. the exercise

/** The claims file of the panel, which would give it to the teacher. */
function claimsOf(): string {
  let out = '';
  const take = (event: CustomEvent<{ text: string }>): void => {
    event.preventDefault();
    out = event.detail.text;
  };
  panel.addEventListener('who-says-file', take);
  panel.exportClaims();
  panel.removeEventListener('who-says-file', take);
  return out;
}

function wish(kinds: Kind[]): Wish {
  const [from, to] = [field('from'), field('to')].map(({ valueAsNumber }) => valueAsNumber) as [number, number];
  const ages: Wish['ages'] = Number.isNaN(from + to) ? undefined : [Math.min(from, to), Math.max(from, to)];
  return { id, title: field('title').value.trim(), introduction: field('introduction').value.trim(), ages, kinds, instructions: tasks.instructions };
}

let made: Made | undefined;
async function refresh(): Promise<void> {
  const ask = await module;
  const claims = article.hidden ? '' : claimsOf();
  const count = claims ? (JSON.parse(claims) as { items?: unknown[] }).items?.length ?? 0 : 0;
  sourced = count ? { text: new PageText(article).text, claims, lang: article.lang } : undefined;
  if (!article.hidden) tell('claims', count ? say('claims.some', { n: count }) : say('claims.none'));
  const { kinds: _, ...rest } = wish([]);
  tasks.show((kind) => sourced && make(ask, sourced, { ...rest, kinds: [kind] }));
  made = sourced && tasks.wanted.length ? make(ask, sourced, wish(tasks.wanted)) : undefined;
  tell('exercise', made ? say('exercise.ready', { n: made.tasks.length }) : say(sourced ? 'exercise.no-tasks' : 'exercise.no-claims'));
}
let timer: ReturnType<typeof setTimeout> | undefined;
function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), 250);
}
const tasks = new TaskList(find('#kinds'), later);
for (const type of ['who-says-change', 'who-says-ready'] as const) panel.addEventListener(type, later);
find('#exercise').addEventListener('submit', (event) => event.preventDefault());

// ---- 4. the key

const place = (): KeyPlace => find<HTMLInputElement>('#key input[name=place]:checked').value as KeyPlace;
function showKey(): void {
  const sealed = place() === 'sealed';
  find('#sealed').hidden = !sealed;
  const { length } = field('code').value.trim();
  tell('key', !sealed ? '' : !globalThis.crypto?.subtle ? say('key.no-crypto') : length > 0 && length < 12 ? say('key.short-code') : '');
}
find('#key').addEventListener('change', showKey);
find('#key').addEventListener('submit', (event) => event.preventDefault());

// ---- 5. the preview, 6. the files

/** The lesson as it stands; else says in `where` what is missing. */
async function lesson(where: string): Promise<Lesson | undefined> {
  clearTimeout(timer);
  await refresh();
  if (!made) return void tell(where, say(sourced ? 'exercise.no-tasks' : 'exercise.no-claims'));
  const code = field('code').value;
  if (place() === 'sealed' && !code.trim()) return void tell(where, say('key.no-code'));
  if (place() === 'sealed' && !globalThis.crypto?.subtle) return void tell(where, say('key.no-crypto'));
  try {
    return await lessonOf(await module, made, blocks, place(), code);
  } catch (error) {
    return void tell(where, say('folder.failed', { why: (error as Error).message }));
  }
}

find('#show').addEventListener('click', async () => {
  const shown = await lesson('preview');
  if (!shown) return;
  const [words, tag] = parsed(lessonBody(shown)).body.children as unknown as [HTMLElement, WhoSaysElement];
  words.id = 'pupils-article';
  tag.setAttribute('article', '#pupils-article');
  const preview = find('#preview');
  preview.lang = shown.lang;
  preview.replaceChildren(words, tag);
  preview.hidden = false;
  find('#show').textContent = say('preview.again');
  tell('preview', say('preview.here'));
});

const save = (name: string, data: BlobPart, type: string): void => {
  download(name, data, type);
  tell('folder', say('folder.here', { name }));
};
find('#folder').addEventListener('click', async () => {
  const ready = await lesson('folder');
  if (!ready) return;
  try {
    const along = await given<Along>('whoSaysFolder', 'author-files.js', base, '');
    save(`${ready.name}.zip`, zipped(ready.name, folderFiles(ready, along)), 'application/zip');
  } catch (error) {
    tell('folder', say('folder.failed', { why: (error as Error).message }));
  }
});
find('#exercise-file').addEventListener('click', async () => {
  const ready = await lesson('folder');
  if (ready) save(`${ready.name}.exercise.json`, ready.exercise, 'application/json');
});
find('#key-file').addEventListener('click', async () => {
  const ready = await lesson('folder');
  if (ready) save(`${ready.name}.key.json`, ready.key, 'application/json');
});
