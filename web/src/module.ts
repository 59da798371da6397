// The ES module build: a small loader; the widget, the core and its words are files beside it.

import { define } from './element.ts';

define(async () => {
  const { Widget, moduleAssets } = await import('./widget-module.ts');
  return { Widget, assets: moduleAssets(new URL('.', import.meta.url)) };
});
