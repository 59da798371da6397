// An article of the page as plain text, and the way back from offsets to its nodes. The rule is the one of assets/claims-file.md,
// "The text of an article"; src/cli reads files by the same.

import type { ArticleMessage, BlockRole, TextRange } from './messages.ts';

const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE CANVAS VIDEO AUDIO IFRAME OBJECT EMBED SELECT TEXTAREA BUTTON WHO-SAYS RT RP'.split(' '),
);
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER
   HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);

/** `length` units of text from `text` on are the units of `node` from `offset` on. */
interface Piece {
  text: number;
  length: number;
  node: Text;
  offset: number;
}

// No-break spaces are kept as they are.
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

export class PageText {
  readonly text: string;
  readonly blocks: ArticleMessage['blocks'];
  private readonly pieces: Piece[] = [];
  /** First piece of each text node. */
  private readonly byNode = new Map<Text, number>();

  constructor(readonly root: Element) {
    const reader = new Reader(this.pieces);
    reader.read(root);
    this.text = reader.finish();
    this.blocks = reader.blocks;
    this.pieces.forEach((piece, i) => {
      if (!this.byNode.has(piece.node)) this.byNode.set(piece.node, i);
    });
  }

  /** The words' place on the page; undefined when they are nowhere on it (any longer). */
  toDom([begin, end]: TextRange): Range | undefined {
    const first = this.pieces[this.pieceAt(begin, true)];
    const last = this.pieces[this.pieceAt(end, false)];
    if (!first || !last || end <= begin || !first.node.isConnected || !last.node.isConnected) return undefined;
    const from = first.offset + Math.max(0, begin - first.text);
    const to = last.offset + Math.min(last.length, end - last.text);
    if (from > first.node.length || to > last.node.length) return undefined;
    const range = document.createRange();
    range.setStart(first.node, from);
    range.setEnd(last.node, to);
    return range;
  }

  /** The article's words in a range of the page; [n, n] when it holds none. */
  fromDom(range: { startContainer: Node; startOffset: number; endContainer: Node; endOffset: number }): TextRange {
    const begin = this.offsetOf(range.startContainer, range.startOffset, true);
    const end = this.offsetOf(range.endContainer, range.endOffset, false);
    return end > begin ? [begin, end] : [begin, begin];
  }

  /** Offset of a place on the page; the nearest unit after it (`forward`), or the end of the nearest before it. */
  offsetOf(container: Node, offset: number, forward: boolean): number {
    if (container.nodeType === Node.TEXT_NODE) {
      const first = this.byNode.get(container as Text);
      if (first !== undefined) {
        for (let i = first; i < this.pieces.length && this.pieces[i]!.node === container; i++) {
          const piece = this.pieces[i]!;
          if (offset < piece.offset) return forward ? piece.text : this.endBefore(i);
          if (offset <= piece.offset + piece.length && (!forward || offset < piece.offset + piece.length)) return piece.text + offset - piece.offset;
        }
        let next = first;
        while (next < this.pieces.length && this.pieces[next]!.node === container) next++;
        return forward ? (this.pieces[next]?.text ?? this.text.length) : this.endBefore(next);
      }
    }
    // Between nodes, or in a node that is not read: the first piece that lies after the place.
    const place = document.createRange();
    place.setStart(container, offset);
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place.comparePoint(this.pieces[middle]!.node, 0) < 0) low = middle + 1;
      else high = middle;
    }
    return forward ? (this.pieces[low]?.text ?? this.text.length) : this.endBefore(low);
  }

  private endBefore(index: number): number {
    const piece = this.pieces[index - 1];
    return piece ? piece.text + piece.length : 0;
  }
  /** Index of the piece with the unit at `offset` (`forward`), or with the unit before it. */
  private pieceAt(offset: number, forward: boolean): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.pieces[middle]!;
      if (forward ? piece.text + piece.length <= offset : piece.text < offset) low = middle + 1;
      else high = middle;
    }
    return forward ? low : low - 1;
  }
}

class Reader {
  readonly blocks: ArticleMessage['blocks'] = [];
  private parts: string[] = [];
  private length = 0;
  private blockBegin = -1;
  private role: BlockRole = 'paragraph';
  private level = 0;
  /** White space seen since the last word: where it stands on the page. */
  private space: { node: Text; offset: number } | undefined;
  private breaks = 0;

