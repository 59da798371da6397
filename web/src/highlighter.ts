// Paints claims on the page with the CSS Custom Highlight API. No node of the article changes. The registry is shared with whatever
// else the page highlights: only our own names are touched.

import type { Highlight as ClaimHighlight, Hue } from './messages.ts';
import { Near, type Mark } from './near.ts';
import { Overlay } from './overlay.ts';
import type { PageText } from './page-text.ts';
import { Slices } from './slices.ts';

const hues: Hue[] = ['state', 'intelligence', 'expertise', 'former', 'media', 'society', 'record', 'none'];
/** Colour, line style and thickness by hue: colour is never alone. src/ui/underline.cpp draws the same, paper-hues.ts prints it. */
export const lines: Record<Hue, [light: string, dark: string, line: string]> = {
  state: ['#005a9c', '#6fb3ea', 'solid 2px'],
  intelligence: ['#332288', '#858ce0', 'double 2px'],
  expertise: ['#00704f', '#5ac79d', 'dashed 2px'],
  former: ['#8a3a73', '#e090c5', 'dotted 3px'],
  media: ['#b34700', '#f0955a', 'solid 3px'],
  society: ['#00704f', '#5ac79d', 'dashed 4px'],
  record: ['#005a9c', '#6fb3ea', 'dotted 5px'],
  none: ['#6b7079', '#a3a8b2', 'wavy 2px'],
};

/** Behind words that are led to, and that the editor is open for: light, dark. */
const lit = ['#1f4e7940', '#8ab8e655'];

const registry = (): HighlightRegistry | undefined => (typeof CSS !== 'undefined' && 'highlights' in CSS ? (CSS.highlights as HighlightRegistry | undefined) : undefined);

/** Of all highlights of the registry. */
export function styleText(): string {
  let css = '';
  for (const [index, theme] of (['light', 'dark'] as const).entries()) {
    for (const hue of hues) {
      const colour = lines[hue][index]!;
      const [style, thickness] = lines[hue][2].split(' ');
      // Each on its own: WebKit's shorthand takes the line only.
      css += `::highlight(who-says-${theme}-${hue}){text-decoration-line:underline;text-decoration-style:${style};text-decoration-color:${colour};text-decoration-thickness:${thickness};text-underline-offset:4px}`;
      // The engine's, which nobody has checked: pale, and farther from the words.
      css += `::highlight(who-says-${theme}-${hue}-suggested){text-decoration-line:underline;text-decoration-style:${style};text-decoration-color:${colour}cc;text-decoration-thickness:${thickness};text-underline-offset:6px}`;
      css += `::highlight(who-says-${theme}-${hue}-chosen){background-color:${colour}29}`;
      css += `::highlight(who-says-${theme}-${hue}-pointed){background-color:${colour}17}`;
    }
    for (const name of ['flash', 'draft']) css += `::highlight(who-says-${theme}-${name}){background-color:${lit[index]}}`;
  }
  return css;
}

/** The same for a box of the overlay; borders have no waves, and the two lines of a double one are a third each. */
export function boxStyle(name: string): string {
  const [, theme, hue, kind] = /^who-says-(light|dark)-([a-z]+)-?([a-z]*)$/.exec(name) ?? [];
  const index = theme === 'dark' ? 1 : 0;
  if (hue === 'flash' || hue === 'draft') return `background:${lit[index]}`;
  const own = lines[hue as Hue];
  const colour = own[index];
  if (kind === 'chosen' || kind === 'pointed') return `background:${colour}${kind === 'chosen' ? '29' : '17'}`;
  const [line, thickness] = own[2].replace('wavy', 'dotted').replace('double 2', 'double 6').split(' ');
  return `border:0 ${line} ${colour}${kind ? 'cc;margin-top:2px' : ''};border-bottom-width:${thickness}`;
}

let users = 0;
let overlay: Overlay | undefined;
let sheet: CSSStyleSheet | undefined;
/** What has the sheet: the document, and shadow trees with words of articles. */
const styled = new Set<DocumentOrShadowRoot>();
function style(tree: DocumentOrShadowRoot): void {
  if (!sheet || styled.has(tree)) return;
  styled.add(tree);
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}

