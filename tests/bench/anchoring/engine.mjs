// The engine of engine.cpp in a page.

const states = ['exact', 'moved', 'edited', 'ambiguous', 'gone'];

/** `create`: what anchor_engine.js exports. */
export async function engine(create) {
  const wasm = await create({ locateFile: (name) => name });
  const write = (...texts) => {
    const at = wasm._engine_buffer(texts.reduce((sum, text) => sum + text.length, 0)) / 2;
    const heap = wasm.HEAPU16; // after the call, which may have grown it
    let to = at;
    for (const text of texts) for (let i = 0; i < text.length; i++) heap[to++] = text.charCodeAt(i);
  };
  /** Effects are read as the page reads them. */
  const told = (flags) => {
    const bytes = new Uint8Array(wasm.HEAPU16.buffer, wasm._engine_message(), wasm._engine_message_size());
    const highlights = JSON.parse(new TextDecoder().decode(bytes)).flatMap((effect) => effect.highlights ?? []);
    return { more: (flags & 1) > 0, shown: highlights.length };
  };
  /** Hands a selector over and calls `entry` with the sizes of its parts. */
  const put = (entry, { exact, prefix, suffix, begin = -1 }) => {
    write(exact, prefix, suffix);
    return entry(exact.length, prefix.length, suffix.length, begin);
  };
  return {
    load(text) {
      write(text);
      wasm._engine_load(text.length);
    },
    find(selector) {
      const at = put(wasm._engine_find, selector);
      const [state, begin, end] = wasm.HEAPU32.subarray(at / 4 + 2);
      return { state: states[state], begin, end, confidence: wasm.HEAPF64[at / 8] };
    },
    addClaim: (selector) => put(wasm._engine_add_claim, selector),
    /** The text is handed over apart from the start, which is what is timed. */
    read(text) {
      write(text);
      wasm._engine_read(text.length);
    },
    start: () => told(wasm._engine_start()),
    goOn: (units) => told(wasm._engine_go_on(units)),
    counts: () => Object.fromEntries(states.map((state, n) => [state, wasm._engine_count(n)])),
    memory: () => wasm.HEAPU16.buffer.byteLength,
  };
}