  constructor(private readonly pieces: Piece[]) {}

  read(element: Element): void {
    const before: [BlockRole, number] = [this.role, this.level];
    const isBlock = blocks.has(element.tagName);
    if (isBlock) this.closeBlock();
    this.setRole(element);
    const pre = element.tagName === 'PRE';
    for (const child of (element.shadowRoot ?? element).childNodes) this.readNode(child, pre);
    if (isBlock) this.closeBlock();
    [this.role, this.level] = before;
  }

  finish(): string {
    this.closeBlock();
    return this.parts.join('');
  }

  private readNode(child: Node, pre: boolean): void {
    if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
      if (pre || (child.parentElement?.closest('pre') ?? null)) this.preformatted(child as Text);
      else this.words(child as Text);
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      const element = child as Element;
      const tag = element.tagName.toUpperCase();
      if (tag === 'BR') {
        this.space = undefined;
        if (this.blockBegin >= 0) this.breaks++;
      } else if (tag === 'SLOT') {
        for (const node of (element as HTMLSlotElement).assignedNodes()) this.readNode(node, pre);
      } else if (!skipped.has(tag) && !element.hasAttribute('hidden') && element.getAttribute('aria-hidden') !== 'true') {
        this.read(element);
      }
    }
  }

  private setRole(element: Element): void {
    const tag = element.tagName;
    if (/^H[1-6]$/.test(tag)) [this.role, this.level] = ['heading', Number(tag[1])];
    else if (tag === 'LI') this.role = 'list-item';
    else if (tag === 'BLOCKQUOTE') this.role = 'quote';
    else if (tag === 'FIGCAPTION' || tag === 'CAPTION') this.role = 'caption';
  }

  private words(node: Text): void {
    const data = node.data;
    for (let i = 0; i < data.length; ) {
      if (isSpace(data.charCodeAt(i))) {
        if (!this.space && this.breaks === 0) this.space = { node, offset: i };
        i++;
        continue;
      }
      let end = i;
      while (end < data.length && !isSpace(data.charCodeAt(end))) end++;
      this.put(node, i, data.slice(i, end));
      i = end;
    }
  }

  private preformatted(node: Text): void {
    if (node.data === '') return;
    this.put(node, 0, node.data);
  }

  private put(node: Text, offset: number, words: string): void {
    if (this.blockBegin < 0) {
      if (this.length > 0) this.append('\n\n');
      this.blockBegin = this.length;
    } else if (this.breaks > 0) {
      this.append('\n'.repeat(this.breaks));
    } else if (this.space) {
      this.piece(this.space.node, this.space.offset, 1);
      this.append(' ');
    }
    this.breaks = 0;
    this.space = undefined;
    this.piece(node, offset, words.length);
    this.append(words);
  }

  private append(words: string): void {
    this.parts.push(words);
    this.length += words.length;
  }
  private piece(node: Text, offset: number, length: number): void {
    const last = this.pieces[this.pieces.length - 1];
    if (last && last.node === node && last.offset + last.length === offset && last.text + last.length === this.length) last.length += length;
    else this.pieces.push({ text: this.length, length, node, offset });
  }
  private closeBlock(): void {
    if (this.blockBegin >= 0) this.blocks.push([this.blockBegin, this.length, this.role, this.level]);
    this.blockBegin = -1;
    this.space = undefined;
    this.breaks = 0;
  }
}

/** The article of a page: what the selector names, or where articles usually are. */
export function findArticle(selector: string | null): Element | null {
  if (selector) return document.querySelector(selector);
  return document.querySelector('article') ?? document.querySelector('[itemprop=articleBody]') ?? document.querySelector('main');
}

export function pageAddress(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href.replace(/#.*/, '');
}

export function articleMessage(page: PageText): ArticleMessage {
  const heading = page.root.querySelector('h1')?.textContent?.trim();
  return {
    // An article may have an address of its own, beside that of the page.
    url: page.root.getAttribute('itemid') || pageAddress(),
    title: heading || document.title,
    lang: page.root.closest('[lang]')?.getAttribute('lang') ?? '',
    text: page.text,
    blocks: page.blocks,
  };
}
