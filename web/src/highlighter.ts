// Paints claims on the page with the CSS Custom Highlight API. No node of the article changes. The registry is shared with whatever
// else the page highlights: only our own names are touched.

import type { Highlight as ClaimHighlight, Hue } from './messages.ts';
import type { PageText } from './page-text.ts';
import { inSlices } from './slices.ts';

const hues: Hue[] = ['state', 'intelligence', 'expertise', 'former', 'media', 'society', 'record', 'none'];
/** Colour, line style and thickness by hue: colour is never alone. */
const lines: Record<Hue, [light: string, dark: string, line: string]> = {
  state: ['#005a9c', '#6fb3ea', 'solid 2px'],
  intelligence: ['#332288', '#a99bf5', 'double 1.5px'],
  expertise: ['#00704f', '#5ac79d', 'dashed 2px'],
  former: ['#8a3a73', '#e090c5', 'dotted 3px'],
  media: ['#b34700', '#f0955a', 'solid 1.5px'],
  society: ['#00704f', '#5ac79d', 'solid 2px'],
  record: ['#005a9c', '#6fb3ea', 'dashed 2px'],
  none: ['#6b7079', '#a3a8b2', 'wavy 1.5px'],
};

const registry = (): HighlightRegistry | undefined => (typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : undefined);

function styleText(): string {
  let css = '';
  for (const [index, theme] of (['light', 'dark'] as const).entries()) {
    for (const hue of hues) {
      const colour = lines[hue][index]!;
      const [style, thickness] = lines[hue][2].split(' ');
      // Each on its own: WebKit's shorthand takes the line only.
      css += `::highlight(who-says-${theme}-${hue}){text-decoration-line:underline;text-decoration-style:${style};text-decoration-color:${colour};text-decoration-thickness:${thickness};text-underline-offset:4px}`;
      css += `::highlight(who-says-${theme}-${hue}-chosen){background-color:${colour}29}`;
      css += `::highlight(who-says-${theme}-${hue}-pointed){background-color:${colour}17}`;
    }
    css += `::highlight(who-says-${theme}-flash){background-color:${theme === 'dark' ? '#8ab8e655' : '#1f4e7940'}}`;
  }
  return css;
}

let users = 0;
let sheet: CSSStyleSheet | undefined;

type Mark = [name: string, range: Range];
/** What is painted of a claim: as `key` says, on what `page` held. */
interface Painted {
  key: string;
  page: PageText;
  ranges: Range[];
  marks: Mark[];
}

/** Claims a step. */
const step = 50;
/** Taking a single range away costs as much as all that are there, in some browsers; more than so many go together. */
const few = 8;

/** One widget's highlights. */
export class Highlighter {
  private readonly painted = new Map<string, Painted>();
  /** Painted still, though something else has taken its place. */
  private stale: Mark[] = [];
  private stop: (() => void) | undefined;
  private flashed: Mark | undefined;
  private flashing: ReturnType<typeof setTimeout> | undefined;
  static get supported(): boolean {
    return registry() !== undefined && typeof Highlight === 'function';
  }

  constructor() {
    if (users++ > 0 || !Highlighter.supported) return;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styleText());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  /** Paints these claims and no others: at once what a slice can hold, thousands bit by bit. What is the same already is left alone. */
  show(claims: ClaimHighlight[], page: PageText, theme: 'light' | 'dark'): void {
    this.stop?.();
    let next = 0;
    const some = (): boolean => {
      for (const end = Math.min(claims.length, next + step); next < end; next++) this.paint(claims[next]!, page, theme);
      return next < claims.length;
    };
    this.stop = inSlices(some, () => {
      const wanted = new Set(claims.map(({ claim }) => claim));
      for (const [claim, { marks }] of this.painted) {
        if (wanted.has(claim)) continue;
        this.stale.push(...marks);
        this.painted.delete(claim);
      }
      this.removeStale();
    });
  }

  ranges(claim: string): readonly Range[] {
    return this.painted.get(claim)?.ranges ?? [];
  }

  /** Lights a claim up for a moment. */
  flash(range: Range, theme: 'light' | 'dark'): void {
    this.endFlash();
    this.flashed = [`who-says-${theme}-flash`, range];
    add(this.flashed);
    this.flashing = setTimeout(() => this.endFlash(), 1400);
  }

  clear(): void {
    this.stop?.();
    this.endFlash();
    for (const { marks } of this.painted.values()) this.stale.push(...marks);
    this.painted.clear();
    this.removeStale();
  }

  dispose(): void {
    this.clear();
    if (--users > 0 || !sheet) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    sheet = undefined;
  }

  private paint({ claim, range, hue, selected, pointed }: ClaimHighlight, page: PageText, theme: 'light' | 'dark'): void {
    const name = `who-says-${theme}-${hue}`;
    const names = selected ? [name, `${name}-chosen`] : pointed ? [name, `${name}-pointed`] : [name];
    const key = `${names.join()} ${range.join()}`;
    const before = this.painted.get(claim);
    if (before?.key === key && before.page === page) return;
    const ranges = page.toDomParts(range);
    if (before?.key === key && areSame(before.ranges, ranges)) {
      before.page = page;
      return;
    }
    if (before) this.stale.push(...before.marks);
    const marks = names.flatMap((one) => ranges.map((part): Mark => [one, part]));
    marks.forEach(add);
    this.painted.set(claim, { key, page, ranges, marks });
  }

  private endFlash(): void {
    clearTimeout(this.flashing);
    if (this.flashed) remove(this.flashed[0], [this.flashed[1]]);
    this.flashed = undefined;
  }

  private removeStale(): void {
    const byName = new Map<string, Range[]>();
    for (const [name, range] of this.stale) byName.get(name)?.push(range) ?? byName.set(name, [range]);
    this.stale = [];
    for (const [name, ranges] of byName) remove(name, ranges);
  }
}

function areSame(some: readonly Range[], others: readonly Range[]): boolean {
  const same = (a: Range, b: Range | undefined): boolean =>
    a.startContainer === b?.startContainer && a.startOffset === b.startOffset && a.endContainer === b.endContainer && a.endOffset === b.endOffset;
  return some.length === others.length && some.every((range, i) => same(range, others[i]));
}

function add([name, range]: Mark): void {
  const all = registry();
  if (!all || typeof Highlight !== 'function') return;
  let highlight = all.get(name);
  if (!highlight) all.set(name, (highlight = new Highlight()));
  highlight.add(range);
}

function remove(name: string, ranges: Range[]): void {
  const all = registry();
  const highlight = all?.get(name);
  if (!all || !highlight) return;
  if (ranges.length <= few) {
    for (const range of ranges) highlight.delete(range);
    if (highlight.size === 0) all.delete(name);
    return;
  }
  const gone = new Set<AbstractRange>(ranges);
  const left = [...highlight].filter((range) => !gone.has(range));
  if (left.length === 0) return void all.delete(name);
  const rest = new Highlight();
  for (const range of left) rest.add(range);
  all.set(name, rest);
}
