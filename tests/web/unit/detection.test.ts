// How what the engine finds comes to the core: bit by bit, whatever the machine's pace. The engine is the real one, by rules alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Detection } from '../../../web/src/detection.ts';
import { Engine } from '../../../web/src/detector.ts';
import type { Command } from '../../../web/src/messages.ts';

const build = process.env.WHO_SAYS_WASM_BUILD ?? 'build/wasm-release';
const module = WebAssembly.compile(readFileSync(join(build, 'who_says_detector.wasm')));
const text = readFileSync('tests/bench/attribution/sourcing-dev/texts/wire-strait.txt', 'utf8');
const article = { text, lang: 'en', url: 'http://local/', title: '', blocks: [] };
// Older versions of Node have none.
if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: {} });

/** Ids of the claims of a claims file. */
const ids = (file: string | undefined): string[] => (JSON.parse(file ?? '{}') as { items?: { id: string }[] }).items?.map(({ id }) => id) ?? [];

test('claims come none and one at first, then several, each once and in order; then they are shown', async () => {
  const sent: Command[] = [];
  const { claims } = await new Promise<{ claims: number }>((resolve) => {
    const detection = new Detection(() => ({ module, weights: Promise.resolve(undefined) }), (command) => sent.push(command), resolve);
    detection.offer(article, 'on', false);
  });
  const parts = sent.filter(({ verb }) => verb === 'add-suggestions').map(({ text: file }) => ids(file));
  assert.deepEqual(parts.slice(0, 2).map((part) => part.length), [0, 1]);
  assert.ok(parts.length > 2, `${parts.length} parts`);

  const engine = await Engine.start(await module);
  engine.begin(text, 'en');
  while (engine.step(1000) < 1);
  assert.equal(engine.about().claims, claims);
  assert.deepEqual(parts.flat(), ids(engine.result(0, claims)));

  const last = sent.at(-1);
  assert.equal(last?.verb, 'load-suggestions');
  assert.equal(last?.text, '');
  assert.ok(sent.slice(0, -1).every(({ verb }) => verb === 'add-suggestions' || verb === 'detection'));
});