/** What is painted of a claim: as `key` says, on what `page` held. */
interface Painted {
  key: string;
  page: PageText;
  range: ClaimHighlight['range'];
  parts: AbstractRange[];
  marks: Mark[];
}
/** What is to come to a highlight of the registry, and what is to go. */
interface Change {
  come: AbstractRange[];
  go: Set<AbstractRange>;
}

/** So many claims are brought up to date at once; more in slices of their own, counted in claims, the first of which holds what an article has. */
const atOnce = 20;
const slices = { first: 60, least: 20, most: 2000 };
/** Taking a single range away costs as much as all that are there, in some browsers; more than so many go together. */
const few = 8;
/** Of more claims than these, only those near what is seen are painted. */
const many = 500;

/** One widget's highlights. */
export class Highlighter {
  /** All that are to be painted, and the claims that are not painted so yet. */
  private readonly wanted = new Map<string, ClaimHighlight>();
  private readonly due = new Set<string>();
  private readonly slices = new Slices((claims) => this.some(claims), slices);
  private page: PageText | undefined;
  private theme: 'light' | 'dark' = 'light';
  private readonly painted = new Map<string, Painted>();
  /** By name. */
  private readonly changes = new Map<string, Change>();
  /** Where there are many. */
  private near: Near | undefined;
  private flashed: Mark | undefined;
  private flashing: ReturnType<typeof setTimeout> | undefined;
  static get supported(): boolean {
    return registry() !== undefined && typeof Highlight === 'function';
  }

