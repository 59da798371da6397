// Nobody shut out: axe in every view and theme, the panel as text, large text, narrow windows, wide spacing.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { serve } from '../../../web/serve.mjs';
import { claimCount, pages } from './article.mjs';
import { atRest } from './outline.mjs';
import { canPrint } from './paper.mjs';
import { cards, nodes, press, ready } from './widget.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Walks through the views and states of a page with claims; `visit(name)` is called in each. */
async function everyState(page, visit) {
  await visit('claims');
  await press(page, 'filters');
  await visit('filters');
  await press(page, 'claim:urn:test:late');
  await visit('open card');
  await press(page, 'explain');
  await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="term:0"]') !== null);
  await visit('explained');
  await press(page, 'explain');
  await press(page, 'note:urn:test:late');
  await visit('note');
  await press(page, 'cancel-note:urn:test:late');
  await page.run(() => document.querySelector('who-says').importClaims('{', 'broken.json'));
  await visit('message');
  for (const view of ['sources', 'profile', 'text']) {
    await press(page, `tab:${view}`);
    await visit(view);
  }
  await press(page, 'pick:next-sentence');
  await press(page, 'highlight');
  await visit('editor');
  await press(page, 'cancel-draft');
  await press(page, 'tab:claims');
  await page.run(() => document.querySelector('who-says').widget.send({ verb: 'set-field', id: 'search-claims', text: 'zebra' }));
  await visit('nothing found');
}

/** Outside of the window to the side, or words that do not fit into what holds them. */
const tooWide = (page) =>
  page.run(() => {
    const shadow = document.querySelector('who-says').shadowRoot;
    const wrong = [];
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const scroller = shadow.querySelector('.scroller');
    if (scroller.scrollWidth > scroller.clientWidth + 1) wrong.push(`the panel is ${scroller.scrollWidth} of ${scroller.clientWidth} wide`);
    for (const control of shadow.querySelectorAll('.outline button')) {
      const box = control.getBoundingClientRect();
      if (box.left < -1 || box.right > innerWidth + 1) wrong.push(`${control.dataset.id}: ${box.left} to ${box.right}`);
    }
    return wrong;
  });

/** Words of the panel in which digits of English stand, in the state that it is in. */
const westernDigits = (page) =>
  page.run(() => [...document.querySelector('who-says').shadowRoot.querySelectorAll('.outline [data-id]')]
    // Where in a file something is wrong is told as it is.
    .filter((node) => !node.firstElementChild && !/^notice-details/.test(node.dataset.id) && /[0-9]/.test(node.textContent + (node.ariaLabel ?? '')))
    .map((node) => `${node.dataset.id}: ${node.textContent}`));

