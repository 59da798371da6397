// An article of the page as plain text, and the way back from offsets to its nodes. page-reading.ts reads it.

import type { ArticleMessage, TextRange } from './messages.ts';
import { PageReading, type Piece } from './page-reading.ts';
import { clusterEdge, pairEdge } from './text-edges.ts';

/** A place of the page, as the two ends of a range are. */
interface DomRange {
  startContainer: Node;
  startOffset: number;
  endContainer: Node;
  endOffset: number;
}

export class PageText {
  readonly text: string;
  readonly blocks: ArticleMessage['blocks'];
  /** Open shadow roots inside the article; names of elements that may get one later. */
  readonly shadows: readonly ShadowRoot[];
  readonly undefinedNames: ReadonlySet<string>;
  /** Those that it stands in itself: an article that the page has handed over. */
  readonly around: ShadowRoot[] = [];
  private readonly pieces: readonly Piece[];
  private readonly byNode: ReadonlyMap<Text, number>;

  /** Reads on where `reading` stands. */
  constructor(
    readonly root: Element,
    reading = new PageReading(root),
  ) {
    while (reading.read(1_000_000));
    for (let tree = treeOf(root); tree; tree = treeOf(tree.host)) this.around.push(tree);
    this.text = reading.text();
    ({ blocks: this.blocks, pieces: this.pieces, byNode: this.byNode, shadows: this.shadows, undefinedNames: this.undefinedNames } = reading);
  }

  /** The words' place on the page, of words in several shadow trees the first; undefined when they are nowhere on it (any longer). */
  toDom(range: TextRange): Range | undefined {
    return this.toDomParts(range)[0];
  }

  /** The words' places, in the order of the text: one, unless shadow trees or their slots lie between; none when they are gone. */
  toDomParts([begin, end]: TextRange): Range[] {
    const from = pairEdge(this.text, begin, false);
    const to = pairEdge(this.text, end, true);
    const first = this.pieceAt(from, true);
    const last = this.pieceAt(to, false);
    if (to <= from || last < first || first >= this.pieces.length || last < 0) return [];
    const out: Range[] = [];
    for (let i = first; i <= last; ) {
      let next = this.shadows.length === 0 ? last + 1 : i + 1;
      while (next <= last && follows(this.pieces[next - 1]!.node, this.pieces[next]!.node)) next++;
      const range = rangeOver(this.pieces[i]!, from, this.pieces[next - 1]!, to);
      if (!range) return [];
      out.push(range);
      i = next;
    }
    return out;
  }

  /** The article's words in a range of the page, whole grapheme clusters; [n, n] when it holds none. */
  fromDom(range: DomRange): TextRange {
    const begin = this.offsetOf(range.startContainer, range.startOffset, true);
    const end = this.offsetOf(range.endContainer, range.endOffset, false);
    return end > begin ? [begin, end] : [begin, begin];
  }

  /** The article's words inside a node, shadow trees included; [n, n] when there are none. */
  rangeOf(node: Node): TextRange {
    const inside = this.shadows.length > 0 ? this.pieces.filter((piece) => isInside(piece.node, node)) : [];
    const last = inside[inside.length - 1];
    if (last) return [inside[0]!.text, last.text + last.length];
    const range = document.createRange();
    range.selectNodeContents(node);
    return this.fromDom(range);
  }

  /**
   * Offset of a place on the page; the nearest unit after it (`forward`), or the end of the nearest before it. Inside a grapheme cluster
   * the cluster counts as lying after it, or before.
   */
  offsetOf(container: Node, offset: number, forward: boolean): number {
    return clusterEdge(this.text, this.unitAt(container, offset, forward), !forward);
  }

  private unitAt(container: Node, offset: number, forward: boolean): number {
    const first = this.byNode.get(container as Text);
    if (first === undefined) {
      const next = this.shadows.length === 0 ? this.firstAfter(container, offset) : this.nextInTree(container, offset, forward);
      return forward ? this.beginOf(next) : this.endBefore(next);
    }
    let i = first;
    for (; this.pieces[i]?.node === container; i++) {
      const piece = this.pieces[i]!;
      if (offset < piece.offset) break;
      if (offset < piece.offset + piece.length || (!forward && offset === piece.offset + piece.length)) return piece.text + offset - piece.offset;
    }
    return forward ? this.beginOf(i) : this.endBefore(i);
  }

