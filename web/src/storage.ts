// What a reader made, kept on the reader's own machine: one record an article's address, and older ones by the hash of the text they
// were made on.

import { createStore, delMany, get, keys, set, del } from 'idb-keyval';
import type { WorkStore } from './work-store.ts';

interface Saved {
  hash: string;
  layer: string;
  saved: string;
}

const store = (): ReturnType<typeof createStore> => (opened ??= createStore('who-says', 'layers'));
let opened: ReturnType<typeof createStore> | undefined;

/** The latest layer of an article; "" when there is none. Rejects where the browser keeps nothing. */
export async function loadLayer(address: string): Promise<string> {
  return (await get<Saved>(address, store()))?.layer ?? '';
}

/** Keeps a layer; "" forgets it. A layer of another version of the text is kept beside it. */
export async function saveLayer(address: string, hash: string, layer: string): Promise<void> {
  const before = await get<Saved>(address, store());
  if (before && before.hash !== hash && before.layer) await set(`${address}#${before.hash}`, before, store());
  if (layer) await set(address, { hash, layer, saved: new Date().toISOString() } satisfies Saved, store());
  else await del(address, store());
}

/** A lesson's work in this browser. There are no versions of it; what a page kept while it went counts before what the database has. */
export function workOf(address: string): WorkStore {
  const last = `who-says:${address}`;
  const keep = async (layer: string): Promise<void> => {
    await set(address, { hash: '', layer, saved: new Date().toISOString() } satisfies Saved, store());
    // What was kept besides since then is newer.
    tryTo(() => localStorage.getItem(last) === layer && localStorage.removeItem(last));
  };
  return {
    keep,
    // WebKit's database takes nothing more from such a page.
    last: (layer) => tryTo(() => localStorage.setItem(last, layer)),
    async load() {
      const layer = tryTo(() => localStorage.getItem(last));
      if (!layer) return loadLayer(address);
      await keep(layer).catch(() => undefined);
      return layer;
    },
  };
}

/** Pages in a sandbox have no such storage. */
function tryTo<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Forgets all that was made on an article, on each version of its text. */
export async function forgetLayers(address: string): Promise<void> {
  const all = (await keys<string>(store())).filter((one) => one === address || one.startsWith(`${address}#`));
  await delMany(all, store());
}
