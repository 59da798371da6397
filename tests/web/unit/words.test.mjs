// The words that people see: every key that the code asks for is in the English file, and the file holds none that nobody asks for.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { read, root, tracked } from '../../setup/files.mjs';

const english = JSON.parse(read('assets/words/en.json'));
const literals = (pattern) => new Set(tracked(pattern).flatMap((path) => [...read(path).matchAll(/(["'])([a-z][a-z.-]*)\1/g)].map(([, , text]) => text)));
const code = literals(/^(src\/app\/.*\.(cpp|h)|web\/src\/.*\.ts)$/);
const parts = new Set([...code, ...literals(/^src\/model\/vocabulary\.(cpp|h)$/)]);
const app = literals(/^src\/app\/.*\.(cpp|h)$/);

/** A key is asked for as it stands, or as a beginning that ends in a dot and a word of a closed set. */
const isUsed = (key) =>
  code.has(key) || [...key.matchAll(/\./g)].some(({ index }) => code.has(key.slice(0, index + 1)) && parts.has(key.slice(index + 1)));

test('no word of the language file is unused', () => {
  assert.deepEqual(Object.keys(english).filter((key) => !isUsed(key)), []);
});

test('no word that the code asks for is missing', () => {
  const asked = [...app].filter((text) => /^[a-z]+(\.[a-z-]+)+$/.test(text));
  assert.ok(asked.length > 100);
  assert.deepEqual(asked.filter((key) => !(key in english)), []);
  // Of a beginning, at least one is there.
  const beginnings = [...app].filter((text) => /^[a-z.-]+\.$/.test(text));
  assert.ok(beginnings.length > 15);
  assert.deepEqual(beginnings.filter((begin) => !Object.keys(english).some((key) => key.startsWith(begin))), []);
});

test('what is counted has the plural forms of English', () => {
  const wanted = new Intl.PluralRules('en').resolvedOptions().pluralCategories.toSorted();
  for (const [key, words] of Object.entries(english)) if (typeof words === 'object') assert.deepEqual(Object.keys(words).toSorted(), wanted, key);
});

test('other languages have no key that English lacks, and the same places to fill in', () => {
  const places = (words) => [...new Set(JSON.stringify(words).match(/\{\w+\}/g))].toSorted().join();
  for (const file of readdirSync(join(root, 'assets/words'))) {
    if (file === 'en.json') continue;
    for (const [key, words] of Object.entries(JSON.parse(read(`assets/words/${file}`)))) {
      if (file.startsWith('terms.')) continue;
      assert.ok(key in english, `${file}: ${key}`);
      assert.equal(places(words), places(english[key]), `${file}: ${key}`);
    }
  }
});
