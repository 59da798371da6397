// What the loader fetches beside the widget for a lesson: the core with the exercises in place of the plain one.

import type { CoreExports } from './core.ts';
import { instances } from './instance.ts';
import { PupilLesson } from './lesson.ts';
import { withLessons } from './lesson-words.ts';
import type { Assets } from './settings.ts';
import { fetchUnchanged } from './unchanged.ts';
import { assets as plain, compile, Widget } from './widget-module.ts';

export { Widget };

let compiled: Promise<WebAssembly.Module> | undefined;

const code = async (): Promise<typeof import('./work-code.ts')> => {
  await fetchUnchanged(new URL(files.code, import.meta.url), files.codeIntegrity);
  return import('./work-code.ts');
};

export const assets: Assets = {
  ...plain,
  core: async () => instances<CoreExports>(await (compiled ??= compile(new URL(files.classroom, import.meta.url), files.classroomIntegrity, assets.ahead))),
  words: withLessons(plain.words),
  lesson: (panel) => new PupilLesson(panel, code),
};
