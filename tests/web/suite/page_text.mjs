// The text of an article, by the cases that the native tool reads too (tests/cli/html_article_test.cpp). Each case is a page of its own,
// so that the browser's parser does what it does with pages.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { read, root } from '../../setup/files.mjs';
import { serve } from '../../../web/serve.mjs';

const cases = JSON.parse(read('tests/cli/articles/cases.json'));

const { outputFiles } = esbuild.buildSync({
  stdin: { contents: `export { PageText, findArticle } from './web/src/page-text.ts';`, resolveDir: root },
  bundle: true, format: 'iife', globalName: 'pageText', write: false,
});

/** In the page. */
function readPage(code, selector) {
  const { PageText, findArticle } = new Function(`${code}; return pageText;`)();
  const page = new PageText(findArticle(selector));
  return { text: page.text, roles: page.blocks.map(([, , role, level]) => (level ? `${role} ${level}` : role)) };
}

export function pageText(it) {
  it('the text of an article is what the native tool reads', async ({ browser, clean, expected }) => {
    expected.fault = /no is not defined/; // an article's own script, which is no text
    const head = '<!doctype html><meta charset="utf-8">';
    const pages = Object.fromEntries(cases.map(({ html }, n) => [`/${n}.html`, /^<!doctype/i.test(html) ? html : head + html]));
    const site = await serve(join(root, 'tests/cli/articles'), { pages });
    clean(() => site.close());
    const page = await browser.open('about:blank');
    for (const [n, { what, text, roles, article }] of cases.entries()) {
      await page.go(`${site.address}/${n}.html`);
      const found = await page.run(readPage, outputFiles[0].text, article ?? null);
      assert.equal(found.text, text, what);
      if (roles) assert.deepEqual(found.roles, roles, what);
    }
  });
}
