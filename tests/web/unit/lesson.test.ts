// What a lesson needs of the page, without a browser: solutions under a code, the work as a line, an exercise inside an offline page.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inflateRawSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import { openKey, sealKey } from '../../../web/src/sealed-key.ts';
import { longestCode, modules, workLink } from '../../../web/src/work-code.ts';
import { checkSum, workLine, workOfLink } from '../../../web/src/work-line.ts';
import { noise } from './noise.ts';

const noPause = async (): Promise<void> => {};

test('a sealed key opens with its code alone', async () => {
  const json = '{"answers":[{"task":"é"}]}';
  const sealed = await sealKey(json, 'Blue caf\u00e9', 1000);
  assert.equal(await openKey(sealed, 'Blue caf\u00e9'), json);
  // However it is typed.
  assert.equal(await openKey(sealed, ' Blue cafe\u0301 '), json);
  await assert.rejects(openKey(sealed, 'blue caf\u00e9'));
  await assert.rejects(openKey({ ...sealed, iterations: 1001 }, 'Blue caf\u00e9'));
  await assert.rejects(openKey({ ...sealed, text: sealed.text.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) }, 'Blue caf\u00e9'));
  await assert.rejects(openKey({ ...sealed, cipher: 'ROT13' }, 'Blue caf\u00e9'));
  await assert.rejects(openKey({ ...sealed, iterations: 1e9 }, 'Blue caf\u00e9'), RangeError);
  // Never the same twice.
  assert.notEqual((await sealKey(json, 'Blue caf\u00e9', 1000)).text, sealed.text);
});

test('a work as a line: packed, with the check sum of its letters', async () => {
  // FNV-1a 32 of the published examples: http://www.isthe.com/chongo/tech/comp/fnv/
  assert.equal(checkSum(''), '811c9dc5');
  assert.equal(checkSum('a'), 'e40c292c');
  assert.equal(checkSum('foobar'), 'bf9cf968');
  const work = JSON.stringify({ answers: Array(40).fill('council') });
  const line = await workLine(work);
  const [, data, sum] = /^WSW1\.z\.([\w-]+)\.([0-9a-f]{8})$/.exec(line)!;
  assert.equal(checkSum(data!), sum);
  assert.equal(inflateRawSync(Buffer.from(data!, 'base64url')).toString(), work);
  assert.ok(line.length < work.length / 2);
  // And back, out of a link; what is cut or changed gives nothing.
  assert.equal(await workOfLink(`#${line}`), work);
  assert.equal(await workOfLink('#WSW1.j.e30.' + checkSum('e30')), '{}');
  for (const broken of [line.slice(0, -1), line.replace('z.', 'z.A'), 'WSW1.', `WSW1.z.AAAA.${checkSum('AAAA')}`]) assert.equal(await workOfLink(`#${broken}`), '', broken);
  for (const none of ['', '#article', '#who-says=abc']) assert.equal(await workOfLink(none), undefined);
});

test('a work as a link, and as a code while it is short enough', async () => {
  const line = await workLine('{"seat":"B4"}');
  assert.equal(workLink(line, 'https://school.example/pool.html?class=7#other'), `https://school.example/pool.html?class=7#${line}`);
  // What stands on a pupil's own disk leads nobody anywhere.
  assert.equal(workLink(line, 'file:///home/pupil/index.html'), line);
  const rows = (await modules(workLink(line, 'https://school.example/pool.html'), noPause))!;
  assert.equal((rows.length - 17) % 4, 0);
  assert.ok(rows.every((row) => row.length === rows.length));
  // The three corners that readers look for: 7 modules dark, 5 light inside, 3 dark.
  const last = rows.length - 7;
  for (const [x, y] of [[0, 0], [last, 0], [0, last]] as const)
    for (let n = 0; n < 7; n++) {
      assert.ok(rows[y]![x + n] && rows[y + 6]![x + n] && rows[y + n]![x] && rows[y + n]![x + 6]);
      assert.equal(rows[y + 1]![x + n], n === 0 || n === 6);
      assert.equal(rows[y + 3]![x + n], n !== 1 && n !== 5);
    }
  assert.ok((await modules('x'.repeat(longestCode), noPause))!.length <= 113);
  assert.equal(await modules('x'.repeat(longestCode + 1), noPause), undefined);
});

test('a code is read back by another program', async () => {
  const decoded = (rows: boolean[][]): string => {
    const [scale, margin] = [3, 12];
    const side = rows.length * scale + 2 * margin;
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        if (rows[Math.floor((y - margin) / scale)]?.[Math.floor((x - margin) / scale)]) pixels.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
    return decodeQR({ width: side, height: side, data: pixels });
  };
  for (const letters of [1, 60, 300, 700, 1060]) {
    const link = workLink(await workLine(JSON.stringify({ text: noise(letters) })), 'https://school.example/übung.html');
    assert.ok(link.length < longestCode);
    assert.equal(decoded((await modules(link, noPause))!), link);
  }
  const longest = noise(longestCode);
  assert.equal(decoded((await modules(longest, noPause))!), longest);
});

test('a code is made in slices, and no mask is looked for', async () => {
  let pauses = 0;
  const made = [];
  for (const text of ['A', noise(300), noise(longestCode)]) {
    pauses = 0;
    made.push((await modules(text, async () => void pauses++))!);
    assert.ok(pauses >= 4);
  }
  // Level and mask, by the corner above at the left: the same for all.
  const format = made.map((rows) => [0, 1, 2, 3, 4, 5, 7].map((x) => Number(rows[8]![x]!)).join(''));
  assert.equal(new Set(format).size, 1);
});
