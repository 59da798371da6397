// A line of the panel beside the same line as the browser sets it in the DOM.

import assert from 'node:assert/strict';
import { PNG } from 'pngjs';

/** Bars of a line: CSS pixels by which its ink may be wider or narrower; mean difference of its pixels, of 255. */
const bars = { width: 0.5, pixels: 8 };
const scales = [1, 1.25, 1.5, 2, 3];

const darkness = ({ data, width }, x, y) => {
  const at = (y * width + x) * 4;
  return 255 - (data[at] + data[at + 1] + data[at + 2]) / 3;
};

/** The boxes of lines of ink, from top to bottom; lines have at least one empty row between them. */
function inkLines(image) {
  const lines = [];
  let line;
  for (let y = 0; y < image.height; y++) {
    let [left, right] = [Infinity, -1];
    for (let x = 0; x < image.width; x++)
      if (darkness(image, x, y) > 60) {
        left = Math.min(left, x);
        right = x;
      }
    if (right < 0) line = undefined;
    else if (line) Object.assign(line, { left: Math.min(line.left, left), right: Math.max(line.right, right), bottom: y });
    else lines.push((line = { left, right, top: y, bottom: y }));
  }
  return lines;
}

/** Mean difference of two lines, laid on each other where they fit best. */
function difference(a, boxA, b, boxB) {
  const width = Math.max(boxA.right - boxA.left, boxB.right - boxB.left) + 3;
  const height = Math.max(boxA.bottom - boxA.top, boxB.bottom - boxB.top) + 3;
  const of = (image, x, y) => (x >= 0 && y >= 0 && x < image.width && y < image.height ? darkness(image, x, y) : 0);
  let best = Infinity;
  for (const [dx, dy] of [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy]))) {
    let sum = 0;
    for (let y = -1; y < height - 1; y++)
      for (let x = -1; x < width - 1; x++) sum += Math.abs(of(a, boxA.left + x, boxA.top + y) - of(b, boxB.left + x + dx, boxB.top + y + dy));
    best = Math.min(best, sum / (width * height));
  }
  return best;
}

/** The picture of the page, and in it the line of ink that is the `which`th within an element. */
async function lineOf(page, scale, selector, which) {
  const box = await page.run((wanted) => {
    const { x, y, width, height } = (document.querySelector(wanted) ?? document.querySelector('who-says').shadowRoot.querySelector(wanted)).getBoundingClientRect();
    return { x, y, width, height };
  }, selector);
  // Of the whole view: a part of it may be cut, and scaled, between pixels.
  const whole = PNG.sync.read(Buffer.from(await page.own.screenshot({ type: 'png' })));
  const [left, top] = [Math.ceil((box.x + 2) * scale), Math.ceil((box.y + 2) * scale)];
  const image = new PNG({ width: Math.floor((box.width - 4) * scale), height: Math.floor((box.height - 4) * scale) });
  PNG.bitblt(whole, image, left, top, image.width, image.height, 0, 0);
  return { image, box: inkLines(image)[which] };
}

export function typesetting(it) {
  for (const scale of scales)
    it(`a line of the panel is as wide and as sharp as in the DOM: ${scale}×`, { only: 'chromium' }, async ({ site, launchWith }) => {
      // The browser's own scale, as of a screen: one that is emulated is laid on CSS pixels and then stretched.
      const browser = await launchWith({ flags: [`--force-device-scale-factor=${scale}`, '--window-size=900,800'] });
      const page = await browser.open('about:blank');
      await page.own.setViewport(null);
      await page.go(`${site.address}/gallery.html?scene=line&theme=light`);
      await page.until(() => document.querySelector('[data-stands]') !== null);
      await page.run(() => {
        const words = document.createElement('p');
        words.id = 'same';
        words.textContent = document.querySelector('who-says').shadowRoot.querySelector('[data-id^="claim:"]').textContent;
        words.style.cssText = 'position:fixed;left:460px;top:200px;margin:0;padding:8px;background:#fff;color:#1b1d22;white-space:nowrap;font:15.5px/24px "Noto Serif",serif';
        document.body.append(words);
      });
      const panel = await lineOf(page, scale, '[data-id^="claim:"]', 1);
      // The DOM's base line may stand between two rows of pixels; the panel's never does.
      let [width, pixels] = [Infinity, Infinity];
      for (const top of [200, 201, 202, 203]) {
        await page.run((y) => document.querySelector('#same').style.setProperty('top', `${y}px`), top);
        const dom = await lineOf(page, scale, '#same', 0);
        width = Math.min(width, Math.abs(panel.box.right - panel.box.left - (dom.box.right - dom.box.left)) / scale);
        pixels = Math.min(pixels, difference(panel.image, panel.box, dom.image, dom.box));
      }
      assert.ok(width <= bars.width && pixels <= bars.pixels, `width differs by ${width.toFixed(2)} px, pixels by ${pixels.toFixed(2)} of 255`);
      console.log(`${scale}×: width ${width.toFixed(2)} px, pixels ${pixels.toFixed(2)}`);
    });
}
