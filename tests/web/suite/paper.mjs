// On paper: the claims by number and their sources, and the article with these numbers. The article on the page stays as it is.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { root } from '../../setup/files.mjs';
import { press, ready } from './widget.mjs';

/** What prints comes when the panel can be used. */
export const canPrint = (page) => page.until(() => Boolean(document.querySelector('who-says').widget?.paper));

/** What of the widget prints, from the event on that a browser sends before it prints; and that nothing of the article is touched. */
const printed = async (page) => {
  await canPrint(page);
  return page.run(() => {
    const story = document.querySelector('article');
    const before = story.outerHTML;
    const watch = new MutationObserver(() => {});
    watch.observe(story, { subtree: true, childList: true, characterData: true, attributes: true });
    dispatchEvent(new Event('beforeprint'));
    const paper = document.querySelector('who-says').shadowRoot.querySelector('.paper');
    const words = (selector) => [...paper.querySelectorAll(selector)].map((node) => node.textContent);
    const out = {
      article: words('article > *'), numbers: words('article sup'), hues: [...paper.querySelectorAll('article [data-hue]')].map((node) => `${node.dataset.hue}: ${node.textContent}`),
      tables: [...paper.querySelectorAll('table')].map((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))),
      titles: words('h2'), lines: [...paper.querySelectorAll('tr[data-hue]')].map((row) => row.dataset.hue),
    };
    dispatchEvent(new Event('afterprint'));
    return { ...out, after: paper.childNodes.length, sheets: document.adoptedStyleSheets.length, marked: document.querySelector('[who-says-prints]') !== null, touched: watch.takeRecords().length, same: story.outerHTML === before };
  });
};

/** The page as a PDF beside the other artefacts, with margins of 15 mm, `bottom` below: its words, line by line. */
async function pdf(page, name, bottom = 15) {
  await canPrint(page);
  const folder = join(root, 'build/artefacts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await page.own.pdf({ format: 'A4', margin: { top: '15mm', bottom: `${bottom}mm`, left: '15mm', right: '15mm' } }));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** Pages of a PDF that are not in black, grey and white. */
function coloured(name) {
  const folder = mkdtempSync(join(tmpdir(), 'who-says-paper-'));
  execFileSync('pdftoppm', ['-r', '60', '-png', join(root, 'build/artefacts', `${name}.pdf`), join(folder, 'page')]);
  const pages = readdirSync(folder).filter((file) => {
    const { data } = PNG.sync.read(readFileSync(join(folder, file)));
    for (let i = 0; i < data.length; i += 4) if (Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 8) return true;
    return false;
  });
  rmSync(folder, { recursive: true });
  return pages;
}

export function paper(it) {
  it('on paper: claims by number, letters of their kinds, a table of sources; with the article on a press or where the page says so', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    // Whatever the panel shows or is searched for.
    await page.run(() => document.querySelector('who-says').widget.send({ verb: 'set-field', id: 'search-claims', text: 'zebra' }));
    await press(page, 'tab:profile');
    const plain = await printed(page);
    assert.deepEqual(plain.article, []);
    assert.deepEqual(plain.titles, ['Kind of source', 'Claims', 'Sources']);
    const [kinds, claims, sources] = plain.tables;
    assert.deepEqual(kinds, [['A', 'Government'], ['B', 'Academic'], ['C', 'Former official'], ['D', 'No source named']]);
    assert.deepEqual(claims.map((row) => row.slice(0, 3)), [
      ['1', 'A', 'The harbour of Lindow will close for three weeks in May'], ['2', 'D', 'Two of its four cranes are forty years old'],
      ['3', 'B', 'the old cranes could fail in any storm'], ['4', 'D', 'the work will cost nine million'], ['5', 'C', 'the closure "comes ten years late"'],
    ]);
    assert.match(claims[0][3], /^Government · Port office · named · Paraphrase$/);
    assert.deepEqual(plain.lines, ['state', 'expertise', 'former', 'none', 'state', 'none', 'expertise', 'none', 'former']);
    assert.deepEqual(sources, [
      ['Source', 'Kind of source', 'In office?', 'How often', 'Claims', 'Passes on'],
      ['Port office', 'Government', 'Now', '1', '1', ''],
      ['No source named', '', '', '2', '2, 4', ''],
      ['Ada Brandt', 'Academic', 'Unknown', '1', '3', ''],
      ['Jon Vale', 'Former official', 'Formerly', '1', '5', ''],
      ['Lindow Post', 'News outlet', 'Unknown', '1', '', '5'],
    ]);

    await page.run(() => document.querySelector('who-says').setAttribute('print', 'numbered'));
    const whole = await printed(page);
    assert.deepEqual(whole.numbers, ['1', '2', '3', '4', '5']);
    assert.ok(whole.article.includes('The harbour of Lindow will close for three weeks in May1, the port office said on Monday. Two of its four cranes are forty years old2.'), whole.article.join('\n'));
    assert.ok(whole.hues.includes('expertise: the old cranes could fail in any storm') && whole.hues.includes('none: the work will cost nine million'), whole.hues.join('\n'));
    assert.deepEqual(whole.tables, plain.tables);

    // A reader's own press: this once.
    await page.run(() => {
      document.querySelector('who-says').removeAttribute('print');
      window.print = () => { window.asked = (window.asked ?? 0) + 1; };
    });
    await press(page, 'print');
    await page.until(() => window.asked === 1);
    assert.deepEqual((await printed(page)).numbers, whole.numbers);
    assert.deepEqual((await printed(page)).numbers, []);
    for (const one of [plain, whole]) assert.deepEqual([one.after, one.sheets > 1, one.marked, one.touched, one.same], [0, false, false, 0, true]);
  });

  it('on paper: a PDF holds it all, in black', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/index.html');
    await page.until(() => document.querySelector('who-says').figures?.frames > 0 && document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length > 20);
    const list = await pdf(page, 'paper-page');
    assert.match(list, /What each side gets/);
    assert.match(list, /^Claims$[^]*^Sources$[^]*In office\?/m);
    await page.run(() => document.querySelector('who-says').setAttribute('print', 'numbered'));
    const whole = await pdf(page, 'paper-numbered');
    assert.match(whole, /^Claims$[^]*^Sources$[^]*In office\?/m);
    assert.doesNotMatch(whole, /Embed it|Kiosk/, 'the page around it is left out');
    assert.deepEqual(coloured('paper-numbered'), []);
    // Every claim of the file has its number in the list, and in the article.
    const { tables: [, claims], numbers } = await printed(page);
    assert.ok(claims.length > 20);
    for (const [number, letter] of claims) assert.match(whole, new RegExp(`^[ \\f]*${number} +${letter} `, 'm'));
    assert.deepEqual([...new Set(numbers)].toSorted((a, b) => a - b), claims.map(([number]) => number));
    assert.equal(await page.run(() => document.querySelector('who-says').hasAttribute('who-says-prints')), false);
  });

  it('on paper: no heading stands alone at the foot of a page, nor with the row of columns', { not: 'webkit' }, async ({ name, open }) => {
    const page = await open('/index.html');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length > 20);
    for (const bottom of [15, 25, 35, 45, 55]) {
      const feet = (await pdf(page, `paper-foot-${name}`, bottom)).split('\f').map((text) => text.trim().split('\n').at(-1));
      assert.ok(feet.length > 3);
      assert.deepEqual(feet.filter((line) => /In o.{1,2}ce\?|^(Claims|Sources|Kind of source)$/.test(line)), [], `${bottom} mm`);
    }
  });
}