  /** Index of the first piece that lies after a place between nodes, or in a node that is not read. */
  private firstAfter(container: Node, offset: number): number {
    const place = document.createRange();
    place.setStart(container, offset);
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(place, this.pieces[middle]!.node) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The same where shadow trees are: the piece after the last one of the place's own tree that lies before it (`forward`), or the first that
   * lies after it. Where the tree has none, its host's place counts.
   */
  private nextInTree(container: Node, offset: number, forward: boolean): number {
    const tree = container.getRootNode();
    const place = document.createRange();
    place.setStart(container, offset);
    let before: number | undefined;
    let after: number | undefined;
    this.pieces.forEach(({ node }, i) => {
      if (after !== undefined || node.getRootNode() !== tree) return;
      if (compare(place, node) < 0) before = i;
      else after = i;
    });
    if (forward ? before !== undefined : after !== undefined) return forward ? before! + 1 : after!;
    const host = tree instanceof ShadowRoot ? tree.host : undefined;
    if (!host?.parentNode) return forward ? 0 : this.pieces.length;
    const at = Array.prototype.indexOf.call(host.parentNode.childNodes, host);
    return this.nextInTree(host.parentNode, forward ? at : at + 1, forward);
  }

  private beginOf(index: number): number {
    return this.pieces[index]?.text ?? this.text.length;
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

/** Negative when the node lies before the place; nodes that are gone lie nowhere, and count as after it. */
function compare(place: Range, node: Node): number {
  return place.startContainer.getRootNode() === node.getRootNode() ? place.comparePoint(node, 0) : 1;
}

/** Whether a range may go on from one node to the other: both in one tree, in this order. */
function follows(one: Node, other: Node): boolean {
  return one === other || (one.compareDocumentPosition(other) & (Node.DOCUMENT_POSITION_DISCONNECTED | Node.DOCUMENT_POSITION_FOLLOWING)) === Node.DOCUMENT_POSITION_FOLLOWING;
}

/** Whether it lies in `outer`, in its shadow tree, or in one further in. */
export function isInside(node: Node, outer: Node): boolean {
  for (let at: Node | undefined = node; at; ) {
    if (outer.contains(at)) return true;
    at = treeOf(at)?.host;
  }
  return false;
}

function rangeOver(first: Piece, begin: number, last: Piece, end: number): Range | undefined {
  if (!first.node.isConnected || !last.node.isConnected) return undefined;
  const from = first.offset + Math.max(0, begin - first.text);
  const to = last.offset + Math.min(last.length, end - last.text);
  if (from > first.node.length || to > last.node.length) return undefined;
  const range = document.createRange();
  range.setStart(first.node, from);
  range.setEnd(last.node, to);
  return range;
}

/** Which article a page means: an element of its own, as in a closed shadow root, or a selector. */
export type Wanted = string | Element | null;

/** The article of a page: the element itself while it is on the page, what the selector names, or where articles usually are. */
export function findArticle(wanted: Wanted): Element | null {
  if (wanted instanceof Element) return wanted.isConnected ? wanted : null;
  if (wanted) return byCss(document, wanted);
  return document.querySelector('article') ?? document.querySelector('[itemprop=articleBody]') ?? document.querySelector('main');
}

/** The first element that a selector names; null when there is none, or it is no selector. */
export function byCss(within: ParentNode, selector: string): Element | null {
  try {
    return within.querySelector(selector);
  } catch {
    return null;
  }
}

export function pageAddress(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href || location.href.replace(/#.*/, '');
}

/** Of the nearest element that says it, in the shadow trees around too. */
function languageOf(element: Element | undefined): string {
  for (let at = element; at; at = treeOf(at)?.host) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return '';
}

/** The shadow tree that a node stands in; undefined when that is none. */
export function treeOf(node: Node): ShadowRoot | undefined {
  const tree = node.getRootNode();
  return tree instanceof ShadowRoot ? tree : undefined;
}

export function articleMessage(page: PageText): ArticleMessage {
  const heading = page.root.querySelector('h1')?.textContent?.trim();
  return {
    // An article may have an address of its own, beside that of the page.
    url: page.root.getAttribute('itemid') || pageAddress(),
    title: heading || document.title,
    lang: languageOf(page.root),
    text: page.text,
    blocks: page.blocks,
  };
}
