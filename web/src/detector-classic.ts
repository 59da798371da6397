// The engine of the classic build: a script beside the widget's, which also works from file:// and in frames that may fetch nothing.

import type { DetectorFiles } from './detector.ts';
import { fetchUnchanged } from './unchanged.ts';
import { unpack } from './unpack.ts';

interface Packed {
  module: string;
  weights: string;
}
const packed = (): Packed | undefined => (globalThis as { whoSaysDetector?: Packed }).whoSaysDetector;

// Known only while the widget's script runs.
const base = document.currentScript instanceof HTMLScriptElement && document.currentScript.src ? document.currentScript.src : document.baseURI;

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
  if (!packed()) await run(new URL(files.detectorScript, base), files.detectorScriptIntegrity);
  const found = packed();
  if (!found) throw new Error(`${files.detectorScript} is another file than the one that was published.`);
  return { module: await WebAssembly.compile(unpack(found.module)), weights: found.weights ? unpack(found.weights) : undefined };
}

async function run(url: URL, integrity: string): Promise<void> {
  // The script is as good as a module, and as such it passes Trusted Types. From file:// and in a frame of no origin there are none.
  if (self.origin !== 'null' && location.protocol !== 'file:') {
    try {
      if (integrity) await fetchUnchanged(url, integrity);
      await import(url.href);
      return;
    } catch {
      // From a host that gives modules to its own pages only.
    }
  }
  const script = document.createElement('script');
  script.src = url.href;
  if (integrity) {
    script.crossOrigin = 'anonymous';
    script.integrity = integrity;
  }
  try {
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => reject(new Error(`${url.pathname.replace(/.*\//, '')} did not come${integrity ? ', or is not the file that was published' : ''}.`)));
      document.head.append(script);
    });
  } finally {
    script.remove();
  }
}
