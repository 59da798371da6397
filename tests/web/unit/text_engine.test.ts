// Words of scripts without spaces, and characters of several letters, in browsers that know of them (Intl.Segmenter) and in those that do not.

import assert from 'node:assert/strict';
import test from 'node:test';
import { words } from '../../../web/src/text-engine.ts';
import { clusterEdge } from '../../../web/src/text-edges.ts';

/** Does it as a browser without Intl.Segmenter would. */
function without<T>(work: () => T): T {
  const own = Object.getOwnPropertyDescriptor(Intl, 'Segmenter')!;
  delete (Intl as { Segmenter?: unknown }).Segmenter;
  try {
    return work();
  } finally {
    Object.defineProperty(Intl, 'Segmenter', own);
  }
}

const thai = 'สวัสดีชาวโลก';

test('words of a run: together they are the run', () => {
  assert.ok(words(thai).length > 1);
  assert.equal(words(thai).join(''), thai);
});

test('without a dictionary: characters with their marks, and nothing is lost', () => {
  const parts = without(() => words(thai));
  assert.equal(parts.join(''), thai);
  assert.ok(parts.length > words(thai).length);
  for (const part of parts) assert.match(part, /^\P{M}\p{M}*$/u);
  assert.deepEqual(without(() => words('')), []);
});

test('without it a selection is cut at pairs of units, not at clusters', () => {
  const family = 'a👩‍👧b';
  assert.equal(clusterEdge(family, 3, false), 1);
  assert.deepEqual(without(() => [clusterEdge(family, 2, false), clusterEdge(family, 2, true), clusterEdge(family, 3, false)]), [1, 3, 3]);
});
