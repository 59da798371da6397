// What the author page makes of an article, its claims and an author's wishes: the exercise, its key in three places, the folder.

import assert from 'node:assert/strict';
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { runInNewContext } from 'node:vm';
import esbuild from 'esbuild';
import { unzipSync, strFromU8 } from 'fflate';
import { openClass } from '../../setup/core.mjs';
import { read, root } from '../../setup/files.mjs';

const file = join(process.env.WHO_SAYS_WASM_BUILD ?? join(root, 'build/wasm-release'), 'who_says_class.wasm');
const skip = existsSync(file) ? false : 'there is no WebAssembly build tree';

const wordsOf = (...names) => Object.assign({}, ...names.map((name) => JSON.parse(read(`assets/words/${name}.json`))));
/** What the build makes of the files of words. */
const files = {
  name: 'words',
  setup(build) {
    build.onResolve({ filter: /^who-says-author-words$/ }, ({ path }) => ({ path, namespace: 'words' }));
    build.onLoad({ filter: /.*/, namespace: 'words' }, () => ({ contents: JSON.stringify(Object.fromEntries(['en', 'de'].map((name) => [name, wordsOf(`lesson.${name}`, `author.${name}`)]))), loader: 'text' }));
  },
};
const { outputFiles } = await esbuild.build({
  stdin: { contents: "export * from './lesson.ts'; export * from './files.ts'; export * from './words.ts'; export { lessonBody } from '../../exports/index.ts';", resolveDir: join(root, 'web/pages/author'), loader: 'ts' },
  bundle: true, format: 'esm', write: false, plugins: [files],
});
const { extent, kinds, lessonBody, lessonOf, make, makeOf, namesOf, ways, words, withSameSources } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

const lines = read('assets/articles/halm-piers.txt').trim().split('\n');
const article = (name) => ({ text: read(`assets/articles/${name}.txt`).trim().split('\n').join('\n\n'), claims: read(`assets/articles/${name}.claims.json`) });
const sourced = { articles: [article('halm-piers')], lang: 'en' };
const wish = { id: 'urn:halm', title: 'The piers </script> of Hálm & "more"', introduction: 'Read it.', ages: [11, 14], kinds: ['match', 'highlight', 'swap-cue'], instructions: { match: 'Who?' }, hints: { match: ' Look at the verbs. \n\nRead it aloud.' }, feedback: {}, minutes: {}, asked: {}, source: '', sentences: false, letter: 'independent' };
const blocks = [['h1', lines[0]], ...lines.slice(1).map((line) => ['p', line])];

/** The module as the page asks it. */
async function asking() {
  const { ask } = await openClass(readFileSync(file));
  return (question) => {
    const answer = ask(question);
    if (answer.error) throw new Error(answer.error.message);
    return answer;
  };
}

test('tasks: those that the claims give something for, with the author’s words; each has its extent and words of its own', { skip }, async () => {
  const ask = await asking();
  const made = make(ask, sourced, wish);
  assert.deepEqual(made.tasks.map(({ kind }) => kind), wish.kinds);
  assert.deepEqual([made.title, made.introduction, made.ages, made.tasks[0].instructions, made.tasks[1].instructions, made.tasks[0].hints, made.tasks[1].hints], [wish.title, 'Read it.', [11, 14], 'Who?', undefined, ['Look at the verbs.', 'Read it aloud.'], undefined]);
  const [{ text, claims: file }] = sourced.articles;
  for (const claims of ['{"type":"AnnotationPage","items":[]}', 'no claims']) assert.equal(make(ask, { ...sourced, articles: [{ text, claims }] }, wish), undefined);
  const claims = JSON.parse(file).items.length;
  assert.deepEqual(extent(make(ask, sourced, { ...wish, kinds: ['highlight'] })), { n: claims, of: 'marks' });
  assert.deepEqual(extent(make(ask, sourced, { ...wish, kinds: ['match'] })), { n: Math.min(8, claims), of: 'claims' });
  assert.equal(extent(make(ask, sourced, { ...wish, kinds: ['rank'] })).of, 'sources');
  for (const kind of kinds) for (const part of ['kind', 'how']) assert.ok(words.has(`lesson.${part}.${kind}`), kind);
});

