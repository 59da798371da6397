// The engine of the classic build: a script beside the widget's, which also works from file:// and in frames that may fetch nothing.

import type { DetectorFiles } from './detector.ts';
import { given } from './script.ts';
import { unpack } from './unpack.ts';

interface Packed {
  module: string;
  weights: string;
}
/** Where the widget's script lies: known only while it runs. */
export const base = document.currentScript instanceof HTMLScriptElement && document.currentScript.src ? document.currentScript.src : document.baseURI;

interface Unpacked {
  module: WebAssembly.Module;
  weights: Uint8Array | undefined;
}
let loaded: Promise<Unpacked> | undefined;

export function loadDetector(): DetectorFiles {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined; // asked for again the next time
    throw error;
  });
  return { module: loaded.then(({ module }) => module), weights: loaded.then(({ weights }) => weights) };
}

async function load(): Promise<Unpacked> {
  const found = await given<Packed>('whoSaysDetector', files.detectorScript, base, files.detectorScriptIntegrity);
  return { module: await WebAssembly.compile(unpack(found.module)), weights: found.weights ? unpack(found.weights) : undefined };
}
