// How an article of the page becomes plain text: the rule of assets/claims-file.md, "The text of an article". src/cli reads files by the
// same. Reading goes in steps, so that a long article need not keep the page waiting.

import type { ArticleMessage, BlockRole } from './messages.ts';

const names = (list: string): Set<string> => new Set(list.split(/\s+/));
const skipped = names('script style noscript template canvas video audio iframe object embed select textarea button who-says rt rp');
const blocks = names(
  `address article aside blockquote caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
   hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul`,
);
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** `length` units of the article's text from `text` on are the units of `node` from `offset` on. */
export interface Piece {
  text: number;
  length: number;
  node: Text;
  offset: number;
}

/** Nodes that are being read one after the other, and what holds again after the last. */
interface Level {
  next: Node | null;
  /** Nodes assigned to a slot have parents of their own: they are read in this order instead. */
  assigned: Node[];
  pre: boolean;
  isBlock: boolean;
  role: BlockRole;
  level: number;
}

/** A node costs about as much as so many units of text. */
const nodeCost = 8;
/** Of a text node at a time. */
const stretch = 20_000;

// No-break spaces are kept as they are.
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

export class PageReading {
  readonly blocks: ArticleMessage['blocks'] = [];
  readonly pieces: Piece[] = [];
  /** First piece of each text node. */
  readonly byNode = new Map<Text, number>();
  /** Open shadow roots that were read. */
  readonly shadows: ShadowRoot[] = [];
  /** Custom elements that nobody has defined yet; they may get a shadow root. */
  readonly undefinedNames = new Set<string>();
  private readonly levels: Level[] = [];
  /** A text node that is read in part. */
  private open: { node: Text; at: number } | undefined;
  private readonly parts: string[] = [];
  private length = 0;
  private blockBegin = -1;
  private role: BlockRole = 'paragraph';
  private level = 0;
  /** White space seen since the last word: where it stands on the page. */
  private space: { node: Text; offset: number } | undefined;
  private breaks = 0;

  constructor(root: Element) {
    this.enter(root, root.closest('pre') !== null);
  }

  /** Reads about so many units of text, or nodes of that cost; false when there is no more. */
  read(units: number): boolean {
    for (let left = units; left > 0; ) {
      if (this.open) {
        left -= this.words(this.open);
        continue;
      }
      const level = this.levels[this.levels.length - 1];
      if (!level) return false;
      left -= nodeCost;
      const node = level.assigned.pop() ?? level.next;
      if (node === level.next) level.next = node?.nextSibling ?? null;
      if (node) this.node(node, level.pre);
      else this.leave(level);
    }
    return true;
  }

  /** The text, when all has been read. */
  text(): string {
    return this.parts.join('');
  }

  // ---- nodes

  private node(node: Node, pre: boolean): void {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
      if (!pre) this.open = { node: node as Text, at: 0 };
      else if ((node as Text).data !== '') this.put(node as Text, 0, (node as Text).data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      const tag = element.localName;
      if (tag === 'br') {
        this.space = undefined;
        if (this.blockBegin >= 0) this.breaks++;
      } else if (!skipped.has(tag) && !element.hasAttribute('hidden') && element.getAttribute('aria-hidden') !== 'true') {
        this.enter(element, pre || tag === 'pre');
      }
    }
  }

  private enter(element: Element, pre: boolean): void {
    const isHtml = element.namespaceURI === htmlNamespace;
    const tag = element.localName;
    const isBlock = isHtml && blocks.has(tag);
    if (isBlock) this.closeBlock();
    const level: Level = { next: null, assigned: [], pre, isBlock, role: this.role, level: this.level };
    if (isHtml) this.setRole(tag);
    if (element instanceof HTMLSlotElement) level.assigned = element.assignedNodes().reverse();
    if (level.assigned.length === 0) level.next = this.shadowOf(element, isHtml).firstChild;
    this.levels.push(level);
  }

  private shadowOf(element: Element, isHtml: boolean): Node {
    const shadow = element.shadowRoot;
    if (shadow) this.shadows.push(shadow);
    else if (isHtml && element.localName.includes('-') && !customElements.get(element.localName)) this.undefinedNames.add(element.localName);
    return shadow ?? element;
  }

  private leave(level: Level): void {
    if (level.isBlock) this.closeBlock();
    ({ role: this.role, level: this.level } = level);
    this.levels.pop();
    if (this.levels.length === 0) this.closeBlock();
  }

  private setRole(tag: string): void {
    if (/^h[1-6]$/.test(tag)) [this.role, this.level] = ['heading', Number(tag[1])];
    else if (tag === 'li') [this.role, this.level] = ['list-item', 0];
    else if (tag === 'blockquote') [this.role, this.level] = ['quote', 0];
    else if (tag === 'figcaption' || tag === 'caption') [this.role, this.level] = ['caption', 0];
  }

  // ---- words

  /** Reads a stretch of a node: white space, then words that stand one space apart. Returns how much. */
  private words(open: { node: Text; at: number }): number {
    const { node, at } = open;
    const { data } = node;
    const most = Math.min(data.length, at + stretch);
    let begin = at;
    for (; begin < most && isSpace(data.charCodeAt(begin)); begin++) if (!this.space && this.breaks === 0) this.space = { node, offset: begin };
    let end = begin;
    for (; end < most; end++) {
      const code = data.charCodeAt(end);
      if (isSpace(code) && (code !== 32 || end + 1 >= most || isSpace(data.charCodeAt(end + 1)))) break;
    }
    if (end > begin) this.put(node, begin, data.slice(begin, end));
    if (end < data.length) open.at = end;
    else this.open = undefined;
    return nodeCost + end - at;
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
    if (last && last.node === node && last.offset + last.length === offset && last.text + last.length === this.length) {
      last.length += length;
      return;
    }
    if (last?.node !== node && !this.byNode.has(node)) this.byNode.set(node, this.pieces.length);
    this.pieces.push({ text: this.length, length, node, offset });
  }
  private closeBlock(): void {
    if (this.blockBegin >= 0) this.blocks.push([this.blockBegin, this.length, this.role, this.level]);
    this.blockBegin = -1;
    this.space = undefined;
    this.breaks = 0;
  }
}
