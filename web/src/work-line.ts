// A pupil's work as one line to copy: src/model/exercise_line.h says how it is made.

import { fromBase64 } from './base64.ts';
import { packed, through } from './share.ts';

const mostBytes = 1 << 20;

/** FNV-1a 32 of ASCII text, 8 hex digits. */
export function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/** The work in a link: its JSON. undefined where there is none; "" where a part of it is missing. */
export async function workOfLink(hash: string): Promise<string | undefined> {
  const [, kind, data = '', sum] = /^#WSW1\.(?:([jz])\.([\w-]+)\.([0-9a-f]{8})$)?/.exec(hash) ?? [undefined];
  if (!hash.startsWith('#WSW1.')) return undefined;
  if (!kind || checkSum(data) !== sum) return '';
  try {
    const bytes = fromBase64(data);
    return new TextDecoder('utf-8', { fatal: true }).decode(kind === 'j' ? bytes : await through(bytes, new DecompressionStream('deflate-raw'), mostBytes));
  } catch {
    return '';
  }
}

export async function workLine(work: string): Promise<string> {
  const data = await packed(work);
  return `WSW1.z.${data}.${checkSum(data)}`;
}
