// tests/web/interface-rows.md names tests that exist, and no row is without one.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { read, root } from '../setup/files.mjs';

const page = 'tests/web/interface-rows.md';
const rows = read(page)
  .split('\n')
  .filter((line) => /^\|/.test(line) && !/^\|(-|\s*promise\s*\|)/.test(line))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));

test('each promise of the interface names its tests, which exist, or what is open', () => {
  const wrong = [];
  for (const [promise, held, ...rest] of rows) {
    if (rest.length) wrong.push(`${promise}: not two columns`);
    if (/^open\b/.test(held)) continue;
    const names = [...held.matchAll(/`([^`:]+): ([^`]+)`/g)];
    if (names.length === 0) wrong.push(`${promise}: no test`);
    for (const [, file, name] of names) {
      const path = `tests/${file}`;
      if (!existsSync(join(root, path))) wrong.push(`${promise}: there is no ${path}`);
      // As the source has it: a name in quotation marks escapes what it must, one over two lines is joined.
      else if (!read(path).replace(/"\s*\n\s*"/g, '').replaceAll("\\'", "'").includes(name)) wrong.push(`${promise}: ${path} has no test “${name}”`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(rows.length > 40);
});
