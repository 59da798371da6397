// What the loader fetches: the widget with the core as a file of its own.

import type { CoreExports } from './core.ts';
import type { DetectorFiles } from './detector.ts';
import { instances } from './instance.ts';
import { plainCore } from './plain-core.ts';
import type { Assets } from './settings.ts';
import { fetchUnchanged } from './unchanged.ts';
import { Widget } from './widget.ts';

export { Widget };

let compiled: Promise<WebAssembly.Module> | undefined;
let detector: DetectorFiles | undefined;

export const assets: Assets = {
  core: async () => instances<CoreExports>(await (compiled ??= compile(new URL(files.wasm, import.meta.url), files.wasmIntegrity, assets.ahead))),
  plainCore: () => plainCore(import.meta.url),
  languages: files.languages,
  words: async (name) => {
    const response = await fetch(new URL(`${files.words}${name}.json`, import.meta.url)).catch(() => undefined);
    return response?.ok ? response.text() : undefined;
  },
  layouts: async () => {
    await unchanged(files.layouts, files.layoutsIntegrity);
    return import('./layouts.ts');
  },
  selectors: async () => {
    await unchanged(files.selectors, files.selectorsIntegrity);
    return import('./selectors.ts');
  },
  paper: async () => {
    await unchanged(files.paper, files.paperIntegrity);
    return import('./paper.ts');
  },
  detector: () => {
    if (detector) return detector;
    const module = compile(new URL(files.detector, import.meta.url), files.detectorIntegrity);
    const weights = files.weights ? bytes(new URL(files.weights, import.meta.url), files.weightsIntegrity) : Promise.resolve(undefined);
    const loading = (detector = { module, weights });
    // What could not be fetched is asked for again the next time.
    Promise.all([module, weights]).catch(() => {
      if (detector === loading) detector = undefined;
    });
    return loading;
  },
};

const unchanged = (file: string, integrity: string): Promise<void> => fetchUnchanged(new URL(file, import.meta.url), integrity);

async function get(url: URL, integrity: string, ahead = fetch(url, { integrity })): Promise<Response> {
  const name = url.pathname.replace(/.*\//, '');
  const response = await ahead.catch(() => {
    throw new Error(integrity ? `${name} did not come, or is not the file that was published.` : `${name} did not come.`);
  });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return response;
}

async function bytes(url: URL, integrity: string): Promise<Uint8Array> {
  return new Uint8Array(await (await get(url, integrity)).arrayBuffer());
}

/** `ahead`: what comes of asking for it, where that was done already. */
export async function compile(url: URL, integrity: string, ahead?: Promise<Response>): Promise<WebAssembly.Module> {
  const response = await get(url, integrity, ahead);
  // A server that does not know the type of .wasm files is common.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
