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
  const last = tryTo(() => JSON.parse(localStorage.getItem(lastOf(address)) ?? '') as Partial<Saved>);
  if (typeof last?.layer !== 'string') return (await get<Saved>(address, store()))?.layer ?? '';
  await saveLayer(address, String(last.hash), last.layer).catch(() => undefined);
  return last.layer;
}

/** Keeps a layer; "" forgets it. A layer of another version of the text is kept beside it. */
export async function saveLayer(address: string, hash: string, layer: string): Promise<void> {
  const before = lasts;
  const there = await get<Saved>(address, store());
  if (there && there.hash !== hash && there.layer) await set(`${address}#${there.hash}`, there, store());
  if (layer) await set(address, { hash, layer, saved: new Date().toISOString() } satisfies Saved, store());
  else await del(address, store());
  if (lasts === before) tryTo(() => localStorage.removeItem(lastOf(address)));
}

/** While the page goes, without a moment's wait: browsers drop what is being written to the database then. It counts before what that has,
 * until a layer has been kept there that was saved later. */
export function saveLast(address: string, hash: string, layer: string): void {
  ++lasts;
  tryTo(() => localStorage.setItem(lastOf(address), JSON.stringify({ hash, layer })));
}
const lastOf = (address: string): string => `who-says:${address}`;
let lasts = 0;

/** A lesson's work in this browser. There are no versions of it. */
export const workOf = (address: string): WorkStore => ({
  keep: (work) => saveLayer(address, '', work),
  last: (work) => saveLast(address, '', work),
  load: () => loadLayer(address),
});

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
  tryTo(() => localStorage.removeItem(lastOf(address)));
}
