// Chromium over CDP and Firefox over WebDriver BiDi.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import puppeteer from 'puppeteer-core';
import { until } from './driver.mjs';

const chromium = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export async function startPuppeteer(name, { dark, scale, profile, flags, visible }) {
  const firefox = name === 'firefox';
  const process = await puppeteer.launch({
    browser: firefox ? 'firefox' : 'chrome',
    executablePath: firefox ? '/usr/bin/firefox-esr' : '/usr/bin/chromium',
    headless: !visible,
    args: firefox ? flags : [...chromium, ...flags],
    ...(profile ? { userDataDir: profile } : {}),
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      ...(scale === 1 ? {} : { 'layout.css.devPixelsPerPx': String(scale) }),
    },
  });
  const version = await process.version();
  return {
    /** Whether another private part of it can be had. */
    free: () => process.connected,
    close: () => process.close(),
    async browser(wanted) {
      const context = profile ? process.defaultBrowserContext() : await process.createBrowserContext();
      return {
        name,
        version,
        async open(url) {
          const page = await context.newPage();
          await page.setViewport({ width: wanted.width, height: wanted.height, ...(firefox ? {} : { deviceScaleFactor: wanted.scale }) });
          if (!firefox) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: wanted.dark ? 'dark' : 'light' }]);
          return wrap(page, url, firefox);
        },
        async close() {
          if (!profile) await context.close();
        },
        async kill() {
          const gone = new Promise((resolve) => process.process().once('exit', resolve));
          process.process().kill('SIGKILL');
          await gone;
          await process.disconnect().catch(() => {});
        },
      };
    },
  };
}

async function wrap(page, url, firefox) {
  const log = [];
  const faults = [];
  const requested = [];
  page.on('console', (message) => log.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => {
    log.push(`error: ${error.message ?? error}`);
    // Firefox tells whatever it has to say of a script so, policies and warnings too.
    if (!firefox || /^(\w*Error\b|uncaught exception)/.test(error.message)) faults.push(error.stack ?? String(error.message ?? error));
  });
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(url, { waitUntil: 'load' });
  const run = (code, ...args) => page.evaluate(code, ...args);
  return {
    /** Console messages and uncaught errors, "type: text". */
    log,
    /** Uncaught errors so far. */
    faults: async () => faults,
    /** Addresses of every request so far. */
    requested,
    /** The library's own page, for what only one browser can do. */
    own: page,
    run,
    until: (condition, ...args) => until(run, condition, args),
    go: (to) => page.goto(to, { waitUntil: 'load' }),
    reload: () => page.reload({ waitUntil: 'load' }),
    move: ({ x, y }) => page.mouse.move(x, y),
    click: ({ x, y }) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    async press(key, held = []) {
      for (const other of held) await page.keyboard.down(other);
      await page.keyboard.press(key);
      for (const other of held.toReversed()) await page.keyboard.up(other);
    },
    type: (text) => page.keyboard.type(text),
    async picture(path) {
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path });
    },
    close: () => page.close(),
  };
}
