// A link that holds a reader's highlights: the layer, deflated, in the fragment, which no server sees.

import { fromBase64 } from './base64.ts';

const key = 'who-says=';
/** Longer links are cut by mail programs and chats. */
const longest = 8000;
/** What a link may unfold to. */
const mostBytes = 4 << 20;

/** Bytes packed or unpacked; rejects when they are damaged or give more than `most`. */
export async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // Errors of a damaged stream surface on the reading side.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) throw new RangeError('too large');
    parts.push(value);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Deflated, as base64url. */
export async function packed(text: string): Promise<string> {
  let binary = '';
  for (const byte of await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), Infinity)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The link, or undefined when it would be too long. `fragment` is a text directive (":~:text=…") for browsers without the widget. */
export async function shareLink(address: string, layer: string, fragment: string): Promise<string | undefined> {
  const data = await packed(JSON.stringify(JSON.parse(layer)));
  const link = `${address.replace(/#.*/, '')}#${key}${data}${fragment}`;
  return link.length > longest ? undefined : link;
}

/** The layer in a page's fragment; undefined when there is none. Rejects when it cannot be read. */
export async function sharedLayer(hash: string): Promise<string | undefined> {
  const begin = hash.indexOf(key);
  if (begin < 0) return undefined;
  const data = /^[\w-]*/.exec(hash.slice(begin + key.length))![0];
  return new TextDecoder('utf-8', { fatal: true }).decode(await through(fromBase64(data), new DecompressionStream('deflate-raw'), mostBytes));
}
