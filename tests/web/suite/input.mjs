// Input methods and fingers, as the browser itself hands them over.

import assert from 'node:assert/strict';
import { atRest } from './outline.mjs';
import { fill, nodes, press, ready } from './widget.mjs';

const value = (page, id) => page.run((wanted) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${wanted}"]`).querySelector('input,textarea').value, id);
const centre = (page, id) =>
  page.until((wanted) => {
    const box = document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${wanted}"].placed`)?.getBoundingClientRect();
    return box && box.width > 0 && { x: box.left + box.width / 2, y: box.top + Math.min(box.height / 2, 14) };
  }, id);

export function input(it) {
  it('words are composed in search and notes: Korean, Japanese, dead keys', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const own = await page.own.createCDPSession();
    const compose = async (steps, words) => {
      for (const text of steps) await own.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await own.send('Input.insertText', { text: words });
    };
    const samples = [[['ㅎ', '하', '한', '한ㄱ', '한구', '한국'], '한국'], [['k', 'か', 'かn', 'かん', '漢'], '漢'], [['´'], 'é'], [['^'], 'ô']];
    await fill(page, 'search-claims', '');
    let typed = '';
    for (const [steps, words] of samples) {
      await compose(steps, words);
      typed += words;
      await atRest(page);
      assert.equal(await value(page, 'search-claims'), typed);
    }
    assert.deepEqual(await nodes(page, 'claim:'), []);
    // What is being composed is searched for already, and Escape belongs to the input method.
    await page.run(() => (window.stepped = 0));
    await own.send('Input.imeSetComposition', { text: 'ㅎ', selectionStart: 1, selectionEnd: 1 });
    await page.run(() => {
      const field = document.querySelector('who-says').shadowRoot.activeElement;
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true, composed: true }));
    });
    assert.equal(await value(page, 'search-claims'), `${typed}ㅎ`);
    await own.send('Input.insertText', { text: '' });
    await press(page, 'clear-filters');
    await press(page, 'claim:urn:test:port');
    await press(page, 'note:urn:test:port');
    await fill(page, 'note:urn:test:port', '');
    for (const [steps, words] of samples) await compose(steps, words);
    assert.equal(await value(page, 'note:urn:test:port'), typed);
    await press(page, 'save-note:urn:test:port');
    await page.until((words) => document.querySelector('who-says').shadowRoot.querySelector('[data-id="own-note:urn:test:port"]')?.textContent.includes(words), typed);
  });

  it('a finger scrolls the panel as the browser does, two zoom the page, a tap opens a card', { only: 'chromium' }, async ({ launchWith, site }) => {
    const page = await (await launchWith({ width: 390, height: 844 })).open('about:blank');
    await page.own.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
    await page.go(`${site.address}/index.html`);
    await page.run(() => {
      document.querySelector('who-says').layout = 'inline';
      document.querySelector('who-says').scrollIntoView();
    });
    await page.until(() => document.querySelector('who-says').figures?.frames > 0);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length > 20);
    await atRest(page);
    const top = () => page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTop);
    const actions = await page.run(() => ['.scroller', 'canvas'].map((part) => getComputedStyle(document.querySelector('who-says').shadowRoot.querySelector(part)).touchAction));
    assert.deepEqual(actions, ['pan-y pinch-zoom', 'pan-y pinch-zoom']);
    const own = await page.own.createCDPSession();
    const middle = await page.run(() => {
      const box = document.querySelector('who-says').getBoundingClientRect();
      return { x: Math.round(box.left + box.width / 2), y: Math.round(Math.max(0, box.top) + 300) };
    });
    const swipe = async ({ x, y }, by) => {
      await own.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let n = 1; n <= 10; n++) {
        await own.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y + (by * n) / 10 }] });
        await page.run(() => new Promise(requestAnimationFrame));
      }
      await own.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    const [first] = await nodes(page, 'claim:');
    await swipe(middle, -220);
    await atRest(page);
    assert.ok((await top()) > 100, `${await top()}`);
    // A scroll is no press.
    assert.equal((await nodes(page, 'claim:')).some(({ on }) => on === 'true'), false);
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTo(0, 0));
    await atRest(page);
    const card = await centre(page, first.id);
    await page.own.touchscreen.tap(card.x, card.y);
    await page.until((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${id}"]`).getAttribute('aria-expanded') === 'true', first.id);
    const zoom = () => page.run(() => visualViewport.scale);
    const before = await zoom();
    const fingers = (apart) => [{ x: middle.x - apart, y: middle.y, id: 0 }, { x: middle.x + apart, y: middle.y, id: 1 }];
    await own.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
    for (let apart = 35; apart <= 130; apart += 5) {
      await own.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
      await page.run(() => new Promise(requestAnimationFrame));
    }
    await own.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    assert.ok((await zoom()) > before * 1.3, `${before}, then ${await zoom()}`);
  });
}
