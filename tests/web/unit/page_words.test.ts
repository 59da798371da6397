// Which language a page for teachers is in, and how it says something: forms of what is counted, lists, numbers, places.

import assert from 'node:assert/strict';
import test from 'node:test';
import { pickLanguage, Words } from '../../../web/pages/words/words.ts';
import { names } from '../../../web/pages/words/answers.ts';

const languages = ['en', 'de', 'uk'];

test('the first wish that can be met: a choice, the address, the exercise, the browser; English at last', () => {
  for (const [wishes, wanted] of [
    [['uk', 'de', 'de', 'en-GB'], 'uk'],
    [[null, 'de', undefined, 'en'], 'de'],
    [[null, null, 'uk-UA', 'de'], 'uk'],
    [[null, null, 'it', 'fr', 'DE-at', 'en'], 'de'],
    [[null, '<b>', ''], 'en'],
    [[], 'en'],
  ] as const)
    assert.equal(pickLanguage(wishes, languages), wanted);
});

const words = new Words(
  {
    en: { pupils: { one: '{n} pupil', other: '{n} pupils' }, only: 'only in English', twice: '{a}, {b}, {a}' },
    uk: { pupils: { one: '{n} учень', few: '{n} учні', many: '{n} учнів' } },
    de: { pupils: { one: '{n} Kind', other: '{n} Kinder' } },
  },
  'uk',
);

test('what is counted has its form, numbers are written as the language does', () => {
  assert.deepEqual([1, 2, 5, 21, 1.5].map((n) => words.say('pupils', { n })), ['1 учень', '2 учні', '5 учнів', '21 учень', '1,5 учнів']);
  assert.equal(words.in('de').say('pupils', { n: 12345 }), '12.345 Kinder');
  assert.equal(words.lang, 'uk');
});

test('what is missing is English, and what nobody knows is its key', () => {
  assert.deepEqual([words.say('only'), words.say('nowhere')], ['only in English', 'nowhere']);
});

test('places are filled once: a brace in what fills them stays', () => {
  assert.equal(words.say('twice', { a: '{b}', b: '$&' }), '{b}, $&, {b}');
  const node = { node: true };
  assert.deepEqual(words.parts('twice', { a: node, b: 'x' }), [node, ', ', 'x', ', ', node]);
});

test('a time is written as the language does; what is none stays', () => {
  assert.match(words.in('de').time('2026-11-12T09:00:00Z'), /^1[123]\.11\.2026, \d\d:\d\d$/);
  assert.deepEqual(['', '7', 'soon', '2026-99-99T00:00:00Z'].map((saved) => words.time(saved)), ['', '7', 'soon', '2026-99-99T00:00:00Z']);
});

test('what stands under a beginning: of the language, else English', () => {
  const tables = new Words({ en: { 'csv.seat': 'seat', 'csv.why.open': 'Open {n}.', other: 'x' }, de: { 'csv.seat': 'Platz' } }, 'de');
  assert.deepEqual(tables.under('csv.'), { seat: 'Platz', 'why.open': 'Open {n}.' });
});

test('lists as the language joins them', () => {
  assert.equal(words.in('de').list(['A', 'B', 'C']).join(''), 'A, B und C');
  assert.deepEqual(words.list([1, 2]), [1, ' і ', 2]);
});

test('names of answers: the exercise’s own words are told apart from those of lessons', () => {
  const name = names({ articles: [{ claims: { sources: [{ id: 's1', name: 'Ada Lind' }], items: [{ id: 'c1', target: { selector: [{ exact: 'It “closes”' }] } }] } }] }, (key, { text = '' } = {}) => (key === 'quoted' ? `„${text}“` : key === 'kind.diplomat' ? 'Diplomat' : key));
  assert.deepEqual(['s1', 'c1', '', 'diplomat', '3'].map(name), [
    { words: 'Ada Lind', own: true },
    { words: '„It ‘closes’“', own: true },
    { words: 'lesson.nobody', own: false },
    { words: 'Diplomat', own: false },
    { words: '3', own: false },
  ]);
});
