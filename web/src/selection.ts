// The reader's selection on the page, and the small button that offers to highlight it. The button stands in the browser's top layer:
// nothing is put into the page's own tree.

import type { TextRange } from './messages.ts';
import { treeOf, type PageText } from './page-text.ts';
import { seenBox, zoomOf } from './zoomed.ts';

export class SelectionWatcher {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private range: TextRange | undefined;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly button: HTMLButtonElement,
    private readonly page: () => PageText | undefined,
    private readonly touch: () => boolean,
    highlight: (range: TextRange) => void,
  ) {
    const changed = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.update(), 120);
    };
    const moved = (): void => {
      if (this.range) this.update();
    };
    const press = (): void => {
      const offered = this.range;
      this.update(); // the selection may have grown since; on touch the press itself may have taken it away
      const range = this.range ?? offered;
      this.hide();
      if (!range) return;
      getSelection()?.removeAllRanges();
      // The press is seen first: on a slow machine what it asks for takes a while.
      requestAnimationFrame(() => setTimeout(() => highlight(range)));
    };
    // The button must not take the selection away before it is used.
    const keep = (event: Event): void => event.preventDefault();
    document.addEventListener('selectionchange', changed);
    addEventListener('scroll', moved, { passive: true, capture: true });
    addEventListener('resize', moved);
    button.addEventListener('pointerdown', keep);
    button.addEventListener('click', press);
    this.stops.push(() => {
      document.removeEventListener('selectionchange', changed);
      removeEventListener('scroll', moved, { capture: true });
      removeEventListener('resize', moved);
      button.removeEventListener('pointerdown', keep);
      button.removeEventListener('click', press);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.hide();
    for (const stop of this.stops) stop();
  }

  /** Looks anew: at every change of the selection, and when the page has been read again. */
  update(): void {
    const page = this.page();
    const chosen = page && selected(page.root);
    if (!page || !chosen || chosen.collapsed) return this.hide();
    if (!page.root.contains(chosen.startContainer) && !page.root.contains(chosen.endContainer)) return this.hide();
    const range = page.fromDom(chosen);
    if (range[1] <= range[0] || page.text.slice(range[0], range[1]).trim() === '') return this.hide();
    this.range = range;
    this.button.hidden = false;
    besideWords(this.button, seenBox(chosen), this.touch());
  }

  private hide(): void {
    this.range = undefined;
    if (this.button.hidden) return;
    if (typeof this.button.hidePopover === 'function' && this.button.matches(':popover-open')) this.button.hidePopover();
    this.button.hidden = true;
  }
}

/** What is selected on the page, in the shadow tree of an element too, as far as the browser tells; undefined when there is nothing. */
export function selected(within: Element): Range | undefined {
  const tree = treeOf(within) as (ShadowRoot & { getSelection?(): Selection | null }) | undefined;
  const selection = getSelection();
  if (tree && selection?.getComposedRanges) {
    const [chosen] = selection.getComposedRanges({ shadowRoots: [tree] });
    if (!chosen) return undefined;
    const range = document.createRange();
    range.setStart(chosen.startContainer, chosen.startOffset);
    range.setEnd(chosen.endContainer, chosen.endOffset);
    return range;
  }
  const own = tree?.getSelection?.() ?? selection;
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : undefined;
}

/** Puts a button beside words of the page, in the top layer. */
export function besideWords(button: HTMLButtonElement, box: DOMRect, touch: boolean): void {
  if (typeof button.showPopover === 'function' && !button.matches(':popover-open')) button.showPopover();
  // The button is as large as the page shows the panel.
  const by = zoomOf(button);
  const width = button.offsetWidth * by;
  const height = button.offsetHeight * by;
  // Under the selection on touch, where the native handles and menu stand above it.
  const above = !touch && box.top > height + 12;
  const left = Math.max(8, Math.min(innerWidth - width - 8, box.left + box.width / 2 - width / 2));
  button.style.left = `${left / by}px`;
  const top = Math.max(8, Math.min(innerHeight - height - 8, above ? box.top - height - 8 : box.bottom + (touch ? 28 : 10)));
  button.style.top = `${top / by}px`;
}

/** The place of the text under a point of the page, as far as the browser tells. */
export function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if (typeof document.caretPositionFromPoint === 'function') {
    const place = document.caretPositionFromPoint(x, y);
    return place ? { node: place.offsetNode, offset: place.offset } : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
