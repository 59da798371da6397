// The ES module build: a small loader; the widget, the core and its words are files beside it.

import { define } from './element.ts';
import { fetchUnchanged } from './unchanged.ts';

define(async () => {
  if (files.widgetIntegrity) await fetchUnchanged(new URL(files.widget, import.meta.url), files.widgetIntegrity);
  return import('./widget-module.ts');
});
