// The page that the browser tests read: a short article of our own, its claims, and what a strict publisher's page has around it.

const paragraphs = [
  'The harbour of Lindow will close for three weeks in May, the port office said on Monday. Two of its four cranes are forty years old.',
  'According to the engineer Ada Brandt, the old cranes could fail in any storm. She said the council had known this since spring.',
  'It is assumed that the work will cost nine million. Fishermen fear that the season is lost.',
  'A former harbour master, Jon Vale, told the Lindow Post that the closure "comes ten years late". The paper did not name its other sources.',
];
export const article = paragraphs.join(' ');

const claim = (id, exact, source, chain, sourcing) => ({
  id: `urn:test:${id}`, type: 'Annotation', motivation: 'highlighting', created: '2026-11-20T09:00:00Z',
  target: { selector: [{ type: 'TextQuoteSelector', exact }] },
  body: [
    ...(source ? [{ type: 'SpecificResource', purpose: 'identifying', source: `#${source}` }] : []),
    ...(chain.length ? [{ type: 'List', purpose: 'linking', items: chain.map(([name, cue]) => ({ type: 'SpecificResource', source: `#${name}`, link: 'explicit', cue })) }] : []),
  ],
  sourcing, status: 'confirmed',
});
const claims = [
  claim('port', 'The harbour of Lindow will close for three weeks in May', 'port', [['port', 'said']], { scope: 'explicit', directness: 'indirect', naming: 'named' }),
  claim('cranes', 'Two of its four cranes are forty years old', '', [], { scope: 'none' }),
  claim('storm', 'the old cranes could fail in any storm', 'brandt', [['brandt', 'According to']], { scope: 'explicit', directness: 'indirect', naming: 'named' }),
  claim('cost', 'the work will cost nine million', '', [], { scope: 'agentless', cueClass: 'hearsay' }),
  claim('late', 'the closure "comes ten years late"', 'vale', [['post', 'told'], ['vale', 'told']], { scope: 'explicit', directness: 'mixed', naming: 'named' }),
];
export const claimCount = claims.length;
export const claimsFile = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:test:page', type: 'AnnotationPage',
  article: { title: 'Harbour', lang: 'en' },
  sources: [
    { id: 'port', name: 'Port office', kind: 'government', form: 'organization', office: 'current', naming: 'named' },
    { id: 'brandt', name: 'Ada Brandt', kind: 'academic', form: 'person', naming: 'named' },
    { id: 'post', name: 'Lindow Post', kind: 'news-outlet', form: 'organization', naming: 'named', role: 'relay' },
    { id: 'vale', name: 'Jon Vale', kind: 'government', form: 'person', office: 'former', naming: 'named' },
  ],
  items: claims,
});

const css = `body{margin:0;font:18px/1.6 Noto Serif,serif}@media(prefers-color-scheme:dark){body{background:#15171b;color:#eceae4}}
main{display:grid;grid-template-columns:minmax(0,1fr) 420px;gap:32px;padding:24px}main:not(.column) who-says{position:sticky;top:24px;height:800px}.column{display:block}.column:has(> div > who-says[layout=docked][open=true]){margin-inline-end:400px}who-says[layout=inline]{display:block;height:600px}`;
const icon = '<svg xmlns="http://www.w3.org/2000/svg"/>';
// What is alive on the page: listeners on the window, the document and media queries; observers.
const count = `(() => {
  const live = new Set();
  const watched = (target) => target === window || target === document || target instanceof MediaQueryList;
  const numbers = new WeakMap();
  let next = 0;
  const number = (object) => object && (typeof object === 'object' || typeof object === 'function') ? (numbers.has(object) || numbers.set(object, ++next), numbers.get(object)) : 0;
  const key = (target, type, listener, options) => [number(target), type, number(listener), Boolean(typeof options === 'object' ? options?.capture : options)].join();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (watched(this ?? window)) live.add(key(this ?? window, type, listener, options));
    return add.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    live.delete(key(this ?? window, type, listener, options));
    return remove.call(this ?? window, type, listener, options);
  };
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const { observe, disconnect } = window[name].prototype;
    window[name].prototype.observe = function (...a) { live.add(name + number(this)); return observe.apply(this, a); };
    window[name].prototype.disconnect = function () { live.delete(name + number(this)); return disconnect.call(this); };
  }
  window.told = [];
  for (const type of ['ready', 'change', 'select', 'error', 'share', 'detected']) document.addEventListener('who-says-' + type, (e) => window.told.push([type, e.detail]));
  document.addEventListener('securitypolicyviolation', (e) => window.told.push(['policy', e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile]));
  const own = new Set(live);
  window.alive = () => [...live].filter((one) => !own.has(one));
})();`;

