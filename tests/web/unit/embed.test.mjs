// What the page for publishers, web/pages/embed.html, tells of the tag is what there is: attributes, members, events, CSS, the policy.

import assert from 'node:assert/strict';
import test from 'node:test';
import { strictPolicy } from '../../../web/policy.mjs';
import { read, tracked } from '../../setup/files.mjs';

const page = read('web/pages/embed.html');
const types = read('web/src/who-says.d.ts');
const element = read('web/src/element.ts');
/** Words in the first column of the table under a heading. */
const table = (heading) => {
  const [, rows] = new RegExp(`<h2>${heading}</h2>[^]*?<table>([^]*?)</table>`).exec(page);
  return [...rows.matchAll(/<tr><td>(.*?)<\/td>/g)].flatMap(([, cell]) => [...cell.matchAll(/<code>([\w-]+)/g)].map(([, name]) => name)).toSorted();
};
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].toSorted();

test('the page for publishers names every attribute, and no other', () => {
  const [, choices] = /const choices[^]*?= \{([^]*?)\n\};/.exec(element);
  const [, others] = /observedAttributes = \[\.\.\.Object\.keys\(choices\), ([^\]]*)\]/.exec(element);
  const known = [...all(choices, /^ {2}(\w+):/gm), ...all(others, /'(\w+)'/g)].toSorted();
  assert.ok(known.length > 10);
  assert.deepEqual(table('Attributes'), known);
});

test('the page for publishers names every event of the types, and no other', () => {
  const known = all(types, /'(who-says-[a-z]+)': CustomEvent/g);
  assert.ok(known.length > 7);
  assert.deepEqual(table('Events'), known);
});

test('every method and property that the page for publishers names has a type', () => {
  const named = table('Properties and methods');
  assert.ok(named.length > 8);
  assert.deepEqual(named.filter((name) => !new RegExp(`^ {2}(readonly )?${name}[(:]`, 'm').test(types)), []);
});

test('the page for publishers names every CSS property and part, and no other', () => {
  const code = tracked(/^web\/src\/.*\.ts$/).map(read).join('\n');
  const used = [...all(code, /--who-says-([a-z]+[a-z-]*)/g), ...all(code, /property\(host, '([a-z-]+)'\)/g)];
  assert.deepEqual(all(page, /--who-says-([a-z-]+)/g), [...new Set(used)].toSorted());
  assert.deepEqual(all(page, /::part\((\w+)\)/g), all(code, /part\.add\('(\w+)'\)/g));
});

test('the policy that is published is the one that the tests run under, which only forbids more', () => {
  const [, published] = /<h2>Content-Security-Policy<\/h2>[^]*?<code>([^]*?)<\/code>/.exec(page);
  const directives = (policy) => policy.split(';').map((one) => one.trim().replace(/\s+/g, ' ')).filter(Boolean);
  const strict = directives(strictPolicy);
  assert.deepEqual(directives(published).filter((one) => !strict.includes(one)), []);
  for (const more of strict.filter((one) => !directives(published).includes(one))) assert.match(more, / 'none'$/);
});
