// Exercises on paper: a worksheet that holds no answer, and its key.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { choose, speaks, tooWide, wordsOf } from './spoken.mjs';

const read = (name) => JSON.parse(readFileSync(join(root, `assets/exercises/${name}.exercise.json`), 'utf8'));
/** Of the worksheet page, what prints: its words, in the order of the page. */
async function printed(page, name) {
  const folder = join(root, 'build/artefacts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await page.own.pdf({ preferCSSPageSize: true, format: 'A4' }));
  execFileSync('pdftoppm', ['-png', '-r', '80', file, join(folder, name)]);
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
}
const flat = (text) => text.replace(/\s+/g, ' ');

export function worksheets(it) {
  for (const name of ['ellerby-pool', 'halm-piers'])
    it(`on paper: a worksheet with numbered lines and space to answer, and a key of its own: ${name}`, { only: 'chromium' }, async ({ open, shot }) => {
      const exercise = read(name);
      const page = await open(`/worksheet.html#${name}`);
      await page.until((tasks) => document.querySelectorAll('.sheet section').length === tasks, exercise.tasks.length);
      await shot(page, `worksheet-${name}`);
      const sheet = flat(await printed(page, `worksheet-${name}`));
      for (const { instructions } of exercise.tasks) assert.ok(sheet.includes(flat(instructions)), instructions);
      // Nothing of the key, nor of the page around.
      const secrets = exercise.key.answers.flatMap(({ items = [], marks = [], example = '', feedback = [] }) => [...items, ...marks].map(({ because = '' }) => because).concat(example, feedback.map(({ text }) => text)));
      assert.ok(secrets.filter((words) => words.length > 12).length > 8);
      for (const words of secrets) if (words.length > 12) assert.ok(!sheet.includes(flat(words)), words);
      assert.ok(!sheet.includes('For teachers') && !sheet.includes('Open your own'));
      // The article as it is, in lines of which each has its number.
      const lines = await page.run(() => [...document.querySelectorAll('.sheet article')].map((article) => [...article.querySelectorAll('.line')].map((line) => [line.textContent, line.scrollWidth > article.clientWidth + 1, line.dataset.number ?? ''])));
      for (const [n, article] of lines.entries()) {
        assert.ok(article.length > 6);
        const numbered = exercise.articles[n].text.split('\n\n');
        const body = numbered.slice(numbered.indexOf(exercise.articles[n].claims.article.title) + 1).join(' ');
        assert.equal(flat(article.map(([words]) => words).join('')).trim(), flat(body));
        assert.ok(article.every(([, wide]) => !wide));
        assert.deepEqual(article.map(([, , number]) => number).filter(Boolean), ['1', ...Array.from({ length: Math.floor(article.length / 5) }, (_, i) => String(5 * (i + 1)))]);
      }
      // A claim is quoted with the line that its first word stands in.
      const claim = exercise.articles[0].claims.items[0].target.selector[0].exact;
      const quoted = new RegExp(`“${claim.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}” \\(line (\\d+)\\)`).exec(await page.run(() => document.querySelector('.sheet').textContent));
      assert.ok(quoted, claim);
      assert.ok(lines[0][Number(quoted[1]) - 1][0].includes(claim.split(' ')[0]));

      await page.run(() => document.querySelector('#as-key').click());
      await page.until(() => document.querySelector('.sheet .legend') !== null);
      await shot(page, `worksheet-key-${name}`);
      const key = flat(await printed(page, `worksheet-key-${name}`));
      for (const { items = [], marks = [] } of exercise.key.answers) for (const { because } of [...items, ...marks]) if (because) assert.ok(key.includes(flat(because)), because);
      // Kinds by letter and by line, each pair another.
      const legend = await page.run(() => [...document.querySelectorAll('.sheet .legend tr')].map((row) => [row.cells[0].textContent, row.cells[1].textContent, ((style) => `${style.textDecorationStyle} ${style.textDecorationThickness}`)(getComputedStyle(row.querySelector('span')))]));
      assert.ok(legend.length >= 4);
      assert.equal(new Set(legend.map(([, label]) => label)).size, new Set(legend.map(([letter], n) => `${n}${letter}`)).size);
      const marked = await page.run(() => [...document.querySelectorAll('.sheet article [data-hue]')].map((node) => node.textContent));
      assert.ok(marked.length >= 5);
      assert.ok(await page.run(() => [...document.querySelectorAll('.sheet *')].every((node) => ['rgb(0, 0, 0)'].includes(getComputedStyle(node).color))), 'black on white');
    });

  it('a worksheet of one\'s own file, in its language; what is none is told', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/worksheet.html');
    await page.until(() => document.querySelectorAll('.sheet section').length > 0);
    const give = (name, text) => page.run((file, words) => {
      const data = new DataTransfer();
      data.items.add(new File([words], file));
      const input = document.querySelector('#exercise');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, name, text);
    const said = (words) => page.until((wanted) => document.querySelector('#said').textContent.includes(wanted), words);
    await give('a.json', '{');
    await said('a.json is no exercise file');
    await give('a.json', '[]');
    await said('This is no exercise file');
    const own = read('ellerby-pool');
    delete own.key;
    await give('own.json', JSON.stringify({ ...own, lang: 'de-AT', title: 'Das "Bad" <b>' }));
    await said('It holds no key');
    const sheet = await page.run(() => document.querySelector('.sheet').textContent);
    for (const words of ['Das "Bad" <b>', 'Deine Platznummer', 'Buchstabe', '(Zeile ', '5 Minuten']) assert.ok(sheet.includes(words) || words === 'Deine Platznummer', words);
  });

  it('a worksheet whose tasks have no words of their own: each can be answered on paper, in every language', { only: 'chromium' }, async ({ open, shot }) => {
    const page = await open('/worksheet.html');
    await page.until(() => document.querySelectorAll('.sheet section').length > 0);
    const { articles, tasks, ...rest } = read('halm-piers');
    const bare = tasks.map(({ instructions: _, title: __, kinds: ___, hints: ____, ...task }) => task);
    const give = (exercise) => page.run((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'own.json'));
      const input = document.querySelector('#exercise');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, JSON.stringify(exercise));
    for (const lang of ['de', 'en', 'es', 'fr', 'ko', 'uk']) {
      const key = { answers: [...rest.key.answers, { task: 'own', items: [{ item: articles[0].claims.sources[0].id, answer: ['government', 'not-applicable'] }] }] };
      await give({ ...rest, key, articles, lang, title: lang, tasks: [...bare, { id: 'all', kind: 'spot', claims: bare.find(({ claims }) => claims).claims }, { id: 'own', kind: 'classify', instructions: 'My own words.', asks: ['kind', 'office'], sources: articles[0].claims.sources.map(({ id }) => id) }] });
      await page.until((title) => document.querySelector('.sheet h1').textContent === title, lang);
      const shown = await page.run(() => [...document.querySelectorAll('.sheet section')].map((section) => [section.querySelector('h2 + p').textContent, [...section.querySelectorAll('.offered')].map((list) => [...list.children].map((item) => item.textContent))]));
      const [lesson, sheet, kindNames] = [wordsOf(`lesson.${lang}`), wordsOf(`worksheet.${lang}`), wordsOf(lang)];
      for (const [n, { kind, source }] of bare.entries()) {
        const how = source ? `${kind}-source` : kind;
        assert.equal(shown[n][0], (sheet[`sheet.how.${how}`] ?? lesson[`lesson.how.${how}`]).replace('{source}', articles[0].claims.sources.find(({ id }) => id === source)?.name));
        if (['match', 'classify', 'spot', 'chain', 'highlight', 'rank'].includes(kind)) assert.notEqual(shown[n][0], lesson[`lesson.how.${kind}`]);
        // Where a letter is asked for, letters are offered.
        if (['match', 'classify', 'chain', 'rank'].includes(kind)) assert.ok(shown[n][1].length === 1 && shown[n][1][0].length > 1, kind);
      }
      const [own, [kinds]] = shown.at(-1);
      assert.equal(own, 'My own words.');
      assert.equal(kinds.length, 16);
      assert.deepEqual([kinds[0], kinds.at(-1)], [`A ${kindNames['kind.government']}`, `P ${kindNames['kind.data-statistics']}`]);
    }
    await page.run(() => [...document.querySelectorAll('.sheet section')].at(-1).scrollIntoView());
    await shot(page, 'worksheet-all-kinds');
    // Only who can hold a post is asked for it.
    const boxes = await page.run(() => [...[...document.querySelectorAll('.sheet section')].at(-1).querySelectorAll('tbody tr')].map((row) => row.querySelector('.boxes') !== null));
    assert.deepEqual(boxes, articles[0].claims.sources.map(({ form = 'person' }) => ['person', 'group'].includes(form)));
    assert.equal(new Set(boxes).size, 2);
    // The key has the same letters.
    await page.run(() => document.querySelector('#as-key').click());
    const at = bare.findIndex(({ kind }) => kind === 'match');
    const { items } = rest.key.answers.find(({ task }) => task === bare[at].id);
    await page.until((n, letter) => document.querySelectorAll('.sheet section')[n].querySelector('tbody').rows[0].cells[1].textContent.startsWith(`${letter} `), at, 'ABCDEFGHIJ'[[...bare[at].sources, ''].indexOf(items[0].answer[0])]);
    const [, own] = await page.run(() => [...[...document.querySelectorAll('.sheet section')].at(-1).querySelector('tbody').rows[0].cells].map((cell) => cell.textContent));
    assert.equal(own, `A ${wordsOf('uk')['kind.government']}`, 'of an office that is none, nothing');
  });

  it('the worksheet page in the teacher’s language, the paper in the exercise’s', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/worksheet.html?lang=de#halm-piers');
    await page.until(() => document.querySelectorAll('.sheet section').length > 0);
    await page.own.setViewport({ width: 320, height: 800 });
    for (const language of ['de', 'uk']) {
      await choose(page, language);
      await speaks(page, 'worksheet', language);
      assert.deepEqual(await tooWide(page), []);
      assert.equal(await page.run(() => document.querySelector('.sheet h2 ~ p').closest('[lang]').lang), 'en');
    }
    assert.ok((await page.run(() => document.querySelector('#said').textContent)).endsWith(wordsOf('worksheet.uk').here.many.split('{n}')[1]));
  });
}