test('what an author wishes of a task stands in its file; what its kind cannot take does not', { skip }, async () => {
  const ask = await asking();
  const plain = { ...wish, instructions: {}, hints: {} };
  const { about } = makeOf(ask, sourced, { ...plain, kinds: ['match', 'chain', 'highlight', 'rank'] });
  const names = namesOf(sourced.articles[0].claims);
  assert.ok(about.match.length > 8 && about.chain.length > 0 && about.chain.length < about.match.length && about.highlight.length > 1);
  assert.deepEqual(about.rank, []);
  for (const ids of Object.values(about)) for (const id of ids) assert.ok(names.get(id), id);
  const [source] = about.highlight;
  const asked = { match: about.match.toReversed(), spot: ['nobody has this id'] };
  const made = make(ask, sourced, {
    ...plain, kinds: ['match', 'spot', 'highlight', 'rank', 'swap-cue'], asked, source, sentences: true, letter: 'named',
    feedback: { match: 'Look before the claim.', highlight: 'Nobody says this there.', rank: 'Nor here.' }, minutes: { match: 4, rank: 7 },
  });
  const [match, spot, highlight, rank, swap] = made.tasks;
  assert.deepEqual([match.claims, match.minutes, spot.minutes, rank.minutes], [about.match, 4, undefined, 7]);
  assert.equal(spot.claims.length, 8);
  assert.deepEqual([highlight.source, highlight.unit, rank.letter], [source, 'sentences', 'named']);
  assert.ok(swap.cue && swap.otherCue && swap.claims.length === 1);
  const key = (task) => made.key.answers.find((answer) => answer.task === task.id);
  assert.deepEqual([match, spot, highlight, rank].map((task) => key(task).feedback), [[{ text: 'Look before the claim.' }], undefined, [{ text: 'Nobody says this there.' }], undefined]);
  assert.ok(key(highlight).marks.length < make(ask, sourced, { ...plain, kinds: ['highlight'] }).key.answers[0].marks.length);
  assert.deepEqual(ask({ verb: 'open', exercise: JSON.stringify(made) }).problems, []);
});

test('two reports are compared by the names of their sources; of the second, its text and sources alone are in the file', { skip }, async () => {
  const ask = await asking();
  const compare = { ...wish, kinds: ['compare'] };
  assert.equal(make(ask, sourced, compare), undefined);
  const second = article('halm-piers-wire');
  const { tasks: [task], key: { answers: [{ items }] }, articles } = make(ask, { ...sourced, articles: [...sourced.articles, second] }, compare);
  assert.equal(task.kind, 'compare');
  assert.deepEqual([...new Set(items.map(({ answer }) => answer[0]))].toSorted(), ['both', 'first', 'second']);
  assert.deepEqual([articles[1].text, articles[1].claims.items ?? []], [second.text, []]);
  // The same name is the same source, whatever its id; another name is another one.
  const file = (...sources) => JSON.stringify({ type: 'AnnotationPage', sources: sources.map(([id, name]) => ({ id, name })), items: [{ id: 'c' }] });
  const { sources, items: none } = JSON.parse(withSameSources(file(['s1', 'The town council'], ['s2', 'Jan Holt']), file(['s1', 'Ada Lind'], ['s1-2', 'Mia Berg'], ['s7', 'town Council'])));
  assert.deepEqual(sources, [{ id: 's1-3', name: 'Ada Lind' }, { id: 's1-2', name: 'Mia Berg' }, { id: 's1', name: 'town Council' }]);
  assert.deepEqual(none, []);
});

test('the key: in the page, apart, and sealed by a code', { skip }, async () => {
  const ask = await asking();
  const made = make(ask, sourced, wish);
  const answers = JSON.parse(JSON.stringify(made.key.answers));
  const open = await lessonOf(ask, made, blocks, 'page', '');
  const apart = await lessonOf(ask, made, blocks, 'teacher', '');
  const sealed = await lessonOf(ask, made, blocks, 'sealed', ' three green ferries ');
  assert.deepEqual(JSON.parse(open.exercise).key.answers, answers);
  for (const { exercise, answered, key } of [apart, sealed]) {
    assert.equal('key' in JSON.parse(exercise), false);
    assert.doesNotMatch(exercise, /"answer"/);
    assert.deepEqual(JSON.parse(answered).key.answers, answers);
    assert.deepEqual(JSON.parse(key).answers, answers);
  }
  assert.equal('sealedKey' in JSON.parse(apart.exercise), false);
  const { salt, iv, text, iterations } = Object.fromEntries(Object.entries(JSON.parse(sealed.exercise).sealedKey).map(([name, value]) => [name, typeof value === 'string' ? Buffer.from(value, 'base64') : value]));
  const cipher = createDecipheriv('aes-256-gcm', pbkdf2Sync('three green ferries', salt, iterations, 32, 'sha256'), iv);
  cipher.setAuthTag(text.subarray(-16));
  assert.equal(cipher.update(text.subarray(0, -16)) + cipher.final('utf8'), sealed.key);
  // What pupils were asked has one name, wherever the answers are.
  const hashes = [open, apart, sealed].map(({ exercise }) => ask({ verb: 'open', exercise }).hash);
  assert.equal(new Set(hashes).size, 1);
  assert.deepEqual(ask({ verb: 'key', key: apart.key }).problems, []);
});

