// Claims files on their way to the core: what they say about elements of the page is resolved first.

import type { ArticleReader } from './article-reader.ts';
import type { Command } from './messages.ts';
import { resolveSelectors } from './selectors.ts';

const bringClaims: readonly string[] = ['load-claims', 'load-layer', 'import-claims'];

export class ClaimsText {
  /** The publisher's file, as far as it is resolved, and the address of the article that it was resolved against. */
  private published = '';
  private address: string | undefined;

  constructor(private readonly reader: ArticleReader) {}

  /** The command, with the words of this article for what it says about elements. */
  resolved(command: Command): Command {
    if (!command.text || !bringClaims.includes(command.verb)) return command;
    const { page } = this.reader;
    const text = page ? resolveSelectors(command.text, page) : command.text;
    if (command.verb === 'load-claims') {
      this.published = text;
      this.address = page && page.text !== '' ? this.reader.address : undefined;
    }
    return text === command.text ? command : { ...command, text };
  }

  /**
   * The publisher's file again, when the article that is there now has elements that were missing before; what was resolved once keeps
   * its words. Another article's elements are never taken.
   */
  again(): Command | undefined {
    const { page, address } = this.reader;
    if (!this.published || !page || (this.address !== undefined && this.address !== address)) return undefined;
    const text = resolveSelectors(this.published, page);
    if (page.text !== '') this.address = address;
    return text === this.published ? undefined : { verb: 'load-claims', text };
  }
}
