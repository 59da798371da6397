// The core that CMake made, in node, through the web layer's own code.

import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from './files.mjs';

const { outputFiles } = esbuild.buildSync({
  stdin: { contents: "export * from './instance.ts'; export { pageFor } from './core.ts';", resolveDir: join(root, 'web/src'), loader: 'ts' },
  bundle: true, format: 'esm', write: false,
});
const { instances, pageFor, textAt } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** An instance of a module given as bytes: its exports, and calls with values in place of pointers. `host` is what the core asks of a page. */
export async function openCore(wasm, host) {
  const exports = await instances(await WebAssembly.compile(wasm))({ page: pageFor(host, () => exports.memory.buffer) });
  return calls(exports);
}
/** The same of the core as JavaScript, given as its script. */
export function openPlain(script) {
  new Function(script)();
  const exports = globalThis.whoSaysPlain();
  exports.ws_start(1);
  return calls(exports);
}
/** The classroom's module given as bytes: `ask` a question as an object, `say` it as text; answers are objects. */
export async function openClass(wasm) {
  const exports = await instances(await WebAssembly.compile(wasm))({});
  const say = (text) => {
    const bytes = new TextEncoder().encode(text);
    const at = exports.wc_buffer(bytes.length); // the memory may grow, and its buffer be another
    new Uint8Array(exports.memory.buffer).set(bytes, at);
    return JSON.parse(textAt(exports.memory, exports.wc_ask(bytes.length)));
  };
  return { say, ask: (question) => say(JSON.stringify(question)) };
}

function calls(exports) {
  const write = (text) => {
    const bytes = new TextEncoder().encode(text);
    const at = exports.ws_buffer(bytes.length); // the memory may grow, and its buffer be another
    new Uint8Array(exports.memory.buffer).set(bytes, at);
    return bytes.length;
  };
  const read = (pointer) => (pointer ? JSON.parse(textAt(exports.memory, pointer)) : null);
  return {
    exports,
    send: (command) => exports.ws_send(write(typeof command === 'string' ? command : JSON.stringify(command))),
    effects: () => read(exports.ws_effects()),
    outline: () => read(exports.ws_outline()),
    layout: () => read(exports.ws_layout()),
    scrollTo: (id) => exports.ws_scroll_to(write(id)),
  };
}
