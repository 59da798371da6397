// Claims keep their words: on articles that come late or change, and by selectors that name elements of the page.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from '../../setup/files.mjs';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { nodes, painted, ready } from './widget.mjs';

const paragraphs = [
  'The harbour of Lindow will close for three weeks in May, the port office said on Monday.',
  'According to the engineer Ada Brandt 📰, the old cranes could fail in any storm. She said it twice.',
  'It is assumed that the work will cost nine million. She said it twice.',
];
const articleOf = (words) => `<article id="story"><h1>Harbour</h1><div class="text">${words.map((one, n) => `<p id="p${n + 1}">${one}</p>`).join('')}</div></article>`;

const quote = (exact, more = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
const position = (start, end) => ({ type: 'TextPositionSelector', start, end });
const css = (value, refinedBy) => ({ type: 'CssSelector', value, ...(refinedBy && { refinedBy }) });
const xpath = (value, refinedBy) => ({ type: 'XPathSelector', value, ...(refinedBy && { refinedBy }) });
const fragment = (value, refinedBy) => ({ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value, ...(refinedBy && { refinedBy }) });
const directive = (value) => ({ type: 'FragmentSelector', conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/', value: `:~:${value}` });
const range = (startSelector, endSelector) => ({ type: 'RangeSelector', startSelector, endSelector });
const annotation = (selector, n) => ({ id: `urn:test:${n}`, type: 'Annotation', motivation: 'highlighting', target: { source: 'https://news.example/', selector } });
const claimsFile = (selectors) => JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items: selectors.map(annotation) });

/** Selectors and the words that they name. */
const named = [
  [css('#p1'), paragraphs[0]],
  [css('.text > p:nth-child(3)', quote('nine million')), 'nine million'],
  [css('#p3', quote('She said it twice', { prefix: 'million. ' })), 'She said it twice'],
  [css('#p2', position(38, 53)), ', the old crane'],
  [css('.text', css('#p2', quote('Ada  Brandt'))), 'Ada Brandt'],
  [xpath('/html/body//p[2]', position(17, 25)), 'engineer'],
  [xpath('/div[1]/p[1]', quote('three weeks')), 'three weeks'],
  [xpath('div/p[@id="p1"]/text()', quote('the port office')), 'the port office'],
  [fragment('p1', quote('on Monday')), 'on Monday'],
  [fragment('#p3', quote('It is assumed')), 'It is assumed'],
  [directive('text=in%20any%20storm'), 'in any storm'],
  [directive('text=harbour%20of,in%20may'), 'harbour of Lindow will close for three weeks in May'],
  [directive('text=storm.-,she%20said,-it%20twice'), 'She said'],
  [range(xpath('//p[2]', position(4, 8)), xpath('//p[2]', quote('engineer'))), 'rding to the'],
  [{ type: 'Choice', items: [css('#nowhere'), css('#p3', quote('work will cost'))] }, 'work will cost'],
  [[xpath('//table'), css('#p1', { type: 'List', items: [quote('of Lindow')] })], 'of Lindow'],
];
/** Selectors that name nothing, and must do no harm. */
const vain = [
  css('#nowhere'), css('p:('), css('p:has(:has(*))'), css('a'.repeat(100_000)), css('#p1', quote('nine million')), css('#p1', position(0, 9000)),
  css('header'), xpath('//p['), xpath('//unknown:p'), xpath('count(//p)'), xpath('//*[count(//*[count(//*) > 0]) > 0]'), xpath('('.repeat(50_000)),
  fragment('nowhere'), fragment('%'), directive('text='), directive('text=%E0%A4%A'), directive('text=no%20such%20words'),
  { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: 'p1' },
  range(css('#p3'), css('#p1')), range(css('#p3'), css('#nowhere')), { type: 'Choice', items: [null, 3, []] }, { type: 'SvgSelector', value: '<svg/>' },
];
const words = (lines) => lines.map((line) => line.replace(/^.*?: /s, ''));

/** Tags for the page's own scripts, and the site with them. */
async function open(browser, clean, pages) {
  const site = await serve(join(root, 'build/site'), {
    headers: strictHeaders,
    pages: {
      '/told.js': `window.told = []; for (const type of ['ready', 'error']) document.addEventListener('who-says-' + type, (e) => window.told.push([type, e.detail]));`,
      ...pages,
    },
  });
  clean(() => site.close());
  return browser.open(`${site.address}/a.html`);
}
const pageOf = (article, scripts = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour</title><script src="told.js"></script><script type="module" src="who-says.js"></script>${scripts}</head>
<body><header>Lindow Post</header><who-says article="#story" claims="claims.json"></who-says><main>${article}</main></body></html>`;

const are = (page, wanted) =>
  page.until((all) => {
    const found = [...CSS.highlights].filter(([name]) => name.startsWith('who-says-')).flatMap(([, ranges]) => [...ranges]);
    return JSON.stringify(found.map(String).sort()) === JSON.stringify(all.toSorted()) && found.every(({ startContainer }) => startContainer.isConnected);
  }, wanted);
const html = (page) => page.run(() => document.querySelector('main').outerHTML);

export function anchoring(it) {
  it('selectors of every kind find their words, others do no harm', async ({ browser, clean }) => {
    const claims = claimsFile([...named.map(([selector]) => selector), ...vain]);
    const page = await open(browser, clean, { '/a.html': pageOf(articleOf(paragraphs)), '/claims.json': claims });
    const before = await html(page);
    await ready(page);
    assert.deepEqual(words(await painted(page)).toSorted(), named.map(([, one]) => one).toSorted());
    // What was not found is listed all the same.
    assert.equal((await nodes(page, 'claim:')).length, named.length + vain.length);
    assert.equal(await html(page), before);
  });

  it('selectors of an imported file are resolved too', async ({ browser, clean }) => {
    const page = await open(browser, clean, { '/a.html': pageOf(articleOf(paragraphs)), '/claims.json': claimsFile([]) });
    await ready(page);
    await page.run((json) => document.querySelector('who-says').importClaims(json, 'theirs'), claimsFile([css('#p3', quote('nine million'))]));
    await are(page, ['nine million']);
  });

  it('an article that comes late, and in pieces', async ({ browser, clean }) => {
    const script = `setTimeout(() => {
      const make = (tag, id, words) => Object.assign(document.createElement(tag), { id, textContent: words });
      const story = make('article', 'story', '');
      document.querySelector('main').append(story);
      story.append(make('p', 'p1', ${JSON.stringify(paragraphs[0])}));
      setTimeout(() => story.append(make('p', 'p3', ${JSON.stringify(paragraphs[2])})), 800);
    }, 1000);`;
    const claims = claimsFile([quote('three weeks'), css('#p1', quote('on Monday')), xpath('//p[@id="p3"]', quote('nine million'))]);
    const page = await open(browser, clean, { '/a.html': pageOf('', '<script src="late.js" defer></script>'), '/late.js': script, '/claims.json': claims });
    await ready(page);
    await are(page, ['three weeks', 'on Monday']);
    await are(page, ['three weeks', 'on Monday', 'nine million']);
    assert.deepEqual(await nodes(page, 'anchor:'), []);
  });

  it('what was imported or kept before a late article finds its elements when that comes', async ({ browser, clean }) => {
    const script = `window.bringArticle = () => {
      const story = Object.assign(document.createElement('article'), { id: 'story' });
      story.append(...${JSON.stringify(paragraphs)}.map((words, n) => Object.assign(document.createElement('p'), { id: 'p' + (n + 1), textContent: words })));
      document.querySelector('main').append(story);
    };`;
    const page = await open(browser, clean, { '/a.html': pageOf('', '<script src="late.js" defer></script>'), '/late.js': script, '/claims.json': claimsFile([]) });
    const bring = (id, selector) =>
      page.run((json) => document.querySelector('who-says').importClaims(json, 'theirs'), JSON.stringify({ ...annotation(selector), id: `urn:test:${id}` }));
    await ready(page);
    await bring('one', css('#p1', quote('three weeks')));
    await page.run(() => new Promise((done) => setTimeout(done, 400)));
    await page.reload();
    await ready(page);
    await bring('two', range(xpath('//p[2]', position(4, 8)), xpath('//p[2]', quote('engineer'))));
    await page.run(() => window.bringArticle());
    await are(page, ['three weeks', 'rding to the']);
    assert.deepEqual(await nodes(page, 'anchor:'), []);
  });

  it('an article whose elements are replaced', async ({ browser, clean }) => {
    const claims = claimsFile([css('#p1', quote('three weeks')), quote('the old cranes could fail in any storm'), xpath('//p[3]', quote('nine million'))]);
    const all = ['three weeks', 'the old cranes could fail in any storm', 'nine million'];
    const page = await open(browser, clean, { '/a.html': pageOf(articleOf(paragraphs)), '/claims.json': claims });
    await ready(page);
    await are(page, all);
    // The whole of it, by another with the same words.
    await page.run(() => {
      const story = document.querySelector('#story');
      story.replaceWith(story.cloneNode(true));
    });
    await are(page, all);
    // One paragraph's inside.
    await page.run(() => {
      const [one] = document.querySelectorAll('#story p');
      one.replaceChildren(...one.textContent.split(' ').flatMap((word) => [document.createTextNode(word), document.createTextNode(' ')]));
    });
    await are(page, all);
    // Paragraphs in another order: the words are followed, not the path to where they were.
    await page.run(() => document.querySelector('#story .text').prepend(document.querySelector('#p3')));
    await are(page, all);
    // Words changed, others gone.
    await page.run(() => {
      document.querySelector('#p2').firstChild.data = 'According to the engineer, the old cranes might fail in any storm.';
      document.querySelector('#p3').remove();
    });
    await are(page, ['three weeks', 'the old cranes might fail in any storm']);
    assert.equal((await nodes(page, 'claim:')).length, 3);
    // Hidden words are not read.
    await page.run(() => document.querySelector('#p1').setAttribute('hidden', ''));
    await are(page, ['the old cranes might fail in any storm']);
    await page.run(() => document.querySelector('#p1').removeAttribute('hidden'));
    await are(page, ['three weeks', 'the old cranes might fail in any storm']);
  });

  it('another article under another address, and back', async ({ browser, clean }) => {
    const claims = claimsFile([css('#p1', quote('three weeks')), css('#p4')]);
    const page = await open(browser, clean, { '/a.html': pageOf(articleOf(paragraphs)), '/claims.json': claims });
    await ready(page);
    await are(page, ['three weeks']);
    await page.run(() => {
      const other = Object.assign(document.createElement('article'), { id: 'story' });
      // What the file says of this element is said of the other article's.
      other.append(Object.assign(document.createElement('p'), { id: 'p4', textContent: 'A wholly different text about bees.' }));
      window.first = document.querySelector('#story');
      history.pushState({}, '', 'b.html');
      window.first.replaceWith(other);
    });
    await are(page, []);
    await page.run(() => new Promise((done) => setTimeout(done, 600)));
    assert.deepEqual(await painted(page), []);
    await page.run(() => {
      history.back();
      document.querySelector('#story').replaceWith(window.first);
    });
    await are(page, ['three weeks']);
  });

  it('a long article is read and painted in slices, while it changes too', async ({ browser, clean }) => {
    const long = Array.from({ length: 12_000 }, (_, n) => `Report <b>${n}</b> <i>says</i> that ship ${n} is <a href="#">in port</a>.`);
    const claims = claimsFile([quote('ship 11999 is in port'), css('#p6000 i')]);
    const page = await open(browser, clean, { '/a.html': pageOf(articleOf(long)), '/claims.json': claims });
    await ready(page);
    await are(page, ['ship 11999 is in port', 'says']);
    assert.ok((await page.run(() => document.querySelector('who-says').figures.readingSlices)) > 1);
    // A clock in the article never lets a reading come to its end in peace.
    await page.run(() => {
      const clock = document.querySelector('#story').appendChild(document.createElement('p'));
      window.clock = setInterval(() => (clock.textContent = String(performance.now())), 5);
      document.querySelector('#p12000').replaceChildren('Here ship 11999 is in port as well.');
    });
    await are(page, ['ship 11999 is in port', 'says']);
    await page.run(() => clearInterval(window.clock));
  });

  it('places in text and page: pairs, clusters, shadow trees', async ({ browser }) => {
    const { outputFiles } = esbuild.buildSync({
      stdin: { contents: `export { PageText } from './web/src/page-text.ts'; export { PageReading } from './web/src/page-reading.ts';`, resolveDir: root },
      bundle: true, format: 'iife', globalName: 'pageText', write: false,
    });
    const page = await browser.open('about:blank');
    const found = await page.run((code) => {
      const { PageText, PageReading } = new Function(`${code}; return pageText;`)();
      const make = (tag, ...children) => {
        const element = document.createElement(tag);
        element.append(...children);
        return element;
      };
      const out = {};
      const story = make('article');
      document.body.append(story);
      const read = (...children) => {
        story.replaceChildren(...children);
        return new PageText(story);
      };
      // A pair over two nodes.
      const pair = make('p', 'a\ud83d', '\ude00b');
      let text = read(pair);
      out.pair = [text.text, String(text.toDom([2, 4])), String(text.toDom([1, 2])), text.fromDom({ startContainer: pair.lastChild, startOffset: 0, endContainer: pair.lastChild, endOffset: 1 })];
      // A family, a letter with marks, a flag: a selection that begins or ends inside takes the whole of it.
      const [family, letter] = ['👩‍👩‍👧', 'e\u0323\u0301'];
      const clusters = make('p', `x${family}y${letter}z`);
      text = read(clusters);
      const node = clusters.firstChild;
      const inside = (from, to) => text.text.slice(...text.fromDom({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }));
      out.clusters = [inside(4, 5), inside(0, 3), inside(11, 12), inside(9, 10), inside(1, 1)];
      // Words in a shadow tree, around a slot.
      const host = make('div', 'in the slot');
      const tree = host.attachShadow({ mode: 'open' });
      tree.append(make('b', 'before '), document.createElement('slot'), make('i', ' after'));
      const [before, after] = [make('p', 'first'), make('p', 'last')];
      text = read(before, host, after);
      out.shadow = [
        text.text,
        text.toDomParts([0, text.text.length]).map(String),
        text.toDomParts([8, 12]).map(String),
        text.rangeOf(host),
        text.rangeOf(tree),
        text.rangeOf(before),
        text.fromDom({ startContainer: tree, startOffset: 1, endContainer: tree, endOffset: 3 }),
        text.fromDom({ startContainer: story, startOffset: 0, endContainer: story, endOffset: 3 }),
        text.fromDom({ startContainer: before.firstChild, startOffset: 2, endContainer: after.firstChild, endOffset: 2 }),
      ];
      // However small the steps, the same.
      const whole = read(make('div', 'a  b', make('p', ` ${'long words '.repeat(9000)}`), make('pre', ' x\n y'), make('ul', make('li', 'c', document.createElement('br'), ' d'))));
      const reading = new PageReading(story);
      let steps = 0;
      while (reading.read(1)) steps++;
      const slow = new PageText(story, reading);
      out.steps = [steps > 15, slow.text === whole.text, JSON.stringify(slow.blocks) === JSON.stringify(whole.blocks), whole.blocks.length];
      // Nested deeper than a call stack goes.
      let deep = make('span', 'deep');
      for (let i = 0; i < 20_000; i++) deep = make('span', deep);
      out.deep = new PageText(deep).text;
      // Nodes that are gone.
      text = read(make('p', 'gone'));
      story.replaceChildren();
      out.gone = [text.toDom([0, 4]) === undefined, text.toDomParts([0, 4])];
      return out;
    }, outputFiles[0].text);
    assert.deepEqual(found.pair, ['a😀b', '😀b', '😀', [1, 3]]);
    assert.deepEqual(found.clusters, ['👩‍👩‍👧', 'x👩‍👩‍👧', 'e\u0323\u0301', 'y', '']);
    const all = 'first\n\nbefore in the slot after\n\nlast';
    assert.deepEqual(found.shadow, [
      all, ['first', 'before ', 'in the slot', ' after', 'last'], ['efor'], [7, 31], [7, 31], [0, 5], [14, 31], [0, 37], [2, 35],
    ]);
    assert.deepEqual(found.steps, [true, true, true, 4]);
    assert.equal(found.deep, 'deep');
    assert.deepEqual(found.gone, [true, []]);
  });
}
