// The recorded pages (tests/baselines) by the native tool: the quotations of each claims file stand in the page as they do in a browser.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { root } from '../../setup/files.mjs';

const folder = join(root, 'tests/baselines');
const tool = join(process.env.WHO_SAYS_BINARY_DIR ?? join(root, 'build/native-sanitize'), 'who-says');
const out = mkdtempSync(join(tmpdir(), 'who-says-baselines-'));
process.once('exit', () => rmSync(out, { recursive: true, force: true }));

for (const page of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
  const name = page.replace(/\.html$/, '');
  const html = readFileSync(join(folder, page), 'utf8');
  // A file is read as it was sent, without shadow trees.
  if (html.includes('shadowrootmode')) continue;
  test(`${name}: the tool reads what browsers read`, { skip: !existsSync(tool) && 'the tool is not built' }, () => {
    // Every paragraph, with its place in the text.
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8').slice(0, -1);
    const at = (offset) => [...text.slice(0, offset)].length;
    let begin = 0;
    const items = text.split('\n\n').map((exact, n) => {
      const start = begin;
      begin += exact.length + 2;
      const [prefix, suffix] = [[...text.slice(0, start)].slice(-32).join(''), [...text.slice(start + exact.length)].slice(0, 32).join('')];
      const selector = [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start: at(start), end: at(start + exact.length) }];
      return { id: `urn:test:${n}`, type: 'Annotation', target: { selector } };
    });
    const claims = join(out, `${name}.json`);
    writeFileSync(claims, JSON.stringify({ type: 'AnnotationPage', items }));
    const element = /<who-says article="([^"]+)"/.exec(html)?.[1];
    const { stdout, stderr } = spawnSync(tool, ['lint', join(folder, page), claims, '--format=json', ...(element ? [`--article=${element}`] : [])], { encoding: 'utf8' });
    const found = JSON.parse(stdout || '{}').claims ?? [];
    const exactly = ({ target: { selector } }) => `exact ${selector[1].start}-${selector[1].end} ${selector[0].exact}`;
    assert.deepEqual(found.map(({ state, range, now }) => `${state} ${range?.join('-')} ${now}`), items.map(exactly), stderr);
  });
}
