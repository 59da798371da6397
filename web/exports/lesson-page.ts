// A page that holds an article, its exercise and the panel: what pupils open. Of an exercise file and the files of Who Says.

import { escaped, inScript } from './markup.mjs';
import { language, pageWords, type PageWords } from './page-words.ts';

/** Files by their names: those of Who Says that an export needs, or what is exported. */
export type Files = Record<string, Uint8Array>;

/** Of an exercise file, what a page of it says. */
export interface LessonFile {
  id: string;
  title?: string;
  lang?: string;
  articles: { text?: string; claims?: { article?: { title?: string } } }[];
}

/** Scripts of a lesson's page; whatever stands beside them is known to `who-says-classic.js`, which is the last. */
const scripts = ['who-says-classroom-classic.js', 'who-says-classic.js'];
const style = 'site.css';
const licences = ['LICENSE', 'third-party-licences.txt'];

/** An exercise file read. Throws with a sentence where a page cannot be made of it. */
export function lessonFile(exercise: string): LessonFile {
  const file = JSON.parse(exercise) as Partial<LessonFile> | null;
  if (!Array.isArray(file?.articles)) throw new Error('This is no exercise file: it has no articles.');
  if (!file.articles[0]?.text) throw new Error('The exercise does not hold the text of its article: a page cannot be made of it alone.');
  return { ...file, id: String(file.id ?? ''), articles: file.articles };
}

export const titleOf = ({ title, articles }: LessonFile): string => title || articles[0]?.claims?.article?.title || 'Who says?';

/** A file name of an exercise: letters and digits of its id's last part. */
export const nameOf = ({ id }: LessonFile): string => id.replace(/^.*[/:#]/, '').replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'lesson';

/** A block of the article: its tag, and its words. */
export type Block = [tag: string, words: string];

export interface PageWish {
  /** The article in blocks. Without them it is made of the exercise's text: paragraphs, and the one that is the title as a heading. */
  blocks?: Block[];
  /** Files of Who Says that are scripts and run before all others. */
  first?: string[];
}

function articleHtml({ articles: [article] }: LessonFile, blocks?: Block[]): string {
  if (blocks) return blocks.map(([tag, words]) => `<${tag}>${escaped(words)}</${tag}>`).join('\n');
  const parts = (article?.text ?? '').split(/\n\n+/);
  const title = parts.indexOf(article?.claims?.article?.title ?? '');
  return parts.map((part, n) => (n === title ? `<h1>${escaped(part)}</h1>` : `<p${n < title ? ' class="kicker"' : ''}>${escaped(part)}</p>`)).join('\n');
}

/** In the exercise's language; in English where the panel has no such language either. */
const wordsOf = ({ lang }: LessonFile): PageWords & { lang: string } => {
  const own = language(lang) in pageWords ? language(lang) : 'en';
  return { ...pageWords[own]!, lang: own };
};

/** What stands in a lesson's page: a place for reading aids, the article, and the tag with the exercise in it. */
export function lessonBody(exercise: string, blocks?: Block[]): string {
  const file = lessonFile(exercise);
  const { script, lang } = wordsOf(file);
  return `<div data-who-says="reading"></div>
<article id="article">
${articleHtml(file, blocks)}
</article>
<who-says article="#article" exercise=""><script type="application/json">${inScript(exercise)}</script><p lang="${lang}">${escaped(script)}</p></who-says>`;
}

/** `head`: what it loads, as HTML; `end`: what stands behind all else in it. */
function lessonPage(exercise: string, { blocks }: PageWish, head: string, end = ''): string {
  const file = lessonFile(exercise);
  const { skip, lang } = wordsOf(file);
  return `<!doctype html>
<html lang="${escaped(file.lang ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(titleOf(file))}</title>
${head}
</head>
<body>
<a class="skip" href="#article" lang="${lang}">${escaped(skip)}</a>
<main class="reading">
${lessonBody(exercise, blocks)}
</main>
${end}</body>
</html>
`;
}

/** Of the files of Who Says, what a lesson's page needs: its style, its scripts, the words of the exercise's language. */
function needed({ lang = 'en' }: LessonFile, from: Files, more: string[]): string[] {
  const words = `who-says-words-${language(lang)}-classic.js`;
  const all = [style, ...more, ...(from[words] ? [words] : []), ...scripts];
  for (const name of all) if (!from[name]) throw new Error(`The file ${name} of Who Says is missing.`);
  return all;
}

/** A folder with the lesson as `index.html`. */
export function lessonFolder(exercise: string, from: Files, wish: PageWish = {}): Files {
  const { first = [] } = wish;
  const file = lessonFile(exercise);
  const names = needed(file, from, first);
  const head = [`<link rel="stylesheet" href="${style}">`, ...[...first, ...scripts].map((name) => `<script defer src="${name}"></script>`)].join('\n');
  const beside = [...names, ...licences.filter((name) => from[name])].map((name) => [name, from[name]!]);
  return { 'index.html': new TextEncoder().encode(lessonPage(exercise, wish, head)), ...Object.fromEntries(beside) };
}

/** The lesson with all it needs inside of one page: to be mailed, or carried on a stick. */
export function singleFile(exercise: string, from: Files, wish: PageWish = {}): string {
  const [sheet = '', ...code] = needed(lessonFile(exercise), from, wish.first ?? []).map((name) => new TextDecoder().decode(from[name]));
  if (code.some((script) => /<!--|<\/?script/i.test(script)) || /<\/style/i.test(sheet)) throw new Error('A script or style would end too early inside a page.');
  return lessonPage(exercise, wish, `<style>${sheet}</style>`, `${code.map((script) => `<script>${script}</script>\n`).join('')}`);
}
