// The panel over the page: at the window's side and at its foot; and as all of a page.

import assert from 'node:assert/strict';
import { atRest } from './outline.mjs';
import { canPrint } from './paper.mjs';
import { nodes, place, press, ready } from './widget.mjs';

/** What is seen of the widget: boxes in the window, the focus, words of its controls. */
const seen = (page) =>
  page.run(() => {
    const host = document.querySelector('who-says');
    const shadow = host.shadowRoot;
    const box = (part) => {
      const element = shadow.querySelector(part);
      if (!element?.checkVisibility({ visibilityProperty: true })) return null;
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      return { left, top, right, bottom, width, height };
    };
    const text = (part) => shadow.querySelector(part)?.textContent;
    const edge = shadow.querySelector('.edge');
    return {
      open: host.open, height: shadow.querySelector('.frame').dataset.height, focus: shadow.activeElement?.className ?? '',
      frame: box('.frame'), scroller: box('.scroller'), opener: box('.opener'), bar: box('.bar'), line: box('.line'), more: box('.more'), less: box('.less'),
      launcher: text('.opener'), words: text('.line'), edge: edge && [edge.ariaValueMin, edge.ariaValueNow, edge.ariaValueMax, edge.ariaLabel],
    };
  });
const claimsThere = (page) => page.until(() => document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id^="claim:"]').length > 20);
const slid = (page) => page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').getAnimations().length === 0);
const chosen = (page) =>
  page.run(() => {
    const [range] = [...CSS.highlights].find(([name]) => name.endsWith('-chosen'))[1];
    const { top, bottom } = range.getBoundingClientRect();
    return { top, bottom };
  });
/** Once the page stands still. */
const still = (page) => page.run(() => new Promise((done) => {
  let last = -1;
  const look = () => (scrollY === last ? done() : ((last = scrollY), setTimeout(look, 150)));
  look();
}));

