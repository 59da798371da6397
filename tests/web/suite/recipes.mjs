// What web/pages/embed.html tells publishers to do, done as it stands there: a page of plain HTML, a site generator, a block editor; and
// the panel in a frame of its own.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { strictHeaders, strictPolicy } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { claimsFile } from './article.mjs';
import { packages } from '../../setup/packages.mjs';

const page = readFileSync(join(root, 'web/pages/embed.html'), 'utf8');
/** A recipe's code, as a reader of that page would copy it. */
export function recipe(name) {
  const [, code] = new RegExp(`<pre [^>]*id="recipe-${name}"[^>]*><code>([^]*?)</code></pre>`).exec(page);
  return code.replace(/<\/?var>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

const story = 'The harbour of Lindow will close for three weeks in May, the port office said on Monday. Two of its four cranes are forty years old.';
const claims = JSON.parse(claimsFile);
const two = JSON.stringify({ ...claims, items: claims.items.slice(0, 2) });

/** A folder with the published files where the recipes expect them. */
async function host(clean) {
  const folder = mkdtempSync(join(tmpdir(), 'who-says-recipe-'));
  clean(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(await packages(), 'npm'), join(folder, 'who-says'), { recursive: true });
  mkdirSync(join(folder, 'stories'));
  writeFileSync(join(folder, 'stories/17.claims.json'), two);
  writeFileSync(join(folder, 'stories/17.txt'), story);
  return folder;
}
async function works(open, address) {
  const opened = await open(address);
  await opened.until(() => {
    const tag = document.querySelector('who-says');
    return tag?.figures?.frames > 0 && tag.shadowRoot.querySelectorAll('[data-id^="claim:"]').length === 2;
  });
  await opened.until(() => [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.startsWith('who-says-') ? size : 0), 0) === 2);
  assert.deepEqual((await opened.log).filter((line) => /^(error|warn)/.test(line)), []);
  return opened;
}
/** Browsers ask for it. */
const icon = { '/favicon.ico': '' };
const html = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour</title></head><body>${body}</body></html>`;

export function recipes(it) {
  it('recipe: a page of plain HTML', { only: 'chromium' }, async ({ browser, clean }) => {
    const folder = await host(clean);
    writeFileSync(join(folder, 'index.html'), html(`<article id="story"><p>${story}</p></article>${recipe('html')}`));
    const site = await serve(folder, { headers: strictHeaders, pages: icon });
    clean(() => site.close());
    await works(browser.open, `${site.address}/index.html`);
  });

  it('recipe: a site generator, Eleventy', { only: 'chromium' }, async ({ browser, clean }) => {
    const folder = await host(clean);
    const source = mkdtempSync(join(tmpdir(), 'who-says-eleventy-'));
    clean(() => rmSync(source, { recursive: true, force: true }));
    mkdirSync(join(source, '_includes'));
    for (const [name, file] of [['eleventy-config', 'eleventy.config.mjs'], ['eleventy-layout', '_includes/story.njk'], ['eleventy-story', 'harbour.md']])
      writeFileSync(join(source, file), recipe(name).replace('The text of the story.', story));
    cpSync(folder, join(source, 'static'), { recursive: true });
    const eleventy = join(root, 'node_modules/@11ty/eleventy/cmd.cjs');
    execFileSync(process.execPath, [eleventy, '--quiet'], { cwd: source, stdio: 'pipe', env: { ...process.env, NODE_PATH: '' } });
    const site = await serve(join(source, '_site'), { headers: strictHeaders, pages: icon });
    clean(() => site.close());
    await works(browser.open, `${site.address}/harbour/`);
  });

  it('recipe: a block editor\'s block of HTML, as WordPress keeps and shows it', { only: 'chromium' }, async ({ browser, clean }) => {
    const { parse } = createRequire(import.meta.url)('@wordpress/block-serialization-default-parser');
    const folder = await host(clean);
    const post = `<!-- wp:paragraph -->\n<p>${story}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\n${recipe('block')}\n<!-- /wp:html -->\n`;
    const blocks = parse(post).filter(({ blockName }) => blockName);
    assert.deepEqual(blocks.map(({ blockName }) => blockName), ['core/paragraph', 'core/html']);
    // Themes put a post's blocks into the article; a block of HTML comes out as it was written.
    writeFileSync(join(folder, 'post.html'), html(`<article class="post"><div class="entry-content">${blocks.map(({ innerHTML }) => innerHTML).join('')}</div></article>`));
    const site = await serve(folder, { headers: strictHeaders, pages: icon });
    clean(() => site.close());
    const opened = await works(browser.open, `${site.address}/post.html`);
    // Its own words are no part of the article.
    assert.equal(await opened.run(() => document.querySelector('who-says').widget.reader.page.text.includes('Who says what')), false);
  });

  it('a frame of its own tells its height to the page around it, and to no other', async ({ browser, clean, shot, expected }) => {
    // Firefox makes no event that is said to come from a window of another origin.
    expected.fault = /MessageEvent constructor/;
    const folder = await host(clean);
    const framed = await serve(join(folder, 'who-says'), {
      headers: strictHeaders,
      pages: { '/17.claims.json': two, '/17.txt': story },
    });
    clean(() => framed.close());
    const outer = (query) => html(`<script src="heard.js"></script><script src="frame-parent.js"></script>${recipe('frame').replace(/<script[^]*?<\/script>\s*/, '').replaceAll('https://your-host/who-says', framed.address).replace(/\?[^"]*/, query)}`);
    const parent = await serve(folder, {
      // The frame is of another origin.
      headers: () => ({ 'content-security-policy': `${strictPolicy}; frame-src ${framed.address}` }),
      pages: {
        '/frame-parent.js': readFileSync(join(folder, 'who-says/frame-parent.js'), 'utf8'),
        '/heard.js': `window.heard = []; addEventListener('message', (event) => heard.push([event.origin, event.data]));
addEventListener('fake', () => dispatchEvent(new MessageEvent('message', { data: { type: 'who-says-height', height: 97 }, origin: 'https://elsewhere.example', source: document.querySelector('iframe').contentWindow })));`,
        '/index.html': outer('?claims=17.claims.json&text=17.txt&title=Harbour'),
        '/other.html': outer('?claims=17.claims.json&parent=https://elsewhere.example'),
        '/foreign.html': outer(`?claims=${encodeURIComponent('https://elsewhere.example/lies.claims.json')}`),
      },
    });
    clean(() => parent.close());
    const opened = await browser.open(`${parent.address}/index.html`);
    const [origin, data] = await opened.until(() => window.heard.find(([, { height }]) => height > 500));
    assert.deepEqual([origin, Object.keys(data).toSorted(), data.type], [framed.address, ['height', 'type'], 'who-says-height']);
    const height = () => opened.run(() => document.querySelector('iframe').style.height);
    await opened.until((n) => document.querySelector('iframe').style.height === `${n}px`, data.height);
    await opened.run(() => new Promise((done) => setTimeout(done, 1000)));
    await shot(opened, 'frame');
    // Others may say what they like.
    await opened.run(() => {
      postMessage({ type: 'who-says-height', height: 99 }, '*');
      document.querySelector('iframe').contentWindow.postMessage({ type: 'who-says-height', height: 98 }, '*');
      dispatchEvent(new Event('fake'));
      return new Promise((done) => setTimeout(done, 300));
    });
    assert.equal(await height(), `${data.height}px`);
    assert.ok(framed.requests.some(({ path }) => path === '/17.claims.json') && framed.requests.some(({ path }) => path === '/17.txt'));

    // The height is for the origin that the address names.
    await opened.go(`${parent.address}/other.html`);
    await opened.run(() => new Promise((done) => setTimeout(done, 1500)));
    assert.deepEqual(await opened.run(() => window.heard), []);
    // Nobody's claims but this host's are shown under its name.
    const asked = framed.requests.length;
    await opened.go(`${parent.address}/foreign.html`);
    await opened.until(() => window.heard.length > 0);
    assert.ok(await opened.run(() => window.heard.every(([, { height }]) => height < 200)), 'one line says what is wrong');
    assert.ok(!framed.requests.slice(asked).some(({ path }) => /lies/.test(path)));
  });
}
