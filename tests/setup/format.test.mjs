// Every C++ file has the form that .clang-format asks for. `./run format` brings it there.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { root, tracked } from './files.mjs';

const wanted = 14; // the major version whose output is the reference: other ones differ in details

test('clang-format finds nothing to change', (t) => {
  const version = spawnSync('clang-format', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  if (Number(/version (\d+)/.exec(version)?.[1]) !== wanted) return t.skip(`this is not clang-format ${wanted}`);
  const files = tracked(/\.(cpp|h)$/);
  const run = spawnSync('clang-format', ['--dry-run', '--Werror', '--ferror-limit=1', ...files], { cwd: root, encoding: 'utf8' });
  const wrong = new Set([...run.stderr.matchAll(/^([^\s:]+):\d+:\d+: error/gm)].map((match) => match[1]));
  assert.deepEqual([...wrong], [], 'run ./run format');
  assert.equal(run.status, 0, run.stderr);
});