test('the folder: a page that nothing breaks out of, the files beside it, the class page with the exercise in it', { skip }, async () => {
  const ask = await asking();
  const lesson = await lessonOf(ask, make(ask, sourced, wish), [['p', '<img src=x onerror=alert(1)> & </article>'], ...blocks], 'teacher', '');
  assert.equal(lesson.name, 'the-piers-script-of-halm-more');
  const body = lessonBody(lesson.exercise, lesson.blocks);
  assert.match(body, /<p>&lt;img src=x onerror=alert\(1\)&gt; &amp; &lt;\/article&gt;<\/p>/);
  assert.equal(body.match(/<\/script>/g).length, 1);
  const along = {};
  runInNewContext(readFileSync(join(root, 'build/site/author-files.js'), 'utf8'), along);
  const folder = unzipSync(ways.folder[2](lesson, along.whoSaysFolder));
  const files = Object.fromEntries(Object.entries(folder).map(([name, data]) => [name.replace(`${lesson.name}/`, ''), strFromU8(data)]));
  const page = files['for-pupils/index.html'];
  for (const [, name] of page.matchAll(/(?:src|href)="([^"#]+)"/g)) assert.ok(`for-pupils/${name}` in files, name);
  for (const html of ['class.html', 'worksheet.html']) for (const [, name] of files[`for-the-teacher/${html}`].matchAll(/(?:src|href)="([^"#]+)"/g)) assert.ok(`for-the-teacher/${name}` in files, name);
  assert.ok('for-pupils/who-says-classroom-classic.js' in files);
  assert.ok(!Object.entries(files).some(([name, text]) => name.startsWith('for-pupils/') && /"answer":|class at a glance/.test(name.endsWith('classic.js') ? '' : text)));
  assert.ok(readFileSync(join(root, 'build/site/who-says-classic.js')).equals(folder[`${lesson.name}/for-pupils/who-says-classic.js`]), 'byte for byte');
  const [, own] = /<script type="application\/json" id="own-exercise">(.*?)<\/script>/.exec(files['for-the-teacher/class.html']);
  assert.deepEqual(JSON.parse(own), JSON.parse(files[`for-the-teacher/${lesson.name}.with-answers.exercise.json`]));
  const [, papers] = /<script type="application\/json" id="exercises">(.*?)<\/script>/.exec(files['for-the-teacher/worksheet.html']);
  assert.deepEqual(JSON.parse(papers).own, JSON.parse(own));
  // The same lesson in other forms: the article's blocks are in each.
  const packed = unzipSync(ways.scorm[2](lesson, along.whoSaysFolder));
  assert.ok('imsmanifest.xml' in packed && 'who-says-scorm.js' in packed);
  for (const html of [page, ways['one-file'][2](lesson, along.whoSaysFolder), strFromU8(packed['index.html'])]) assert.ok(html.includes('<p>&lt;img src=x onerror=alert(1)&gt; &amp; &lt;/article&gt;</p>'));
  assert.match(files['READ ME.txt'], /Only in your own file/);
  assert.doesNotMatch(files['READ ME.txt'], /[{}]/);
  // In the teacher’s language, whatever that of the lesson is.
  words.lang = 'de';
  const german = Object.keys(unzipSync(ways.folder[2](lesson, along.whoSaysFolder)));
  words.lang = 'en';
  assert.deepEqual([...new Set(german.map((name) => name.split('/')[1]))], ['LIES MICH.txt', 'fuer-die-klasse', 'fuer-die-lehrkraft']);
});
