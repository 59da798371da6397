// What a lesson becomes: texts of files by their names. No DOM, no state.

import { zipSync, strToU8 } from 'fflate';
import { escaped, inScript } from '../../exports/markup.ts';
import type { Lesson } from './lesson.ts';
import { say } from './words.ts';

/** Files of the site that go along, by their names: web/build.mjs packs them as author-files.js. */
export type Along = Record<string, string>;
export type Files = Record<string, string>;

/** The article, and the tag with the exercise in it. */
export const lessonBody = ({ blocks, exercise }: Lesson): string =>
  `<article id="article">\n${blocks.map(([tag, words]) => `<${tag}>${escaped(words)}</${tag}>`).join('\n')}\n</article>
<who-says article="#article" exercise=""><p>${escaped(say('page.no-script'))}</p><script type="application/json">${inScript(exercise)}</script></who-says>`;

/** The pupils' page, which needs the files of `pupilFiles` beside it. */
export const lessonPage = (lesson: Lesson): string => `<!doctype html>
<html lang="${escaped(lesson.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(lesson.title)}</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="site.css">
<script defer src="who-says-classic.js"></script>
</head>
<body>
<a class="skip" href="#article">${escaped(say('page.to-article'))}</a>
<main class="reading">
${lessonBody(lesson)}
</main>
</body>
</html>
`;

const some = (along: Along, names: string[]): Files => Object.fromEntries(names.filter((name) => name in along).map((name) => [name, along[name]!]));
const licences = ['LICENSE', 'third-party-licences.txt'];

/** All that the pupils' page needs: it works from file:// and from any web space. */
export const pupilFiles = (lesson: Lesson, along: Along): Files => ({
  'index.html': lessonPage(lesson),
  'article.txt': `${lesson.blocks.map(([, words]) => words).join('\n')}\n`,
  [`${lesson.name}.exercise.json`]: lesson.exercise,
  ...some(along, ['who-says-classic.js', 'who-says-classroom-classic.js', `who-says-words-${lesson.lang}-classic.js`, 'site.css', 'icon.svg', ...licences]),
});

/** The class page with the exercise open in it, and the answers as files. */
export const teacherFiles = (lesson: Lesson, along: Along): Files => ({
  ...some(along, ['class.js', 'class.css', 'site.css', 'icon.svg', ...licences]),
  'class.html': (along['class.html'] ?? '').replace('<!-- own exercise -->', () => `<script type="application/json" id="own-exercise">${inScript(lesson.answered)}</script>`),
  [`${lesson.name}.with-answers.exercise.json`]: lesson.answered,
  [`${lesson.name}.key.json`]: lesson.key,
});

const within = (folder: string, files: Files): Files => Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** Both, with a text that says what is what. */
export const folderFiles = (lesson: Lesson, along: Along): Files => ({
  'READ ME.txt': say('folder.read-me', { title: lesson.title, name: lesson.name, key: `${say(`key.${lesson.keyPlace}`)}: ${say(`key.${lesson.keyPlace}.means`)}` }),
  ...within(say('folder.pupils'), pupilFiles(lesson, along)),
  ...within(say('folder.teacher'), teacherFiles(lesson, along)),
});

/** Zipped, inside a folder of that name. */
export const zipped = (name: string, files: Files): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(Object.entries(within(name, files)).map(([path, text]) => [path, strToU8(text)]))) as Uint8Array<ArrayBuffer>;
