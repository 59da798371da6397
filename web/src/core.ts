// One instance of the core: the calls of src/platform/README.md with JavaScript values.

import { textAt, type Imports, type Instantiate } from './instance.ts';
import type { Command, Effect, Layout, OutlineNode, Stamp } from './messages.ts';

export interface RunBitmap {
  advance: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Coverage, a byte a pixel; of a run with colours of its own red, green, blue and coverage. */
  pixels: Uint8Array;
  coloured: boolean;
}
/** What the core asks of the page. Arrays are views of the core's memory and valid during the call only. */
export interface Host {
  metrics(face: number, size: number): [ascent: number, descent: number];
  advance(face: number, size: number, text: string): number;
  /** Undefined: not in this frame any more. */
  raster(face: number, size: number, text: string, phase: number): RunBitmap | undefined;
  /** Of a script without spaces. */
  words(text: string): readonly string[];
  stamp(): Stamp;
  present(pixels: Uint8Array, width: number, height: number, begin: number, end: number): void;
  texture(id: number, width: number, height: number, x: number, y: number, w: number, h: number, pixelBytes: number, pixels: Uint8Array): void;
  drop(id: number): void;
  begin(width: number, height: number): void;
  paint(width: number, height: number, vertices: Uint8Array, indices: Uint8Array, commands: Int32Array): void;
}

export interface CoreExports {
  memory: { readonly buffer: ArrayBufferLike };
  _initialize?(): void;
  ws_start(renderer: number): void;
  ws_buffer(bytes: number): number;
  ws_send(bytes: number): number;
  ws_effects(): number;
  ws_outline(): number;
  // The core without a panel has none of these.
  ws_frame?(now: number, width: number, height: number, scale: number, scrollTop: number): number;
  ws_pointer?(kind: number, x: number, y: number): void;
  ws_layout?(): number;
  ws_scroll_to?(bytes: number): number;
  ws_forget_text?(): void;
}

export const enum Pointer {
  move,
  down,
  up,
  leave,
}

export class Core {
  private dead = false;

  private constructor(
    private readonly exports: CoreExports,
    private readonly died: (reason: unknown) => void,
  ) {}

  /** `died` is called once, when the instance has come to an end by a fault: from then on it does nothing. */
  static async start(instantiate: Instantiate<CoreExports>, host: Host, died: (reason: unknown) => void): Promise<Core> {
    const exports: CoreExports = await instantiate({ page: pageFor(host, () => exports.memory.buffer) });
    const core = new Core(exports, died);
    core.use('software');
    return core;
  }

  /** software: the core draws itself and calls `present`; webgl: it calls `texture` and `paint`, beginning with all textures. */
  use(renderer: 'software' | 'webgl'): void {
    this.call(() => this.exports.ws_start(renderer === 'software' ? 1 : 2));
  }
  /** Whether a frame is wanted. */
  send(command: Command): boolean {
    return this.call(() => this.exports.ws_send(this.write(JSON.stringify(command)))) === 1;
  }
  effects(): Effect[] {
    return this.read<Effect[]>(() => this.exports.ws_effects()) ?? [];
  }
  /** Undefined when it is as before. */
  outline(): OutlineNode | undefined {
    return this.read(() => this.exports.ws_outline());
  }
  layout(): Partial<Layout> | undefined {
    return this.read(() => this.exports.ws_layout?.());
  }
  /** Milliseconds until the next wanted frame; -1 = none. Sizes in device pixels, scroll in CSS pixels. */
  frame(now: number, width: number, height: number, scale: number, scrollTop: number): number {
    return this.call(() => this.exports.ws_frame?.(now, width, height, scale, scrollTop)) ?? -1;
  }
  pointer(kind: Pointer, x: number, y: number): void {
    this.call(() => this.exports.ws_pointer?.(kind, x, y));
  }
  /** Scroll position that shows an item; -1 = it is in sight or unknown. */
  scrollTo(id: string): number {
    return this.call(() => this.exports.ws_scroll_to?.(this.write(id))) ?? -1;
  }
  forgetText(): void {
    this.call(() => this.exports.ws_forget_text?.());
  }
  /** Whether it can draw, and is alive. */
  get hasPanel(): boolean {
    return this.exports.ws_frame !== undefined && !this.dead;
  }
  /** Bytes of the instance's memory. */
  get memory(): number {
    return this.exports.memory.buffer.byteLength;
  }

  private call<T>(f: () => T): T | undefined {
    if (this.dead) return undefined;
    try {
      return f();
    } catch (reason) {
      this.dead = true;
      this.died(reason);
      return undefined;
    }
  }
  private read<T>(f: () => number | undefined): T | undefined {
    const pointer = this.call(f);
    return pointer ? (JSON.parse(textAt(this.exports.memory, pointer)) as T) : undefined;
  }
  private write(text: string): number {
    const bytes = new TextEncoder().encode(text);
    const at = this.exports.ws_buffer(bytes.length);
    new Uint8Array(this.exports.memory.buffer).set(bytes, at);
    return bytes.length;
  }
}

/** The module "page", which src/platform/web/entry.cpp imports: the host with pointers in place of values. */
export function pageFor(host: Host, memory: () => ArrayBufferLike): Imports[string] {
  const decoder = new TextDecoder();
  const bytes = (at: number, count: number): Uint8Array => new Uint8Array(memory(), at, count);
  const text = (at: number, count: number): string => decoder.decode(bytes(at, count));
  const give = (at: number, numbers: number[]): void => new Float32Array(memory(), at, numbers.length).set(numbers);
  let run: RunBitmap;
  return {
    metrics: (face: number, size: number, out: number) => give(out, host.metrics(face, size)),
    advance: (face: number, size: number, at: number, count: number) => host.advance(face, size, text(at, count)),
    raster(face: number, size: number, at: number, count: number, phase: number, shape: number) {
      const made = host.raster(face, size, text(at, count), phase);
      if (!made) return give(shape, [0, 0, 0, -1, 0, 0]);
      run = made;
      give(shape, [run.advance, run.left, run.top, run.width, run.height, Number(run.coloured)]);
    },
    copy(out: number, pitch: number) {
      for (let y = 0; y < run.height; y++) bytes(out + y * pitch, pitch).set(run.pixels.subarray(y * pitch, (y + 1) * pitch));
    },
    words(at: number, count: number, lengths: number): number {
      const words = host.words(text(at, count));
      give(lengths, words.map((word) => new TextEncoder().encode(word).length));
      return words.length;
    },
    stamp(out: number, size: number): number {
      const { id, now } = host.stamp();
      return new TextEncoder().encodeInto(`${id}\n${now}`, bytes(out, size)).written;
    },
    present: (pixels: number, width: number, height: number, begin: number, end: number) =>
      host.present(bytes(pixels, width * height * 4), width, height, begin, end),
    texture: (id: number, width: number, height: number, x: number, y: number, w: number, h: number, pixelBytes: number, pixels: number) =>
      host.texture(id, width, height, x, y, w, h, pixelBytes, bytes(pixels, w * h * pixelBytes)),
    drop: (id: number) => host.drop(id),
    begin: (width: number, height: number) => host.begin(width, height),
    paint: (width: number, height: number, vertices: number, vertexBytes: number, indices: number, indexBytes: number, commands: number, count: number) =>
      host.paint(width, height, bytes(vertices, vertexBytes), bytes(indices, indexBytes), new Int32Array(memory(), commands, count * 7)),
  };
}
