// What the loader fetches: the widget with the core as a file of its own.

import createPanel from 'who-says-panel';
import type { PanelFactory } from './core.ts';
import { Widget, type Assets } from './widget.ts';

export { Widget };

let compiled: Promise<WebAssembly.Module> | undefined;

export const assets: Assets = {
  factory: createPanel as PanelFactory,
  module: () => (compiled ??= compile(new URL(files.wasm, import.meta.url))),
  words: async (language) => {
    for (const name of [language, language.replace(/-.*/, '')]) {
      const response = await fetch(new URL(`${files.words}${encodeURIComponent(name)}.json`, import.meta.url)).catch(() => undefined);
      if (response?.ok) return response.text();
    }
    return undefined;
  },
};

async function compile(url: URL): Promise<WebAssembly.Module> {
  const response = await fetch(url, { integrity: files.wasmIntegrity });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  // A server that does not know the type of .wasm files is common.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
