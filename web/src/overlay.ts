// Highlights for browsers without the CSS Custom Highlight API: boxes over the page, beside its content, that take no clicks. No node of
// the article changes.

import { seenBoxes } from './zoomed.ts';

export class Overlay {
  private readonly ranges = new Map<string, Set<AbstractRange>>();
  private readonly host = document.createElement('div');
  private readonly root: ShadowRoot;
  private readonly sizes = new ResizeObserver(() => this.draw());
  private request = 0;

  /** `style`: the style of a box, as CSS text, by the highlight's name. */
  constructor(private readonly style: (name: string) => string) {
    this.host.setAttribute('aria-hidden', 'true');
    this.host.style.cssText = 'position:absolute;left:0;top:0;width:0;height:0;pointer-events:none;z-index:1';
    this.root = this.host.attachShadow({ mode: 'open' });
    document.documentElement.append(this.host);
    // Whatever moves words of the page changes its height, nearly always.
    this.sizes.observe(document.body);
    document.fonts.addEventListener('loadingdone', this.draw);
  }

  change(name: string, come: readonly AbstractRange[], go: ReadonlySet<AbstractRange>): void {
    let there = this.ranges.get(name);
    if (!there) this.ranges.set(name, (there = new Set()));
    for (const range of come) there.add(range);
    for (const range of go) there.delete(range);
    this.draw();
  }

  dispose(): void {
    cancelAnimationFrame(this.request);
    this.sizes.disconnect();
    document.fonts.removeEventListener('loadingdone', this.draw);
    this.host.remove();
  }

  private readonly draw = (): void => {
    this.request ||= requestAnimationFrame(() => {
      this.request = 0;
      // The host's own place is where the page's begins, whatever the page does to its root.
      const { left, top } = this.host.getBoundingClientRect();
      const boxes: HTMLElement[] = [];
      for (const [name, ranges] of this.ranges) {
        const style = this.style(name);
        for (const range of ranges) {
          for (const box of seenBoxes(range as Range)) {
            const element = document.createElement('div');
            element.style.cssText = `position:absolute;box-sizing:border-box;left:${box.left - left}px;top:${box.top - top}px;width:${box.width}px;height:${box.height + 3}px;${style}`;
            boxes.push(element);
          }
        }
      }
      this.root.replaceChildren(...boxes);
    });
  };
}
