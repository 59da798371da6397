// What may lie where, and how long a file may grow.

import assert from 'node:assert/strict';
import test from 'node:test';
import { read, tracked } from '../setup/files.mjs';

const top = [
  '.ci', '.clang-format', '.clang-tidy', '.gitignore', 'CHANGELOG.md', 'CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'README.md',
  'assets', 'package-lock.json', 'package.json', 'run', 'src', 'tests', 'tsconfig.json', 'web',
];

const lines = (path) => read(path).split('\n').length - 1;

test('the top level holds what it is meant to hold', () => {
  const found = new Set(tracked().map((path) => path.split('/')[0]));
  assert.deepEqual([...found].filter((name) => !top.includes(name)), []);
});

test('a file near 400 lines is split by idea', () => {
  const long = tracked(/^(src|web|tests)\/.*\.(cpp|h|ts|mjs|js|css)$/).filter((path) => lines(path) >= 450);
  assert.deepEqual(long.map((path) => `${path}: ${lines(path)} lines`), []);
});

test('CMakeLists.txt stays under 200 lines', () => {
  assert.ok(lines('CMakeLists.txt') < 200);
});

test('no path of one machine and no package archive is written down', () => {
  // Spelled in parts, so that this file passes its own check.
  const machine = new RegExp('(^|[^A-Za-z0-9._])/(' + ['work', 'farm', 'root'].join('|') + ')/', 'm');
  const archive = new RegExp('https?://(' + ['deb', 'registry', 'archive', 'mirror'].join('|') + ')[.]');
  const text = tracked().filter((path) => !/\.(png|jpg|webp|ico|wasm|gz|br|woff2?)$/.test(path));
  const found = text.filter((path) => machine.test(read(path)) || archive.test(read(path)));
  assert.deepEqual(found, []);
});

test('no merge was left half done', () => {
  const marker = new RegExp('^(<{7}|>{7}) ', 'm');
  const found = tracked(/\.(cpp|h|inc|ts|mjs|js|css|html|md|json|txt|tsv|cmake)$/).filter((path) => marker.test(read(path)));
  assert.deepEqual(found, []);
});

test('the lock file names no host', () => {
  if (tracked(/^package-lock\.json$/).length) assert.doesNotMatch(read('package-lock.json'), /"resolved": *"https?:/);
});
