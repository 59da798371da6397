// Chromium with the page of page.mjs: the engine as the widget's build makes it, and the peers, in one place.

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { traced } from './tasks.mjs';

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Anchoring</title><article id="story" hidden></article>
<script type="module" src="page.js"></script>`;
// A page of its own: its clock then has steps of 5 microseconds, not of 100.
const headers = () => ({ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' });

/** `run(task, data)` runs one task of the page on a fresh page, or on one that is kept. */
export async function openSite({ build = join(root, 'build/wasm-release/tests') } = {}) {
  const folder = join(root, 'build/bench/anchoring');
  mkdirSync(folder, { recursive: true });
  for (const name of ['anchor_engine.js', 'anchor_engine.wasm']) copyFileSync(join(build, name), join(folder, name));
  esbuild.buildSync({
    entryPoints: [join(root, 'tests/bench/anchoring/page.mjs')], outfile: join(folder, 'page.js'), bundle: true, format: 'esm',
    external: ['./anchor_engine.js'],
  });
  const server = await serve(folder, { headers, pages: { '/bench.html': html } });
  const browser = await launch('chromium');
  const open = async () => {
    const page = await browser.open(`${server.address}/bench.html`);
    page.own.setDefaultTimeout(0);
    await page.until(() => window.bench);
    return page;
  };
  const ask = (page, task, data) => page.run((name, given) => window.bench[name](given), task, data);
  return {
    version: browser.version,
    open,
    ask,
    async fresh(task, data) {
      const page = await open();
      const result = await ask(page, task, data);
      await page.close();
      return result;
    },
    /** The same, with `tasks`: processor time of each task since the page's mark of that name, milliseconds. */
    async tasks(task, data) {
      const page = await open();
      const { result, others } = await traced(page, () => ask(page, task, data), task);
      await page.close();
      return { ...result, tasks: others };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
