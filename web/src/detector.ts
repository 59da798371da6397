// The engine that finds claims by itself: a module and weights of its own, fetched when they are asked for. One text is one instance of
// it, which works bit by bit.

import { instances, textAt } from './instance.ts';

/** What the engine is made of, however it comes. */
export interface DetectorFiles {
  module: Promise<WebAssembly.Module>;
  /** Of its network; undefined in a build that has none. */
  weights: Promise<Uint8Array | undefined>;
}
export type LoadDetector = () => DetectorFiles;

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  wd_buffer(bytes: number): number;
  wd_weights(bytes: number): void;
  wd_begin(units: number, languageBytes: number): void;
  wd_step(work: number): number;
  wd_about(): number;
  wd_result(from: number, count: number): number;
}
/** What was found, in short. */
export interface Found {
  language: string;
  rulesOnly: boolean;
  engine: string;
  claims: number;
  /** Why the engine has no use for the weights; "" = it has, or there are none. */
  refused: string;
}

/** The calls of src/platform/README.md with JavaScript values. */
export class Engine {
  private constructor(private readonly wasm: Exports) {}

  static async start(module: WebAssembly.Module): Promise<Engine> {
    return new Engine(await instances<Exports>(module)({}));
  }

  /** Takes in the network's weights, which the first steps read. */
  take(weights: Uint8Array): void {
    const at = this.wasm.wd_buffer(weights.length);
    new Uint8Array(this.wasm.memory.buffer).set(weights, at);
    this.wasm.wd_weights(weights.length);
  }

  begin(text: string, language: string): void {
    const tag = new TextEncoder().encode(language);
    const bytes = text.length * 2;
    const at = this.wasm.wd_buffer(bytes + tag.length);
    const units = new Uint16Array(this.wasm.memory.buffer, at, text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    new Uint8Array(this.wasm.memory.buffer).set(tag, at + bytes);
    this.wasm.wd_begin(text.length, tag.length);
  }

  /** Share of the work that is done. */
  step(units: number): number {
    return this.wasm.wd_step(units);
  }
  about(): Found {
    return JSON.parse(this.words(this.wasm.wd_about())) as Found;
  }
  /** Claims [from, from + count) as a claims file, with their sources. */
  result(from: number, count: number): string {
    return this.words(this.wasm.wd_result(from, count));
  }

  private words(pointer: number): string {
    return textAt(this.wasm.memory, pointer);
  }
}
