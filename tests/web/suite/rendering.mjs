// How the panel draws itself: WebGL 2, else WebGL 1, else the core's own renderer, else as text. Each is forced by refusing the one before.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { claimCount, pages } from './article.mjs';
import { errors } from './reading.mjs';
import { cards, nodes, press, ready, still } from './widget.mjs';

const renderer = (page) => page.run(() => document.querySelector('who-says').figures.renderer);
const is = (page, name) => page.until((wanted) => document.querySelector('who-says').figures.renderer === wanted, name);
/** Waits until the panel stands still, and keeps its picture in the page: { number, colours }, how many it has. */
const picture = async (page) => {
  await still(page);
  return page.run(() => {
    const widget = document.querySelector('who-says');
    window.read = () => {
      const canvas = widget.shadowRoot.querySelector('canvas');
      return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    };
    const data = window.read();
    return { number: (window.pictures ??= []).push(data) - 1, colours: new Set(new Uint32Array(data.buffer)).size };
  });
};
/** The panel is as it was in a picture before: but for one value in a thousand, since not all engines blend the same way twice. */
const isPicture = async (page, before) => {
  const other = await page.run((n) => {
    const [one, two] = [window.pictures[n], window.read()];
    return one.length === two.length ? one.reduce((sum, value, i) => sum + (Math.abs(value - two[i]) > 16), 0) / one.length : 1;
  }, before.number);
  assert.ok(other < 0.001, `${other} of the picture is another`);
};
const isDrawn = async (page) => assert.ok((await picture(page)).colours > 50, 'a picture with words in it');
const isOpen = (page, id) => page.until((wanted) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="claim:${wanted}"]`).getAttribute('aria-expanded') === 'true', id);
/** Clicks where a control is seen, as text. */
const click = async (page, id) => {
  const at = await page.until((wanted) => {
    const control = document.querySelector('who-says').shadowRoot.querySelector(`button[data-id="${wanted}"]`);
    control?.scrollIntoView({ block: 'center' });
    const box = control?.getBoundingClientRect();
    return box && box.height >= 24 && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, id);
  await page.click(at);
};

export function rendering(it) {
  it('a panel of another height makes no word anew', async ({ open }) => {
    const page = await open('/refused.html?refuse=webgl2,webgl');
    await ready(page);
    await still(page);
    await page.run(() => {
      const widget = document.querySelector('who-says');
      window.before = widget.shadowRoot.querySelector('canvas').height;
      window.made = [];
      const { text } = widget.widget;
      text.raster = (face, size, run, phase) => (window.made.push(run), Object.getPrototypeOf(text).raster.call(text, face, size, run, phase));
      widget.style.height = `${widget.getBoundingClientRect().height - 100}px`;
    });
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('canvas').height < window.before);
    await still(page);
    assert.deepEqual(await page.run(() => window.made), []);
    await isDrawn(page);
  });
  // Firefox has no WebGL without a screen.
  it('WebGL 2, else WebGL 1', { not: 'firefox' }, async ({ open, shot, site }) => {
    const page = await open('/refused.html');
    for (const [refused, wanted] of [['', 'webgl2'], ['webgl2', 'webgl']]) {
      if (refused) await page.go(`${site.address}/refused.html?refuse=${refused}`);
      await ready(page);
      assert.equal(await renderer(page), wanted);
      await press(page, 'claim:urn:test:port');
      await isOpen(page, 'urn:test:port');
      await isDrawn(page);
      await shot(page, wanted);
      // Reading the picture back costs the driver something, and it says so.
      assert.deepEqual((await errors(page)).filter((line) => !/WebGL|Canvas2D/.test(line)), []);
    }
  });

  it('else the software renderer', async ({ open }) => {
    const page = await open('/refused.html?refuse=webgl2,webgl');
    await ready(page);
    assert.equal(await renderer(page), 'software');
    assert.deepEqual(await errors(page), []);
    await isDrawn(page);
  });

  it('emoji have their colours, and Thai breaks between words', async ({ open, site, name, shot }) => {
    const quote = '🎉🔴🟢 แม่น้ำท่วมถนนสายหลักของเมืองในคืนวันเสาร์หลังจากฝนตกหนักติดต่อกันสามวัน';
    const file = JSON.stringify({ type: 'AnnotationPage', items: [{ id: 'urn:test:party', type: 'Annotation', target: { selector: { type: 'TextQuoteSelector', exact: quote } } }] });
    const page = await open('/refused.html');
    for (const refused of name === 'chromium' ? ['', '?refuse=webgl2,webgl'] : ['']) {
      if (refused) await page.go(`${site.address}/refused.html${refused}`);
      await ready(page);
      await page.run((json) => {
        const tag = document.querySelector('who-says');
        const { text } = tag.widget;
        window.runs = [];
        text.raster = (face, size, run, phase) => (window.runs.push(run), Object.getPrototypeOf(text).raster.call(text, face, size, run, phase));
        tag.importClaims(json, 'party.json');
        tag.select('urn:test:party');
      }, file);
      await page.until(() => {
        const canvas = document.querySelector('who-says').shadowRoot.querySelector('canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let [red, green] = [0, 0];
        for (let i = 0; i < data.length; i += 4) {
          const [r, g, b] = data.subarray(i, i + 3);
          if (r > 170 && g < 110 && b < 110) red++;
          if (g > 120 && r < g - 50 && b < g - 50) green++;
        }
        return red > 20 && green > 20;
      });
      const runs = await page.run(() => window.runs);
      // Dictionaries differ in what is one word.
      for (const word of ['เมือง', 'วัน']) assert.ok(runs.some((run) => run.startsWith(word)), `${word}: ${runs.join(' | ')}`);
      assert.ok(runs.every((run) => !/[ก-๙]{16}/.test(run)), runs.join(' | '));
      await shot(page, `emoji${refused.length}`);
    }
  });

  const asText = async (page, shot, name) => {
    await page.until(() => (window.told ?? []).some(([type]) => type === 'ready' || type === 'error'));
    assert.equal(await renderer(page), 'text');
    assert.equal((await cards(page)).length, claimCount);
    await click(page, 'claim:urn:test:late');
    await isOpen(page, 'urn:test:late');
    assert.match((await nodes(page, 'hop:urn:test:late')).map(({ text }) => text).join(' '), /Jon Vale/);
    await shot(page, name);
    await page.run((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${id}"] input`).focus(), 'search-claims');
    await page.type('storm');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === 1);
    for (let i = 0; i < 5; i++) await page.press('Backspace');
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === n, claimCount);
    assert.equal(await page.run(() => document.querySelector('who-says').figures.frames), 0);
  };

  it('else text: where a canvas is refused', async ({ open, shot }) => {
    const page = await open('/refused.html?refuse=webgl2,webgl,2d');
    await asText(page, shot, 'no-canvas');
    assert.deepEqual(await errors(page), []);
  });

  it('text where WebAssembly is refused by policy, and where there is none; in both builds', async ({ browser, clean, shot }) => {
    const without = (path) => Object.fromEntries(Object.entries(strictHeaders(path)).map(([name, value]) => [name, value.replace(" 'wasm-unsafe-eval'", '')]));
    const site = await serve(join(root, 'build/site'), { pages, headers: without });
    clean(() => site.close());
    const page = await browser.open('about:blank');
    for (const path of ['/test.html', '/refused.html?refuse=wasm', '/classic.html']) {
      await page.go(site.address + path);
      await asText(page, shot, 'no-wasm');
    }
    // The same functions: a highlight of the reader's own, made and undone.
    await page.go(`${site.address}/test.html`);
    await page.until(() => (window.told ?? []).some(([type]) => type === 'ready'));
    await page.run(() => document.querySelector('who-says').showView('text'));
    for (let i = 0; i < 2; i++) await press(page, 'pick:next-sentence');
    await press(page, 'highlight');
    await press(page, 'save-draft');
    await press(page, 'tab:claims');
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === n, claimCount + 1);
    await press(page, 'undo');
    await page.until((n) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length === n, claimCount);
  });

  it('as text by attribute, and drawn again', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const was = await renderer(page);
    await page.run(() => document.querySelector('who-says').setAttribute('render', 'text'));
    await is(page, 'text');
    await click(page, 'claim:urn:test:port');
    await isOpen(page, 'urn:test:port');
    await click(page, 'claim:urn:test:port');
    await page.run(() => document.querySelector('who-says').removeAttribute('render'));
    await is(page, was);
    await isDrawn(page);
  });

  it('in forced colours as text', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const was = await renderer(page);
    const browser = await page.own.createCDPSession();
    const force = (value) => browser.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await force('active');
    await is(page, 'text');
    await force('none');
    await is(page, was);
  });

  it('a lost context loses nothing; after the second loss the core draws', { not: 'firefox' }, async ({ open }) => {
    const page = await open('/refused.html');
    await ready(page);
    await press(page, 'claim:urn:test:port');
    await isOpen(page, 'urn:test:port');
    const before = await picture(page);
    const lose = () => page.run(() => (window.lost = window.contexts[0].getExtension('WEBGL_lose_context')).loseContext());
    await lose();
    // What happens meanwhile is not lost, and what was drawn is still to be seen.
    await press(page, 'tab:profile');
    await page.run(() => new Promise((done) => setTimeout(done, 100)));
    await isPicture(page, before);
    await page.run(() => window.lost.restoreContext());
    await page.until((n) => window.read().some((value, i) => value !== window.pictures[n][i]), before.number);
    assert.equal(await renderer(page), 'webgl2');
    await press(page, 'tab:claims');
    await picture(page);
    await isPicture(page, before);
    await lose();
    await is(page, 'software');
    await press(page, 'claim:urn:test:storm');
    await isOpen(page, 'urn:test:storm');
    await isDrawn(page);
    assert.deepEqual((await errors(page)).filter((line) => !/webgl|context|Canvas2D/i.test(line)), []);
  });

  it('a context that does not come back: the core draws', { not: 'firefox' }, async ({ open }) => {
    const page = await open('/refused.html');
    await ready(page);
    await page.run(() => window.contexts[0].getExtension('WEBGL_lose_context').loseContext());
    await is(page, 'software');
    await press(page, 'claim:urn:test:port');
    await isDrawn(page);
  });

  it('twenty widgets share one context', { not: 'firefox' }, async ({ open }) => {
    const page = await open('/twenty.html');
    await page.until(() => customElements.get('who-says'));
    for (let n = 0; n < 20; n++) {
      await page.run((i) => document.querySelectorAll('who-says')[i].scrollIntoView(), n);
      await page.until((i) => document.querySelectorAll('who-says')[i].figures.frames > 0 && document.querySelectorAll('who-says')[i].shadowRoot.querySelector('[data-id="claim:urn:test:port"]'), n);
    }
    const drawn = await page.run(() => [...document.querySelectorAll('who-says')].map((widget) => [widget.figures.renderer, new Set(new Uint32Array(widget.shadowRoot.querySelector('canvas').getContext('2d').getImageData(0, 0, 400, 300).data.buffer)).size > 50]));
    assert.deepEqual(drawn, Array(20).fill(['webgl2', true]));
    assert.equal(await page.run(() => window.contexts.length), 1);
    // The last one to go gives it back.
    await page.run(() => document.querySelectorAll('who-says').forEach((widget) => widget.remove()));
    await page.until(() => window.contexts[0].isContextLost());
  });

  it('without the Custom Highlight API: boxes over the words, the article as it was', async ({ open, shot }) => {
    const page = await open('/refused.html?refuse=highlights');
    await ready(page);
    await page.until(() => document.documentElement.lastElementChild.shadowRoot?.children.length >= 5);
    const found = await page.until(async () => {
      const source = await (await fetch(location.href)).text();
      const walker = document.createTreeWalker(document.querySelector('#story'), NodeFilter.SHOW_TEXT);
      let node;
      while ((node = walker.nextNode()) && !node.data.includes('could fail in any'));
      const range = document.createRange();
      range.setStart(node, node.data.indexOf('the old cranes'));
      range.setEnd(node, node.data.indexOf('any storm') + 9);
      const [words] = range.getClientRects();
      const boxes = [...document.documentElement.lastElementChild.shadowRoot.children].map((box) => box.getBoundingClientRect());
      const placed = boxes.some((box) => Math.abs(box.left - words.left) < 2 && Math.abs(box.top - words.top) < 2 && Math.abs(box.width - words.width) < 2);
      return placed && {
        same: document.querySelector('#story').outerHTML === source.slice(source.indexOf('<article'), source.indexOf('</article>') + 10),
        at: { x: words.left + words.width / 2, y: words.top + words.height / 2 },
      };
    });
    assert.ok(found.same);
    // The words can be clicked through it, and what is chosen is filled.
    await page.click(found.at);
    await isOpen(page, 'urn:test:storm');
    await page.until(() => [...document.documentElement.lastElementChild.shadowRoot.children].some((box) => box.style.backgroundColor));
    await shot(page, 'overlay');
    await page.run(() => document.querySelector('who-says').remove());
    await page.until(() => document.documentElement.lastElementChild === document.body);
  });

  it('a fault in the core: an event tells it, a fresh core goes on as text, the page lives on', async ({ open }) => {
    const page = await open('/refused.html?refuse=frames');
    await ready(page);
    await page.run(() => {
      window.fault = true;
      document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:port"]').click();
    });
    await page.until(() => window.told.some(([type, { code }]) => type === 'error' && code === 'stopped'));
    await page.until(() => window.told.filter(([type]) => type === 'ready').length === 2);
    assert.equal(await renderer(page), 'text');
    assert.equal((await cards(page)).length, claimCount);
    await press(page, 'claim:urn:test:late');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="chain:urn:test:late"]') !== null);
    assert.equal(await page.run(() => getComputedStyle(document.querySelector('who-says').shadowRoot.querySelector('canvas')).display), 'none');
    assert.ok(await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:port"]').getBoundingClientRect().height >= 24));
    await page.run(() => document.querySelector('who-says').remove());
    assert.deepEqual((await page.log).filter((line) => line.startsWith('error')), []);
  });
}
