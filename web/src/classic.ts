// The classic build: one script with everything inside, which also runs from file://.

import terms from 'who-says-terms';
import wasm from 'who-says-wasm';
import type { CoreExports } from './core.ts';
import { base, loadDetector } from './detector-classic.ts';
import { define } from './element.ts';
import { instances } from './instance.ts';
import { plainCore } from './plain-core.ts';
import { unpack } from './unpack.ts';
import { Widget } from './widget.ts';

let compiled: Promise<WebAssembly.Module> | undefined;

define(() =>
  Promise.resolve({
    Widget,
    assets: {
      core: async () => instances<CoreExports>(await (compiled ??= WebAssembly.compile(unpack(wasm)))),
      plainCore: () => plainCore(base),
      words: (name) => Promise.resolve(name === 'terms.en' ? terms : undefined),
      detector: loadDetector,
    },
  }),
);
