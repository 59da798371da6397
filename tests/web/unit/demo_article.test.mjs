// The demonstration article and what is annotated in it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { read, root } from '../../setup/files.mjs';

const text = read('assets/articles/pyongyang-moscow.txt');
const file = JSON.parse(read('assets/articles/pyongyang-moscow.claims.json'));
const source = new Map(file.sources.map((one) => [`#${one.id}`, one]));
const claims = file.items.map((item) => {
  const chain = (item.body ?? []).find((body) => body.type === 'List')?.items ?? [];
  return { words: item.target.selector[0].exact, chain, origin: source.get(chain.at(-1)?.source), remarks: (item.body ?? []).filter((body) => /ing$/.test(body.purpose) && body.creator), ...item.sourcing };
});

test('it has the length of a news article', () => {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  assert.ok(words >= 450 && words <= 600, `${words} words`);
});

test('it quotes fragments of at most six words, and no others than these', () => {
  const quoted = [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]);
  assert.deepEqual(quoted, ['count on Russia’s help', 'new Cold War-style structure', 'unpromising']);
  for (const words of quoted) assert.ok(words.split(/\s+/).length <= 6, words);
  assert.doesNotMatch(text, /["„«]/);
});

test('its claims file is made from its annotations', () => {
  const { status, stderr } = spawnSync(process.execPath, ['web/pages/build-claims.mjs', '--check'], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('it shows each kind of attribution that a reader meets', () => {
  assert.ok(claims.length >= 20);
  const some = (what, holds) => assert.ok(claims.some(holds), what);
  some('a blanket attribution', (c) => c.scope === 'blanket' && c.chain[0].link === 'blanket');
  some('a chain of three', (c) => c.chain.length === 3);
  some('an uncertain step', (c) => c.chain.some((step) => step.link === 'uncertain'));
  some('a carried step', (c) => c.chain.some((step) => step.link === 'carried'));
  some('an agentless one', (c) => c.scope === 'agentless' && c.chain.length === 1 && !c.chain[0].source && c.chain[0].cue);
  some('a claim without a source', (c) => c.chain.length === 0 && c.scope === undefined);
  some('a remark on the text', (c) => c.remarks.some((one) => one.purpose === 'commenting' && one.basis === undefined));
  some('a question beyond the text', (c) => c.remarks.some((one) => one.purpose === 'questioning' && one.basis === 'outside-text'));
  for (const directness of ['free-indirect', 'indirect', 'mixed']) some(directness, (c) => c.directness === directness);
  for (const cueClass of ['neutral', 'endorsing', 'emphatic', 'attitude', 'hearsay']) some(cueClass, (c) => c.cueClass === cueClass);
});

test('a claim is words of the text, inside one sentence, without its end', () => {
  for (const { words } of claims) {
    assert.ok(text.includes(words), words);
    assert.doesNotMatch(words, /[.!?]$|[.!?]\s|^“.*”$/, words);
  }
});

test('cues stand in the article, and not in their claim', () => {
  for (const { words, chain } of claims)
    for (const { cue } of chain.filter((step) => step.cue)) {
      assert.ok(text.includes(cue), cue);
      assert.ok(!words.includes(cue), cue);
    }
});

test('the sources are what they are', () => {
  const one = (id) => file.sources.find((s) => s.id === id);
  const facts = (id) => [one(id).kind, one(id).office];
  assert.deepEqual(facts('wi-song-lak'), ['diplomat', 'former']);
  assert.deepEqual(facts('bryza'), ['diplomat', 'former']);
  assert.match(one('bryza').description, /former adviser to the US Secretary of State/);
  assert.equal(one('nis').kind, 'intelligence-agency');
  assert.equal(one('inss-researchers').kind, 'think-tank');
  assert.deepEqual([one('inss-report').kind, one('inss-report').form], ['think-tank', 'document']);
  for (const id of ['korea-herald', 'kursor', 'espresso']) assert.equal(one(id).kind, 'news-outlet');
  const aliases = (id) => one(id).aliases.map((alias) => alias.name);
  assert.ok(aliases('wi-song-lak').includes('Wi Son Lak'));
  assert.ok(aliases('nis').includes('the department'));
  assert.ok(aliases('inss-researchers').includes('they'));
  for (const s of file.sources) for (const alias of s.aliases ?? []) assert.ok(alias.reason && new RegExp(alias.name, 'i').test(text), alias.name);
});
