// clang-tidy over one floor: `node tidy.mjs text`. Its few checks (.clang-tidy) all block. A file that passed is looked at again
// only when it, a header of ours, its compile command or the list of checks changed.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, root, tracked } from './files.mjs';

const [floor] = process.argv.slice(2);
const tree = process.env.WHO_SAYS_BINARY_DIR ?? join(root, 'build/native-sanitize');
const digest = (...parts) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex');

const shared = digest(read('.clang-tidy'), ...tracked(/^src\/.*\.(h|inc)$/).map(read));
const commands = JSON.parse(readFileSync(join(tree, 'compile_commands.json'), 'utf8'));
const passed = join(tree, 'tidy');
mkdirSync(passed, { recursive: true });

// A unit of the tree holds several files of a floor, so that a header is read once for all of them.
const parts = (file) => [...readFileSync(file, 'utf8').matchAll(/^#include "(\/.+\.cpp)"$/gm)].map((match) => match[1]);
const units = commands.filter((entry) => [entry.file, ...parts(entry.file)].some((file) => file.startsWith(join(root, 'src', floor) + '/')));

let failed = 0;
for (const { file, command } of units) {
  const state = digest(shared, command, readFileSync(file), ...parts(file).map((part) => readFileSync(part)));
  const stamp = join(passed, digest(file));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) continue;
  // The commands are GCC's: clang does not know all of its warnings.
  const run = spawnSync('clang-tidy', ['-p', tree, '--quiet', '--extra-arg=-Wno-unknown-warning-option', file], { cwd: root, encoding: 'utf8' });
  if (run.status === 0) {
    writeFileSync(stamp, state);
  } else {
    failed += 1;
    console.log(run.stdout, run.error ?? '');
  }
}
console.log(failed ? `src/${floor} needs work` : `src/${floor}: nothing found`);
process.exit(failed || !units.length ? 1 : 0);
