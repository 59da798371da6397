// Sizes, speed and memory, beside peers from npm in the same Chromium:   ./run bench [-- repetitions]
// The table goes to the terminal and to build/bench.md; figures seen stand in README.md.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { measure, moduleFiles, sizeTable } from '../../web/sizes.mjs';
import { root } from '../setup/files.mjs';
import { launch } from '../web/driver/driver.mjs';
import { serve } from '../../web/serve.mjs';
import { article, edited, spans } from './text.mjs';

const repetitions = Number(process.argv[2]) || 7;
const site = join(root, 'build/site');
const folder = join(root, 'build/bench');
const many = 1000;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const least = (values) => Math.min(...values);
const round = (value) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

// ---- sizes

const module = moduleFiles(site);
const sizes = measure(site, ['who-says-classic.js', ...module]);

// ---- the page

const paragraphs = article(100_000);
const text = paragraphs.join('');
const places = spans(paragraphs, many);
const quotes = places.map(([begin, end]) => text.slice(begin, end));
const selector = (exact, [begin, end]) => ({
  type: 'TextQuoteSelector', exact, prefix: text.slice(Math.max(0, begin - 32), begin), suffix: text.slice(end, end + 32),
});
const claims = (words) =>
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', id: 'urn:bench',
    items: words.map((exact, n) => ({
      id: `urn:bench:${n}`, type: 'Annotation', motivation: 'highlighting', status: 'confirmed', target: { selector: selector(exact, places[n]) },
    })),
  });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(site, folder, { recursive: true });
esbuild.buildSync({ entryPoints: [join(root, 'tests/bench/peers.mjs')], outfile: join(folder, 'peers.js'), bundle: true, format: 'esm', loader: { '.css': 'empty' } });
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>body{margin:0;font:16px/1.5 Noto Serif}
main{display:grid;grid-template-columns:1fr 420px}#panel{position:sticky;top:0;height:800px}</style><main><article id="story">${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article>
<div id="panel"></div></main><script type="module" src="who-says.js"></script><script type="module" src="peers.js"></script>`;
const first = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Start</title><style>main{display:grid;grid-template-columns:1fr 420px}who-says{height:800px}</style>
<main><article id="story">${article(5000).map((p) => `<p>${p}</p>`).join('')}</article><who-says article="#story"></who-says></main>
<script>addEventListener('who-says-ready', () => requestAnimationFrame(() => setTimeout(() => performance.mark('panel'))))</script>
<script type="module" src="who-says.js"></script>`;

// ---- runs

const server = await serve(folder, { pages: { '/bench.html': html, '/start.html': first } });
const browser = await launch('chromium');
const exact = claims(quotes);
const changed = quotes.slice(0, 200).map((quote, n) => edited(quote, n + 1));
const changedClaims = claims(changed);
const tasks = {
  widget: ['widget', { claims: exact }],
  nothing: ['widget', { claims: claims([]) }],
  recogito: ['recogito', { spans: places }],
  mark: ['mark', { phrases: [...new Set(quotes)] }],
  edited: ['widget', { claims: changedClaims }],
  approximate: ['approximate', { quotes: changed, most: 0.25 }],
};
const seen = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
const starts = [];
const painted = {};
const memory = {};
// Interleaved, each on a fresh page: what slows this machine for a while slows all of them.
for (let turn = 0; turn < repetitions; turn++) {
  for (const [name, [what, data]] of Object.entries(tasks)) {
    const page = await browser.open(`${server.address}/bench.html`);
    await page.until(() => window.bench && customElements.get('who-says'));
    const result = await page.run((w, d) => window.bench[w](d), what, data);
    seen[name].push(result.ms);
    painted[name] = result.painted;
    if (result.memory) memory[name] = result.memory;
    await page.close();
  }
  const page = await browser.open(`${server.address}/start.html`);
  await page.until(() => document.querySelector('who-says').figures?.frames > 0);
  await page.until(() => performance.getEntriesByName('panel').length > 0);
  starts.push(await page.run(() => performance.getEntriesByName('panel')[0].startTime));
  await page.close();
}
// An instance with the demo article, after each of its views was shown; and after a hundred times away and back.
const demo = await browser.open(`${server.address}/index.html`);
await demo.until(() => document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id^="claim:"]').length > 20);
const views = () => demo.run(async () => {
  const widget = document.querySelector('who-says');
  for (const view of ['sources', 'profile', 'text', 'claims']) {
    widget.shadowRoot.querySelector(`[data-id="tab:${view}"]`).click();
    await new Promise((done) => setTimeout(done, 100));
  }
  return widget.figures.memory;
});
memory.demo = await views();
await demo.run(async () => {
  const widget = document.querySelector('who-says');
  const home = widget.parentNode;
  for (let n = 0; n < 100; n++) {
    widget.remove();
    await new Promise((done) => setTimeout(done));
    home.append(widget);
    await widget.ready;
    await new Promise(requestAnimationFrame);
  }
});
memory.again = await views();
const version = browser.version;
await browser.close();
await server.close();

// ---- the table

const time = (name) => median(seen[name]);
// The peers are libraries that are there already; the widget's time includes a whole panel, so its start is shown apart.
const row = (what, ours, theirs) => {
  const work = time(ours) - time('nothing');
  return `| ${what} | ${round(time(ours))} (${round(least(seen[ours]))}) | ${round(work)} | ${round(time(theirs))} (${round(least(seen[theirs]))}) | ${(time(theirs) / work).toFixed(2)} |`;
};
const lines = [
  `${version}, ${cpus().length} × ${cpus()[0].model}, ${repetitions} repetitions`, '',
  ...sizeTable(sizes, module), '',
  '| task, milliseconds: median (least) | Who Says, tag to painted | without its start | peer | peer ÷ ours without start |', '|---|---:|---:|---:|---:|',
  row(`${many} annotations on 100 KB, created and painted: @recogito/text-annotator`, 'widget', 'recogito'),
  row(`${many} phrases on 100 KB found and highlighted: mark.js`, 'widget', 'mark'),
  row(`${changed.length} edited quotes on 100 KB found again: approx-string-match`, 'edited', 'approximate'), '',
  `- painted: ${Object.entries(painted).map(([name, n]) => `${name} ${n}`).join(', ')}`,
  `- the panel alone, no claims, from tag to ready: ${round(time('nothing'))} ms, so ${round((many / (time('widget') - time('nothing'))) * 1000)} claims anchored and painted a second`,
  `- page asked for → first painted panel: ${round(median(starts))} ms (least ${round(least(starts))})`,
  `- WebAssembly memory of an instance: ${round(memory.nothing / 2 ** 20)} MB, with ${many} claims ${round(memory.widget / 2 ** 20)} MB; with the demo article, all views shown, ${round(memory.demo / 2 ** 20)} MB, after a hundred times away and back ${round(memory.again / 2 ** 20)} MB (at most 24)`,
];
console.log(lines.join('\n'));
writeFileSync(join(root, 'build/bench.md'), `${lines.join('\n')}\n`);
