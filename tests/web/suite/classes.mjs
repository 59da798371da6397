// The class page: what was handed in, dropped and pasted, becomes tables, an article by shades, agreement and files to keep.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { inventedClass } from '../../../web/pages/invented-class.mjs';
import { runInNewContext } from 'node:vm';
import { root } from '../../setup/files.mjs';
import { serve } from '../../../web/serve.mjs';
import { sealKey } from './lesson.mjs';
import { axe, choose, speaks, tooWide, withoutFault, wordsOf } from './spoken.mjs';

const file = (name) => readFileSync(join(root, 'assets/exercises', name), 'utf8');
const said = (page, id) => page.run((wanted) => document.querySelector(wanted).textContent, id);

/** Gives files to an input, or drops them. */
const give = (page, target, files) =>
  page.run(
    (selector, list) => {
      const data = new DataTransfer();
      for (const { name, text } of list) data.items.add(new File([text], name));
      const input = document.querySelector(selector);
      if (input.type === 'file') {
        input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      } else input.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    target, files,
  );
const rows = (page, caption) =>
  page.run((wanted) => [...[...document.querySelectorAll('caption')].find((one) => one.textContent === wanted).parentElement.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)), caption);

/** What a button saves. */
const savedBy = (page, button) => page.run((id) => new Promise((done) => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => (void blob.arrayBuffer().then((bytes) => done(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))), (URL.createObjectURL = make)(blob));
  document.querySelector(id).click();
}), button);

