// What a teacher drops or pastes, as the module takes it: a text each, lines unpacked.

import { fromBase64 } from '../../src/base64.ts';
import { through } from '../../src/share.ts';
import type { HandedIn } from './model.ts';
import type { Ask } from './module.ts';

/** As it was taken: what has no name of its own gets one in whatever language the page is in. */
export interface Taken {
  name(): string;
  text: string;
}

/** More files at once are taken for a slip of the hand. */
export const mostFiles = 500;
const mostBytes = 1 << 20;

/** A packed line as the JSON in it; anything else as it is, so that the module says what is wrong. */
export async function opened(ask: Ask, text: string): Promise<string> {
  if (!text.includes('WSW1.')) return text;
  try {
    const { packed, data } = ask<{ packed: boolean; data: string }>({ verb: 'unwrap', line: text });
    if (!packed) return text;
    return new TextDecoder().decode(await through(fromBase64(data), new DecompressionStream('deflate-raw'), mostBytes));
  } catch {
    return text;
  }
}

export const named = (taken: Taken[]): HandedIn[] => taken.map(({ name, text }) => ({ name: name(), text }));

/** Lines or links, each with the mark of the format, in pieces of one each (works_in of src/model/exercise_line.h); or the text of one file. */
function worksIn(text: string): string[] {
  if (/^\s*[[{]/.test(text)) return [text];
  const [before = '', ...lines] = text.split(/(?=WSW1\.)/);
  return before.startsWith('WSW1.') ? [before, ...lines] : lines.length ? lines : [before];
}

/** A file is a work, or has lines of any number of them in it. */
export async function fromFiles(ask: Ask, files: File[]): Promise<Taken[]> {
  const all = files.map(async (file) => {
    const texts = file.size > mostBytes ? [''] : worksIn(await file.text());
    return Promise.all(texts.map(async (text, n) => ({ name: () => (n ? `${file.name}, ${n + 1}` : file.name), text: await opened(ask, text) })));
  });
  return (await Promise.all(all)).flat();
}

/** Pasted: as a file. `nameOf` names them by their number. */
export async function fromPaste(ask: Ask, pasted: string, nameOf: (n: number) => string): Promise<Taken[]> {
  const texts = worksIn(pasted).filter((text) => text.trim() !== '');
  return Promise.all(texts.map(async (text, n) => ({ name: () => nameOf(n + 1), text: await opened(ask, text) })));
}
