// What a reader made, kept on the reader's own machine: one record an article's address, and older ones by the hash of the text they
// were made on.

import { createStore, delMany, get, keys, promisifyRequest, set, del } from 'idb-keyval';

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

/** Keeps what has no versions, in a single step that is carried out even when the page goes at once. */
export const keepAtOnce = (address: string, layer: string): Promise<void> =>
  store()('readwrite', (all) => {
    all.put({ hash: '', layer, saved: new Date().toISOString() } satisfies Saved, address);
    const done = promisifyRequest(all.transaction);
    all.transaction.commit();
    return done;
  });

/** Forgets all that was made on an article, on each version of its text. */
export async function forgetLayers(address: string): Promise<void> {
  const all = (await keys<string>(store())).filter((one) => one === address || one.startsWith(`${address}#`));
  await delMany(all, store());
}
