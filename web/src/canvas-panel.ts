// The canvas inside the native scroller: sizes, frames on demand, the pointer, and who draws. Where nobody can, or where that is asked
// for, the outline shows itself as text in the canvas's place. Knows the core, nothing of claims.

import { Core, Pointer, type CoreExports, type Host } from './core.ts';
import type { Instantiate } from './instance.ts';
import type { Layout } from './messages.ts';
import { stamp } from './messages.ts';
import type { Parts } from './parts.ts';
import { words, type TextEngine } from './text-engine.ts';
import { WebGLPainter } from './webgl.ts';
import { hiddenZoom, watchHiddenZoom, zoomOf } from './zoomed.ts';

/** What the page or the reader asks for. auto: the first of these that the browser has. */
export type Rendering = 'auto' | 'software' | 'text';
export type Renderer = 'webgl2' | 'webgl' | 'software' | 'text';

/** Of the canvas, in the screen's pixels; the scale is theirs in one of CSS. */
interface Size {
  width: number;
  height: number;
  scale: number;
}

export interface PanelEvents {
  /** After each frame, with the layout if things moved; as text after each `draw`. */
  frame(layout: Layout | undefined): void;
  /** The core has come to an end; the outline stays, as text. */
  died(reason: unknown): void;
}

export class CanvasPanel {
  /** Frames drawn so far. */
  frames = 0;
  /** The scroller's scrollTop, as it was told last: asking for it would have the browser lay out at once what has changed. */
  top = 0;
  private core!: Core;
  private readonly context: CanvasRenderingContext2D | null;
  private painter: WebGLPainter | undefined;
  private asText = false;
  private wanted = 0;
  private request = 0;
  private onScreen = true;
  private width = 0;
  private height = 0;
  private scale = 1;
  /** When this frame has made words enough; none was made yet. */
  private until: number | undefined;
  /** The size that the next frame takes on. */
  private sized: Size | undefined;
  /** What stands in front, and where the scroller was at what stood there before. */
  private face = '';
  private readonly tops = new Map<string, number>();
  private layout: Layout = { height: 0, header: 0, end: 0, cursor: 'default', items: [] };
  private readonly stops: (() => void)[] = [];

  private constructor(
    private readonly parts: Parts,
    private readonly text: TextEngine,
    private readonly events: PanelEvents,
  ) {
    this.context = parts.canvas.getContext('2d');
  }

  static async open(
    parts: Parts,
    text: TextEngine,
    instantiate: Instantiate<CoreExports>,
    rendering: Rendering,
    events: PanelEvents,
  ): Promise<{ panel: CanvasPanel; core: Core }> {
    const panel = new CanvasPanel(parts, text, events);
    panel.core = await Core.start(instantiate, panel.host(), (reason) => {
      panel.show('text');
      events.died(reason);
    });
    panel.listen();
    panel.show(rendering);
    return { panel, core: panel.core };
  }

  get renderer(): Renderer {
    return this.asText ? 'text' : (this.painter?.kind ?? 'software');
  }

  show(rendering: Rendering): void {
    this.asText = rendering === 'text' || !this.core.hasPanel || !this.context || !this.text.works;
    this.parts.frame.classList.toggle('text-view', this.asText);
    this.painter?.dispose();
    this.painter = undefined;
    this.width = this.height = 0;
    this.sized = undefined;
    if (this.asText) {
      this.parts.canvas.width = this.parts.canvas.height = 0;
      this.parts.content.style.height = '';
      return this.draw();
    }
    // The core tells where things are only when that has changed.
    if (this.layout.height) this.parts.content.style.height = `${this.layout.height}px`;
    if (rendering === 'auto')
      this.painter = WebGLPainter.open({
        renewed: () => this.use('webgl'),
        gone: () => {
          this.painter?.dispose();
          this.painter = undefined;
          this.use('software');
        },
      });
    this.use(this.painter ? 'webgl' : 'software');
    this.resize();
  }

  /** Draws at the next animation frame, and `count` - 1 more times after it. */
  draw(count = 1): void {
    this.wanted = Math.max(this.wanted, count);
    if (this.request || !this.isSeen || this.painter?.lost) return;
    this.request = requestAnimationFrame((now) => this.tick(now));
  }

