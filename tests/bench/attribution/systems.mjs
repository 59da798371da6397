// What is measured: the detector as a tool and as WebAssembly, each giving { id: { attributions, entities, … } } for articles.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';

export const tool = join(process.env.WHO_SAYS_BINARY_DIR ?? join(root, 'build/native-release'), 'who-says');
/** The same as a build without the network's weights has it. */
export const rulesTool = join(process.env.WHO_SAYS_BINARY_DIR ?? join(root, 'build/native-release'), 'tests/who-says-rules');
export const isBuilt = existsSync(tool);

/** Writes articles [{ id, text }] to files, hands their paths to `run`, and reads its JSON: { id: what was found }. */
export function inFiles(articles, run) {
  const folder = mkdtempSync(join(tmpdir(), 'who-says-detect-'));
  const paths = articles.map(({ id, text }) => {
    const path = join(folder, `${id}.txt`);
    writeFileSync(path, text);
    return path;
  });
  const json = run(paths);
  rmSync(folder, { recursive: true });
  return Object.fromEntries(JSON.parse(json).articles.map((one) => [one.id, one]));
}

/** Runs the tool over articles. The language is given: what is measured is not whether a short text is taken for English. */
export function native(articles, options = [], program = tool) {
  const all = ['detect', '--format=attributions', '--language=en', ...options];
  return inFiles(articles, (paths) => execFileSync(program, [...all, ...paths], { encoding: 'utf8', maxBuffer: 1 << 30 }));
}

/** The same by an engine of engine.mjs. */
export function wasm(articles, engine, options = {}) {
  return Object.fromEntries(articles.map(({ id, text }) => [id, JSON.parse(engine.detect(text, options))]));
}

/** How two systems differ on the same articles: attributions whose spans differ, and the greatest difference of a confidence. */
export function difference(one, other) {
  let [spans, confidence, labels] = [0, 0, 0];
  for (const id of Object.keys(one)) {
    const [a, b] = [one[id].attributions, other[id].attributions];
    const key = ({ source, cue, content }) => JSON.stringify([source, cue, content]);
    const byKey = new Map(b.map((item) => [key(item), item]));
    spans += b.length;
    for (const item of a) {
      const twin = byKey.get(key(item));
      if (!twin) {
        spans += 1;
        continue;
      }
      spans -= 1;
      confidence = Math.max(confidence, Math.abs(item.confidence - twin.confidence));
      const rest = ({ confidence: _, ...others }) => JSON.stringify(others);
      labels += rest(item) === rest(twin) ? 0 : 1;
    }
  }
  return { spans, confidence, labels };
}
