// The ES module build: a small loader; the widget, the core and its words are files beside it, what lessons need is more of them.

import { define } from './define.ts';
import { fetchUnchanged } from './unchanged.ts';

const at = (file: string): URL => new URL(file, import.meta.url);
/** By file: the core on its way, beside the scripts that start it. */
const ahead: Record<string, Promise<Response>> = {};

define(async (lesson) => {
  const [file, integrity] = lesson ? [files.classroom, files.classroomIntegrity] : [files.wasm, files.wasmIntegrity];
  const core = (ahead[file] ??= fetch(at(file), { integrity }));
  core.catch(() => {}); // told where it is used
  await fetchUnchanged(at(files.widget), files.widgetIntegrity);
  if (lesson) await fetchUnchanged(at(files.lesson), files.lessonIntegrity);
  const loaded = await (lesson ? import('./lesson-module.ts') : import('./widget-module.ts'));
  loaded.assets.ahead = core;
  return loaded;
});
