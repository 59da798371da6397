// One WebAssembly instance: the calls of src/platform/README.md with JavaScript values.

import type { Command, Effect, Layout, OutlineNode } from './messages.ts';

export interface RunBitmap {
  advance: number;
  left: number;
  top: number;
  width: number;
  height: number;
  alpha: Uint8Array;
}
/** What the core asks of the page. Arrays are views of the core's memory and valid during the call only. */
export interface Host {
  metrics(face: number, size: number): [ascent: number, descent: number];
  advance(face: number, size: number, text: string): number;
  raster(face: number, size: number, text: string, phase: number): RunBitmap;
  stamp(): { id: string; now: string };
  present(pixels: Uint8Array, width: number, height: number, begin: number, end: number): void;
  texture(id: number, width: number, height: number, x: number, y: number, w: number, h: number, alpha: Uint8Array): void;
  drop(id: number): void;
  begin(width: number, height: number): void;
  paint(width: number, height: number, vertices: Uint8Array, indices: Uint8Array, commands: Int32Array): void;
}

interface Exports {
  HEAPU8: Uint8Array;
  UTF8ToString(pointer: number): string;
  stringToUTF8(text: string, pointer: number, bytes: number): void;
  lengthBytesUTF8(text: string): number;
  _ws_start(renderer: number): number;
  _ws_buffer(bytes: number): number;
  _ws_send(bytes: number): number;
  _ws_effects(): number;
  _ws_outline(): number;
  _ws_frame(now: number, width: number, height: number, scale: number, scrollTop: number): number;
  _ws_pointer(kind: number, x: number, y: number): void;
  _ws_layout(): number;
  _ws_scroll_to(bytes: number): number;
  _ws_forget_text(): void;
}
type Instantiate = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => object;
export type PanelFactory = (options: { host: Host; instantiateWasm: Instantiate; onAbort: (reason: unknown) => void }) => Promise<Exports>;

export const enum Pointer {
  move,
  down,
  up,
  leave,
}

export class Core {
  private constructor(private readonly wasm: Exports) {}

  /** `software`: the core draws itself and calls `present`; else it calls `texture` and `paint`. */
  static async start(factory: PanelFactory, module: Promise<WebAssembly.Module>, host: Host, software: boolean): Promise<Core> {
    const compiled = await module;
    const wasm = await new Promise<Exports>((resolve, reject) => {
      factory({
        host,
        instantiateWasm(imports, done) {
          WebAssembly.instantiate(compiled, imports).then(done, reject);
          return {};
        },
        onAbort: (reason) => reject(new Error(String(reason))),
      }).then(resolve, reject);
    });
    wasm._ws_start(software ? 1 : 2);
    return new Core(wasm);
  }

  /** Whether a frame is wanted. */
  send(command: Command): boolean {
    return this.wasm._ws_send(this.write(JSON.stringify(command))) !== 0;
  }
  effects(): Effect[] {
    return JSON.parse(this.wasm.UTF8ToString(this.wasm._ws_effects())) as Effect[];
  }
  /** Undefined when it is as before. */
  outline(): OutlineNode | undefined {
    const pointer = this.wasm._ws_outline();
    return pointer ? (JSON.parse(this.wasm.UTF8ToString(pointer)) as OutlineNode) : undefined;
  }
  layout(): Layout | undefined {
    const pointer = this.wasm._ws_layout();
    return pointer ? (JSON.parse(this.wasm.UTF8ToString(pointer)) as Layout) : undefined;
  }
  /** Milliseconds until the next wanted frame; -1 = none. Sizes in device pixels, scroll in CSS pixels. */
  frame(now: number, width: number, height: number, scale: number, scrollTop: number): number {
    return this.wasm._ws_frame(now, width, height, scale, scrollTop);
  }
  pointer(kind: Pointer, x: number, y: number): void {
    this.wasm._ws_pointer(kind, x, y);
  }
  /** Scroll position that shows an item; -1 = it is in sight or unknown. */
  scrollTo(id: string): number {
    return this.wasm._ws_scroll_to(this.write(id));
  }
  forgetText(): void {
    this.wasm._ws_forget_text();
  }
  /** Bytes of the instance's memory. */
  get memory(): number {
    return this.wasm.HEAPU8.byteLength;
  }

  private write(text: string): number {
    const bytes = this.wasm.lengthBytesUTF8(text);
    this.wasm.stringToUTF8(text, this.wasm._ws_buffer(bytes), bytes + 1);
    return bytes;
  }
}
