// Which interface language a page gets; plural rules, lists and numbers, as the browser knows them.

import assert from 'node:assert/strict';
import test from 'node:test';
import { read } from '../../setup/files.mjs';
import { languageFor, pluralRules, withLists } from '../../../web/src/language.ts';

test('a tag gets its language, else that without a region, else English', () => {
  const languages = ['de', 'pt', 'pt-BR', 'uk'];
  for (const [tag, wanted] of [['de', 'de'], ['de-CH', 'de'], ['pt-BR', 'pt-BR'], ['pt-PT', 'pt'], ['en-GB', 'en'], ['fi', 'en'], ['', 'en']] as const) assert.equal(languageFor(tag, languages), wanted);
});

test('plural categories, a letter a number', () => {
  assert.equal(pluralRules('en').slice(0, 4), 'xoxx');
  assert.equal(pluralRules('uk').slice(0, 7), 'mofffmm');
  assert.equal(pluralRules('ar').length, 200);
});

test('lists are joined as the language does, or as its file says', () => {
  assert.equal((JSON.parse(withLists('{}', 'de')) as Record<string, string>)['list.and'], ' und ');
  assert.equal((JSON.parse(withLists('{"list.and":" & "}', 'de')) as Record<string, string>)['list.and'], ' & ');
  assert.equal((JSON.parse(withLists('{}', 'en')) as Record<string, string>)['list.and'], ' and ');
  assert.equal((JSON.parse(withLists('{}', 'ja')) as Record<string, string>)['list.comma'], '、');
  assert.equal(withLists('{', 'de'), '{');
});

test('numbers are written as the language does, or as its file says', () => {
  const of = (language: string, words = '{}'): string[] => {
    const all = JSON.parse(withLists(words, language)) as Record<string, string>;
    return ['digits', 'whole', 'share'].map((name) => all[`intl:${name}`]!);
  };
  // As assets/words/en.json has it.
  assert.deepEqual(of('en'), ['0123456789', '0|00|000|0,000|00,000|000,000|0,000,000', '0.00']);
  assert.deepEqual(of('de'), ['0123456789', '0|00|000|0.000|00.000|000.000|0.000.000', '0,00']);
  assert.deepEqual(of('ar-EG'), ['٠١٢٣٤٥٦٧٨٩', '0|00|000|0٬000|00٬000|000٬000|0٬000٬000', '0٫00']);
  // Four digits together, lakhs.
  assert.match(of('es')[1]!, /^0\|00\|000\|0000\|00\.000\|/);
  assert.match(of('hi')[1]!, /\|0,00,000\|00,00,000$/);
  assert.equal(of('de', '{"intl:share":"0.00"}')[2], '0.00');
});

test('English is the core’s own: one is the only number of its kind', () => {
  assert.equal(pluralRules('en'), Array.from({ length: 200 }, (_, n) => (n === 1 ? 'o' : 'x')).join(''));
  const { 'list.and': and, 'list.comma': comma } = JSON.parse(read('assets/words/en.json')) as Record<string, string>;
  const all = JSON.parse(withLists('{}', 'en')) as Record<string, string>;
  assert.deepEqual([and, comma], [all['list.and'], all['list.comma']]);
});
