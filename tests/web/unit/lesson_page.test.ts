// The page that a lesson is exported as: words around the article in the exercise's language, nothing of the exercise as HTML.

import assert from 'node:assert/strict';
import test from 'node:test';
import { lessonFolder, singleFile, type Files } from '../../../web/exports/lesson-page.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files: Files = {
  'site.css': bytes('body{margin:0}'),
  'who-says-words-de-classic.js': bytes('words()'),
  'who-says-classroom-classic.js': bytes('lesson()'),
  'who-says-classic.js': bytes('panel()'),
};
const exercise = (lang?: string): string => JSON.stringify({ id: 'urn:x', lang, articles: [{ text: 'Die <b>Brücke</b>\n\nSie bleibt zu.' }] });
const page = (lang?: string): string => new TextDecoder().decode(lessonFolder(exercise(lang), files)['index.html']);

test('a German lesson has German words around it, and the files of its language', () => {
  for (const html of [page('de'), page('de-CH'), singleFile(exercise('de'), files)]) {
    assert.match(html, /<a class="skip" href="#article" lang="de">Zum Artikel<\/a>/);
    assert.match(html, /<p lang="de">Hier steht eine Übung/);
    assert.match(html, /<p>Die &lt;b&gt;Brücke&lt;\/b&gt;<\/p>/);
  }
  assert.ok('who-says-words-de-classic.js' in lessonFolder(exercise('de'), files));
});

test('a language that the panel does not have, or none: English, and said to be', () => {
  for (const lang of ['xx', undefined]) assert.match(page(lang), /lang="en">To the article<\/a>/);
  assert.match(page('xx'), /<html lang="xx">/);
  assert.ok(!('who-says-words-de-classic.js' in lessonFolder(exercise('xx'), files)));
});
