// The words that people see: every key that the code asks for is in the English file, and the file holds none that nobody asks for.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pageWords } from '../../../web/exports/page-words.ts';
import { layoutWords } from '../../../web/src/layout-words.ts';
import { readingWords } from '../../../web/src/reading-aids.ts';
import { read, root, tracked } from '../../setup/files.mjs';

/** Of the panel, and of lessons. */
const english = { ...JSON.parse(read('assets/words/en.json')), ...JSON.parse(read('assets/words/lesson.en.json')) };
const literals = (pattern) => new Set(tracked(pattern).flatMap((path) => [...read(path).matchAll(/(["'])([a-z][a-z0-9.-]*)\1/g)].map(([, , text]) => text)));
const code = literals(/^(src\/app\/.*\.(cpp|h)|web\/(src|pages\/(worksheet|words|class))\/.*\.ts)$/);
const parts = new Set([...code, ...literals(/^src\/(model\/(?:vocabulary|codec_part|exercise\w*|json)|classroom\/(?:grade|reason))\.(cpp|h)$/)]);
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

for (const page of ['author', 'class', 'worksheet'])
  test(`the ${page} page: each of its words is asked for, and each that is asked for is there`, () => {
    const own = Object.keys(JSON.parse(read(`assets/words/${page}.en.json`)));
    const named = [...read(`web/pages/${page}.html`).matchAll(/ data-say(?:-label)?="([a-z.-]+)"/g)].map(([, key]) => key);
    const files = tracked(new RegExp(`^web/pages/(${page}\\.ts|(${page}|words)/.*\\.ts)$`));
    const scripts = files.map(read).join('\n');
    const literal = new Set([...scripts.matchAll(/'([a-z][a-z.-]*)'/g)].map(([, text]) => text));
    // `state.${state}`: at least one word is there, and each that is there begins and ends so.
    const parts = [...scripts.matchAll(/`([a-z.-]+\.)\$\{[^}]+\}([a-z.-]*)`/g)].map(([, begin, end]) => (key) => key.startsWith(begin) && key.endsWith(end));
    const asked = [...scripts.matchAll(/\bsay\(\s*'([a-z.-]+)'/g)].map(([, key]) => key).filter((key) => !/^(lesson|sheet|kind|office)[.]|^quoted$/.test(key));
    assert.ok(named.length > 7 && asked.length > 4);
    assert.deepEqual([...named, ...asked].filter((key) => !own.includes(key)), []);
    const under = [...literal].filter((begin) => begin.endsWith('.'));
    assert.deepEqual(own.filter((key) => !named.includes(key) && !literal.has(key) && !parts.some((is) => is(key)) && !under.some((begin) => key.startsWith(begin))), []);
  });

test('the class page says all that the module tells by a word', () => {
  const { accords, states } = { accords: read('src/classroom/agreement_words.cpp'), states: read('src/classroom/roll_up.cpp') };
  const own = JSON.parse(read('assets/words/class.en.json'));
  const words = [...accords.matchAll(/\{"([a-z-]+)", "/g)].map(([, word]) => `accord.${word}`);
  const [, list] = /kStates = \{([^}]+)\}/.exec(states);
  words.push(...[...list.matchAll(/"([a-z-]+)"/g)].map(([, word]) => `state.${word}`));
  assert.equal(words.length, 16);
  assert.deepEqual(words.filter((key) => !(key in own)), []);
  assert.deepEqual(Object.keys(own).filter((key) => /^(accord|state)\./.test(key) && !words.includes(key)), []);
  // What can be wrong with what was handed in.
  const codes = new Set(['exercise_line', 'exercise_work', 'exercise_part', 'json', 'codec_part'].flatMap((name) => [...read(`src/model/${name}.cpp`).matchAll(/(?:Error|return |problem\()\s*\{?"([a-z-]+)",/g)].map(([, code]) => code)));
  assert.ok(codes.size > 8);
  const rare = ['too-deep', 'number-too-large', 'unknown-word'];
  assert.deepEqual([...codes].filter((code) => !(`problem.${code}` in own) && !(`lesson.problem.${code}` in english) && !rare.includes(code)), []);
});

test('the engine has a sentence for each reason that it gives, and gives each', () => {
  const own = Object.keys(JSON.parse(read('assets/words/reasons.en.json'))).map((key) => key.replace(/^reason\./, '')).filter((code) => code !== 'joint');
  const files = tracked(/^src\/attribution\/.*\.cpp$/).map(read).join('\n');
  const literal = new Set([...files.matchAll(/"([a-z-]+)"/g)].map(([, text]) => text));
  assert.deepEqual(own.filter((code) => !literal.has(code)), []);
  const given = [...files.matchAll(/\bbecause(?:_of_kind)?\(([^;{]*)/g)].flatMap(([, code]) => [...code.matchAll(/"([^"]*)"/g)].map(([, text]) => text));
  assert.ok(given.length > 60);
  assert.deepEqual(given.filter((code) => !own.includes(code)), []);
});

test('in German a claim has one name', () => {
  for (const path of tracked(/^assets\/words\/(.*\.)?de\.json$/)) assert.doesNotMatch(read(path), /Behauptung|Aussageen/, path);
});

test('the controls around the panel have the words of the English file', () => {
  const own = [...read('web/src/parts.ts').matchAll(/\bname\('([a-z.]+)', '([^']+)'/g)];
  assert.equal(own.length, 3);
  for (const [, key, words] of own) assert.equal(words, english[key], key);
  for (const [key, words] of Object.entries({ ...layoutWords, ...readingWords })) assert.equal(words, english[key], key);
});

test('the web layer has no words of its own', () => {
  const found = tracked(/^web\/src\/.*\.ts$/).flatMap((path) => [...read(path).matchAll(/(?:textContent|innerText|ariaLabel|title|placeholder) = (['"`])[^'"`]*[A-Za-z]{3}[^'"`]*\1/g)].map(([line]) => `${path}: ${line}`));
  assert.deepEqual(found, []);
});

const names = readdirSync(join(root, 'assets/words')).map((file) => file.replace('.json', ''));
const languages = names.filter((name) => !name.includes('.'));
const words = (name) => JSON.parse(read(`assets/words/${name}.json`));
/** Tables of a language, by what stands before its name: labels, then explanations. */
const labels = ['', 'lesson.', 'reasons.', 'class.', 'author.', 'worksheet.', 'site.'];
const terms = 'terms.';

/** What an English file has and the other lacks, and the other way round. */
const differences = (english, other) => ({
  missing: Object.keys(english).filter((key) => !(key in other)),
  unused: Object.keys(other).filter((key) => !(key in english)),
});
const shape = (text) => (typeof text === 'string' ? 'text' : Object.keys(text).join());
const none = { missing: [], unused: [] };

test('a lesson\'s page has words in every language of the panel, no two alike', () => {
  assert.deepEqual(Object.keys(pageWords).toSorted(), languages.toSorted());
  for (const part of ['skip', 'script']) assert.equal(new Set(languages.map((language) => pageWords[language][part])).size, languages.length);
});

for (const language of languages) {
  test(`${language}: no key is missing, none is unused; explanations too`, () => {
    for (const part of [...labels, terms]) assert.deepEqual(differences(words(`${part}en`), words(part + language)), none, part);
  });

  test(`${language}: the same places to fill in, nothing empty, nothing left in English`, () => {
    const places = (text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].toSorted().join();
    for (const part of labels) {
      const same = [];
      for (const [key, text] of Object.entries(words(part + language))) {
        const meant = words(`${part}en`)[key];
        assert.equal(places(text), places(meant), key);
        assert.equal(typeof text, typeof meant, key);
        for (const one of typeof text === 'string' ? [text] : Object.values(text)) assert.ok(one.trim() || key.startsWith('list.'), key);
        if (JSON.stringify(text) === JSON.stringify(meant) && /[a-z]{3}/.test(JSON.stringify(text).replace(/\{\w+\}|"\w+":/g, ''))) same.push(key);
      }
      // Words that happen to be the same, like “Text” and “Filter” in German.
      if (language !== 'en') assert.ok(same.length <= 8, same.join(', '));
    }
    for (const [key, text] of Object.entries(words(terms + language))) assert.equal(shape(text), shape(words('terms.en')[key]), key);
  });

  test(`${language}: reasons have the language's quotation marks and labels of the panel`, () => {
    const [open, close] = words(language).quoted.split('{text}').map((mark) => mark.trim());
    const marks = new Set(['“', '”', '„', '«', '»'].filter((mark) => ![open, close].includes(mark)));
    for (const [key, text] of Object.entries(words(`reasons.${language}`))) {
      assert.deepEqual([...text].filter((letter) => marks.has(letter)), [], key);
      assert.equal(text.split(open).length, text.split(close).length, key);
      assert.equal(text.endsWith('.'), words('reasons.en')[key].endsWith('.'), key);
      for (const [, label] of text.matchAll(/\{(\w+\.[\w.-]+)\}/g)) assert.ok(label in english, `${key}: ${label}`);
      assert.deepEqual([...text.matchAll(/\{([a-z]+)\}/g)].map(([, set]) => set).filter((set) => !['kind', 'cue'].includes(set)), [], key);
      if (language !== 'en') assert.doesNotMatch(text.replaceAll(/[„“«]\u00a0?\{\d\}\u00a0?[“”»]/g, ''), /\{\d\}/, key);
    }
  });

  test(`${language}: each explanation has an example, two words in quotation marks or more`, () => {
    const [open, close] = words(language).quoted.split('{text}').map((mark) => mark.trim());
    const without = Object.entries(words(terms + language)).filter(([key, entry]) => {
      const text = typeof entry === 'string' ? entry : entry.text;
      assert.equal(text.split(open).length, text.split(close).length, key);
      const examples = text.split(open).slice(1).map((part) => part.split(close)[0].trim());
      // A word that is only mentioned is none, nor is a quotation that nothing explains.
      const said = examples.reduce((rest, example) => rest.replace(example, ''), text);
      if (language !== 'en') assert.notDeepEqual(entry, words('terms.en')[key], key);
      return !examples.some((example) => /\p{L}.*\s\S/u.test(example)) || said.length < 8;
    });
    assert.deepEqual(without.map(([key]) => key), []);
  });

  test(`${language}: what is counted has the plural forms that whole numbers need`, () => {
    const rules = new Intl.PluralRules(language);
    const wanted = [...new Set(Array.from({ length: 200 }, (_, n) => rules.select(n)))].toSorted();
    for (const part of labels) for (const [key, text] of Object.entries(words(part + language))) if (typeof text === 'object') assert.deepEqual(Object.keys(text).toSorted(), wanted, key);
  });
}

test('what is missing or unused is told', () => {
  assert.deepEqual(differences({ a: '', b: '' }, { b: '', c: '' }), { missing: ['a'], unused: ['c'] });
});
