// How long the whole widget keeps a page waiting: every task of the page's main thread from the article to the last highlight, and while
// a pointer goes over claims.

import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { random } from '../text.mjs';
import { claims, prose } from './prose.mjs';
import { traced } from './tasks.mjs';

const kinds = ['government', 'diplomat', 'academic', 'news-outlet', 'business'];
const sources = Array.from({ length: 20 }, (_, n) => ({ id: `s${n}`, name: `Source ${n}`, kind: kinds[n % kinds.length] }));
const annotation = ({ exact, prefix, suffix, begin }, n) => ({
  id: `urn:bench:${n}`, type: 'Annotation', motivation: 'highlighting', status: 'confirmed',
  body: [{ type: 'List', purpose: 'linking', items: [{ type: 'SpecificResource', source: `#s${n % sources.length}`, link: 'explicit' }] }],
  target: { selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start: begin, end: begin + exact.length }] },
});
const html = (text) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tasks</title><style>body{margin:0}
main{display:grid;grid-template-columns:1fr 420px}who-says{position:sticky;top:0;height:800px}</style>
<main><article id="story">${text.split('\n\n').map((words) => `<p>${words}</p>`).join('')}</article>
<who-says article="#story" claims="claims.json" detect="off"></who-says></main><script type="module" src="who-says.js"></script>`;
/** { load, hover, wall }: tasks until all is painted, tasks of ten moves of the pointer, milliseconds from the page to the last highlight. */
export async function widgetTasks({ count, size, turn, site = join(root, 'build/site') }) {
  const draw = random(77 + turn);
  const text = prose(draw, size);
  const file = JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', sources, items: claims(text, count, draw).map(annotation) });
  const server = await serve(site, { pages: { '/tasks.html': html(text), '/claims.json': file, '/empty.html': '<!doctype html>' } });
  const browser = await launch('chromium');
  const page = await browser.open(`${server.address}/empty.html`);
  const opened = performance.now();
  const load = await traced(page, async () => {
    await page.go(`${server.address}/tasks.html`);
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
  return { load, hover, wall, bytes: file.length };
}