  /** Scrolls so that an item is in sight. */
  scrollTo(id: string, element: HTMLElement | undefined): void {
    const { scroller } = this.parts;
    if (!this.asText) {
      const to = this.core.scrollTo(id);
      if (to >= 0) scroller.scrollTop = to;
    } else if (element) {
      const [item, view] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
      const end = view.bottom - parseFloat(getComputedStyle(scroller).scrollPaddingBottom); // the foot stands below
      if (element.closest('[data-id=tools]')) return;
      if (item.top < view.top) scroller.scrollTop += item.top - view.top;
      else if (item.bottom > end) scroller.scrollTop += Math.min(item.bottom - end, item.top - view.top);
    }
  }

  /** Something else stands in front: a view where it was left, all else from its top. */
  turnTo(face: string): void {
    if (face === this.face) return;
    const { scroller, content } = this.parts;
    this.tops.set(this.face, this.top);
    this.face = face;
    const top = (face.startsWith('tab:') && this.tops.get(face)) || 0;
    // How high it is, only its frame will tell.
    const height = top + scroller.clientHeight;
    if (!this.asText && this.layout.height < height) {
      this.layout = { ...this.layout, height };
      content.style.height = `${height}px`;
    }
    scroller.scrollTop = top;
    this.top = scroller.scrollTop;
  }

  forgetText(): void {
    this.text.forget();
    this.core.forgetText();
    this.draw();
  }

  dispose(): void {
    cancelAnimationFrame(this.request);
    for (const stop of this.stops) stop();
    this.painter?.dispose();
    this.parts.canvas.width = this.parts.canvas.height = 0;
  }

  /** A panel that was never open has no size yet; `resize` draws it. */
  private get isSeen(): boolean {
    return !document.hidden && this.onScreen && (this.asText || this.height > 0);
  }

  /** Words that are drawn for the first time are most of a frame's work: further ones come with the next. */
  private hasTime(): boolean {
    const now = performance.now();
    this.until ??= now + 40;
    return now < this.until;
  }

  private use(renderer: 'software' | 'webgl'): void {
    this.core.use(renderer);
    this.draw(2);
  }

