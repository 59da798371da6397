// A panel at the foot of the window, as high as one line, half of it, or nearly all of it. Dragged by its bar; the page scrolls under it.
// While it moves it is only shifted, as high as it may become: the canvas changes its size once, not with every frame.

import { Bar } from './bar.ts';
import { claimInView } from './claim-in-view.ts';
import type { Around, Form } from './form.ts';
import { reducedMotion } from './looks.ts';

const heights = ['full', 'half', 'peek'] as const;
type Height = (typeof heights)[number];

/** CSS pixels a pointer moves before it drags; milliseconds that a flick is thought to go on, after which a finger rests, and of a slide. */
const [slack, flick, rest, slide] = [6, 180, 80, 160];

export class Sheet implements Form {
  private height: Height = 'peek';
  /** What the line names. */
  private claim = '';
  private sliding: Animation | undefined;
  private drag: { id: number; y: number; top: number; full: number; last: number; at: number; speed: number; moves: boolean } | undefined;
  private readonly bar: Bar;
  private readonly line: HTMLButtonElement;
  private readonly more: HTMLButtonElement;
  private readonly less: HTMLButtonElement;
  private readonly frame: HTMLElement;

  constructor(private readonly around: Around) {
    const frame = (this.frame = around.parts.frame);
    const bar = (this.bar = new Bar(around.parts));
    this.line = bar.button('line', '', () => (this.claim ? around.open(this.claim) : this.go('half')));
    this.more = bar.button('more', 'layout.more', () => this.go(this.height === 'half' ? 'full' : 'half'));
    this.less = bar.button('less', 'layout.less', () => this.go(this.height === 'full' ? 'half' : 'peek'));
    bar.on(bar.bar, 'pointerdown', (event: PointerEvent) => this.begin(event));
    bar.on(bar.bar, 'pointermove', (event: PointerEvent) => this.move(event));
    for (const type of ['pointerup', 'pointercancel']) bar.on(bar.bar, type, (event: PointerEvent) => this.end(event));
    // A drag that ends over a button does not press it.
    bar.on(bar.bar, 'click', (event: Event) => this.drag?.moves && event.stopPropagation(), { capture: true });
    // A keyboard on the screen would cover what is typed into.
    bar.on(frame, 'focusin', ({ target }: FocusEvent) => (target as Element).matches('input,textarea') && matchMedia('(pointer:coarse)').matches && this.go('full'));
    let timer: ReturnType<typeof setTimeout> | undefined;
    bar.on(window, 'scroll', () => (timer ??= setTimeout(() => ((timer = undefined), this.refresh()), 120)), { passive: true });
    frame.dataset['height'] = 'peek';
    this.buttons();
  }

  show(isOpen: boolean): boolean {
    if (isOpen !== (this.height !== 'peek')) this.go(isOpen ? 'half' : 'peek');
    return true;
  }
  get bottom(): number {
    return this.topOf(this.height);
  }
  reach(_words: Range, asked: boolean): boolean {
    if (this.height === 'full' && asked) this.go('half');
    return this.height !== 'full';
  }
  focus(isOpen: boolean): HTMLElement {
    return !isOpen ? this.line : this.more.matches(':focus') ? this.more : this.less;
  }
  /** The line says who is behind what is read now; else what there is in the article. */
  refresh(): void {
    if (this.height !== 'peek') return;
    this.claim = claimInView(this.around.highlighter, this.bottom) ?? '';
    const words = (id: string): string => this.around.outline.element(id)?.textContent ?? '';
    const first = (id: string): string => words(`${id}:${this.claim}`).split(' · ')[0]!;
    const names = [first('kind'), first('who')].filter(Boolean).join(' · ');
    this.line.textContent = names || words('summary');
    if (names) this.line.style.setProperty('--ws-hue', this.around.highlighter.colourOf(this.claim));
    else this.line.removeAttribute('style');
  }
  dispose(): void {
    this.bar.dispose();
    this.sliding?.cancel();
    delete this.frame.dataset['height'];
    this.frame.style.translate = '';
  }

  private go(height: Height): void {
    const { frame } = this;
    const top = (): number => frame.getBoundingClientRect().top;
    const from = top();
    this.sliding?.cancel();
    frame.style.translate = '';
    const before = frame.dataset['height'];
    this.height = frame.dataset['height'] = height;
    const to = top();
    this.buttons();
    this.around.host.setAttribute('open', String(height !== 'peek'));
    this.refresh();
    if (reducedMotion() || from === to) return;
    // On its way down it stays as high as it was.
    if (to > from) frame.dataset['height'] = before;
    const base = top();
    this.sliding = frame.animate([{ translate: `0 ${from - base}px` }, { translate: `0 ${to - base}px` }], { duration: slide, easing: 'ease-out' });
    this.sliding.onfinish = () => (frame.dataset['height'] = height);
  }
  private buttons(): void {
    const { line, more, less } = this;
    line.ariaExpanded = String(this.height !== 'peek');
    const focused = more.matches(':focus') ? less : less.matches(':focus') ? more : undefined;
    more.hidden = this.height === 'full';
    less.hidden = this.height === 'peek';
    // The one that goes hands the focus on.
    if (focused && (more.hidden || less.hidden)) focused.focus({ preventScroll: true });
  }
  private topOf(height: Height): number {
    return { full: 24, half: innerHeight / 2, peek: innerHeight - 56 }[height];
  }

  private begin({ button, pointerId: id, clientY: y, timeStamp: at }: PointerEvent): void {
    if (button === 0) this.drag = { id, y, top: this.frame.getBoundingClientRect().top, full: 0, last: y, at, speed: 0, moves: false };
  }
  private move({ pointerId, clientY: y, timeStamp }: PointerEvent): void {
    const { drag, frame } = this;
    if (drag?.id !== pointerId) return;
    if (!drag.moves) {
      if (Math.abs(y - drag.y) < slack) return;
      drag.moves = true;
      this.bar.bar.setPointerCapture(pointerId);
      this.sliding?.cancel();
      frame.dataset['height'] = 'full';
      drag.full = frame.getBoundingClientRect().top;
    }
    drag.speed = (y - drag.last) / Math.max(1, timeStamp - drag.at);
    drag.last = y;
    drag.at = timeStamp;
    frame.style.translate = `0 ${Math.max(0, Math.min(this.topOf('peek'), drag.top + y - drag.y) - drag.full)}px`;
  }
  private end({ pointerId, clientY, timeStamp }: PointerEvent): void {
    const { drag } = this;
    if (drag?.id !== pointerId) return;
    if (drag.moves) {
      const top = drag.top + clientY - drag.y + (timeStamp - drag.at < rest ? drag.speed * flick : 0);
      const away = (height: Height): number => Math.abs(this.topOf(height) - top);
      this.go(heights.reduce((best, height) => (away(height) < away(best) ? height : best)));
    }
    // The click that follows still knows.
    setTimeout(() => this.drag === drag && (this.drag = undefined));
  }
}
