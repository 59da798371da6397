// One small API over three browsers.
//
//   const browser = await launch('webkit', { dark: true });      // see Options
//   const page = await browser.open('http://…');
//   await page.run((n) => document.title + n, 1);                 // in the page; may return a promise; plain values only
//   await page.until(() => document.title !== '');                // throws after 15 s; what is no plain value comes back as nothing
//   await page.press('Tab');  await page.press('z', ['Control']);  await page.type('words');
//   await page.click({ x, y });  await page.move({ x, y });  await page.drag(from, to);   // CSS pixels of the viewport
//   await page.picture('build/artefacts/x.png');
//   await browser.kill();                                         // as a crash: nothing is told
//   await browser.close();
//
// Options: dark, scale (device pixels a CSS pixel), width, height, profile (a folder that outlives the process; Chromium and Firefox),
// flags (Chromium), visible (Firefox with a screen of its own, which gives it WebGL).

import { launchPuppeteer } from './puppeteer.mjs';
import { launchWebKit } from './webkit.mjs';

export const names = ['chromium', 'firefox', 'webkit'];

export async function launch(name, options = {}) {
  const wanted = { dark: false, scale: 1, width: 1200, height: 900, flags: [], ...options };
  return name === 'webkit' ? launchWebKit(wanted) : launchPuppeteer(name, wanted);
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** `until` of a page, from its `run`. */
export async function until(run, condition, args, { timeout = 15_000, what = String(condition) } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await run(condition, ...args);
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for: ${what}`);
    await sleep(50);
  }
}
