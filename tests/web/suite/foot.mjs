// The panel's foot: its tools are at hand wherever a long list is scrolled, in each layout, drawn and as text; and where pages make room.

import assert from 'node:assert/strict';
import { atRest } from './outline.mjs';

const claimsThere = (page) => page.until(() => document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id^="claim:"]').length > 20);
/** A control as it is seen, in the window; whether all of it is inside of what scrolls. */
const control = (page, id) =>
  page.run((wanted) => {
    const root = document.querySelector('who-says').shadowRoot;
    const box = root.querySelector(`button[data-id="${wanted}"]`).getBoundingClientRect();
    const view = root.querySelector('.scroller').getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, seen: box.height >= 20 && box.top >= view.top - 1 && box.bottom <= Math.min(view.bottom, innerHeight) + 1 };
  }, id);
const scroll = async (page, share) => {
  await page.run((to) => {
    const scroller = document.querySelector('who-says').shadowRoot.querySelector('.scroller');
    scroller.scrollTop = to * (scroller.scrollHeight - scroller.clientHeight);
  }, share);
  await atRest(page);
};
const layout = async (page, kind) => {
  await page.run((wanted) => {
    const host = document.querySelector('who-says');
    host.layout = wanted;
    host.open = true;
    host.scrollIntoView({ block: 'center' });
  }, kind);
  await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').clientHeight > 100);
  if (kind === 'sheet') {
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.bar') !== null);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').getAnimations().length === 0);
  }
  await atRest(page);
};

export function foot(it) {
  it('tools at the foot are one press away wherever a long list is scrolled, in each layout; as text too', async ({ name, open }) => {
    const page = await open('/index.html');
    await claimsThere(page);
    // Slow, and the same code in each browser: those that stand elsewhere, and the way back.
    for (const kind of name === 'chromium' ? ['inline', 'docked', 'sheet', 'page', 'inline'] : ['docked', 'sheet', 'inline']) {
      await layout(page, kind);
      for (const share of [0, 0.5, 1]) {
        await scroll(page, share);
        for (const id of ['as-text', 'close-for-good']) assert.ok((await control(page, id)).seen, `${kind} at ${share}: ${id}`);
      }
      await scroll(page, 0.5);
      // By the mouse, on the canvas.
      await page.click(await control(page, 'as-text'));
      await page.until(() => document.querySelector('who-says').figures.renderer === 'text');
      for (const share of [0, 0.5, 1]) {
        await scroll(page, share);
        for (const id of ['as-text', 'close-for-good']) assert.ok((await control(page, id)).seen, `${kind} as text, at ${share}: ${id}`);
      }
      await scroll(page, 0.5);
      await page.click(await control(page, 'as-text'));
      await page.until(() => document.querySelector('who-says').figures.renderer !== 'text');
      await atRest(page);
    }
    // A list's last card ends above the foot.
    await scroll(page, 1);
    const [card, tool] = await page.run(() => {
      const { items, end } = document.querySelector('who-says').widget.placing.layout;
      const scrolled = document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTop;
      return [Math.max(...items.filter(({ fixed }) => !fixed).map(({ y, h }) => y + h)) - scrolled, end];
    });
    assert.ok(card <= tool, `${card} ${tool}`);
  });

  it('on a phone, by a finger, and with text of 200 % on 320 pixels', { only: 'chromium' }, async ({ launchWith, site }) => {
    const page = await (await launchWith({})).open('about:blank');
    for (const [width, height, large] of [[390, 844, false], [320, 640, true]]) {
      await page.own.setViewport({ width, height, isMobile: !large, hasTouch: true, deviceScaleFactor: 2 });
      await page.go(`${site.address}/index.html`);
      if (large) await page.run(() => (document.documentElement.style.fontSize = '200%'));
      await claimsThere(page);
      await layout(page, 'sheet');
      if (large) {
        await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.more').click());
        await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').getAnimations().length === 0);
        await atRest(page);
      }
      await scroll(page, 0.5);
      for (const id of ['as-text', 'close-for-good']) assert.ok((await control(page, id)).seen, `${width}: ${id}`);
      const { x, y } = await control(page, 'as-text');
      await page.own.touchscreen.tap(x, y);
      await page.until(() => document.querySelector('who-says').figures.renderer === 'text');
    }
  });

  it('windows of 860 pixels and more have the panel beside the words, where the page makes room as ours does', { only: 'chromium' }, async ({ launchWith, site }) => {
    const page = await (await launchWith({ width: 1280, height: 900 })).open('about:blank');
    for (const width of [820, 860, 900, 1000, 1080]) {
      await page.own.setViewport({ width, height: 900 });
      await page.go(`${site.address}/layouts.html`);
      await claimsThere(page);
      await page.run(() => (document.querySelector('who-says').open = true));
      await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').clientHeight > 100);
      await atRest(page);
      const { side, words, left, wide } = await page.run(() => {
        const root = document.querySelector('who-says').shadowRoot;
        const { left, width: wide } = root.querySelector('.frame').getBoundingClientRect();
        const { right, width } = document.querySelector('#article p').getBoundingClientRect();
        return { side: root.querySelector('.edge') !== null, words: { right, width }, left, wide };
      });
      assert.equal(side, width >= 860, `${width}`);
      if (side) assert.ok(wide >= 320 && words.right <= left && words.width >= 440, `${width}: ${wide}, ${words.width}`);
      assert.equal(await page.run(() => document.documentElement.scrollWidth <= innerWidth), true);
    }
  });
}