export function everybody(it) {
  it('in another language: its numbers in every view, and on paper', { only: 'chromium' }, async ({ browser, clean }) => {
    const site = await serve(join(root, 'build/site'), { pages: { ...pages, '/words/ar-EG.json': '{"tab.claims":"ادعاءات"}' } });
    clean(() => site.close());
    const page = await browser.open(`${site.address}/test.html`);
    await ready(page);
    // As if there were a file of a language with digits of its own.
    await page.run(() => {
      const tag = document.querySelector('who-says');
      tag.widget.assets.languages = [...tag.widget.assets.languages, 'ar-EG'];
      tag.setAttribute('lang', 'ar-EG');
    });
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:claims"]')?.textContent === 'ادعاءات');
    let seen = '';
    await everyState(page, async (state) => {
      await atRest(page);
      assert.deepEqual(await westernDigits(page), [], state);
      seen += await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.outline').textContent);
    });
    for (const words of [/٥ claims/, /٤ sources/, /[١-٥] of ٥/, /٠ of ٥/]) assert.match(seen, words);
    await canPrint(page);
    const paper = await page.run(() => {
      dispatchEvent(new Event('beforeprint'));
      const words = document.querySelector('who-says').shadowRoot.querySelector('.paper').textContent;
      dispatchEvent(new Event('afterprint'));
      return words;
    });
    assert.match(paper, /٥/);
    assert.doesNotMatch(paper, /[0-9]/);
  });

  // One document in all browsers: one of them will do.
  it('axe finds no fault in any view, light, dark and as text', { only: 'chromium' }, async ({ launchWith, clean }) => {
    const site = await serve(join(root, 'build/site'), { pages: { ...pages, '/axe.js': axe } });
    clean(() => site.close());
    for (const [dark, text] of [[false, false], [true, false], [false, true], [true, true]]) {
      const page = await (await launchWith({ dark })).open(`${site.address}/test.html`);
      await ready(page);
      if (text) await page.run(() => document.querySelector('who-says').setAttribute('render', 'text'));
      await page.run(() => new Promise((done, failed) => {
        document.head.append(Object.assign(document.createElement('script'), { src: 'axe.js', onload: done, onerror: failed }));
      }).then(() => true));
      await everyState(page, async (state) => {
        await atRest(page);
        const found = await page.run(async () =>
          (await axe.run(document, { resultTypes: ['violations'] })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(', ')}`));
        assert.deepEqual(found, [], `${state}, ${dark ? 'dark' : 'light'}${text ? ', as text' : ''}`);
      });
    }
  });

  it('the panel as text is one press away, does the same, and goes back', async ({ open, shot }) => {
    const page = await open('/test.html');
    await ready(page);
    await press(page, 'as-text');
    await page.until(() => document.querySelector('who-says').figures.renderer === 'text');
    assert.match((await nodes(page, 'as-text'))[0].text, /panel/);
    assert.equal((await cards(page)).length, claimCount);
    await press(page, 'claim:urn:test:late');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="chain:urn:test:late"]') !== null);
    // What is a target for a finger is seen, and large enough.
    const small = await page.run(() =>
      [...document.querySelector('who-says').shadowRoot.querySelectorAll('.outline button, .outline input')]
        .map((control) => [control.closest('[data-id]').dataset.id, control.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([id, { width, height }]) => `${id}: ${width} × ${height}`));
    assert.deepEqual(small, []);
    await shot(page, 'as-text');
    await press(page, 'tab:text');
    await press(page, 'pick:next-sentence');
    await press(page, 'pick:next-sentence');
    await press(page, 'highlight');
    await page.until(() => {
      const field = document.querySelector('who-says').shadowRoot.querySelector('[data-id="draft-source"] input');
      field?.focus();
      return Boolean(field);
    });
    await page.type('A neighbour');
    await press(page, 'save-draft');
    await press(page, 'tab:claims');
    assert.equal((await cards(page)).length, claimCount + 1);
    await press(page, 'undo');
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === n, claimCount);
    await press(page, 'as-text');
    await page.until(() => document.querySelector('who-says').figures.renderer !== 'text');
  });

  it('320 CSS pixels wide, with text of 200 %, and with wide spacing: nothing is cut off', { only: 'chromium' }, async ({ launchWith, site, name }) => {
    // WebKit's window cannot be that narrow here.
    const width = name === 'webkit' ? 640 : 320;
    for (const large of [false, true])
      for (const text of [false, true]) {
        const page = await (await launchWith({ width, height: 800 })).open(`${site.address}/test.html`);
        await page.run((twice) => {
          const sheet = new CSSStyleSheet();
          // The spacing that WCAG 1.4.12 names.
          sheet.replaceSync(`main{display:block!important;padding:0!important}who-says{position:static!important;line-height:1.5;letter-spacing:.12em;word-spacing:.16em}${twice ? 'html{font-size:200%}' : ''}`);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          document.querySelector('who-says').scrollIntoView();
        }, large);
        await ready(page);
        if (text) await page.run(() => document.querySelector('who-says').setAttribute('render', 'text'));
        await everyState(page, async (state) => {
          await atRest(page);
          assert.deepEqual(await tooWide(page), [], `${state}${large ? ', 200 %' : ''}${text ? ', as text' : ''}`);
        });
      }
  });
}
