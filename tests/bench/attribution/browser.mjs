// How long detection keeps a page waiting at a time, in Chromium:   node tests/bench/attribution/browser.mjs [starts]
// On the demo page whose sourcing is found by itself, in a browser of its own each time: code is compiled anew. The page is at rest before
// it is asked to look. Processor time of the page's thread, by Chromium's own trace, of the longest task without and with a frame (the
// browser's layout and paint included); `by the clock`: detection's own longest slice, waiting for a core included.

import { cpus } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { still } from '../../web/suite/widget.mjs';
import { traced } from '../anchoring/tasks.mjs';
import { table } from './tables.mjs';

const starts = Number(process.argv[2]) || 5;
const server = await serve(join(root, 'build/site'));
const rows = [];
for (let n = 1; n <= starts; n++) {
  const browser = await launch('chromium');
  const page = await browser.open('about:blank');
  await page.own.evaluateOnNewDocument(() => document.addEventListener('readystatechange', () => document.querySelector('who-says')?.setAttribute('detect', 'off'), { once: true }));
  await page.own.goto(`${server.address}/detect.html`);
  await page.until(() => document.querySelector('who-says').figures.frames > 0);
  await still(page);
  const { frames, others } = await traced(
    page,
    async () => {
      await page.run(() => {
        performance.mark('asked');
        document.querySelector('who-says').setAttribute('detect', 'on');
      });
      await page.until(() => /\d claims found/.test(document.querySelector('who-says').shadowRoot.querySelector('[data-id="detection-text"]')?.textContent));
      await still(page);
    },
    'asked',
  );
  const slice = await page.run(() => document.querySelector('who-says').figures.longestDetectingSlice);
  const [longest, second] = others.toSorted((a, b) => b - a);
  rows.push([n, ...[longest, second, Math.max(0, ...frames), slice].map((ms) => `${ms.toFixed(1)} ms`)]);
  if (n === starts) console.log(`${browser.version}, ${cpus().length} × ${cpus()[0].model}\n`);
  await browser.close();
}
await server.close();
console.log(table(['start', 'longest task without a frame', 'second longest', 'longest with one', 'by the clock'], rows).join('\n'));
