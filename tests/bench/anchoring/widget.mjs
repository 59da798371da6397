// How long the whole widget keeps a page waiting: every task of the page's main thread from the article to the last highlight, and while
// a pointer goes over claims.

import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { manyClaims } from '../many_claims.mjs';
import { random } from '../text.mjs';
import { traced } from './tasks.mjs';

/** { load, hover, wall }: tasks until all is painted, tasks of ten moves of the pointer, milliseconds from the page to the last highlight. */
export async function widgetTasks({ count, size, turn, site = join(root, 'build/site') }) {
  const many = manyClaims(count, size, random(77 + turn));
  const server = await serve(site, { pages: { ...many, '/empty.html': '<!doctype html>' } });
  const browser = await launch('chromium');
  const page = await browser.open(`${server.address}/empty.html`);
  const opened = performance.now();
  const load = await traced(page, async () => {
    await page.go(`${server.address}/many.html`);
    await page.own.waitForFunction(
      (least) => document.querySelector('who-says').figures.highlights >= least,
      { timeout: 0, polling: 200 }, 0.979 * count,
    );
  });
  const wall = performance.now() - opened;
  const hover = await traced(page, async () => {
    for (let n = 0; n < 10; n++) {
      await page.move({ x: 100 + (n % 2) * 150, y: 60 + 50 * n });
      await new Promise((done) => setTimeout(done, 120));
    }
  });
  await browser.close();
  await server.close();
  return { load, hover, wall, bytes: many['/many.json'].length };
}
