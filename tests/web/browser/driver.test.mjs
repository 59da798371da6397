// The driver itself, on a page of no scripts: what the other tests take for granted, in each browser.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { root } from '../../setup/files.mjs';
import { launch, names } from '../driver/driver.mjs';
import { strictPolicy } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';

const html = `<!doctype html><title>Driver</title><body style="margin:0;font:20px/30px sans-serif">
<input id="in" style="position:absolute;left:10px;top:10px;width:300px;height:40px;margin:0">
<p id="words" style="position:absolute;left:10px;top:100px;margin:0;user-select:text">Some words to select with the mouse</p></body>`;

for (const name of names) {
  test(`${name}: keys, mouse, selection, media, policy, picture`, { timeout: 120_000 }, async (t) => {
    const site = await serve(root, { pages: { '/': html }, headers: () => ({ 'content-security-policy': strictPolicy.replace("style-src 'self'", "style-src 'unsafe-inline'") }) });
    t.after(site.close);
    const browser = await launch(name, { dark: true, width: 900, height: 700 });
    t.after(() => browser.close());
    const page = await browser.open(`${site.address}/`);
    assert.deepEqual(await page.run(() => [innerWidth, innerHeight]), [900, 700]);
    assert.equal(await page.run(() => matchMedia('(prefers-color-scheme: dark)').matches), true);
    assert.equal(await page.run((a, b) => Promise.resolve(a + b), 20, 22), 42);

    await page.click({ x: 100, y: 30 });
    await page.type('abc');
    await page.press('ArrowLeft', ['Shift']);
    await page.press('Backspace');
    assert.equal(await page.run(() => document.querySelector('#in').value), 'ab');

    const box = await page.run(() => {
      const { left, right, top } = document.querySelector('#words').getBoundingClientRect();
      return { left, right, top };
    });
    await page.drag({ x: box.left + 1, y: box.top + 15 }, { x: box.left + 200, y: box.top + 15 });
    assert.match(await page.run(() => String(getSelection())), /^Some words/);

    const picture = join(root, 'build/artefacts', `driver-${name}.png`);
    await page.picture(picture);
    assert.ok(statSync(picture).size > 1000);
    assert.ok(site.requests.some((request) => request.path === '/'));
  });

  test(`${name}: two device pixels a CSS pixel, file://`, { timeout: 120_000 }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'who-says-driver-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'page.html'), html);
    const browser = await launch(name, { scale: 2, width: 700, height: 500 });
    t.after(() => browser.close());
    const page = await browser.open(`file://${folder}/page.html`);
    assert.equal(await page.run(() => devicePixelRatio), 2);
    assert.equal(await page.run(() => location.protocol), 'file:');
    assert.equal(await page.run(() => matchMedia('(prefers-color-scheme: dark)').matches), false);
  });

  // WebKit's automation is always private: it keeps no profile.
  if (name !== 'webkit') {
    test(`${name}: a killed browser finds its storage again`, { timeout: 120_000 }, async (t) => {
      const profile = mkdtempSync(join(tmpdir(), 'who-says-profile-'));
      const site = await serve(root, { pages: { '/': html } });
      t.after(site.close);
      const open = (value) =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('kept', 1);
          request.onupgradeneeded = () => request.result.createObjectStore('s');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const change = request.result.transaction('s', 'readwrite', { durability: 'strict' });
            const get = change.objectStore('s').get('k');
            if (value) change.objectStore('s').put(value, 'k');
            change.oncomplete = () => resolve(get.result ?? null);
          };
        });
      const first = await launch(name, { profile });
      const page = await first.open(`${site.address}/`);
      await page.run(open, 'hello');
      await first.kill();
      const second = await launch(name, { profile });
      t.after(async () => {
        await second.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      });
      assert.equal(await (await second.open(`${site.address}/`)).run(open, ''), 'hello');
    });
  }
}
