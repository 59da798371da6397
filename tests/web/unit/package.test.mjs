// What ./run package makes, without a browser: the packing of the classic script, sizes, licences, the npm package and its types.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { unzipSync } from 'fflate';
import { offlinePage, offlineScript, singleFile } from '../../../web/offline.mjs';
import { pack } from '../../../web/pack.mjs';
import { sum } from '../../../web/sizes.mjs';
import { unpack } from '../../../web/src/unpack.ts';
import { read, root } from '../../setup/files.mjs';

const given = process.env.WHO_SAYS_PACKAGES; // of CTest, which makes them for several tests
const folder = given ?? mkdtempSync(join(tmpdir(), 'who-says-package-'));
if (!given) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const made = spawnSync(process.execPath, ['web/package.mjs', '--to', folder, ...(given ? ['--sizes'] : [])], { cwd: root, encoding: 'utf8' });
const of = (...path) => readFileSync(join(folder, ...path), 'utf8');
const languages = readdirSync(join(root, 'assets/words')).filter((file) => /^[^.]+\.json$/.test(file) && file !== 'en.json').map((file) => file.replace('.json', ''));
const version = /project\(who_says VERSION ([\d.]+)/.exec(read('CMakeLists.txt'))[1];
const wasm = readFileSync(join(folder, 'npm/who-says.wasm'));

test('packed bytes come back, each of the 256 values and the core itself', () => {
  const every = Uint8Array.from({ length: 65536 }, (_, i) => (i % 2 ? i >> 8 : i));
  for (const bytes of [every, new Uint8Array(0), wasm]) assert.deepEqual(Buffer.from(unpack(pack(bytes))), Buffer.from(bytes));
});

test('a packed text stands raw between double quotes, in a file and inside a page', () => {
  const text = pack(Uint8Array.from({ length: 256 }, (_, i) => i));
  assert.equal(new Set(text).size, 256);
  assert.doesNotMatch(text, /["\\<\0\r\n\u2028\u2029\ufeff]|[\ud800-\udfff]/);
  assert.equal(Buffer.from(text, 'utf8').toString('utf8'), text);
  assert.equal(new Function(`return "${text}"`)(), text);
  // Nothing of it is escaped, which would cost what packing gains.
  const classic = of('npm', 'who-says-classic.js');
  assert.ok(classic.includes(pack(wasm)));
  assert.equal(classic.charCodeAt(0), 0xfeff);
});

test('sizes are printed and within the budget', () => {
  assert.equal(made.status, 0, made.stdout + made.stderr);
  for (const [pattern, most, least] of [
    [/panel can be used, brotli 11: (\d+) of (\d+) bytes/, 256_000, 500], [/the loader, as it is: (\d+) of (\d+) bytes/, 8_192, 500],
    [/the same for a lesson, brotli 11: (\d+) of (\d+) bytes/, 327_680, 500],
    [/a panel at the side .*, brotli 11: (\d+) of (\d+) bytes/, 4_000, 500],
    [/the engine, .*, brotli 11: (\d+) of (\d+) bytes/, 307_200, 500], [/the weights .*, brotli 11: (\d+) of (\d+) bytes/, 500_000, 0],
  ]) {
    const [, bytes, budget] = pattern.exec(made.stdout);
    assert.equal(Number(budget), most);
    assert.ok(Number(bytes) <= most && Number(bytes) >= least);
  }
  assert.match(made.stdout, /\| \*\*module build, all\*\* \| \d+ \| \d+ \| \*\*\d+\*\* \|/);
  const sizes = [{ name: 'a', raw: 1, gzip: 2, brotli: 3 }, { name: 'b', raw: 10, gzip: 20, brotli: 30 }, { name: 'c', raw: 100, gzip: 200, brotli: 300 }];
  assert.deepEqual(sum(sizes, ['a', 'c']), { raw: 101, gzip: 202, brotli: 303 });
});

test('every name of the delivery network stays what it is, and says its hash', () => {
  const { files } = JSON.parse(of('cdn', 'integrity.json'));
  const names = Object.keys(files);
  const weights = names.filter((name) => name.endsWith('.weights'));
  assert.ok(weights.length <= 1);
  assert.equal(names.length, 14 + weights.length + readdirSync(join(root, 'assets/words')).filter((file) => !/^(author|class|worksheet|site)\./.test(file)).length + languages.length);
  for (const name of names) {
    assert.match(name, new RegExp(`-${version.replaceAll('.', '[.]')}-[0-9a-f]{10}([.](js|wasm|weights)|/[\\w.-]+[.]json)$`));
    const data = readFileSync(join(folder, 'cdn', name));
    assert.equal(files[name].integrity, `sha384-${createHash('sha384').update(data).digest('base64')}`);
  }
  const [loader] = names.filter((name) => /^who-says-\d.*\.js$/.test(name));
  const script = of('cdn', loader);
  const snippet = of('cdn', 'embed.html.txt');
  assert.ok(snippet.includes(loader) && snippet.includes(files[loader].integrity));
  const [widget] = names.filter((name) => name.startsWith('who-says-widget'));
  const [core] = names.filter((name) => /^who-says-\d.*\.wasm$/.test(name));
  for (const kept of [...weights, ...names.filter((name) => /^who-says-(detector|layouts|selectors|paper|plain)-\d.*\.(wasm|js)$/.test(name))])
    assert.ok(of('cdn', widget).includes(`./${kept}`) && of('cdn', widget).includes(files[kept].integrity), kept);
  const [lessonScript] = names.filter((name) => /^who-says-lesson-\d/.test(name));
  const [lessonCode] = names.filter((name) => name.startsWith('who-says-lesson-code'));
  assert.ok(of('cdn', lessonScript).includes(`./${lessonCode}`) && of('cdn', lessonScript).includes(files[lessonCode].integrity));
  const [engine] = names.filter((name) => name.startsWith('who-says-detector-classic'));
  const [classic] = names.filter((name) => name.startsWith('who-says-classic'));
  assert.ok(of('cdn', classic).includes(`./${engine}`) && of('cdn', classic).includes(files[engine].integrity));
  for (const language of languages) {
    const [kept] = names.filter((name) => name.startsWith(`who-says-words-${language}-classic`));
    assert.ok(of('cdn', classic).includes(`./${kept}`) && of('cdn', classic).includes(files[kept].integrity), language);
  }
  // A lesson's script and its core, of either build.
  const [lesson, pupils, classroom] = [/^who-says-lesson-/, /^who-says-classroom-\d.*\.wasm$/, /^who-says-classroom-classic-/].map((pattern) => names.find((name) => pattern.test(name)));
  for (const [from, file] of [[loader, lesson], [lesson, pupils], [classic, classroom]]) assert.ok(of('cdn', from).includes(`./${file}`) && of('cdn', from).includes(files[file].integrity), file);
  assert.ok(of('cdn', lesson).includes(`./${widget}`));
  assert.ok(script.includes(`./${widget}`) && script.includes(files[widget].integrity));
  assert.ok(of('cdn', widget).includes(`./${core}`) && of('cdn', widget).includes(files[core].integrity));
});

test('npm packs the package with all it exports', () => {
  const pack = spawnSync('npm', ['pack', '--dry-run', '--json', '--offline'], { cwd: join(folder, 'npm'), encoding: 'utf8' });
  assert.equal(pack.status, 0, pack.stderr);
  const [{ name, version: packed, files }] = JSON.parse(pack.stdout);
  assert.deepEqual([name, packed], ['who-says', version]);
  const paths = files.map((file) => file.path);
  for (const path of ['package.json', 'README.md', 'LICENSE', 'third-party-licences.txt', 'who-says.js', 'who-says.wasm', 'who-says-classic.js', 'who-says-detector.wasm', 'who-says-detector-classic.js', 'who-says-lesson.js', 'who-says-classroom.wasm', 'who-says-classroom-classic.js', 'who-says.d.ts', 'words/en.json', 'frame.html', 'frame.css', 'frame.js', 'frame-parent.js'])
    assert.ok(paths.includes(path), path);
  assert.equal(paths.includes('claims.schema.json'), existsSync(join(root, 'assets/claims.schema.json')));
  // Literal addresses, which bundlers find.
  const [, widget] = /import\("\.\/(who-says-widget-\w+\.js)"\)/.exec(of('npm', 'who-says.js'));
  assert.ok(paths.includes(widget));
  for (const core of ['who-says', 'who-says-detector']) assert.match(of('npm', widget), new RegExp(`new URL\\("\\./${core}\\.wasm",import\\.meta\\.url\\)`));
});

test('a page in TypeScript has the types', () => {
  // Inside the tree, where TypeScript and its library lie.
  const page = join(root, 'build/web-tests/types');
  rmSync(page, { recursive: true, force: true });
  mkdirSync(join(page, 'node_modules'), { recursive: true });
  cpSync(join(folder, 'npm'), join(page, 'node_modules/who-says'), { recursive: true });
  writeFileSync(
    join(page, 'page.ts'),
    `import type { WhoSaysElement } from 'who-says';
import type {} from 'who-says/classic';
const widget: WhoSaysElement = document.querySelector('who-says')!;
widget.mode = 'edit';
// @ts-expect-error there is no such mode
widget.mode = 'loud';
widget.addEventListener('who-says-ready', (event) => { const n: number = event.detail.claims; void n; });
`,
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom'];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, 'page.ts'], { cwd: page, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

test('the licence of everything that is shipped goes along, with the version that is used', () => {
  const copies = ['npm', 'cdn', 'offline'].map((part) => of(part, 'third-party-licences.txt'));
  assert.deepEqual(new Set([...copies, readFileSync(join(root, 'build/site/third-party-licences.txt'), 'utf8')]).size, 1);
  for (const part of ['npm', 'cdn', 'offline']) assert.equal(of(part, 'LICENSE'), read('LICENSE'));
  const [text] = copies;
  assert.doesNotMatch(text, /[{}]/);
  const row = (name) => text.split('\n').find((line) => line.startsWith(`| ${name} `))?.split('|').map((cell) => cell.trim());
  const { dependencies } = JSON.parse(read('package.json'));
  for (const [name, used] of Object.entries(dependencies)) {
    assert.equal(row(name)?.[2], used, name);
    assert.ok(row(name)[3].includes(JSON.parse(read(`node_modules/${name}/package.json`)).license));
  }
  const header = read('build/deps/include/nlohmann/detail/abi_macros.hpp');
  const json = ['MAJOR', 'MINOR', 'PATCH'].map((part) => new RegExp(`JSON_VERSION_${part} (\\d+)`).exec(header)[1]).join('.');
  assert.equal(row('JSON for Modern C++')?.[2], json);
  const [, compiler] = /^CMAKE_CXX_COMPILER:\w+=(.*)$/m.exec(read('build/wasm-release/CMakeCache.txt'));
  const [, emscripten] = /\) (\d+\.\d+\.\d+)/.exec(spawnSync(compiler, ['--version'], { encoding: 'utf8' }).stdout);
  assert.equal(row('Emscripten')?.[2], emscripten);
  if (existsSync(join(root, 'build/deps/imgui/imgui.h'))) {
    const [, used] = /IMGUI_VERSION +"(.*)"/.exec(read('build/deps/imgui/imgui.h'));
    assert.equal(row('Dear ImGui')?.[2], used);
    // The notice itself, as its authors wrote it.
    for (const line of read('build/deps/imgui/LICENSE.txt').split('\n')) if (!/^The MIT License/.test(line)) assert.ok(text.includes(line.replace('Copyright (c) 2014-2025', '')), line);
  }
  for (const name of ['musl', 'libc++, libc++abi', 'compiler-rt', 'Unicode Character Database']) assert.ok(row(name), name);
  for (const words of ['END OF TERMS AND CONDITIONS', 'LLVM Exceptions to the Apache 2.0 License', 'UNICODE LICENSE V3', 'musl as a whole is licensed']) assert.ok(text.includes(words), words);
});

test('the offline folder holds no module and fetches nothing; its archive holds the same', () => {
  const archive = unzipSync(readFileSync(join(folder, `who-says-offline-${version}.zip`)));
  const files = readdirSync(join(folder, 'offline'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  assert.equal(Object.keys(archive).length, files.length);
  for (const [name, data] of Object.entries(archive)) assert.deepEqual(Buffer.from(data), readFileSync(join(folder, 'offline', name.replace(/^[^/]*\//, ''))));
  for (const page of ['index.html', 'detect.html', 'try.html', 'lesson.html', 'author.html', 'author-files.js', 'kiosk.html', 'embed.html', 'single-file.html', 'READ ME.txt']) assert.ok(Object.keys(archive).some((name) => name.endsWith(`/${page}`)), page);
  // It fetches what it shows.
  assert.ok(!Object.keys(archive).some((name) => /\/frame/.test(name)));
  const index = of('offline', 'index.html');
  assert.match(index, /<who-says layout="auto" article="#article"><script type="application\/ld\+json">/);
  assert.match(index, /<h2>Who says what<\/h2>/);
  assert.match(of('offline', 'lesson.html'), /<who-says article="#article" exercise=""><script type="application\/json">\{"type":"Exercise"/);
  assert.doesNotMatch(of('offline', 'single-file.html').replace(/<script>[^]*<\/script>/, ''), /<script[^>]* src=|<link|<nav/);
});

test('what would not work without a server is refused', () => {
  const tag = '<who-says claims="a.json" mode="edit"></who-says>';
  assert.equal(offlinePage(tag, () => '{"x": "</script><!--"}'), '<who-says mode="edit"><script type="application/ld+json">{"x":"\\u003c/script>\\u003c!--"}</script></who-says>');
  assert.throws(() => offlinePage('<script type="module" src="other.js"></script>', String), /module/);
  assert.throws(() => offlineScript('x = await fetch("a.json")'), /fetched/);
  assert.equal(offlineScript('x = 1'), 'x = 1');
  assert.throws(() => singleFile('<body></body>', () => 'x = "<!--"'), /too early/);
});
