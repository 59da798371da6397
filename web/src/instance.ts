// An instance of a module that CMake made, with what it imports.

/** Functions by the name of the module that imports them, and their own. */
export type Imports = Record<string, Record<string, (...given: never[]) => unknown>>;
/** Makes one: of WebAssembly, or of the same as JavaScript. */
export type Instantiate<Exports> = (imports: Imports) => Promise<Exports>;

/** Instances of a WebAssembly module. What its libraries name for files and exits has none to give it. */
export const instances =
  <Exports extends { _initialize?(): void }>(module: WebAssembly.Module): Instantiate<Exports> =>
  async (imports) => {
    const all: Imports = { ...imports };
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) if (kind === 'function') (all[from] ??= {})[name] ??= () => 0;
    const { exports } = await WebAssembly.instantiate(module, all as WebAssembly.Imports);
    (exports as unknown as Exports)._initialize?.();
    return exports as unknown as Exports;
  };

/** Whether the browser has WebAssembly with all that our modules use (SIMD is the newest of it), and this page's policy lets it run. */
export async function runsWebAssembly(): Promise<boolean> {
  // (module (func (result v128) i32.const 0 i8x16.splat i8x16.popcnt))
  const least = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  try {
    await WebAssembly.instantiate(new Uint8Array(least));
    return true;
  } catch {
    return false;
  }
}

/** What stands at `pointer` up to its NUL. */
export function textAt(memory: { readonly buffer: ArrayBufferLike }, pointer: number): string {
  const bytes = new Uint8Array(memory.buffer);
  return new TextDecoder().decode(bytes.subarray(pointer, bytes.indexOf(0, pointer)));
}
