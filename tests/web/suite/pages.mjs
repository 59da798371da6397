// The demo pages as a newcomer finds them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { cards, highlight, nodes, painted, paintedAll, press, ready, settledCards, still } from './widget.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shown = (page) => page.until(() => document.querySelector('who-says').figures?.frames > 0);
const claims = (page, n) => page.until((wanted) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === wanted, n);

/** Pastes a text into "Try your own" and reads it. */
const paste = async (page, text, last = text.split('\n').at(-1)) => {
  await page.run((words) => {
    document.querySelector('#text').value = words;
    document.querySelector('#open button.primary').click();
  }, text);
  await page.until((words) => document.querySelector('#article').textContent.includes(words), last);
};

/** Waits until the engine has looked through the text. */
const looked = (page) => page.until(() => /found|no claims/.test(document.querySelector('who-says').shadowRoot.querySelector('[data-id="detection-text"]')?.textContent));

const first = 'The mill will close in June, the owner said.\nNobody asked the workers.';
const second = 'A storm is coming, the weather office warned.\nThe ferry does not sail.';

export function pages(it) {
  it('the news page: every claim stands where it should', async ({ open, shot }) => {
    const page = await open('/index.html');
    await page.run(() => addEventListener('who-says-error', (event) => (window.failed = event.detail)));
    await shown(page);
    const list = await page.run(async () => (await (await fetch('articles/pyongyang-moscow.claims.json')).json()).items.map((item) => item.target.selector[0].exact));
    await claims(page, list.length);
    const lines = (await paintedAll(page, list.length)).map((line) => line.replace(/^.*?: /, ''));
    assert.deepEqual(lines.toSorted(), list.toSorted());
    // What a browser does not understand of a rule, it leaves out: colour must never stand alone.
    const styles = await page.run(() =>
      [...document.adoptedStyleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => /^::highlight\(who-says-(light|dark)-(?!flash|draft)[a-z]+\)$/.test(rule.selectorText))
        .map((rule) => `${rule.style.textDecorationLine} ${rule.style.textDecorationStyle}`),
    );
    assert.equal(styles.length, 16);
    assert.ok(styles.every((style) => /^underline \w+$/.test(style)), styles.join(', '));
    assert.equal(new Set(styles).size, 5);
    // A state other than exact would be said on the card.
    assert.deepEqual((await nodes(page, 'anchor:')).map((node) => node.text), []);
    assert.equal(await page.run(() => window.failed ?? null), null);
    await shot(page, 'news');
  });

  it('try your own: each text keeps its own highlights', async ({ open, shot }) => {
    const page = await open('/try.html');
    await shown(page);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:claims"].placed') !== null);
    await paste(page, first);
    await looked(page);
    await highlight(page, 'mill will close in June', 'The owner');
    await shot(page, 'try');
    await paste(page, `<!doctype html><title>Storm</title><article><h1>Weather</h1><p>${second.replace('\n', '</p><p>')}</p></article><script>window.ran = true</scr` + 'ipt>', 'The ferry does not sail.');
    await settledCards(page, 0);
    assert.equal(await page.run(() => window.ran ?? null), null);
    await paste(page, first);
    await settledCards(page, 1);
    await page.reload();
    await shown(page);
    await paste(page, second);
    await settledCards(page, 0);
    await paste(page, first);
    await settledCards(page, 1);
    assert.match((await cards(page)).join(' '), /mill will close in June/);
  });

  it('try your own, and a page that nobody has marked: the engine finds who says what', async ({ open, shot }) => {
    const page = await open('/detect.html');
    await shown(page);
    const said = () => /(\d+) claims found by the engine/.exec(document.querySelector('who-says').shadowRoot.querySelector('[data-id="detection-text"]')?.textContent)?.[1];
    assert.ok(Number(await page.until(said)) >= 8);
    await page.run(() => new Promise((done) => setTimeout(done, 300)));
    await shot(page, 'found');
    await page.go(new URL('try.html', await page.run(() => location.href)).href);
    await shown(page);
    await paste(page, first);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="detection-text"]')?.textContent.includes('found by the engine'));
    assert.ok((await painted(page)).some((line) => /-suggested: The mill will close in June/.test(line)));
  });

  it('a kiosk: the text in the panel, highlighted by keyboard', async ({ open, shot }) => {
    const page = await open('/kiosk.html');
    await shown(page);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="pick:next-sentence"]') !== null);
    await shot(page, 'kiosk');
    const before = await page.run(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="text-claim:"]').length);
    assert.ok(before > 20);
    for (let i = 0; i < 4; i++) await press(page, 'pick:next-sentence');
    await press(page, 'pick:shrink-word');
    await press(page, 'highlight');
    await press(page, 'save-draft');
    // The same with the pointer, over words that the canvas draws.
    await press(page, 'tab:text');
    await still(page);
    const words = await page.until(() => {
      const box = document.querySelector('who-says').shadowRoot.querySelector('[data-id^="text-claim:"].placed')?.getBoundingClientRect();
      return box && box.width > 0 && { x: box.left, y: box.top + box.height / 2 };
    });
    await page.drag({ x: words.x + 4, y: words.y }, { x: words.x + 240, y: words.y });
    await page.until(() => /^Chosen: \S+ \S+/.test(document.querySelector('who-says').shadowRoot.querySelector('[data-id="help"]')?.textContent ?? ''));
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="text-claim:"]').length === n, before + 1);
  });

  it('in the page of a phone, card and claim bring each other into sight', async ({ launchWith, site, shot, name }) => {
    // WebKit's window cannot be that narrow here; its layout is the same.
    const page = await (await launchWith({ width: name === 'webkit' ? 640 : 390, height: 844 })).open(`${site.address}/index.html`);
    await page.run(() => {
      document.querySelector('who-says').layout = 'inline';
      document.querySelector('who-says').scrollIntoView();
    });
    await shown(page);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length > 20);
    assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), 'nothing to scroll sideways');
    const [card] = await nodes(page, 'claim:');
    const top = () => page.run(() => document.querySelector('who-says').getBoundingClientRect().top);
    const before = await top();
    await press(page, card.id);
    await page.run(() => new Promise((done) => setTimeout(done, 700)));
    assert.equal(await top(), before);
    await shot(page, 'phone-card');
    await press(page, card.id.replace('claim:', 'show:'));
    await page.until((was) => document.querySelector('who-says').getBoundingClientRect().top > was + 300, before);
    // The page stands still before its words are tapped.
    await page.run(() => new Promise((done) => setTimeout(done, 800)));
    const at = await page.run(() => {
      const [range] = [...CSS.highlights].find(([name]) => name.endsWith('-chosen'))[1];
      const box = range.getClientRects()[0];
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
    await shot(page, 'phone-text');
    if (name === 'chromium') await page.own.touchscreen.tap(at.x, at.y);
    else await page.click(at);
    await page.until(() => document.querySelector('who-says').getBoundingClientRect().top < innerHeight - 200);
  });

  it('without JavaScript the claims are a plain list', { only: 'chromium' }, async ({ launchWith, site }) => {
    const browser = await launchWith({});
    const page = await browser.open('about:blank');
    await page.own.setJavaScriptEnabled(false);
    await page.go(`${site.address}/index.html`);
    const list = await page.own.$eval('who-says', (tag) => tag.innerText);
    assert.match(list, /Wi Song Lak/);
    assert.ok(list.split('\n').length > 20);
  });

  it('no page has a fault that axe finds', { only: 'chromium' }, async ({ launchWith, clean }) => {
    // Without the policy, which refuses the checker itself.
    const site = await serve(join(root, 'build/site'), { pages: { '/axe.js': axe } });
    clean(() => site.close());
    for (const dark of [false, true]) {
      const browser = await launchWith({ dark });
      for (const path of ['index', 'layouts', 'detect', 'try', 'lesson', 'kiosk', 'frame', 'embed', 'ellerby-pool-teacher', 'class', 'author', 'worksheet']) {
        const page = await browser.open(`${site.address}/${path}.html`);
        // A page behind another one draws nothing, but has its outline.
        if (path === 'class') {
          await page.run(() => document.querySelector('#sample').click());
          await page.until(() => !document.querySelector('#results').hidden);
        } else if (path === 'author') {
          await paste(page, first);
          await page.until(() => /claims? (is|are) part|Nothing/.test(document.querySelector('#claims-said').textContent));
        } else if (path === 'worksheet') await page.until(() => document.querySelectorAll('.sheet section').length > 0);
        else if (!['embed', 'ellerby-pool-teacher'].includes(path)) await page.until(() => Boolean(document.querySelector('who-says')?.shadowRoot?.querySelector('[data-id]')));
        if (path === 'lesson') await page.run(() => ((document.querySelector('[data-who-says=reading] details').open = true), 0));
        await page.run(() => new Promise((done, failed) => {
          const script = Object.assign(document.createElement('script'), { src: 'axe.js', onload: done, onerror: failed });
          document.head.append(script);
        }).then(() => true));
        const found = await page.run(async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`));
        assert.deepEqual(found, [], `${path} ${dark ? 'dark' : 'light'}`);
      }
    }
  });
}
