// What frames cost while a panel of many claims is scrolled and pointed at, in Chromium:   ./run bench frames [-- claims]
// Processor time of the page's main thread, of whole frames with the browser's own work on them; the software renderer,
// in a window that is seen.

import { cpus } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { needScreen } from '../../setup/screen.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { traced } from '../anchoring/tasks.mjs';
import { manyClaims } from '../many_claims.mjs';
import { listAll, scroll } from './page.mjs';

needScreen();
const count = Number(process.argv[2]) || 5000;
const server = await serve(join(root, 'build/site'), { pages: manyClaims(count, 100 * count) });
const browser = await launch('chromium', { flags: ['--disable-3d-apis'], visible: true });
const page = await browser.open(`${server.address}/many.html`);
const listed = await listAll(page, count, 0);
await page.run(() => new Promise((done) => setTimeout(done, 1500)));
const own = await page.own.createCDPSession();
const part = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))].toFixed(1);
const spread = (values) => `${part(values, 0.5)}, ${part(values, 0.95)}, ${part(values, 1)}`;
const lines = [
  `${browser.version}, ${cpus().length} × ${cpus()[0].model}; ${count} claims, ${listed} of them listed; renderer ${await page.run(() => document.querySelector('who-says').figures.renderer)}`, '',
  '| milliseconds: median, 95 %, most | processor slowed | processor time of a frame | from frame to frame |', '|---|--:|--:|--:|',
];
let by = 40;
for (const rate of [1, 4]) {
  await own.send('Emulation.setCPUThrottlingRate', { rate });
  const { result, frames } = await traced(page, () => scroll(page, 100, by));
  by = -by;
  lines.push(`| scrolling the panel | ${rate} × | ${spread(frames)} | ${spread(result.gaps)} |`);
}
const presses = 20;
const pressing = async () => {
  const waits = [];
  for (let n = 0; n < presses; n++) {
    // From the press of a key to the frame that shows what came of it.
    waits.push(await page.run(async (which) => {
      const widget = document.querySelector('who-says');
      const button = widget.shadowRoot.querySelectorAll('[data-id^="claim:"]')[which];
      const before = widget.figures.frames;
      const begin = performance.now();
      button.click();
      while (widget.figures.frames === before) await new Promise(requestAnimationFrame);
      return performance.now() - begin;
    }, n % 5));
    // The page scrolls to the claim; a reader presses again when it stands.
    await new Promise((done) => setTimeout(done, 700));
  }
  return waits;
};
const sum = (values) => values.reduce((all, one) => all + one, 0);
for (const rate of [1, 4]) {
  await own.send('Emulation.setCPUThrottlingRate', { rate });
  // Being traced takes time of its own: how long a reader waits is measured without.
  const waits = await pressing();
  const { frames, others } = await traced(page, pressing);
  lines.push(`| a card opened or closed: input to frame; in all, with the frames after it | ${rate} × | ${((sum(frames) + sum(others)) / presses).toFixed(1)} in the mean | ${spread(waits)} |`);
}
const { memory } = await page.run(() => document.querySelector('who-says').figures);
lines.push('', `WebAssembly memory of the instance: ${(memory / 2 ** 20).toFixed(1)} MB`);
await browser.close();
await server.close();
console.log(lines.join('\n'));