  private host(): Host {
    const { context, text } = this;
    return {
      metrics: (face, size) => text.metrics(face, size),
      advance: (face, size, run) => text.advance(face, size, run),
      raster: (face, size, run, phase) => (this.hasTime() ? text.raster(face, size, run, phase) : undefined),
      words,
      stamp,
      present: (pixels, width, _height, begin, end) => {
        const rows = new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset + begin * width * 4, (end - begin) * width * 4);
        context?.putImageData(new ImageData(rows, width, end - begin), 0, begin);
      },
      texture: (...part) => this.painter?.texture(...part),
      drop: (id) => this.painter?.drop(id),
      begin: (width, height) => this.painter?.begin(width, height),
      paint: (...list) => this.painter?.paint(...list),
    };
  }

  private on<K extends keyof HTMLElementEventMap>(target: EventTarget, type: K | string, listener: (event: never) => void, options?: AddEventListenerOptions): void {
    target.addEventListener(type, listener as EventListener, options);
    this.stops.push(() => target.removeEventListener(type, listener as EventListener, options));
  }

  private listen(): void {
    const { scroller, canvas } = this.parts;
    const move = (kind: Pointer) => (event: PointerEvent) => {
      const box = canvas.getBoundingClientRect();
      if (kind === Pointer.down) {
        if (event.button !== 0) return;
        if (event.pointerType !== 'touch') canvas.setPointerCapture(event.pointerId);
      }
      // A finger that only scrolls hovers over nothing.
      if (kind === Pointer.move && event.pointerType === 'touch') return;
      // The page may show all of it larger or smaller, by `zoom` or a transform.
      const by = box.width / canvas.offsetWidth || 1;
      const hidden = hiddenZoom(canvas);
      if (hidden === 1) this.core.pointer(kind, (event.clientX - box.left) / by, (event.clientY - box.top) / by);
      else this.core.pointer(kind, event.offsetX / hidden, event.offsetY / hidden);
      if (kind === Pointer.up && event.pointerType === 'touch') this.core.pointer(Pointer.leave, 0, 0);
      this.draw(kind === Pointer.move ? 1 : 3);
    };
    this.on(canvas, 'pointermove', move(Pointer.move));
    this.on(canvas, 'pointerdown', move(Pointer.down));
    this.on(canvas, 'pointerup', move(Pointer.up));
    const leave = (): void => {
      this.core.pointer(Pointer.leave, 0, 0);
      this.draw();
    };
    this.on(canvas, 'pointerleave', leave);
    this.on(canvas, 'pointercancel', leave);
    this.on(
      scroller,
      'scroll',
      () => {
        this.top = scroller.scrollTop;
        this.draw();
      },
      { passive: true },
    );
    this.on(document, 'visibilitychange', () => {
      if (!document.hidden && this.wanted) this.draw(this.wanted);
    });
    const sizes = new ResizeObserver((entries) => this.resize(entries.at(-1)!.devicePixelContentBoxSize?.[0]));
    try {
      sizes.observe(scroller, { box: 'device-pixel-content-box' });
    } catch {
      sizes.observe(scroller); // WebKit has no such box
    }
    this.stops.push(() => sizes.disconnect(), watchHiddenZoom(scroller, () => this.resize()));
    const sight = new IntersectionObserver((entries) => {
      this.onScreen = entries[entries.length - 1]!.isIntersecting;
      if (this.onScreen && this.wanted) this.draw(this.wanted);
    });
    sight.observe(scroller);
    this.stops.push(() => sight.disconnect());
    this.watchScale();
  }

  /** Browser zoom and another screen change the device scale without changing the size. */
  private watchScale(): void {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const change = (): void => {
      this.resize();
      query.removeEventListener('change', change);
      this.watchScale();
    };
    query.addEventListener('change', change);
    this.stops.push(() => query.removeEventListener('change', change));
  }

  /** `box`: the scroller's inner size as the browser lays it on the screen's pixels, where it tells. */
  private resize(box?: ResizeObserverSize): void {
    if (this.asText) return;
    const { scroller, content } = this.parts;
    // Where the page has it larger, as CSS `zoom` does, it has more of the screen's pixels.
    const scale = (devicePixelRatio || 1) * zoomOf(scroller);
    this.top = scroller.scrollTop; // one that was hidden may have forgotten it
    const cssWidth = content.clientWidth;
    const cssHeight = scroller.clientHeight;
    if (cssHeight === 0) return; // closed: it keeps what it has
    // A box that is more than rounded is of another scale, as while one is emulated.
    const pixels = (css: number, device = NaN): number => Math.max(1, Math.abs(device - css * scale) < 1.5 ? device : Math.round(css * scale));
    const width = pixels(cssWidth, box?.inlineSize);
    const height = pixels(cssHeight, box?.blockSize);
    if (width === this.width && height === this.height && scale === this.scale) return void (this.sized = undefined);
    const size = { width, height, scale };
    if (this.height > 0) {
      // What a frame shows may change the scroller's width: the next one is a task of its own.
      this.sized = size;
      return this.draw();
    }
    this.take(size);
    this.frame(performance.now());
  }

  /** Right before a frame: a resized canvas is empty. */
  private take({ width, height, scale }: Size): void {
    const { canvas } = this.parts;
    this.sized = undefined;
    if (this.height === 0 || scale !== this.scale) this.core.forgetText();
    this.width = canvas.width = width;
    this.height = canvas.height = height;
    this.scale = scale;
    // A pixel of the canvas is one of the screen: else the browser would blur them.
    canvas.style.width = `${width / scale}px`;
    canvas.style.height = `${height / scale}px`;
  }

  private tick(now: number): void {
    this.request = 0;
    if (!this.isSeen || this.painter?.lost) return;
    this.wanted--;
    if (this.asText) {
      this.wanted = 0;
      return this.events.frame(undefined);
    }
    this.frame(now);
    if (this.wanted > 0) this.draw(this.wanted);
  }

  private frame(now: number): void {
    const { canvas, content } = this.parts;
    if (this.painter?.lost) return;
    if (this.sized) this.take(this.sized);
    this.until = undefined;
    const next = this.core.frame(now, this.width, this.height, this.scale, this.top);
    this.frames++;
    if (this.context) this.painter?.show(this.context, this.width, this.height);
    const changed = this.core.layout();
    if (changed) {
      const { height, cursor } = this.layout;
      this.layout = { ...this.layout, ...changed };
      if (this.layout.height !== height) content.style.height = `${this.layout.height}px`;
      if (this.layout.cursor !== cursor) canvas.style.cursor = this.layout.cursor;
    }
    if (next === 0) this.wanted = Math.max(this.wanted, 1);
    this.events.frame(changed?.items && this.layout);
    if (this.wanted > 0) this.draw(this.wanted);
  }
}
