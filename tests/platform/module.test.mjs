// The linked WebAssembly module with a page made of plain objects: it loads, draws claims with either renderer, and comes to rest.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { openCore, openPlain } from '../setup/core.mjs';

const tree = process.env.WHO_SAYS_WASM_BUILD;
const built = Boolean(tree) && existsSync(join(tree, 'who_says_panel.wasm'));
const skip = built ? false : 'there is no WebAssembly build tree';

const software = 1;
const webgl = 2;
const article = 'The bridge will open in May, the mayor said. Nobody knows the price.';
const claims = [
  { id: 'urn:c1', type: 'Annotation', target: { selector: { type: 'TextQuoteSelector', exact: 'The bridge will open in May' } } },
  { id: 'urn:c2', type: 'Annotation', target: { selector: { type: 'TextQuoteSelector', exact: 'Nobody knows the price' } } },
];

/** A page that draws letters as grey boxes and counts what it is asked. */
function page() {
  const seen = { runs: new Set(), presented: 0, rows: 0, textures: new Map(), painted: 0, indices: 0, begun: 0, stamps: 0, picture: null };
  return {
    seen,
    metrics: (_face, px) => [Math.round(px), Math.round(px / 4)],
    advance: (_face, px, text) => [...text].length * px * 0.5,
    raster(_face, px, text) {
      seen.runs.add(text);
      const width = Math.ceil([...text].length * px * 0.5);
      const height = Math.round(px);
      return { advance: [...text].length * px * 0.5, left: 0, top: -height, width, height, pixels: new Uint8Array(width * height).fill(200), coloured: false };
    },
    stamp: () => ({ id: `id-${++seen.stamps}`, now: '2026-01-01T00:00:00Z' }),
    present(pixels, width, height, y0, y1) {
      assert.equal(pixels.length, width * height * 4);
      assert.ok(0 <= y0 && y0 < y1 && y1 <= height);
      seen.presented += 1;
      seen.rows += y1 - y0;
      seen.picture = pixels.slice();
    },
    texture(id, width, height, x, y, w, h, pixelBytes, alpha) {
      assert.equal(alpha.length, w * h * pixelBytes);
      assert.ok(x + w <= width && y + h <= height);
      if (x || y || w !== width || h !== height) assert.ok(seen.textures.has(id), 'a part of an unknown texture');
      seen.textures.set(id, width * height);
    },
    drop: (id) => assert.ok(seen.textures.delete(id)),
    begin: () => (seen.begun += 1),
    paint(width, height, vertices, indices, commands) {
      assert.equal(vertices.length % 20, 0);
      assert.equal(commands.length % 7, 0);
      seen.painted += 1;
      for (let i = 0; i < commands.length; i += 7) {
        const [x, y, w, h, texture, count, offset] = commands.subarray(i, i + 7);
        assert.ok(x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= width && y + h <= height);
        assert.ok(seen.textures.has(texture), 'a texture that was not given');
        assert.ok((offset + count) * 2 <= indices.length);
        seen.indices += count;
      }
    },
  };
}

async function start(renderer) {
  const host = page();
  const core = await openCore(readFileSync(join(tree, 'who_says_panel.wasm')), host);
  core.exports.ws_start(renderer);
  return {
    ...core,
    module: core.exports,
    seen: host.seen,
    settle(scroll = 0) {
      let frames = 1;
      while (core.exports.ws_frame(frames * 16, 420, 800, 1, scroll) >= 0 && frames < 20) frames += 1;
      return frames;
    },
    load() {
      core.send({ verb: 'load-article', article: { url: 'https://example.org/a', title: 'A', lang: 'en', text: article } });
      core.send({ verb: 'load-claims', text: JSON.stringify(claims) });
    },
  };
}

test('a frame with claims, drawn in memory; then rest', { skip }, async () => {
  const w = await start(software);
  w.load();
  const highlights = w.effects().find((effect) => effect.kind === 'show-highlights').highlights;
  assert.deepEqual(highlights.map((h) => h.range), [[0, 27], [45, 67]]);
  assert.ok(w.settle() <= 3);
  assert.ok(w.seen.rows >= 800);
  assert.ok(w.seen.runs.has('bridge') && w.seen.runs.has('Nobody'), [...w.seen.runs].join(' '));
  const colours = new Set(new Uint32Array(w.seen.picture.buffer));
  assert.ok(colours.size > 10);
  assert.ok(w.seen.picture.every((value, i) => i % 4 !== 3 || value === 255), 'the picture is opaque');
  w.settle(); // the atlas grew in the first frame, so its words lie elsewhere in the second
  const { presented } = w.seen;
  assert.equal(w.module.ws_frame(1000, 420, 800, 1, 0), -1);
  assert.equal(w.seen.presented, presented);
  assert.ok(JSON.stringify(w.outline()).includes('Nobody knows the price'));
  assert.equal(w.outline(), null);
  const { items, height } = w.layout();
  assert.ok(height > 0 && items.length > 5);
  assert.equal(w.layout(), null);
  assert.equal(w.scrollTo('no such thing'), -1);
});

