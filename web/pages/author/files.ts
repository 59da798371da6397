// What the author page gives of a lesson: files by their names, made by web/exports. No DOM, no state.

import { strToU8, zipSync } from 'fflate';
import { lessonFolder, scormPackage, singleFile, type Files } from '../../exports/index.ts';
import { inScript } from '../../exports/markup.mjs';
import type { Lesson } from './lesson.ts';
import { say } from './words.ts';

/** Files of the site that go along, by their names: web/build.mjs packs them as author-files.js. */
export type Along = Record<string, string>;

const bytes = (texts: Record<string, string>): Files => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
const some = (along: Along, names: string[]): Files => bytes(Object.fromEntries(names.filter((name) => name in along).map((name) => [name, along[name]!])));

/** All that the pupils' page needs: it works from file:// and from any web space. */
const pupilFiles = ({ exercise, blocks, name }: Lesson, along: Along): Files => ({
  ...lessonFolder(exercise, bytes(along), { blocks }),
  ...bytes({ 'article.txt': `${blocks.map(([, words]) => words).join('\n')}\n`, [`${name}.exercise.json`]: exercise }),
});

/** The class page and the worksheet page with the exercise open in them, and the answers as files. */
const teacherFiles = ({ name, answered, key }: Lesson, along: Along): Files => {
  const data = (id: string, json: string) => (): string => `<script type="application/json" id="${id}">${inScript(json)}</script>`;
  return {
    ...some(along, ['class.js', 'class.css', 'worksheet.js', 'worksheet.css', 'page-language.css', 'site.css', 'icon.svg', 'LICENSE', 'third-party-licences.txt']),
    ...bytes({
      'class.html': (along['class.html'] ?? '').replace('<!-- own exercise -->', data('own-exercise', answered)),
      'worksheet.html': (along['worksheet.html'] ?? '').replace('<!-- own exercise -->', data('exercises', `{"own":${answered}}`)),
      [`${name}.with-answers.exercise.json`]: answered,
      [`${name}.key.json`]: key,
    }),
  };
};

const within = (folder: string, files: Files): Files => Object.fromEntries(Object.entries(files).map(([name, data]) => [`${folder}/${name}`, data]));

/** Both, with a text that says what is what. */
export const folderFiles = (lesson: Lesson, along: Along): Files => ({
  ...bytes({ [`${say('folder.read-me.name')}.txt`]: say('folder.read-me', { title: lesson.title, name: lesson.name, key: `${say(`key.${lesson.keyPlace}`)}: ${say(`key.${lesson.keyPlace}.means`)}` }) }),
  ...within(say('folder.pupils'), pupilFiles(lesson, along)),
  ...within(say('folder.teacher'), teacherFiles(lesson, along)),
});

/** Ways in which a lesson leaves the page: the end of the file's name, its type and what is in it. */
export const ways = {
  folder: ['.zip', 'application/zip', (lesson: Lesson, along: Along) => zipSync(within(lesson.name, folderFiles(lesson, along)))],
  'one-file': ['.html', 'text/html', ({ exercise, blocks }: Lesson, along: Along) => singleFile(exercise, bytes(along), { blocks })],
  scorm: ['.scorm.zip', 'application/zip', ({ exercise, blocks }: Lesson, along: Along) => scormPackage(exercise, bytes(along), { blocks })],
} as const satisfies Record<string, [ending: string, type: string, make: (lesson: Lesson, along: Along) => Uint8Array | string]>;
