// Paints claims on the page with the CSS Custom Highlight API. No node of the article changes. The registry is shared with whatever
// else the page highlights: only our own names are touched.

import type { Highlight as ClaimHighlight, Hue } from './messages.ts';
import type { PageText } from './page-text.ts';

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
      css += `::highlight(who-says-${theme}-${hue}){text-decoration:underline ${lines[hue][2]} ${colour};text-underline-offset:4px}`;
      css += `::highlight(who-says-${theme}-${hue}-chosen){background-color:${colour}29}`;
      css += `::highlight(who-says-${theme}-${hue}-pointed){background-color:${colour}17}`;
    }
    css += `::highlight(who-says-${theme}-flash){background-color:${theme === 'dark' ? '#8ab8e655' : '#1f4e7940'}}`;
  }
  return css;
}

let users = 0;
let sheet: CSSStyleSheet | undefined;

/** One widget's highlights. */
export class Highlighter {
  private mine: [name: string, range: Range][] = [];
  private ranges = new Map<string, Range>();
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

  show(claims: ClaimHighlight[], page: PageText, theme: 'light' | 'dark'): void {
    this.clear();
    for (const claim of claims) {
      const range = page.toDom(claim.range);
      if (!range) continue;
      this.ranges.set(claim.claim, range);
      const name = `who-says-${theme}-${claim.hue}`;
      this.add(name, range);
      if (claim.selected) this.add(`${name}-chosen`, range);
      else if (claim.pointed) this.add(`${name}-pointed`, range);
    }
  }

  range(claim: string): Range | undefined {
    return this.ranges.get(claim);
  }

  /** Lights a claim up for a moment. */
  flash(range: Range, theme: 'light' | 'dark'): void {
    this.endFlash();
    const name = `who-says-${theme}-flash`;
    this.add(name, range);
    this.flashing = setTimeout(() => this.endFlash(), 1400);
  }

  clear(): void {
    this.endFlash();
    for (const [name, range] of this.mine) this.remove(name, range);
    this.mine = [];
    this.ranges.clear();
  }

  dispose(): void {
    this.clear();
    if (--users > 0 || !sheet) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    sheet = undefined;
  }

  private endFlash(): void {
    if (this.flashing === undefined) return;
    clearTimeout(this.flashing);
    this.flashing = undefined;
    this.mine = this.mine.filter(([name, range]) => {
      if (!name.endsWith('-flash')) return true;
      this.remove(name, range);
      return false;
    });
  }
  private add(name: string, range: Range): void {
    const all = registry();
    if (!all || typeof Highlight !== 'function') return;
    let highlight = all.get(name);
    if (!highlight) all.set(name, (highlight = new Highlight()));
    highlight.add(range);
    this.mine.push([name, range]);
  }
  private remove(name: string, range: Range): void {
    const highlight = registry()?.get(name);
    highlight?.delete(range);
    if (highlight?.size === 0) registry()?.delete(name);
  }
}