  constructor() {
    if (users++ > 0) return;
    if (!Highlighter.supported) {
      overlay = new Overlay(boxStyle);
      return;
    }
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styleText());
    style(document);
  }

  /** Every claim that has a highlight, and the words of the editor. */
  get claims(): Iterable<ClaimHighlight> {
    return this.wanted.values();
  }

  /** Paints these claims anew and takes those of `gone` away: a few at once, hundreds bit by bit. All others stay as they are. */
  change(claims: readonly ClaimHighlight[], gone: readonly string[], page: PageText | undefined, theme: 'light' | 'dark'): void {
    for (const one of claims) this.wanted.set(one.claim, one);
    for (const claim of gone) this.wanted.delete(claim);
    for (const claim of [...claims.map((one) => one.claim), ...gone]) this.due.add(claim);
    this.paintOn(page, theme);
  }
  /** Paints all of them as they are on the page now. What is the same already is left alone. */
  repaint(page: PageText | undefined, theme: 'light' | 'dark'): void {
    for (const claim of this.wanted.keys()) this.due.add(claim);
    this.paintOn(page, theme);
  }

  /** Resolves when all are painted, or known to be far from what is seen. */
  settled(): Promise<void> {
    return this.slices.settled();
  }
  /** Claims that are. */
  get count(): number {
    return this.painted.size;
  }

  ranges(claim: string): readonly Range[] {
    const painted = this.painted.get(claim);
    return painted?.page.toDomParts(painted.range) ?? [];
  }

  colourOf(claim: string): string {
    return lines[this.wanted.get(claim)?.hue ?? 'none'][this.theme === 'dark' ? 1 : 0];
  }

  /** Lights a claim up for a moment. */
  flash(range: Range, theme: 'light' | 'dark'): void {
    this.endFlash();
    this.flashed = [`who-says-${theme}-flash`, range];
    commit(this.flashed[0], { come: [this.flashed[1]], go: new Set() });
    this.flashing = setTimeout(() => this.endFlash(), 1400);
  }

  dispose(): void {
    this.wanted.clear();
    this.unpaintAll();
    this.near?.dispose();
    if (--users > 0) return;
    overlay?.dispose();
    overlay = undefined;
    if (!sheet) return;
    for (const tree of styled) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
    styled.clear();
    sheet = undefined;
  }

  private paintOn(page: PageText | undefined, theme: 'light' | 'dark'): void {
    this.page = page;
    this.theme = theme;
    if (this.wanted.size > many) this.watch();
    for (const tree of [...(page?.shadows ?? []), ...(page?.around ?? [])]) style(tree);
    if (!page) this.unpaintAll();
    else if (this.due.size <= atOnce) this.some(atOnce);
    else this.slices.ask();
  }
  /** From now on only what is near is painted. */
  private watch(): void {
    if (this.near) return;
    const near = (this.near = new Near(
      ([name, range], isNear) => {
        if (isNear) this.changeOf(name).come.push(range);
        else this.changeOf(name).go.add(range);
      },
      () => this.commitAll(),
    ));
    for (const { marks } of this.painted.values()) for (const mark of marks) near.add(mark);
  }
  private unpaintAll(): void {
    this.slices.stop();
    this.endFlash();
    this.due.clear();
    for (const claim of this.painted.keys()) this.unpaint(claim);
    this.commitAll();
  }

  /** Brings some of the claims up to date. */
  private some(claims: number): void {
    for (const claim of this.due) {
      if (claims-- <= 0) {
        this.commitAll();
        return this.slices.ask();
      }
      this.due.delete(claim);
      const wanted = this.wanted.get(claim);
      if (wanted && this.page) this.paint(wanted, this.page);
      else this.unpaint(claim);
    }
    this.slices.stop();
    this.commitAll();
  }

  private paint({ claim, range, hue, selected, pointed, suggested }: ClaimHighlight, page: PageText): void {
    const name = `who-says-${this.theme}-${hue}`;
    const line = suggested ? `${name}-suggested` : name;
    const names = !claim ? [line, `who-says-${this.theme}-draft`] : selected ? [line, `${name}-chosen`] : pointed ? [line, `${name}-pointed`] : [line];
    const key = `${names.join()} ${range.join()}`;
    const before = this.painted.get(claim);
    if (before?.key === key && before.page === page) return;
    let parts: AbstractRange[] = page.toDomParts(range);
    if (before?.key === key && areSame(before.parts, parts)) {
      before.page = page;
      return;
    }
    this.unpaint(claim);
    // Each live range costs time with every node that goes, anywhere on the page; where there are many, words that change are soon read again.
    if (this.near && Highlighter.supported) parts = parts.map((part) => new StaticRange(part));
    const marks = names.flatMap((one) => parts.map((part): Mark => [one, part]));
    for (const mark of marks) if (!this.near || this.near.add(mark)) this.changeOf(mark[0]).come.push(mark[1]);
    this.painted.set(claim, { key, page, range, parts, marks });
  }

  private endFlash(): void {
    clearTimeout(this.flashing);
    if (this.flashed) commit(this.flashed[0], { come: [], go: new Set([this.flashed[1]]) });
    this.flashed = undefined;
  }

  private unpaint(claim: string): void {
    for (const mark of this.painted.get(claim)?.marks ?? []) {
      this.near?.remove(mark);
      this.changeOf(mark[0]).go.add(mark[1]);
    }
    this.painted.delete(claim);
  }

  private changeOf(name: string): Change {
    let change = this.changes.get(name);
    if (!change) this.changes.set(name, (change = { come: [], go: new Set() }));
    return change;
  }
  private commitAll(): void {
    for (const [name, change] of this.changes) commit(name, change);
    this.changes.clear();
  }
}

function areSame(some: readonly AbstractRange[], others: readonly AbstractRange[]): boolean {
  const same = (a: AbstractRange, b: AbstractRange | undefined): boolean =>
    a.startContainer === b?.startContainer && a.startOffset === b.startOffset && a.endContainer === b.endContainer && a.endOffset === b.endOffset;
  return some.length === others.length && some.every((range, i) => same(range, others[i]));
}

function commit(name: string, { come, go }: Change): void {
  const all = registry();
  if (!all || typeof Highlight !== 'function') return overlay?.change(name, come, go);
  const there = all.get(name);
  if (there && come.length + go.size <= few) {
    for (const range of come) there.add(range);
    for (const range of go) there.delete(range);
    if (there.size === 0) all.delete(name);
    return;
  }
  const next = new Highlight();
  for (const range of there ?? []) if (!go.has(range)) next.add(range);
  for (const range of come) if (!go.has(range)) next.add(range);
  if (next.size > 0) all.set(name, next);
  else all.delete(name);
}
