// The ES module build: a small loader; the widget, the core and its words are files beside it, what lessons need is more of them.

import { define } from './define.ts';
import { fetchUnchanged } from './unchanged.ts';

const unchanged = (file: string, integrity: string): Promise<void> => fetchUnchanged(new URL(file, import.meta.url), integrity);

define(async (lesson) => {
  await unchanged(files.widget, files.widgetIntegrity);
  if (!lesson) return import('./widget-module.ts');
  await unchanged(files.lesson, files.lessonIntegrity);
  return import('./lesson-module.ts');
});
