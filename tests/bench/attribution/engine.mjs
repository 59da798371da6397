// The detector of engine.cpp, WebAssembly in this node.

import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { root } from '../../setup/files.mjs';

const assets = join(root, 'assets/attribution');
const weightsName = existsSync(assets) && readdirSync(assets).find((name) => name.endsWith('.weights'));
/** The weights file of the project; null when there is none. */
export const weightsFile = weightsName ? join(assets, weightsName) : null;
export const engineFile = (name = 'attribution_engine.wasm') => join(process.env.WHO_SAYS_WASM_BUILD || join(root, 'build/wasm-release'), 'tests', name);

/** Loads module and weights. `load`: how long that took, milliseconds: { module, weights }. */
export async function engine() {
  const begin = performance.now();
  // Node takes a .js file for CommonJS; the module is the other kind.
  const folder = mkdtempSync(join(tmpdir(), 'who-says-engine-'));
  copyFileSync(engineFile('attribution_engine.js'), join(folder, 'engine.mjs'));
  const { default: create } = await import(pathToFileURL(join(folder, 'engine.mjs')).href);
  rmSync(folder, { recursive: true });
  const wasm = await create({ wasmBinary: readFileSync(engineFile()) });
  const loaded = performance.now();
  let has = false;
  if (weightsFile) {
    const file = readFileSync(weightsFile);
    const at = wasm._engine_bytes(file.length);
    wasm.HEAPU8.set(file, at);
    has = wasm._engine_weights() === 0;
  }
  const load = { module: loaded - begin, weights: performance.now() - loaded };

  const begun = (text, network) => {
    const at = wasm._engine_text(text.length) / 2;
    const heap = wasm.HEAPU16; // after the call, which may have grown it
    for (let i = 0; i < text.length; i++) heap[at + i] = text.charCodeAt(i);
    wasm._engine_begin(network && has ? 1 : 0);
  };
  const json = () => {
    const at = wasm._engine_json();
    return Buffer.from(wasm.HEAPU8.subarray(at, at + wasm._engine_json_size())).toString('utf8');
  };
  return {
    load,
    hasNetwork: has,
    memory: () => wasm.HEAPU8.buffer.byteLength,
    /** The JSON of what is in a text, in steps of `work`. */
    detect(text, { network = true, work = 0xffffffff } = {}) {
      begun(text, network);
      while (wasm._engine_step(work));
      return json();
    },
    /** Milliseconds of each step, in steps of `work`. */
    steps(text, work, network = true) {
      begun(text, network);
      const out = [];
      for (let more = true; more; ) {
        const from = performance.now();
        more = wasm._engine_step(work) === 1;
        out.push(performance.now() - from);
      }
      return out;
    },
  };
}