test('WebGL: textures come first, every command is inside the buffers', { skip }, async () => {
  const w = await start(webgl);
  w.load();
  assert.ok(w.settle() <= 3);
  assert.equal(w.seen.presented, 0);
  assert.ok(w.seen.begun > 0 && w.seen.indices > 300);
  // So many words that the atlas grows: what the draw data names must be there, what went is dropped.
  const text = Array.from({ length: 4000 }, (_, i) => `word${i}${i % 50 ? '' : '.\n\n'}`).join(' ');
  w.send({ verb: 'load-article', article: { url: 'https://example.org/b', title: 'B', lang: 'en', text } });
  w.send({ verb: 'show-view', value: 'text' });
  for (let scroll = 0; scroll < 12000; scroll += 600) w.settle(scroll);
  assert.ok(w.seen.textures.size <= 2);
});

test('a press in the canvas is stamped, and its effects come out', { skip }, async () => {
  const w = await start(software);
  w.load();
  w.settle();
  w.effects();
  const card = w.layout().items.find((item) => !item.fixed && item.id.includes('c1'));
  assert.ok(card);
  const [x, y] = [card.x + card.w / 2, card.y + card.h / 2];
  for (const kind of [0, 1, 2]) {
    w.module.ws_pointer(kind, x, y);
    w.settle();
  }
  assert.ok(w.seen.stamps > 0);
  assert.ok(w.effects().length > 0);
});

test('hostile messages are answered, never a trap', { skip }, async () => {
  const w = await start(software);
  w.load();
  w.effects();
  for (const bad of ['', '{', 'null', '[[[[', '{"verb":"x"}', '{"verb":"load-claims","text":"{"}', `${'['.repeat(100000)}`, '\u0000']) {
    w.send(bad);
    assert.ok(w.effects().some((effect) => effect.kind === 'failed'), bad.slice(0, 40));
  }
  for (const [width, height, scale] of [[1, 1, 1], [0, 0, 1], [5000, 40, 3], [40, 5000, 0.5]]) w.module.ws_frame(0, width, height, scale, 1e9);
  w.module.ws_forget_text();
  w.settle();
});

test('the renderer changes in the midst, with the same picture; a lost context gets all textures anew', { skip }, async () => {
  const w = await start(software);
  w.load();
  w.settle();
  w.settle();
  const before = w.seen.picture;
  w.module.ws_start(webgl);
  w.settle();
  assert.ok(w.seen.indices > 300);
  const given = new Map(w.seen.textures);
  w.seen.textures.clear(); // as a lost context does
  w.module.ws_start(webgl);
  w.settle();
  assert.deepEqual(w.seen.textures, given);
  w.seen.picture = null;
  w.module.ws_start(software);
  w.settle();
  assert.deepEqual(w.seen.picture, before);
});

test('the core without a panel, as JavaScript: the same outline and effects', { skip }, async () => {
  const site = join(tree, '../site/who-says-plain.js');
  const w = await start(software);
  const plain = await openPlain(readFileSync(site, 'utf8'));
  for (const core of [w, plain]) {
    core.send({ verb: 'load-article', article: { url: 'https://example.org/a', title: 'A', lang: 'en', text: article } });
    core.send({ verb: 'load-claims', text: JSON.stringify(claims) });
    core.send({ verb: 'open-claim', id: 'urn:c2' });
    core.send({ verb: 'load-claims', text: '[[[[' });
  }
  assert.deepEqual(plain.effects(), w.effects());
  assert.deepEqual(plain.outline(), w.outline());
  assert.equal(plain.exports.ws_frame, undefined);
});

test('what CMake makes for readers stays within 226 KB, brotli; web/sizes.mjs has the budget of the whole', { skip }, () => {
  const { length } = brotliCompressSync(readFileSync(join(tree, 'who_says_panel.wasm')), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  assert.ok(length <= 226 * 1024, `${length} bytes`);
});