// What a browser may refuse, by name in the address; and every WebGL context that it made. A machine without a graphics card pretends one,
// which these pages take for real.
const refuse = `(() => {
  const refused = new URLSearchParams(location.search).get('refuse')?.split(',') ?? [];
  window.contexts = [];
  for (const type of [self.HTMLCanvasElement, self.OffscreenCanvas]) {
    const own = type?.prototype.getContext;
    if (own) type.prototype.getContext = function (kind, options) {
      const made = refused.includes(kind) ? null : own.call(this, kind, { ...options, failIfMajorPerformanceCaveat: false });
      if (made && /webgl/.test(kind)) window.contexts.push(made);
      return made;
    };
  }
  for (const type of [self.WebGLRenderingContext, self.WebGL2RenderingContext]) {
    const own = type?.prototype.getParameter;
    const named = [type?.RENDERER, 0x9246];
    if (own) type.prototype.getParameter = function (what) { return named.includes(what) ? 'A graphics card' : own.call(this, what); };
  }
  if (refused.includes('wasm')) delete self.WebAssembly;
  if (refused.includes('highlights')) { delete CSS.highlights; delete self.Highlight; Object.defineProperty(CSS, 'highlights', { value: undefined }); }
  if (refused.includes('frames')) {
    const own = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
      const { exports } = await own.apply(WebAssembly, given);
      const ws_frame = (...a) => { if (window.fault) throw new WebAssembly.RuntimeError('unreachable'); return exports.ws_frame(...a); };
      return { exports: { ...exports, ws_frame } };
    };
  }
})();`;

const body = (tags) => `<main><article id="story"><h1>Harbour to close</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article><div>${tags}</div></main>`;
const finnish = [
  'Lindowin satama suljetaan toukokuussa kolmeksi viikoksi, satamatoimisto kertoi maanantaina. Kaksi neljästä nosturista on neljäkymmentä vuotta vanhoja.',
  'Insinööri Ada Brandtin mukaan vanhat nosturit voivat pettää missä tahansa myrskyssä. Hän sanoi, että kaupunginhallitus on tiennyt asiasta keväästä lähtien.',
];
const page = (tags, script) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour to close</title><link rel="icon" href="icon.svg"><link rel="stylesheet" href="test.css">
<script src="count.js"></script>${script}</head><body>${body(tags)}</body></html>`;
const module = '<script type="module" src="who-says.js"></script>';
const tag = '<who-says article="#story" claims="test.claims.json"></who-says>';

/** A tag before or after the page's last words, in one column. */
const laidOut = (layout, before = '', after = '<p id="after">More of the harbour</p>') =>
  page(`${before}<who-says layout="${layout}" article="#story" claims="test.claims.json"></who-says>${after}`, module).replace('<main>', '<main class="column">');

/** What the test server adds to the built site. */
export const pages = {
  '/test.html': page(tag, module),
  '/two.html': page('<who-says article="#story" claims="test.claims.json"></who-says><who-says article="#story" claims="test.claims.json"></who-says>', module),
  '/refused.html': page(tag, `<script src="refuse.js"></script>${module}`),
  '/refuse.js': refuse,
  '/twenty.html': page(tag.repeat(20), `<script src="refuse.js"></script>${module}`),
  '/off.html': page(`${tag.replace('><', '><p>The port office says the harbour will close.</p><')}`, `<meta name="who-says" content="off">${module}`),
  '/stays.html': page(tag.replace('<who-says', '<who-says stays'), module),
  '/classic.html': page(tag, '<script src="who-says-classic.js" defer></script>'),
  '/plain.html': page('<who-says article="#story"></who-says>', module),
  '/plain-edit.html': page('<who-says article="#story" mode="edit"></who-says>', module),
  '/classic-plain.html': page('<who-says article="#story"></who-says>', '<script src="who-says-classic.js" defer></script>'),
  '/finnish.html': page('<who-says article="#story"></who-says>', module).replace(/<article.*<\/article>/, `<article id="story" lang="fi">${finnish.map((p) => `<p>${p}</p>`).join('')}</article>`),
  '/inline.html': laidOut('inline'),
  '/docked.html': laidOut('docked'),
  '/sheet.html': laidOut('sheet', '<p id="after">More of the harbour</p>', ''),
  '/test.css': css,
  '/icon.svg': icon,
  '/count.js': count,
  '/test.claims.json': claimsFile,
};
/** The same for a folder that is opened without a server: the claims stand in the tag. */
export const offline = {
  'page.html': page(
    `<who-says article="#story"><script type="application/ld+json">${claimsFile.replaceAll('<', '\\u003c')}</script></who-says>`,
    '<script src="who-says-classic.js" defer></script>',
  ),
  'test.css': css,
  'icon.svg': icon,
  'count.js': count,
};
