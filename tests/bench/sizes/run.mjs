// What each part of the module build weighs, as a picture:   ./run bench sizes
//
// The panel's module is linked once more with the names of its functions (build/wasm-names). A function belongs to the floor whose
// library defines it; what several share (templates of the C++ library, JSON) is counted for itself. The linker puts small functions into
// those that call them, so the floors' borders are as the linker leaves them. Sizes as fetched: each file's brotli bytes, shared out by raw bytes.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { measure, moduleFiles, sum } from '../../../web/sizes.mjs';
import { root } from '../../setup/files.mjs';
import { treemap } from './treemap.mjs';
import { partsOf } from './wasm.mjs';

const folder = join(root, 'build/wasm-names');
const command = (...args) => execFileSync(args[0], args.slice(1), { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
command('cmake', '--preset', 'wasm-release', '-B', folder, '-DCMAKE_EXE_LINKER_FLAGS=--profiling-funcs', '-DWHO_SAYS_TESTS=OFF', '--log-level=WARNING');
command('cmake', '--build', folder, '--target', 'who_says_panel');

// ---- functions by floor

const nm = join(command('em-config', 'LLVM_ROOT').trim(), 'llvm-nm');
/** Without what tells apart copies and lambdas of a function. */
const plain = (name) => name.replace(/^byn\$mgfn-shared\$|\.\d+$/g, '').replace(/::(\$_\d+|'lambda\d*').*/, '');
const floors = { text: 'text', model: 'model', anchor: 'anchor', app: 'app', ui: 'ui' };
const owners = new Map();
for (const [floor, title] of [...Object.entries(floors), ['imgui', 'Dear ImGui']]) {
  const library = join(folder, `lib${floor === 'imgui' ? '' : 'who_says_'}${floor}.a`);
  for (const line of command(nm, '-C', '--defined-only', library).split('\n')) {
    const [, name] = /^\S+ [tT] (.+)$/.exec(line) ?? [];
    if (name) owners.set(plain(name), title);
  }
}
function ownerOf({ kind, name }) {
  if (kind === 'section') return name === 'data' ? 'words and tables' : 'sections';
  if (owners.has(plain(name))) return owners.get(plain(name));
  if (/nlohmann/.test(name)) return 'JSON';
  if (/^(ImGui|ImDraw|ImFont|ImVec|ImPool|ImHash|ImText|ImStr|ImTriangle|ImBezier|ImLine|ImPath)/.test(name)) return 'Dear ImGui';
  if (/who_says::ui::/.test(name)) return 'ui';
  if (/^ws_|SoftwareRenderer|\bSession\b|Messenger|Widget|PageText/.test(name)) return 'platform, with ui put into it';
  if (/std::|operator (new|delete)|__cxa/.test(name)) return 'C++ library';
  return /who_says/.test(name) ? 'app' : 'C library';
}
const site = join(root, 'build/site');
const sizes = measure(site, moduleFiles(site));
const fetched = (name) => sizes.find(({ name: one }) => one === name);
/** [{ name, size }] with the raw sizes of a file's parts, as that file's brotli bytes. */
function shared(file, parts) {
  const raw = [...parts.values()].reduce((all, size) => all + size, 0);
  return [...parts].map(([name, size]) => ({ name, size: (size / raw) * file.brotli }));
}
const tally = (entries) => entries.reduce((all, [key, size]) => all.set(key, (all.get(key) ?? 0) + size), new Map());
const core = tally(partsOf(readFileSync(join(folder, 'who_says_panel.wasm'))).map((part) => [ownerOf(part), part.size]));

// ---- the scripts by file

async function scriptParts(entry) {
  const { metafile } = await esbuild.build({
    entryPoints: [join(root, 'web/src', entry)], bundle: true, minify: true, target: 'es2022', format: 'esm', write: false, metafile: true, charset: 'utf8', outdir: 'out',
    plugins: [{ name: 'made', setup: (build) => build.onResolve({ filter: /^who-says-|\/(widget-module|lesson-module|layouts)\.ts$/ }, ({ path, kind }) => (kind === 'entry-point' ? undefined : { path, external: true })) }],
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  return tally(Object.entries(inputs).map(([path, { bytesInOutput }]) => [/node_modules/.test(path) ? 'idb-keyval' : basename(path, '.ts'), bytesInOutput]));
}
/** The largest, and the others together. */
function few(parts, count) {
  const sorted = parts.toSorted((a, b) => b.size - a.size);
  const rest = sorted.slice(count);
  return [...sorted.slice(0, count), { name: `${rest.length} others`, size: rest.reduce((all, { size }) => all + size, 0) }];
}
const widget = sizes.find(({ name }) => /^who-says-widget/.test(name));
const groups = [
  { name: 'who-says.wasm', colour: '#bcd3e8', items: shared(fetched('who-says.wasm'), core) },
  { name: 'widget.js', colour: '#f3dcae', items: few(shared(widget, await scriptParts('widget-module.ts')), 7) },
  { name: 'loader', colour: '#d6e3c3', items: few(shared(fetched('who-says.js'), await scriptParts('module.ts')), 1) },
];
const all = sum(sizes, moduleFiles(site));
writeFileSync(join(root, 'tests/bench/sizes.svg'), treemap(`All that a reader's browser fetches for the panel: ${all.brotli.toLocaleString('en')} bytes (brotli)`, groups));
for (const { name, items } of groups)
  console.log(`${name}\n${items.toSorted((a, b) => b.size - a.size).slice(0, 14).map((item) => `  ${(item.size / 1000).toFixed(1).padStart(7)} KB  ${item.name}`).join('\n')}`);
console.log('tests/bench/sizes.svg');