/** A page at a phone's size that feels fingers, and what these do. */
async function phone(launchWith, address, before = async () => {}) {
  const page = await (await launchWith({ width: 390, height: 844 })).open('about:blank');
  await page.own.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  await before(page);
  await page.go(address);
  const own = await page.own.createCDPSession();
  const touch = (type, points) => own.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const frame = () => page.run(() => new Promise(requestAnimationFrame));
  return {
    page,
    tap: ({ x, y }) => page.own.touchscreen.tap(x, y),
    async swipe({ x, y }, by, steps = 10) {
      await touch('touchStart', [{ x, y }]);
      for (let n = 1; n <= steps; n++) {
        await touch('touchMove', [{ x, y: y + (by * n) / steps }]);
        await frame();
      }
      // A finger that rests before it goes: no flick.
      await page.run(() => new Promise((done) => setTimeout(done, 150)));
      await touch('touchEnd', []);
    },
    async pinch({ x, y }) {
      const fingers = (apart) => [{ x: x - apart, y, id: 0 }, { x: x + apart, y, id: 1 }];
      await touch('touchStart', fingers(30));
      for (let apart = 35; apart <= 130; apart += 5) {
        await touch('touchMove', fingers(apart));
        await frame();
      }
      await touch('touchEnd', []);
    },
  };
}
const middle = ({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

export function layouts(it) {
  it('at the side: a button with the number of claims opens it, arrow keys widen it, Esc closes it, the focus goes along', async ({ launchWith, site, shot }) => {
    const page = await (await launchWith({ width: 1280, height: 900 })).open(`${site.address}/layouts.html`);
    await page.until(() => document.querySelector('who-says').shadowRoot?.querySelector('.opener')?.checkVisibility({ visibilityProperty: true }));
    await claimsThere(page);
    const closed = await seen(page);
    assert.equal(closed.open, false);
    assert.equal(closed.frame, null);
    assert.match(closed.launcher, /Who says\?30 claims/);
    assert.ok(closed.opener.right <= 1280 && closed.opener.bottom <= 900 && closed.opener.height >= 44);
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.opener').focus());
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').figures.frames > 0);
    const open = await seen(page);
    assert.equal(open.focus, 'less');
    assert.deepEqual([open.frame.top, open.frame.right, open.frame.bottom], [0, await page.run(() => document.documentElement.clientWidth), 900]);
    assert.equal(open.opener, null);
    // The page has made room: no word lies under it.
    assert.ok((await page.run(() => Math.max(...[...document.querySelectorAll('#article p')].map((p) => p.getBoundingClientRect().right)))) <= open.frame.left);
    await shot(page, 'docked');
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.edge').focus());
    const [, before] = open.edge;
    await page.press('ArrowLeft');
    const [least, wider, most, name] = (await seen(page)).edge;
    assert.equal(Number(wider), Number(before) + 24);
    assert.equal(name, 'Width of the panel');
    await page.press('Home');
    const narrow = await seen(page);
    assert.deepEqual([narrow.edge[1], narrow.frame.width], [least, Number(least)]);
    await page.press('End');
    assert.equal((await seen(page)).edge[1], most);
    // One Esc for the card, one for the panel.
    const [card] = await nodes(page, 'claim:');
    await page.run((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${id}"]`).focus(), card.id);
    await press(page, card.id);
    await page.press('Escape');
    await page.until((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${id}"]`).ariaExpanded === 'false', card.id);
    assert.equal((await seen(page)).open, true);
    await page.press('Escape');
    const again = await seen(page);
    assert.deepEqual([again.open, again.frame, again.focus], [false, null, 'opener']);
    // What the reader chose stays.
    await page.press('Enter');
    assert.equal((await seen(page)).edge[1], most);
  });

  it('at the foot, by fingers: a line, half, nearly all; a tapped claim stays in sight above its card', { only: 'chromium' }, async ({ launchWith, site, shot }) => {
    const { page, tap, swipe, pinch } = await phone(launchWith, `${site.address}/index.html`);
    await claimsThere(page);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.line')?.textContent !== '');
    const length = await page.run(() => history.length);
    const folded = await seen(page);
    assert.deepEqual([folded.open, folded.height, folded.scroller], [false, 'peek', null]);
    assert.deepEqual([folded.frame.height, folded.frame.bottom], [56, 844]);
    // The article scrolls under it, and it says who is behind what is read.
    await swipe({ x: 195, y: 600 }, -400);
    await still(page);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.line').textContent === 'Ex-diplomat · Wi Song Lak');
    assert.ok((await page.run(() => scrollY)) > 200);
    const bar = async () => middle((await seen(page)).bar);
    await swipe(await bar(), -300);
    await slid(page);
    const half = await seen(page);
    assert.deepEqual([half.open, half.height, half.frame.height], [true, 'half', 422]);
    assert.ok(half.scroller.bottom <= 844);
    await swipe(await bar(), -300);
    await slid(page);
    const full = await seen(page);
    assert.deepEqual([full.height, full.frame.top, full.more], ['full', 24, null]);
    // The panel's own words scroll as the browser does, and leave the height alone.
    await atRest(page);
    await swipe({ x: 195, y: 700 }, -300);
    assert.ok((await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTop)) > 100);
    assert.equal((await seen(page)).height, 'full');
    await swipe(await bar(), 800);
    await slid(page);
    assert.deepEqual([(await seen(page)).height, (await seen(page)).open], ['peek', false]);
    // A claim low on the page, which half a window of panel would cover.
    await page.run(() => scrollTo(0, 0));
    const at = await page.run(() => {
      const boxes = [...CSS.highlights].filter(([name]) => name.startsWith('who-says-')).flatMap(([, ranges]) => [...ranges]).map((range) => range.getClientRects()[0]);
      const { left, width, top, height } = boxes.find((box) => box && box.top > 560 && box.bottom < 760);
      return { x: left + width / 2, y: top + height / 2 };
    });
    await tap(at);
    await page.until(() => [...CSS.highlights.keys()].some((name) => name.endsWith('-chosen')));
    await slid(page);
    await still(page);
    const { top, bottom } = await chosen(page);
    const opened = await seen(page);
    assert.equal(opened.height, 'half');
    assert.ok(top >= 0 && bottom <= opened.frame.top, `${top} to ${bottom} above ${opened.frame.top}`);
    const card = await page.until(() => {
      const shadow = document.querySelector('who-says').shadowRoot;
      const box = shadow.querySelector('button[aria-expanded=true].placed[data-id^="claim:"]')?.getBoundingClientRect();
      return box && box.top > 422 && box.top < 844 && true;
    });
    assert.equal(card, true);
    await shot(page, 'sheet');
    // The last words too: the page is as much longer as the panel is high.
    await press(page, (await nodes(page, 'claim:')).at(-1).id);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]')[29].ariaExpanded === 'true');
    await still(page);
    assert.ok((await chosen(page)).bottom <= 422);
    // By a field the keyboard of the screen comes up: the panel makes room for it.
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="search-claims"] input').focus());
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').dataset.height === 'full');
    await press(page, (await nodes(page, 'claim:'))[4].id);
    await press(page, (await nodes(page, 'show:'))[0].id);
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').dataset.height === 'half');
    await slid(page);
    // Two fingers zoom the page, on the bar too, and move nothing.
    const zoom = () => page.run(() => visualViewport.scale);
    await pinch(await bar());
    assert.ok((await zoom()) > 1.3);
    assert.equal((await seen(page)).height, 'half');
    assert.equal(await page.run(() => history.length), length);
  });

  it('at the foot, by keyboard; words of the page are selected beside it', async ({ launchWith, site, name }) => {
    const page = await (await launchWith({ width: name === 'webkit' ? 640 : 590, height: 900 })).open(`${site.address}/sheet.html`);
    await page.until(() => document.querySelector('who-says').shadowRoot?.querySelector('.line')?.textContent);
    const focus = (part) => page.run((one) => document.querySelector('who-says').shadowRoot.querySelector(one).focus(), part);
    await focus('.line');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').figures.frames > 0);
    const half = await seen(page);
    assert.deepEqual([half.height, half.focus], ['half', 'less']);
    assert.ok((await nodes(page, 'claim:')).some(({ on }) => on === 'true'), 'the card of the claim that the line named');
    await focus('.more');
    await page.press('Enter');
    const full = await seen(page);
    assert.deepEqual([full.height, full.focus], ['full', 'less']);
    await page.press('Enter');
    await slid(page);
    assert.equal((await seen(page)).height, 'half');
    await page.run(() => scrollTo(0, 0));
    const { from, to } = await place(page, 'Two of its four cranes');
    await page.drag(from, to);
    assert.match(await page.run(() => String(getSelection())), /^\s*Two of its four cranes?\s*$/);
    await page.until(() => !document.querySelector('who-says').shadowRoot.querySelector('.offer').hidden);
    assert.equal((await seen(page)).height, 'half');
    await page.run(() => getSelection().removeAllRanges());
    await focus('.less');
    await page.press('Escape'); // the card
    await focus('.less');
    await page.press('Escape');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').dataset.height === 'peek');
    const folded = await seen(page);
    assert.deepEqual([folded.open, folded.focus, folded.less], [false, 'line', null]);
  });

  it('over the page: mirrored, on paper, without motion, in forced colours, narrow, with large text', { only: 'chromium' }, async ({ launchWith, site }) => {
    const page = await (await launchWith({ width: 1280, height: 900 })).open(`${site.address}/docked.html`);
    await page.until(() => window.told.some(([type]) => type === 'ready'));
    await page.run(() => {
      document.documentElement.dir = 'rtl';
      document.querySelector('who-says').open = true;
    });
    const mirrored = await seen(page);
    assert.equal(mirrored.frame.left, 0);
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.edge').focus());
    await page.press('ArrowRight');
    assert.equal((await seen(page)).frame.width, mirrored.frame.width + 24);
    // On paper what prints stands in an open panel's place, in a closed one's nothing.
    await canPrint(page);
    await page.own.emulateMediaType('print');
    const onPaper = () => page.run(() => {
      const shadow = document.querySelector('who-says').shadowRoot;
      return [...shadow.querySelectorAll('.paper,.frame,.bar,.edge,.opener')].filter((e) => e.checkVisibility()).map((e) => `${e.className} ${getComputedStyle(e).position}`);
    });
    assert.deepEqual(await onPaper(), ['paper static']);
    await page.run(() => (document.querySelector('who-says').open = false));
    assert.deepEqual(await onPaper(), []);
    // Nor in one that nobody has opened yet, at the side or at the foot; unless the page asks for the article with its numbers.
    for (const layout of ['sheet', 'docked']) {
      await page.run((kind) => {
        document.querySelector('who-says').removeAttribute('open');
        document.querySelector('who-says').layout = kind;
      }, layout);
      await page.until((part) => document.querySelector('who-says').shadowRoot.querySelector(part), layout === 'sheet' ? '.line' : '.edge');
      assert.deepEqual(await onPaper(), [], layout);
    }
    await page.run(() => document.querySelector('who-says').setAttribute('who-says-prints', ''));
    assert.deepEqual(await onPaper(), ['paper static']);
    await page.run(() => document.querySelector('who-says').removeAttribute('who-says-prints'));
    await page.own.emulateMediaType('screen');
    // A slide takes less than 200 ms, and none where less motion is asked for.
    const slides = () => page.run(() => {
      document.querySelector('who-says').open = true;
      const times = document.querySelector('who-says').shadowRoot.querySelector('.frame').getAnimations().map((a) => a.effect.getComputedTiming().duration);
      document.querySelector('who-says').open = false;
      return times;
    });
    await page.run(() => (document.querySelector('who-says').layout = 'sheet'));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.line'));
    assert.equal(await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.edge')), null);
    const [time] = await slides();
    assert.ok(time > 0 && time < 200);
    await page.own.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    assert.deepEqual(await slides(), []);
    // 320 CSS pixels and large text: the line is cut, nothing else is.
    await page.own.setViewport({ width: 320, height: 640 });
    await page.run(() => {
      document.documentElement.style.fontSize = '200%';
      document.documentElement.dir = 'ltr';
      document.querySelector('who-says').open = true;
    });
    for (const forced of [false, true]) {
      if (forced) await (await page.own.createCDPSession()).send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await page.until((text) => (document.querySelector('who-says').figures.renderer === 'text') === text, forced);
      await atRest(page);
      const { frame, bar, more, less, scroller } = await seen(page);
      assert.deepEqual([frame.left, frame.right], [0, 320]);
      assert.ok(more.left >= 0 && less.right <= 320 && less.width >= 44 && more.right <= less.left && less.bottom <= bar.bottom);
      assert.ok(scroller.bottom <= 640 && scroller.height > 100);
      assert.equal(await page.run(() => document.documentElement.scrollWidth), 320);
      assert.notEqual(await page.run(() => getComputedStyle(document.querySelector('who-says').shadowRoot.querySelector('.less'), '::before').borderTopColor), 'rgba(0, 0, 0, 0)');
    }
  });

  it('at the side only where the window has room for it beside the words: else at its foot', { only: 'chromium' }, async ({ launchWith, site }) => {
    const page = await (await launchWith({ width: 1100, height: 900 })).open(`${site.address}/docked.html`);
    await page.until(() => window.told.some(([type]) => type === 'ready'));
    await page.run(() => (document.querySelector('who-says').open = true));
    assert.notEqual((await seen(page)).edge, null);
    // The page makes room: in narrower windows too it stands beside the words.
    await page.own.setViewport({ width: 820, height: 900 });
    await atRest(page);
    const beside = await seen(page);
    assert.notEqual(beside.edge, null);
    assert.ok(beside.frame.left > (await page.run(() => document.querySelector('#story p').getBoundingClientRect().right)));
    for (const width of [799, 700, 600]) {
      await page.own.setViewport({ width, height: 900 });
      await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.line'));
      await slid(page);
      const { frame, edge, open } = await seen(page);
      assert.deepEqual([edge, open, frame.bottom, frame.top], [null, true, 900, 450], `${width}`);
    }
    await page.own.setViewport({ width: 1100, height: 900 });
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.edge'));
    assert.deepEqual([(await seen(page)).frame.top, (await seen(page)).frame.bottom], [0, 900]);
    // A page that makes no room for it: what its words leave free counts.
    await page.run(() => {
      document.querySelector('who-says').open = false;
      document.querySelector('main').style.cssText = 'margin: 0 auto !important; max-width: 900px';
    });
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.opener').checkVisibility({ visibilityProperty: true }));
    await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.opener').focus());
    await page.own.setViewport({ width: 1300, height: 900 });
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.line'));
    await slid(page);
    const foot = await seen(page);
    assert.deepEqual([foot.edge, foot.open, foot.frame.top, foot.focus], [null, true, 450, 'less']);
    await page.own.setViewport({ width: 1800, height: 900 });
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.edge'));
    const side = await seen(page);
    assert.deepEqual([side.open, side.frame.top, side.frame.bottom], [true, 0, 900]);
    assert.ok(side.frame.left > (await page.run(() => document.querySelector('#story p').getBoundingClientRect().right)));
  });

  it('nothing moves when the panel comes; a file for panels over the page comes only where there is one, and without it they stand in the page', { only: 'chromium' }, async ({ launchWith, site }) => {
    const browser = await launchWith({ width: 1280, height: 900 });
    const moved = async (path) => {
      const page = await browser.open('about:blank');
      await page.own.evaluateOnNewDocument(() => {
        window.shifts = [];
        // Of nodes of the page: those of the widget are not told.
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().filter(({ sources }) => sources.some(({ node }) => node)).map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
      });
      await page.go(site.address + path);
      await page.until(() => window.told.some(([type]) => type === 'ready'));
      await page.run(() => new Promise((done) => setTimeout(done, 200)));
      const free = await page.run(() => document.querySelector('main').getBoundingClientRect().bottom - document.querySelector('#after').getBoundingClientRect().bottom);
      return { free, shifts: await page.run(() => window.shifts), files: page.requested.filter((url) => /layouts/.test(url)).length };
    };
    const inline = await moved('/inline.html');
    assert.deepEqual([inline.shifts, inline.files], [[], 0]);
    const docked = await moved('/docked.html');
    assert.deepEqual([docked.shifts, docked.files], [[], 1]);
    const sheet = await moved('/sheet.html');
    assert.deepEqual(sheet.shifts, []);
    assert.ok(sheet.free >= 56, 'what the folded sheet covers is free at the foot of the page');
    const page = await browser.open('about:blank');
    await page.own.setRequestInterception(true);
    page.own.on('request', (request) => (/layouts\.js/.test(request.url()) ? request.abort() : request.continue()));
    await page.go(`${site.address}/docked.html`);
    await page.until(() => document.querySelector('who-says').figures?.frames > 0);
    assert.notEqual((await seen(page)).frame.width, 1280);
  });

  it('auto: in the page, on a narrow window at its foot, and back; page: all of what holds it, in a column', { only: 'chromium' }, async ({ launchWith, site }) => {
    const page = await (await launchWith({ width: 1280, height: 900 })).open(`${site.address}/test.html`);
    await ready(page);
    const tag = (code) => page.run(code);
    await tag(() => (document.querySelector('who-says').layout = 'auto'));
    assert.deepEqual([(await seen(page)).open, (await seen(page)).bar], [true, null]);
    const inline = (await seen(page)).frame;
    await page.own.setViewport({ width: 500, height: 900 });
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').dataset.height === 'peek');
    await page.run(() => (document.querySelector('who-says').open = true));
    await slid(page);
    assert.equal((await seen(page)).frame.bottom, 900);
    await page.own.setViewport({ width: 1280, height: 900 });
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.bar') === null);
    assert.deepEqual((await seen(page)).frame, inline);
    await tag(() => {
      const [main] = document.querySelectorAll('main');
      main.style.cssText = 'display:block;height:900px;padding:0';
      document.querySelector('#story').style.display = 'none';
      document.querySelector('who-says').parentElement.style.height = '100%';
      document.querySelector('who-says').style.height = '100%';
      document.querySelector('who-says').layout = 'page';
    });
    await atRest(page);
    const whole = await seen(page);
    assert.deepEqual([whole.frame.left, whole.frame.width, whole.frame.height], [0, 1280, 900]);
    const column = await page.run(() => {
      const { left, width } = document.querySelector('who-says').shadowRoot.querySelector('canvas').getBoundingClientRect();
      return { left, width };
    });
    assert.ok(column.width <= 35 * 16 && Math.abs(column.left + column.width / 2 - 640) < 12, JSON.stringify(column));
    // What is not known is what there is without it.
    await tag(() => document.querySelector('who-says').setAttribute('layout', 'round'));
    assert.equal(await tag(() => document.querySelector('who-says').layout), 'inline');
  });
}
