// The classic build: one script with everything inside, which also runs from file://.

import createPanel from 'who-says-panel';
import wasm from 'who-says-wasm';
import type { PanelFactory } from './core.ts';
import { loadDetector } from './detector-classic.ts';
import { define } from './element.ts';
import { unpack } from './unpack.ts';
import { Widget } from './widget.ts';

let compiled: Promise<WebAssembly.Module> | undefined;

define(() =>
  Promise.resolve({
    Widget,
    assets: {
      factory: createPanel as PanelFactory,
      module: () => (compiled ??= WebAssembly.compile(unpack(wasm))),
      words: () => Promise.resolve(undefined),
      detector: loadDetector,
    },
  }),
);
