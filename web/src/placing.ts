// The outline on the panel: its controls kept where the canvas draws them; what is to have the focus, or to come into sight, once it is
// drawn.

import type { CanvasPanel } from './canvas-panel.ts';
import type { ItemRect, Layout } from './messages.ts';
import type { Outline } from './outline.ts';

export class Placing {
  private layout: Layout | undefined;
  /** Of its items, those that scrolling moves: fields, which are seen, at once; what lies unseen in header and foot, when it is over. */
  private fields: ItemRect[] = [];
  private fixed: ItemRect[] = [];
  private scrolled: ReturnType<typeof setTimeout> | undefined;
  private toFocus = '';
  private toShow = '';

  constructor(
    private readonly outline: Outline,
    private readonly scrollTop: () => number,
  ) {}

  /** After the next frame the control has the focus and is in sight. Only inside the widget, or right after the page asked for it. */
  focus(id: string): void {
    this.toFocus = this.toShow = id;
  }
  /** After the next frame the item is in sight. */
  show(id: string): void {
    this.toShow = id;
  }

  /** What a frame laid out; undefined when it is as before. */
  take(layout: Layout | undefined): void {
    if (!layout) return;
    this.layout = layout;
    this.fields = layout.items.filter(({ field }) => field);
    this.fixed = layout.items.filter(({ fixed }) => fixed);
  }

  /** After a frame; `moved`: it laid things out anew. */
  frame(moved: boolean, panel: CanvasPanel | undefined): void {
    this.place(moved ? this.layout?.items : this.fields);
    clearTimeout(this.scrolled);
    this.scrolled = setTimeout(() => this.place(this.fixed), 100);
    const { toFocus } = this;
    this.toFocus = '';
    if (toFocus) this.outline.focus(toFocus); // which asks for it to be shown
    const { toShow } = this;
    this.toShow = '';
    if (toShow) panel?.scrollTo(toShow, this.outline.element(toShow));
  }

  place(items = this.layout?.items): void {
    if (this.layout && items) this.outline.place(items, this.scrollTop(), this.layout);
  }

  dispose(): void {
    clearTimeout(this.scrolled);
  }
}