export function classes(it) {
  it('the class page: 500 files dropped; duplicates, strangers and broken ones named', { only: 'chromium' }, async ({ open }) => {
    const exercise = JSON.parse(file('ellerby-pool.exercise.json'));
    const works = inventedClass(exercise, 496).map((work, n) => ({ name: `${n}.work.json`, text: JSON.stringify(work) }));
    const twice = JSON.stringify({ ...JSON.parse(works[0].text), saved: '2026-12-24T10:00:00Z' });
    const foreign = JSON.stringify(inventedClass(JSON.parse(file('halm-piers.exercise.json')), 1)[0]);
    const page = await open('/class.html');
    await give(page, '#exercise', [{ name: 'ellerby-pool.exercise.json', text: file('ellerby-pool.exercise.json') }]);
    await page.until(() => document.querySelector('#exercise-said').textContent.includes('8 tasks'));
    await give(page, '#drop', [...works, { name: 'twice.work.json', text: twice }, { name: 'foreign.work.json', text: foreign }, { name: 'photo.png', text: '\u0000PNG' }, { name: 'late.json', text: works[1].text }, { name: 'one too many.json', text: works[2].text }]);
    await page.until(() => !document.querySelector('#results').hidden);
    assert.equal(await said(page, '#works-said'), '500 at hand, 496 pupils count. 4 do not: see the end of the page. At most 500 are taken; 1 was left out.');
    const became = new Map((await rows(page, 'Files and lines')).map(([name, , , what]) => [name, what]));
    assert.deepEqual(['0.work.json', '1.work.json', 'twice.work.json', 'foreign.work.json', 'photo.png', '5.work.json'].map((name) => became.get(name)), ['an older one of the same seat', 'an older one of the same seat', 'counts', 'of another exercise: left out', 'cannot be read: left out', 'counts']);
    assert.equal((await rows(page, 'Points by pupil and task')).length, 496);
    const seats = (await rows(page, 'How many answered what')).filter(([task]) => task.startsWith('2.'));
    assert.equal(seats.length, 4);
    for (const [, , , right, partly, not, left] of seats) assert.equal([right, partly, not, left].reduce((all, n) => all + Number(n), 0), 496);
  });

  it('the class page: the invented class, the article by shades, agreement, CSV', { only: 'chromium' }, async ({ open, shot }) => {
    const page = await open('/class.html');
    await page.run(() => document.querySelector('#sample').click());
    await page.until(() => !document.querySelector('#results').hidden);
    await shot(page, 'class');
    const article = JSON.parse(file('halm-piers.exercise.json')).articles[0].text;
    const shown = await page.run(() => {
      const map = document.querySelector('.heat-map').cloneNode(true);
      for (const count of map.querySelectorAll('.count')) count.remove();
      return [...map.children].map((paragraph) => paragraph.textContent).join('\n\n');
    });
    assert.equal(shown, article);
    // A number for whoever goes there by keyboard, not colour alone.
    const first = await page.run(() => {
      const mark = document.querySelector('.heat-map mark');
      mark.focus();
      const box = mark.querySelector('.count').getBoundingClientRect();
      return { words: mark.querySelector('.count').textContent, wide: box.width > 30, focused: document.activeElement === mark };
    });
    assert.match(first.words, /^\d+ of \d+(, in the key)?$/);
    assert.ok(first.wide && first.focused);
    const agreement = await rows(page, 'Agreement by task');
    for (const [, , , value, sentence] of agreement) {
      assert.match(value, /^(n\/a|(?!-0\.00)-?[01]\.\d\d)$/);
      assert.ok(sentence.length > 10);
    }
    assert.ok((await rows(page, 'Written answers')).length > 10);
    const saved = (button) => savedBy(page, button);
    assert.equal((await saved('#pupils-csv')).trimEnd().split('\r\n').length, 25);

    const homeIs = (address) => page.run((value) => ((document.querySelector('#home').value = value), document.querySelector('#home').checkValidity()), address);
    const homes = async () => [...new Set(JSON.parse(await saved('#xapi')).map(({ actor }) => actor.account.homePage))];
    assert.deepEqual(await homes(), ['https://school.invalid/seats']);
    for (const wrong of ['', 'school.example', '/seats', 'mailto:a@school.example', 'https://']) assert.equal(await homeIs(wrong), false, wrong);
    await page.run(() => document.querySelector('#xapi').click());
    assert.equal(await page.run(() => document.activeElement.id), 'home', 'nothing is saved; the field says what is wrong');
    assert.equal(await homeIs('http://school.example/7b'), true);
    assert.deepEqual(await homes(), ['http://school.example/7b']);
  });

  it('the class page on paper: tables and the article with its shades as lines; neither controls nor what is handed in there', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/class.html');
    await page.run(() => document.querySelector('#sample').click());
    await page.until(() => !document.querySelector('#results').hidden);
    const { captions, buttons, words } = await page.run(() => {
      const texts = (what) => [...document.querySelectorAll(what)].filter((node) => node.checkVisibility()).map((node) => node.textContent.trim());
      return { captions: texts('#results caption'), buttons: texts('#results > .row button, #hand-in button'), words: texts('.heat-map p')[0].slice(0, 20) };
    });
    assert.ok(captions.length >= 5 && buttons.length >= 4);
    const folder = join(root, 'build/artefacts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'class.pdf'), await page.own.pdf({ preferCSSPageSize: true, format: 'A4' }));
    const paper = execFileSync('pdftotext', ['-raw', join(folder, 'class.pdf'), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    for (const text of [...captions, words]) assert.ok(paper.includes(text), text);
    assert.deepEqual(buttons.filter((text) => text.length > 5 && paper.includes(text)), []);
    // Lines of their own for each strength: paper has no grounds.
    await page.own.emulateMediaType('print');
    const lines = await page.run(() => [...new Set([...document.querySelectorAll('.heat-map mark')].map((mark) => `${mark.className} ${getComputedStyle(mark).borderBottomStyle}`))]);
    assert.ok(lines.length > 2);
    for (const line of lines) assert.match(line, /heat[1-5].* (dotted|dashed|solid)$/);
  });

  it('the class page: lines and links pasted, a key apart', { only: 'chromium' }, async ({ open }) => {
    const exercise = JSON.parse(file('ellerby-pool.exercise.json'));
    const key = exercise.key;
    delete exercise.key;
    const [one, two] = inventedClass({ ...exercise, key }, 2);
    const sum = (text) => [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5).toString(16).padStart(8, '0');
    const line = (kind, bytes) => `WSW1.${kind}.${bytes.toString('base64url')}.${sum(bytes.toString('base64url'))}`;
    const packed = line('z', deflateRawSync(JSON.stringify(two)));
    const page = await open('/class.html');
    await give(page, '#exercise', [{ name: 'e.json', text: JSON.stringify(exercise) }]);
    await page.until(() => document.querySelector('#exercise-said').textContent.includes('no key'));
    await page.run((pasted) => {
      document.querySelector('#pasted').value = pasted;
      document.querySelector('#hand-in').requestSubmit();
    }, `From seat A1:\n${line('j', Buffer.from(JSON.stringify(one)))}\nhttps://school.example/pool.html#${packed.slice(0, 70)}\n> ${packed.slice(70)}\n`);
    await page.until(() => !document.querySelector('#results').hidden);
    assert.equal(await said(page, '#works-said'), '2 at hand, 2 pupils count.');
    const all = async () => (await rows(page, 'Points by pupil and task')).map((cells) => cells[2]);
    assert.deepEqual(await all(), ['', '']);
    await give(page, '#key', [{ name: 'k.json', text: file('ellerby-pool.key.json') }]);
    await page.until(() => /of \d/.test([...document.querySelectorAll('tbody tr')][0].children[3].textContent));
    // The same lines as a file, with what help they took.
    one.answers[0].checks = 2;
    one.answers[0].hints = 1;
    await page.run(() => document.querySelector('#forget').click());
    await give(page, '#works', [{ name: 'class.txt', text: `${line('j', Buffer.from(JSON.stringify(one)))}\n\n${packed}` }]);
    await page.until(() => !document.querySelector('#results').hidden);
    assert.equal(await said(page, '#works-said'), '2 at hand, 2 pupils count.');
    assert.match((await rows(page, 'Points by pupil and task')).map((cells) => cells.join(' ')).join(), /1 hint\s*2 checks/);
    await give(page, '#key', [{ name: 'k.json', text: file('halm-piers.key.json') }]);
    await page.until(() => document.querySelector('#exercise-said').textContent.startsWith('This key cannot be used.'));
  });

  it('the class page: tables to keep in the page’s language; what of an exercise is not used, and where; a key on an exercise that names no text', { only: 'chromium' }, async ({ open }) => {
    const exercise = JSON.parse(file('ellerby-pool.exercise.json'));
    const saying = (part) => page.until((words) => document.querySelector('#exercise-said').textContent.includes(words), part);
    const page = await open('/class.html?lang=de');
    const de = wordsOf('class.de');
    for (const text of ['{"tasks": [], "articles": []}', '{"seat": "A1"}']) {
      await give(page, '#exercise', [{ name: 'e.json', text }]);
      await saying(de['exercise.bad.lists']);
    }
    await give(page, '#exercise', [{ name: 'e.json', text: JSON.stringify({ ...exercise, ages: 7, tasks: [...exercise.tasks, exercise.tasks[0]] }) }]);
    await saying('2 Teile davon werden nicht verwendet:');
    const told = () => page.run(() => [...document.querySelectorAll('#exercise-said li')].map((one) => one.textContent));
    const shape = 'Etwas darin hat nicht die erwartete Form.';
    assert.deepEqual(await told(), [`${shape} (/ages)`, `Etwas steht doppelt darin; das Erste zählt. (/tasks/${exercise.tasks.length})`]);
    await give(page, '#exercise', [{ name: 'e.json', text: JSON.stringify({ ...exercise, tasks: [...exercise.tasks, 1, 2, 3, 4, 5, 6, 7] }) }]);
    await saying('7 Teile');
    assert.deepEqual(await told(), [...[0, 1, 2, 3, 4].map((n) => `${shape} (/tasks/${exercise.tasks.length + n})`), 'und 2 weitere']);
    const bare = structuredClone(exercise);
    delete bare.key;
    for (const article of bare.articles) {
      delete article.text;
      delete article.claims.article.hash;
    }
    await give(page, '#exercise', [{ name: 'e.json', text: JSON.stringify(bare) }]);
    await saying(de['exercise.no-key']);
    await give(page, '#key', [{ name: 'k.json', text: file('ellerby-pool.key.json') }]);
    await saying(`${de['key.open']} ${de['key.unsure']}`);
    await give(page, '#exercise', [{ name: 'e.json', text: JSON.stringify(exercise) }]);
    await give(page, '#works', inventedClass(exercise, 3).map((work, n) => ({ name: `${n}.json`, text: JSON.stringify(work) })));
    await page.until(() => !document.querySelector('#results').hidden);
    assert.match((await rows(page, de['files.table']))[0][2], /^\d+\.11\.2026, \d\d:\d\d$/);
    const [head, row] = (await savedBy(page, '#pupils-csv')).split('\r\n');
    assert.match(head, /^\ufeffPlatz,gesichert,fertig,find,find von,.*,Punkte,von,Tipps,Prüfungen$/);
    assert.match(row, /^A1,2026-11-1\dT[^,]*,ja,/);
    const answers = await savedBy(page, '#answers-csv');
    const reasons = wordsOf('lesson.de');
    for (const words of ['Platz,Aufgabe,Frage,Antwort,Lösung,Befund,Anteil,Grund', ',gefunden,', reasons['lesson.why.sentence-found']]) assert.ok(answers.includes(words), words);
    assert.doesNotMatch(answers, /,found,|You found|This is/);
  });

  it('the class page on a phone: a code that opens nothing is told in sight, the right one opens the key', { only: 'chromium' }, async ({ launchWith, site }) => {
    const { key, ...bare } = JSON.parse(file('ellerby-pool.exercise.json'));
    const sealed = { ...bare, sealedKey: sealKey(JSON.stringify({ type: 'Key', format: 1, answers: key.answers }), 'green ferry', 1000) };
    const page = await (await launchWith({ width: 390, height: 700 })).open(`${site.address}/class.html`);
    await give(page, '#exercise', [{ name: 'e.json', text: JSON.stringify(sealed) }]);
    await page.until(() => !document.querySelector('#sealed').hidden);
    const unseal = (code) => page.run((typed) => {
      document.querySelector('#code').value = typed;
      document.querySelector('#unseal').scrollIntoView({ block: 'end' });
      document.querySelector('#unseal').click();
    }, code);
    await unseal('red ferry');
    await page.until((words) => {
      const node = document.querySelector('#exercise-said');
      return node.textContent === words && Math.floor(node.getBoundingClientRect().bottom) <= innerHeight;
    }, wordsOf('class.en')['key.wrong-code']);
    await unseal('green ferry');
    await page.until((words) => document.querySelector('#exercise-said').textContent === words, wordsOf('class.en')['key.open']);
  });

  it('the class page in the teacher’s language: by the address, by a choice that stays, in a lesson’s folder by the exercise', async ({ name, launchWith, clean }) => {
    // As it stands in the folder of a German lesson.
    const along = {};
    runInNewContext(readFileSync(join(root, 'build/site/author-files.js'), 'utf8'), along);
    const german = { ...JSON.parse(file('ellerby-pool.exercise.json')), lang: 'de' };
    const own = along.whoSaysFolder['class.html'].replace('<!-- own exercise -->', () => `<script type="application/json" id="own-exercise">${JSON.stringify(german).replaceAll('<', '\\u003c')}</script>`);
    const site = await serve(join(root, 'build/site'), { pages: { '/axe.js': axe, '/own.html': own } });
    clean(() => site.close());
    // WebKit's window cannot be that narrow here.
    const page = await (await launchWith({ width: name === 'webkit' ? 640 : 320, height: 800 })).open(`${site.address}/class.html?lang=de-AT`);
    await speaks(page, 'class', 'de');
    await page.run(() => document.querySelector('#sample').click());
    await page.until(() => !document.querySelector('#results').hidden);
    const [work] = inventedClass(JSON.parse(file('halm-piers.exercise.json')), 1);
    const foreign = JSON.stringify(inventedClass(german, 1)[0]);
    await give(page, '#works', [
      { name: 'a.json', text: JSON.stringify({ ...work, saved: '2026-12-24T10:00:00Z', answers: [...work.answers, 7, work.answers[0]] }) },
      { name: 'b.json', text: foreign }, { name: 'c.json', text: '{"answers":[' }, { name: 'd.png', text: '\u0000PNG' }, { name: 'e.json', text: '{}' },
      { name: 'f.json', text: JSON.stringify({ ...work, exercise: { ...work.exercise, version: '7', hash: 'x' } }) },
    ]);
    await page.until(() => document.querySelectorAll('#views section:last-child tbody tr').length === 30);
    await speaks(page, 'class', 'de');
    assert.deepEqual(await tooWide(page), []);
    const remarks = (await rows(page, wordsOf('class.de')['files.table'])).map((cells) => cells.at(-1));
    for (const words of ['Zeile 1, Spalte', 'WSW1', 'Fassung „7“', 'nicht die erwartete Form. (/answers/', 'Es gibt eine neuere: a.json.']) assert.ok(remarks.some((text) => text.includes(words)), words);
    // The article and what stands in it stay English, and are said to be.
    assert.deepEqual(await page.run(() => [document.querySelector('.heat-map').lang, document.querySelector('.heat-map .count').lang, document.querySelector('#exercise-said span').lang]), ['en', 'de', 'en']);
    await page.run(() => {
      document.querySelector('#pasted').value = 'half a line';
      document.querySelector('#code').value = 'three words here';
    });
    await choose(page, 'uk');
    await page.until((title) => document.querySelector('#views h2')?.textContent === title, wordsOf('class.uk').done);
    await speaks(page, 'class', 'uk');
    assert.deepEqual(await tooWide(page), []);
    assert.deepEqual(await page.run(() => [document.querySelector('#pasted').value, document.querySelector('#code').value, document.querySelectorAll('#views section:last-child tbody tr').length]), ['half a line', 'three words here', 30]);
    assert.ok((await rows(page, wordsOf('class.uk')['files.table'])).some(([label]) => label === 'вигадано 1'));
    if (name === 'chromium') await withoutFault(page);
    await page.reload();
    await speaks(page, 'class', 'uk');

    const folder = await (await launchWith({})).open(`${site.address}/own.html`);
    await folder.until((words) => document.querySelector('#exercise-said').textContent.endsWith(words), wordsOf('class.de')['exercise.key-inside']);
    await speaks(folder, 'class', 'de');
    // Its title is the exercise's, in German: as the page around it.
    assert.equal(await folder.run(() => document.querySelector('#exercise-said [lang]')), null);
  });
}
