// Words found in plain text, and where a text may be cut.

import assert from 'node:assert/strict';
import test from 'node:test';
import { clusterEdge, pairEdge } from '../../../web/src/text-edges.ts';
import { CodePoints, findDirective, findQuote, quoteOf } from '../../../web/src/text-places.ts';

const text = 'Report\n\nThe port closes, she said. 📰 The port opens (in May), he said.\n\nThe sport of it.';
const all: [number, number] = [0, text.length];
const words = (range: [number, number] | undefined): string | undefined => range && text.slice(...range);
const quote = (exact: string, prefix = '', suffix = ''): { exact: string; prefix: string; suffix: string } => ({ exact, prefix, suffix });

test('code points and units', () => {
  const mixed = 'a😀b😀😀c\ud83d';
  const points = new CodePoints(mixed);
  const units = [...mixed].reduce((sums, one) => [...sums, sums.at(-1)! + one.length], [0]);
  units.forEach((offset, n) => {
    assert.equal(points.before(offset), n);
    for (let more = 0; more < units.length; more++) assert.equal(points.after(offset, more), units[n + more], `${n} + ${more}`);
  });
  assert.equal(points.after(0, 1e15), undefined);
});

test('a quotation: the best of several places, within bounds, whatever the white space', () => {
  assert.deepEqual(findQuote(text, all, quote('The port')), [8, 16]);
  assert.deepEqual(findQuote(text, all, quote('The port', '', ' opens')), [38, 46]);
  assert.deepEqual(findQuote(text, all, quote('The port', '📰 ', ' burns')), [38, 46]);
  assert.equal(words(findQuote(text, all, quote('said.  📰\nThe'))), 'said. 📰 The');
  assert.equal(words(findQuote(text, all, quote('opens (in May)'))), 'opens (in May)');
  assert.equal(findQuote(text, [0, 15], quote('The port')), undefined);
  assert.equal(findQuote(text, all, quote('the port')), undefined);
  assert.equal(findQuote(text, all, quote(' ')), undefined);
  assert.equal(findQuote(text, all, quote('[a-z]+')), undefined);
});

test('a text directive', () => {
  const find = (directive: string): string | undefined => words(findDirective(text, all, directive));
  assert.equal(find('text=the%20PORT'), 'The port');
  assert.equal(find('text=sport'), 'sport');
  // Part of a word only where no whole one is.
  assert.deepEqual(findDirective(text, all, 'text=port'), [12, 16]);
  assert.equal(find('text=eport'), 'eport');
  assert.equal(find('text=the%20port,said'), 'The port closes, she said');
  assert.equal(find('text=the%20port,said,-.%20the%20court'), undefined);
  assert.equal(find('text=the%20port,said,-.%0A%0AThe%20sport'), 'The port closes, she said. 📰 The port opens (in May), he said');
  assert.equal(find('text=%F0%9F%93%B0-,the%20port'), 'The port');
  assert.deepEqual(findDirective(text, all, 'text=%F0%9F%93%B0-,the%20port'), [38, 46]);
  assert.equal(find('text=in%20May%29%2C'), 'in May),');
  for (const wrong of ['text=', 'text=,', 'text=a-', 'text=-b', 'text=a-,-b', 'text=said,closes,port,no', 'text=%', 'text=no']) assert.equal(find(wrong), undefined, wrong);
  assert.equal(findDirective(text, [17, text.length], 'text=closes,opens')?.[0], 17);
  assert.equal(findDirective(text, [0, 30], 'text=closes,opens'), undefined);
});

test('a quotation with its surroundings cuts no pair', () => {
  const long = `${'x'.repeat(10)}😀${'y'.repeat(31)}words${'z'.repeat(31)}😀`;
  assert.deepEqual(quoteOf(long, [43, 48]), quote('words', 'y'.repeat(31), 'z'.repeat(31)));
  assert.deepEqual(quoteOf('words', [0, 5]), quote('words'));
});

test('edges of pairs and of clusters', () => {
  assert.deepEqual([0, 1, 2, 3].map((at) => [pairEdge('a😀', at, false), pairEdge('a😀', at, true)]), [[0, 0], [1, 1], [1, 3], [3, 3]]);
  assert.equal(pairEdge('\ude00', 0, true), 0);
  const clusters = 'ab\r\nc\u0301\u0323d👩‍🔧🇩🇪🇫🇷\n한';
  const expected = [...new Intl.Segmenter().segment(clusters)];
  for (const { index, segment } of expected)
    for (let at = index; at < index + segment.length; at++)
      assert.deepEqual([clusterEdge(clusters, at, false), clusterEdge(clusters, at, true)], at === index ? [at, at] : [index, index + segment.length], `at ${at}`);
  assert.equal(clusterEdge(clusters, clusters.length, true), clusters.length);
});
