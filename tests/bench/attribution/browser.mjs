// How long detection keeps a page waiting at a time, in Chromium:   node tests/bench/attribution/browser.mjs [starts]
// On the demo page whose sourcing is found by itself, in a browser of its own each time: code is compiled anew. `slice`: the longest of
// detection's own slices by the clock; `task`: the longest task of the page's thread by its processor time, from the first slice on, the
// browser's work and the panel's frames included.

import { cpus } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { traced } from '../anchoring/tasks.mjs';
import { table } from './tables.mjs';

const starts = Number(process.argv[2]) || 5;
const server = await serve(join(root, 'build/site'));
const rows = [];
for (let n = 1; n <= starts; n++) {
  const browser = await launch('chromium');
  const page = await browser.open('about:blank');
  const { frames, others } = await traced(page, async () => {
    await page.own.goto(`${server.address}/detect.html`);
    await page.until(() => /\d claims found/.test(document.querySelector('who-says')?.shadowRoot?.querySelector('[data-id="detection-text"]')?.textContent));
  });
  const slice = await page.run(() => document.querySelector('who-says').figures.longestDetectingSlice);
  rows.push([n, `${slice.toFixed(1)} ms`, ...[others, frames].map((all) => `${Math.max(0, ...all).toFixed(1)} ms`)]);
  if (n === starts) console.log(`${browser.version}, ${cpus().length} × ${cpus()[0].model}\n`);
  await browser.close();
}
await server.close();
console.log(table(['start', 'longest slice', 'longest task without a frame', 'longest task with one'], rows));
