// How large what a reader's browser fetches is, and how large it may be.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Bytes: of all that is fetched before the panel can be used, and the same of a lesson's, brotli 11; of the loader as it is. Fetched later,
 * brotli 11: by pages with a panel at the window's side or foot; for claims that name elements of the page; what prints, when the panel can be
 * used; the engine's module and its weights, when claims are to be found.
 */
export const budget = { panel: 250 * 1024, lesson: 320 * 1024, loader: 8 * 1024, layouts: 4_000, selectors: 3_500, paper: 2_000, detector: 300 * 1024, weights: 500_000 };

const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;

/** The files of the module build in a folder; all of them are fetched before the panel can be used. */
export const moduleFiles = (folder) => readdirSync(folder).filter((name) => /^who-says(-.*)?\.(js|wasm)$/.test(name) && !/classic|detector|layouts|selectors|paper|plain|lesson|classroom|scorm/.test(name));
/** What is fetched beside them: for a panel at the window's side or foot; for claims that name elements of the page; what prints. */
export const laterFiles = (folder) => readdirSync(folder).filter((name) => /^who-says-(layouts|selectors|paper)(-.*)?\.js$/.test(name));
/** What is fetched beside them when claims are to be found. */
export const detectorFiles = (folder) => readdirSync(folder).filter((name) => /^who-says-detector(-.*)?\.(wasm|weights)$/.test(name));

/** What a lesson's page fetches in place of the plain core: the core with the exercises, and its script. */
export const lessonFiles = (folder) => readdirSync(folder).filter((name) => /^who-says-(lesson|classroom)(-.*)?\.(js|wasm)$/.test(name) && !/classic|lesson-code/.test(name));
/** A work as a link and a QR code, fetched on the press. */
export const codeFiles = (folder) => readdirSync(folder).filter((name) => /^who-says-lesson-code(-.*)?\.js$/.test(name));

export const measure = (folder, names) =>
  names.map((name) => {
    const data = readFileSync(join(folder, name));
    return { name, raw: data.length, gzip: gzipSync(data, { level: 9 }).length, brotli: brotli(data) };
  });

/** `sizes`, of those in `names` only, summed. */
export function sum(sizes, names) {
  const counted = sizes.filter(({ name }) => names.includes(name));
  const total = (key) => counted.reduce((all, file) => all + file[key], 0);
  return { raw: total('raw'), gzip: total('gzip'), brotli: total('brotli') };
}

/** A Markdown table of `sizes`, and the sum of the module build's. */
export function sizeTable(sizes, module) {
  const all = sum(sizes, module);
  return [
    '| file | raw | gzip 9 | brotli 11 |', '|---|---:|---:|---:|',
    ...sizes.map((file) => `| ${file.name} | ${file.raw} | ${file.gzip} | ${file.brotli} |`),
    `| **module build, all** | ${all.raw} | ${all.gzip} | **${all.brotli}** |`,
  ];
}
