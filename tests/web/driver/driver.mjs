// One small API over three browsers.
//
//   const browser = await launch('webkit', { dark: true });      // see Options
//   const page = await browser.open('http://…');
//   await page.run((n) => document.title + n, 1);                 // in the page; may return a promise; plain values only
//   await page.until(() => document.title !== '');                // throws after 45 s; what is no plain value comes back as nothing
//   await page.press('Tab');  await page.press('z', ['Control']);  await page.type('words');
//   await page.click({ x, y });  await page.move({ x, y });  await page.drag(from, to);   // CSS pixels of the viewport
//   await page.picture('build/artefacts/x.png');
//   await browser.kill();                                         // as a crash: nothing is told
//   await browser.close();
//
// Options: dark, scale (device pixels a CSS pixel), width, height, profile (a folder that outlives the process; Chromium and Firefox),
// flags (Chromium), visible (Chromium and Firefox in a window, on the screen that there is; it gives Firefox WebGL).

import { startPuppeteer } from './puppeteer.mjs';
import { startWebKit } from './webkit.mjs';

export const names = ['chromium', 'firefox', 'webkit'];

const all = (options) => ({ dark: false, scale: 1, width: 1200, height: 900, flags: [], ...options });
const start = (name, wanted) => (name === 'webkit' ? startWebKit(wanted) : startPuppeteer(name, wanted));

export async function launch(name, options = {}) {
  const wanted = all(options);
  const started = await start(name, wanted);
  const browser = await started.browser(wanted);
  return {
    ...browser,
    async close() {
      await browser.close().catch(() => {});
      await started.close();
    },
  };
}

// What a running browser can't change any more.
const fixed = {
  chromium: ({ flags, visible }) => [flags, visible],
  firefox: ({ flags, dark, scale, visible }) => [flags, dark, scale, visible],
};

/**
 * `launch` for many tests: the process stays, each gets a private part of it (storage, cache and cookies of its own) that `close` ends.
 * One that is to be killed, or to keep a profile, is a process of its own; so is each of WebKit, whose driver at times never answers
 * the wish for a second session. `close` of the pool ends them all; the next `launch` begins anew.
 */
export function pool(name) {
  const running = [];
  return {
    async launch(options = {}) {
      const wanted = all(options);
      if (wanted.profile || name === 'webkit') return launch(name, options);
      const key = JSON.stringify(fixed[name](wanted));
      const found = running.find((one) => one.key === key && one.started.free());
      const started = found?.started ?? (await start(name, wanted));
      if (!found) running.push({ key, started });
      return started.browser(wanted);
    },
    async close() {
      await Promise.all(running.splice(0).map(({ started }) => started.close().catch(() => {})));
    },
  };
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** `until` of a page, from its `run`. */
export async function until(run, condition, args, { timeout = 45_000, what = String(condition) } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await run(condition, ...args);
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for: ${what}${args.length ? ` with ${JSON.stringify(args).slice(0, 200)}` : ''}`);
    await sleep(50);
  }
}
