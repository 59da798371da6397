// assets/claims.schema.json takes what is a claims file and refuses what is none.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { openCore } from '../../setup/core.mjs';
import { read, root, tracked } from '../../setup/files.mjs';

const schema = JSON.parse(read('assets/claims.schema.json'));
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, formats: { 'date-time': time } });
const isClaimsFile = ajv.compile(schema);

const page = read('assets/claims-file.md');
const block = (language) => page.split(`\n\`\`\`${language}\n`)[1].split('\n```')[0];
const article = block('text');
const example = () => JSON.parse(block('json'));

function accepted(file, what) {
  assert.ok(isClaimsFile(file), `${what}: ${JSON.stringify(isClaimsFile.errors, null, 1)}`);
}

test('the example of claims-file.md', () => accepted(example(), 'the example'));

test('the claims files of the sample articles', () => {
  const files = tracked(/^assets\/articles\/.*\.claims\.json$/);
  assert.ok(files.length > 0);
  for (const path of files) accepted(JSON.parse(read(path)), path);
});

test('the least claims file, and members that nobody knows at every level', () => {
  accepted({ type: 'AnnotationPage', items: [] }, 'an empty page');
  const file = example();
  const everywhere = (value) => {
    if (typeof value !== 'object' || value === null) return;
    for (const one of Object.values(value)) everywhere(one);
    if (!Array.isArray(value)) value['ex:unknown'] = { a: [1, null] };
  };
  everywhere(file);
  accepted(file, 'unknown members');
});

test('what other programs put on a page', () => {
  for (const item of [
    { id: 'a', type: ['Annotation', 'ex:Mark'], target: 'https://x.example/' },
    { id: 'a', type: 'Annotation', motivation: ['tagging', 'commenting'], bodyValue: 'b', target: ['https://x.example/', { source: { id: 'https://x.example/' } }] },
    { id: 'a', type: 'Annotation', creator: [{ type: 'Person', name: 'Ann' }], body: ['https://x.example/b', { type: 'Choice', items: [] }], target: { id: 'x', selector: { type: 'XPathSelector', value: '/p' } } },
  ])
    accepted({ type: 'AnnotationPage', items: [item] }, JSON.stringify(item));
});

test('what write_claims gives', { skip: existsSync(join(process.env.WHO_SAYS_WASM_BUILD ?? '', 'who_says_panel.wasm')) ? false : 'there is no WebAssembly build tree' }, async () => {
  const tree = process.env.WHO_SAYS_WASM_BUILD;
  const core = await openCore(readFileSync(join(tree, 'who_says_panel.wasm')), { stamp: () => ({ id: 'urn:n', now: '2026-01-01T00:00:00Z' }) });
  core.exports.ws_start(1);
  const saved = (text, claims) => {
    for (const command of [{ verb: 'load-article', article: { url: 'https://x.example/', title: 'T', lang: 'en', text } }, { verb: 'load-claims', text: JSON.stringify(claims) }, { verb: 'export-claims' }]) core.send(command);
    return JSON.parse(core.effects().find((effect) => effect.kind === 'download').text);
  };
  const file = saved(article, example());
  accepted(file, 'the example, saved');
  assert.equal(file.items.length, 3);
  accepted(saved('A b c.', { type: 'Annotation', target: { selector: { type: 'TextPositionSelector', start: 2, end: 3 } }, bodyValue: 'v' }), 'a bare annotation, saved');
});

/** The example with one change. */
const changed = (change) => {
  const file = example();
  change(file);
  return file;
};
const refused = {
  'a list': () => [],
  'no items': () => changed((f) => delete f.items),
  'another type': () => changed((f) => (f.type = 'AnnotationCollection')),
  'a hash of another form': () => changed((f) => (f.article.hash = 'FCC01F01A543A725')),
  'a source without an id': () => changed((f) => delete f.sources[0].id),
  'a kind of no list': () => changed((f) => (delete f.kinds, (f.sources[0].kind = 'spy'))),
  'an own kind without a parent': () => changed((f) => delete f.kinds[0].parent),
  'an own kind whose parent is no kind': () => changed((f) => (f.kinds[0].parent = 'media')),
  'an own kind by the name of another': () => changed((f) => (f.kinds[0].id = 'diplomat')),
  'an office that is none': () => changed((f) => (f.sources[1].office = 'ex')),
  'an alias without a name': () => changed((f) => (f.sources[0].aliases = [{ reason: 'because' }])),
  'a claim without an id': () => changed((f) => delete f.items[0].id),
  'a claim without a target': () => changed((f) => delete f.items[0].target),
  'a quotation of no words': () => changed((f) => (f.items[0].target.selector[0].exact = '')),
  'a position before the text': () => changed((f) => (f.items[0].target.selector[1].start = -1)),
  'half a character': () => changed((f) => (f.items[0].target.selector[1].end = 3.5)),
  'a link that is none': () => changed((f) => (f.items[1].body.find((b) => b.type === 'List').items[0].link = 'guess')),
  'a chain without steps': () => changed((f) => (f.items[1].body.find((b) => b.type === 'List').items = [])),
  'a remark without words': () => changed((f) => delete f.items[1].body.find((b) => b.purpose === 'questioning').value),
  'a remark on another basis': () => changed((f) => (f.items[1].body.find((b) => b.purpose === 'commenting').basis = 'hearsay')),
  'a scope that is none': () => changed((f) => (f.items[0].sourcing.scope = 'carried')),
  'evidence that is no list': () => changed((f) => (f.items[1].sourcing.evidence = 'document')),
  'more than certain': () => changed((f) => (f.items[2].sourcing.confidence = 1.5)),
  'a status that is none': () => changed((f) => (f.items[2].status = 'true')),
  'a time in words': () => changed((f) => (f.items[0].created = 'yesterday')),
};
for (const [what, file] of Object.entries(refused)) test(`refused: ${what}`, () => assert.equal(isClaimsFile(file()), false));

test('claims-file.md explains every code of a problem, and no other', () => {
  const section = page.split('\n## Problems\n')[1].split('\n## ')[0];
  const explained = new Set([...section.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1]));
  const source = ['json', 'codec_read', 'codec_part', 'codec_annotation', 'codec_target'].map((name) => readFileSync(join(root, 'src/model', name.includes('.') ? name : `${name}.cpp`), 'utf8')).join('\n');
  const given = new Set([...source.matchAll(/(?:problem\(|Error\{|return \{)\s*"([a-z0-9]+(?:-[a-z0-9]+)*)",/g)].map((match) => match[1]));
  assert.deepEqual([...given].sort(), [...explained].sort());
});
