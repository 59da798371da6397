// The canvas inside the native scroller: sizes, frames on demand, the pointer. Knows the core, nothing of claims.

import { Core, Pointer, type Host, type PanelFactory } from './core.ts';
import type { Layout } from './messages.ts';
import { stamp } from './messages.ts';
import type { TextEngine } from './text-engine.ts';
import { WebGLPainter } from './webgl.ts';

export interface PanelParts {
  scroller: HTMLElement;
  content: HTMLElement;
  canvas: HTMLCanvasElement;
}

export class CanvasPanel {
  /** Frames drawn so far. */
  frames = 0;
  readonly renderer: 'webgl' | 'software';
  private core!: Core;
  private readonly context: CanvasRenderingContext2D;
  private readonly painter: WebGLPainter | undefined;
  private wanted = 0;
  private request = 0;
  private onScreen = true;
  private width = 0;
  private height = 0;
  private scale = 1;
  private layout: Layout = { height: 0, header: 0, cursor: 'default', items: [] };
  private readonly stops: (() => void)[] = [];

  private constructor(
    private readonly parts: PanelParts,
    private readonly text: TextEngine,
    private readonly afterFrame: (layout: Layout | undefined) => void,
  ) {
    const context = parts.canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    this.context = context;
    this.painter = WebGLPainter.open(() => this.draw());
    this.renderer = this.painter ? 'webgl' : 'software';
  }

  static async open(
    parts: PanelParts,
    text: TextEngine,
    factory: PanelFactory,
    module: Promise<WebAssembly.Module>,
    afterFrame: (layout: Layout | undefined) => void,
  ): Promise<{ panel: CanvasPanel; core: Core }> {
    const panel = new CanvasPanel(parts, text, afterFrame);
    panel.core = await Core.start(factory, module, panel.host(), !panel.painter);
    panel.listen();
    return { panel, core: panel.core };
  }

  /** Draws at the next animation frame, and `count` - 1 more times after it. */
  draw(count = 1): void {
    this.wanted = Math.max(this.wanted, count);
    if (this.request || !this.onScreen || document.hidden) return;
    this.request = requestAnimationFrame((now) => this.tick(now));
  }

  forgetText(): void {
    this.core.forgetText();
    this.draw();
  }

  dispose(): void {
    cancelAnimationFrame(this.request);
    for (const stop of this.stops) stop();
    this.painter?.dispose();
    this.parts.canvas.width = this.parts.canvas.height = 0;
  }

  private host(): Host {
    const { context, painter, text } = this;
    return {
      metrics: (face, size) => text.metrics(face, size),
      advance: (face, size, run) => text.advance(face, size, run),
      raster: (face, size, run, phase) => text.raster(face, size, run, phase),
      stamp,
      present: (pixels, width, _height, begin, end) => {
        const rows = new Uint8ClampedArray(pixels.buffer as ArrayBuffer, pixels.byteOffset + begin * width * 4, (end - begin) * width * 4);
        context.putImageData(new ImageData(rows, width, end - begin), 0, begin);
      },
      texture: (...part) => painter?.texture(...part),
      drop: (id) => painter?.drop(id),
      begin: (width, height) => painter?.begin(width, height),
      paint: (...list) => painter?.paint(...list),
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
      this.core.pointer(kind, event.clientX - box.left, event.clientY - box.top);
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
    this.on(scroller, 'scroll', () => this.draw(), { passive: true });
    this.on(document, 'visibilitychange', () => {
      if (!document.hidden && this.wanted) this.draw(this.wanted);
    });
    const sizes = new ResizeObserver(() => this.resize());
    sizes.observe(scroller);
    this.stops.push(() => sizes.disconnect());
    const sight = new IntersectionObserver((entries) => {
      this.onScreen = entries[entries.length - 1]!.isIntersecting;
      if (this.onScreen && this.wanted) this.draw(this.wanted);
    });
    sight.observe(scroller);
    this.stops.push(() => sight.disconnect());
    this.watchScale();
    this.resize();
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

  private resize(): void {
    const { scroller, canvas } = this.parts;
    const scale = devicePixelRatio || 1;
    const cssWidth = scroller.clientWidth;
    const cssHeight = scroller.clientHeight;
    const width = Math.max(1, Math.round(cssWidth * scale));
    const height = Math.max(1, Math.round(cssHeight * scale));
    if (width === this.width && height === this.height && scale === this.scale) return;
    this.width = width;
    this.height = height;
    this.scale = scale;
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${cssWidth}px`;
    canvas.style.height = `${cssHeight}px`;
    this.core.forgetText();
    // At once: a resized canvas is empty.
    this.frame(performance.now());
  }

  private tick(now: number): void {
    this.request = 0;
    if (document.hidden || !this.onScreen) return;
    this.wanted--;
    this.frame(now);
    if (this.wanted > 0) this.draw(this.wanted);
  }

  private frame(now: number): void {
    const { canvas, content, scroller } = this.parts;
    const next = this.core.frame(now, this.width, this.height, this.scale, scroller.scrollTop);
    this.frames++;
    if (this.painter && !this.painter.show(this.context, this.width, this.height)) this.wanted = Math.max(this.wanted, 1);
    const layout = this.core.layout();
    if (layout) {
      if (layout.height !== this.layout.height) content.style.height = `${layout.height}px`;
      if (layout.cursor !== this.layout.cursor) canvas.style.cursor = layout.cursor;
      this.layout = layout;
    }
    if (next === 0) this.wanted = Math.max(this.wanted, 1);
    this.afterFrame(layout);
    if (this.wanted > 0) this.draw(this.wanted);
  }
}
