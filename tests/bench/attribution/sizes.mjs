// What a page has to fetch: ours, and the peers as esbuild makes them small.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import esbuild from 'esbuild';
import { root } from '../../setup/files.mjs';
import { engineFile, weightsFile } from './engine.mjs';
import { table } from './tables.mjs';

const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;
const bundled = (contents) =>
  Buffer.from(esbuild.buildSync({ stdin: { contents, resolveDir: root }, bundle: true, minify: true, format: 'esm', write: false }).outputFiles[0].contents);

export function sizesTable() {
  const panel = join(root, 'build/wasm-release/who_says_panel.wasm');
  const files = [
    ...(weightsFile ? [['weights', readFileSync(weightsFile)]] : []),
    ['the detector alone (WebAssembly)', readFileSync(engineFile())],
    ['the widget’s whole module', readFileSync(panel)],
    ['compromise', bundled("import nlp from 'compromise'; globalThis.nlp = nlp;")],
    ['wink-nlp with wink-eng-lite-web-model', bundled("import nlp from 'wink-nlp'; import model from 'wink-eng-lite-web-model'; globalThis.nlp = nlp(model);")],
  ];
  const n = (value) => value.toLocaleString('en');
  return table(['file, bytes', 'raw', 'brotli 11'], files.map(([name, data]) => [name, n(data.length), n(brotli(data))]));
}
