// What the loader fetches: the widget with the core as a file of its own.

import createPanel from 'who-says-panel';
import type { PanelFactory } from './core.ts';
import { Widget, type Assets } from './widget.ts';

export { Widget };

let compiled: Promise<WebAssembly.Module> | undefined;

export function moduleAssets(base: URL): Assets {
  return {
    factory: createPanel as PanelFactory,
    module: () => (compiled ??= compile(new URL('who-says.wasm', base))),
    words: async (language) => {
      for (const name of [language, language.replace(/-.*/, '')]) {
        const response = await fetch(new URL(`words/${encodeURIComponent(name)}.json`, base)).catch(() => undefined);
        if (response?.ok) return response.text();
      }
      return undefined;
    },
  };
}

async function compile(url: URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  // A server that does not know the type of .wasm files is common.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
