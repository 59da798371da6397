// Recorded pages (tests/baselines): their text, and where their claims are painted.
//   node tests/web/suite/baselines.mjs --write NAME      writes the text of a new one, to be read by a person

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { root } from '../../setup/files.mjs';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { launch } from '../driver/driver.mjs';
import { nodes, painted, ready } from './widget.mjs';

const folder = join(root, 'tests/baselines');
const of = (file) => readFileSync(join(folder, file), 'utf8');
const recorded = readdirSync(folder).filter((file) => /\.x?html$/.test(file));
const nameOf = (file) => file.slice(0, -extname(file).length);

const { outputFiles } = esbuild.buildSync({
  stdin: { contents: `export { PageText, findArticle } from './web/src/page-text.ts';`, resolveDir: root },
  bundle: true, format: 'iife', globalName: 'pageText', write: false,
});
// Chromium runs no modules on pages of XHTML.
const scripts = (file) =>
  `<script src="page-text.js"></script><script src="told.js"></script>${
    /\.xhtml$/.test(file) ? '<script src="who-says-classic.js" defer="defer"></script>' : '<script type="module" src="who-says.js"></script>'
  }`;
const told = `window.told = []; for (const type of ['ready', 'error']) document.addEventListener('who-says-' + type, (e) => window.told.push([type, e.detail]));`;

function serveThem() {
  const pages = { '/page-text.js': outputFiles[0].text, '/told.js': told };
  for (const file of recorded) {
    pages[`/${file}`] = of(file).replace('</head>', `${scripts(file)}</head>`);
    pages[`/${nameOf(file)}.claims.json`] = of(`${nameOf(file)}.claims.json`);
  }
  const headers = (path) => ({ ...strictHeaders(path), ...(path.endsWith('.xhtml') && { 'content-type': 'application/xhtml+xml' }) });
  return serve(join(root, 'build/site'), { pages, headers });
}

const readText = (page) =>
  page.run(() => {
    const { PageText, findArticle } = window.pageText;
    return new PageText(findArticle(document.querySelector('who-says').getAttribute('article'))).text;
  });
/** White space differs between a range and what is read of it. */
const bare = (words) => words.replace(/\s+/g, '');

export function baselines(it) {
  for (const file of recorded) {
    it(`recorded page ${nameOf(file)}: its text and its claims`, async ({ browser, clean }) => {
      const site = await serveThem();
      clean(() => site.close());
      const page = await browser.open(`${site.address}/${file}`);
      await ready(page);
      assert.equal(`${await readText(page)}\n`, of(`${nameOf(file)}.txt`));
      const { items } = JSON.parse(of(`${nameOf(file)}.claims.json`));
      const words = items.flatMap((item) => item.words);
      // What is missing is better told by the words below.
      await page.until((n) => [...CSS.highlights.values()].reduce((all, { size }) => all + size, 0) >= n, words.length).catch(() => {});
      assert.deepEqual((await painted(page)).map((line) => bare(line.replace(/^.*?: /s, ''))).toSorted(), words.map(bare).toSorted());
      // A state other than exact would be said on the card.
      assert.equal((await nodes(page, 'claim:')).length, items.length);
      assert.deepEqual((await nodes(page, 'anchor:')).map((node) => node.text), []);
      assert.deepEqual(await page.run(() => window.told.filter(([type]) => type === 'error')), []);
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === '--write') {
  const site = await serveThem();
  const browser = await launch('chromium');
  for (const file of recorded.filter((one) => nameOf(one) === process.argv[3])) {
    const page = await browser.open(`${site.address}/${file}`);
    writeFileSync(join(folder, `${nameOf(file)}.txt`), `${await readText(page)}\n`);
  }
  await browser.close();
  await site.close();
}
