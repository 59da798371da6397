// A panel at the side of the window. Its edge is a separator, dragged or moved with arrow keys.

import { Bar } from './bar.ts';
import type { Around, Form } from './form.ts';

/** CSS pixels; an arrow key's step. */
const [least, usual, most, step] = [320, 400, 720, 24];
/** Between the words and the panel, where the page leaves room for both. */
const gap = 24;

export class Docked implements Form {
  readonly bottom = Infinity;
  /** By the reader. */
  private chosen = 0;
  private readonly bar: Bar;
  private readonly close: HTMLElement;
  private readonly edge: HTMLElement;
  private readonly count: HTMLElement;

  constructor(private readonly around: Around) {
    const { parts } = around;
    const bar = (this.bar = new Bar(parts));
    this.close = bar.button('less', 'layout.close', () => this.shut());
    this.count = bar.make('span', 'count', parts.opener);
    parts.opener.style.visibility = 'hidden'; // until it is as wide as it stays
    const edge = (this.edge = bar.make('div', 'edge', parts.frame));
    edge.role = 'separator';
    edge.tabIndex = 0;
    edge.ariaOrientation = 'vertical';
    edge.ariaValueMin = String(least);
    bar.name('layout.width', (words) => (edge.ariaLabel = words));
    bar.on(edge, 'keydown', (event: KeyboardEvent) => {
      const arrow = { ArrowLeft: step, ArrowRight: -step }[event.key];
      const width = arrow ? this.width + (this.mirrored ? -arrow : arrow) : { Home: least, End: most }[event.key];
      if (width === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.resize(width);
    });
    bar.on(edge, 'pointerdown', (event: PointerEvent) => {
      if (event.button === 0) edge.setPointerCapture(event.pointerId);
      event.preventDefault(); // no text is selected meanwhile
    });
    bar.on(edge, 'pointermove', ({ pointerId, clientX }: PointerEvent) => {
      if (edge.hasPointerCapture(pointerId)) this.resize(this.mirrored ? clientX : document.documentElement.clientWidth - clientX);
    });
  }

  show(isOpen: boolean): boolean {
    // Once it is open: a page may make room only then.
    const free = isOpen ? this.free() : most;
    if (isOpen && free >= least) this.widen(this.chosen || Math.min(free, this.wanted));
    return free >= least;
  }
  reach(words: Range, asked: boolean): boolean {
    if (!asked) return true;
    // Words that lie wholly under the panel would not be seen.
    const panel = this.around.parts.frame.getBoundingClientRect();
    if ([...words.getClientRects()].every(({ left, right }) => left >= panel.left - 4 && right <= panel.right + 4)) this.shut();
    return true;
  }
  focus(isOpen: boolean): HTMLElement {
    return isOpen ? this.close : this.around.parts.opener;
  }
  refresh(): void {
    this.count.textContent = this.around.outline.element('summary')?.textContent ?? '';
    this.around.parts.opener.style.visibility = '';
  }
  dispose(): void {
    this.bar.dispose();
    this.around.parts.frame.style.width = this.around.parts.opener.style.visibility = '';
  }

  private shut(): void {
    this.around.host.setAttribute('open', 'false');
  }
  private get width(): number {
    return this.around.parts.frame.offsetWidth;
  }
  private get mirrored(): boolean {
    return getComputedStyle(this.around.host).direction === 'rtl';
  }
  private resize(width: number): void {
    this.chosen = Math.round(Math.min(most, Math.max(least, width)));
    this.widen(this.chosen);
  }
  private widen(width: number): void {
    this.around.parts.frame.style.width = `${width}px`;
    this.edge.ariaValueMax = String(Math.min(most, innerWidth - 48));
    this.edge.ariaValueNow = String(this.width);
  }
  private get wanted(): number {
    return parseInt(getComputedStyle(this.around.host).getPropertyValue('--who-says-width')) || usual;
  }
  /** What the page leaves beside its words. */
  private free(): number {
    const words = this.around.page()?.root.querySelector('p')?.getBoundingClientRect();
    return !words ? this.wanted : Math.floor(this.mirrored ? words.left : document.documentElement.clientWidth - words.right) - gap;
  }
}
