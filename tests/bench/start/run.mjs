// How long the reader waits: from the browser's first request for the script to the first painted panel, beside the client of Hypothesis
// and Recogito's text annotator, on the same page in the same Chromium:   ./run bench start [-- repetitions]
//
// Hypothesis' client comes from npm into build/peers. Without its server it gets as far as its tab bar on the page and an empty sidebar;
// both are counted. Recogito has no panel: its first painted annotations are counted. It and the widget have the same claims.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { article, spans } from '../text.mjs';

const repetitions = Number(process.argv[2]) || 7;
const hypothesis = 'hypothesis@1.1766.0';
const peers = join(root, 'build/peers');
const client = join(peers, 'node_modules/hypothesis');
if (!existsSync(client)) execFileSync('npm', ['install', '--prefix', peers, '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional', hypothesis], { stdio: 'inherit' });

const folder = join(root, 'build/start');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(root, 'build/site'), folder, { recursive: true });
cpSync(join(client, 'build'), join(folder, 'build'), { recursive: true });
esbuild.buildSync({ entryPoints: [join(root, 'tests/bench/start/recogito.mjs')], outfile: join(folder, 'recogito.js'), bundle: true, minify: true, format: 'esm', loader: { '.css': 'empty' } });

// ---- pages: the same article, one script each

const paragraphs = article(5000);
const text = paragraphs.join('');
const places = spans(paragraphs, 20);
const items = places.map(([begin, end], n) => ({
  id: `urn:start:${n}`, type: 'Annotation', status: 'confirmed',
  target: { selector: [{ type: 'TextQuoteSelector', exact: text.slice(begin, end), prefix: text.slice(Math.max(0, begin - 32), begin), suffix: text.slice(end, end + 32) }] },
}));
const claims = JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', id: 'urn:start', items });
/** Sets a mark in the frame after the one in which `seen` holds for the first time. */
const watch = (marks) => `<script>const marks = { ${Object.entries(marks).map(([name, seen]) => `${JSON.stringify(name)}: () => ${seen}`).join(', ')} };
requestAnimationFrame(function look() {
  for (const [name, seen] of Object.entries(marks)) if (seen()) {
    delete marks[name];
    requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
  }
  if (Object.keys(marks).length) requestAnimationFrame(look);
});</script>`;
const page = (marks, inside, scripts) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Start</title><style>body{margin:0;font:16px/1.5 Noto Serif}
main{display:grid;grid-template-columns:1fr 420px}who-says{height:800px}</style><main><article id="story">${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article>
<div>${inside}</div></main>${watch(marks)}${scripts}`;
const config = (value) => `<script type="application/json" class="js-hypothesis-config">${JSON.stringify(value)}</script>`;
const sidebar = `document.querySelector('hypothesis-sidebar')?.shadowRoot`;
const kinds = {
  'who-says': { script: '/who-says.js', marks: { panel: `document.querySelector('who-says')?.figures?.highlights === ${places.length}` } },
  hypothesis: {
    script: '/build/boot.js',
    marks: {
      bar: `${sidebar}?.querySelector('button')?.getBoundingClientRect().width > 0 && ${sidebar}.querySelector('link').sheet`,
      panel: `${sidebar}?.querySelector('iframe')?.contentDocument?.querySelector('hypothesis-app')?.childElementCount > 0`,
    },
  },
  recogito: { script: '/recogito.js', marks: { panel: 'window.annotations > 0' } },
};
const pages = {
  '/start-who-says.html': page(kinds['who-says'].marks, `<who-says article="#story" detect="off"><script type="application/ld+json">${claims}</script></who-says>`, '<script type="module" src="/who-says.js"></script>'),
  '/start-hypothesis.html': page(kinds.hypothesis.marks, config({ assetRoot: '/', sidebarAppUrl: '/sidebar.html', notebookAppUrl: '/sidebar.html', profileAppUrl: '/sidebar.html', openSidebar: true }), '<script async src="/build/boot.js"></script>'),
  '/sidebar.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hypothesis</title><body><hypothesis-app></hypothesis-app>
${config({ assetRoot: '/', apiUrl: '/api/', authDomain: 'localhost', oauthClientId: '' })}<script src="/build/boot.js"></script>`,
  '/start-recogito.html': page(kinds.recogito.marks, '', `<script>window.places = ${JSON.stringify(places)}</script><script type="module" src="/recogito.js"></script>`),
};

// ---- runs: interleaved, each on a fresh page

const server = await serve(folder, { pages });
const browser = await launch('chromium');
const seen = {};
const bytes = {};
for (let turn = 0; turn < repetitions; turn++) {
  for (const [name, { script, marks }] of Object.entries(kinds)) {
    const tab = await browser.open(`${server.address}/start-${name}.html`);
    for (const mark of Object.keys(marks)) await tab.until((one) => performance.getEntriesByName(one).length > 0, mark);
    const result = await tab.run((address) => {
      const files = performance.getEntriesByType('resource');
      const begin = files.find(({ name: one }) => new URL(one).pathname === address).startTime;
      const inside = [...document.querySelectorAll('*')].map((element) => element.shadowRoot?.querySelector('iframe')).filter(Boolean);
      const all = [...files, ...inside.flatMap((frame) => frame.contentWindow.performance.getEntriesByType('resource'))];
      return {
        times: Object.fromEntries(performance.getEntriesByType('mark').map(({ name: one, startTime }) => [one, startTime - begin])),
        bytes: all.reduce((sum, one) => sum + one.decodedBodySize, 0),
      };
    }, script);
    for (const mark of Object.keys(marks)) ((seen[`${name} ${mark}`] ??= [])).push(result.times[mark]);
    bytes[name] = result.bytes;
    await tab.close();
  }
}
await browser.close();
await server.close();

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ours = median(seen['who-says panel']);
const row = (what, key) => `| ${what} | ${Math.round(median(seen[key]))} (${Math.round(Math.min(...seen[key]))}) | ${(median(seen[key]) / ours).toFixed(2)} | ${Math.round(bytes[key.split(' ')[0]] / 1000).toLocaleString('en')} |`;
console.log(
  [
    `${browser.version}, ${cpus().length} × ${cpus()[0].model}, ${repetitions} repetitions`, '',
    '| script asked for → painted, milliseconds: median (least) | time | ÷ ours | files, KB uncompressed |', '|---|--:|--:|--:|',
    row(`Who Says: panel with ${places.length} claims, found and highlighted`, 'who-says panel'),
    row(`${hypothesis}: its bar on the page`, 'hypothesis bar'),
    row(`${hypothesis}: its sidebar, empty without its server`, 'hypothesis panel'),
    row(`@recogito/text-annotator 4.1: ${places.length} ready ranges highlighted, no panel`, 'recogito panel'),
  ].join('\n'),
);
