// Claims files on their way to the core, and what they say about elements of the page.

import type { ArticleReader } from './article-reader.ts';
import type { Command } from './messages.ts';
import type { Assets } from './settings.ts';
import { inSlices } from './slices.ts';
import { pairEdge } from './text-edges.ts';

/** Units of text that go to the core in one message, which it reads as a whole. */
const piece = 1 << 14;
const bringClaims: readonly string[] = ['load-claims', 'load-layer', 'import-claims'];

export class ClaimsText {
  /** The core's claims that name elements of the page and no words; those that were found have theirs. */
  private wordless = '';
  private texts = 0;
  private underway = 0;
  private last = Promise.resolve();

  constructor(
    private readonly reader: ArticleReader,
    private readonly send: (command: Command) => void,
    private readonly selectors: Assets['selectors'],
  ) {}

  /** Looks for the words of these claims, which the core has none for, and tells it what is found. */
  find(wordless: string): void {
    this.wordless = wordless;
    this.last = this.last.then(() => this.findAgain());
  }
  /** The same once more, when the page has other elements with the same words. */
  async findAgain(): Promise<void> {
    if (this.wordless === '') return;
    // Without its file these claims stay without words, and are told as such.
    const code = await this.selectors().catch(() => undefined);
    const { page } = this.reader;
    if (!page || !code || this.wordless === '') return;
    const found = code.resolveSelectors(this.wordless, page);
    if (found === this.wordless) return;
    this.wordless = found;
    this.send({ verb: 'complete-claims', text: found });
  }
  /** Another article: the core asks for what it needs there. */
  forget(): void {
    this.wordless = '';
  }

  /** Whether this is sent later: claims in a long text, and what comes while such a text is underway. */
  takes(command: Command): boolean {
    if (!bringClaims.includes(command.verb) || (this.underway === 0 && (command.text ?? '').length <= piece)) return false;
    this.underway++;
    this.last = this.last.then(() => this.deliver(command)).then(() => void this.underway--);
    return true;
  }
  /** Resolves when all that was taken is sent. */
  settled(): Promise<void> {
    return this.last;
  }

  /** Most of the text goes ahead of the command, in slices. */
  private deliver(command: Command): Promise<void> {
    const { text = '' } = command;
    const id = `text-${++this.texts}`;
    let at = 0;
    const next = (): boolean => {
      const end = pairEdge(text, Math.min(text.length, at + piece), false);
      const part = text.slice(at, end);
      at = end;
      this.send(at < text.length ? { verb: 'begin-text', id, text: part } : { ...command, id, text: part });
      return at < text.length;
    };
    return new Promise((done) => inSlices(next, () => done()));
  }
}

/** The claims that a page gives: as data inside the tag, else at an address. `problem`: why there are none. */
export async function readClaims(tag: Element, address: string | null): Promise<{ text: string; problem: string }> {
  const inside = tag.querySelector('script[type="application/ld+json"],script[type="application/json"]')?.textContent;
  if (inside || !address) return { text: inside ?? '', problem: '' };
  try {
    const response = await fetch(new URL(address, document.baseURI));
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return { text: await response.text(), problem: '' };
  } catch (error) {
    return { text: '', problem: String(error) };
  }
}
