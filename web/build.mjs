// Builds the site: the widget in its two forms and the pages of web/pages, into build/site.
//
//   build/site/who-says.js, who-says-widget-*.js, who-says.wasm   ES module build
//   build/site/who-says-lesson.js, who-says-classroom.wasm         the panel with exercises, fetched in place of the plain one
//   build/site/who-says-lesson-code.js                             a work as a link and a QR code, fetched on the press
//   build/site/who-says-detector.wasm, .weights                   the engine that finds claims, fetched when it is asked for
//   build/site/who-says-layouts.js                                 panels over the page, for pages that ask for one
//   build/site/who-says-selectors.js                               for claims files that name elements of the page
//   build/site/who-says-paper.js                                   what prints
//   build/site/who-says-plain.js                                   the core as JavaScript, for browsers that refuse WebAssembly
//   build/site/who-says-classic.js                                 one classic script with everything inside but the engine, the
//   build/site/who-says-detector-classic.js                        exercises and each language but English, which are others
//   build/site/who-says-classroom-classic.js
//   build/site/who-says-words-LANGUAGE-classic.js
//   build/site/who-says-scorm.js                                   beside the classic build, in packages for learning systems
//   build/site/*.html …                                            pages, articles, claims files
//   build/site/author-files.js                                    what the author page puts into a lesson's folder
//
// web/package.mjs makes of it what is published.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { thirdPartyLicences } from './licences.mjs';
import { pack } from './pack.mjs';
import { escaped } from './exports/markup.mjs';
import { articleHtml, claimsHtml } from './pages/article-html.mjs';
import { answersHtml, exercisesData, sampleClass } from './pages/exercise-html.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const site = join(root, 'build/site');
const core = join(root, 'build/wasm-release');
const wasm = join(core, 'who_says_panel.wasm');
const detector = join(core, 'who_says_detector.wasm');
const classroom = join(core, 'who_says_lessons.wasm');
const classModule = join(core, 'who_says_class.wasm');
const plain = join(core, 'who_says_outline.js');
const words = join(root, 'assets/words');
export const version = /project\(who_says VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))[1];

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: `/* Who Says ${version}, MIT licence; work of others in it: third-party-licences.txt */` },
  charset: 'utf8',
};

/** The weights of the engine's network; undefined in a build that is to have none, or where none are there. */
function weights() {
  if (/^WHO_SAYS_WEIGHTS:BOOL=(OFF|0|NO|FALSE)$/im.test(readFileSync(join(core, 'CMakeCache.txt'), 'utf8'))) return undefined;
  const folder = join(root, 'assets/attribution');
  const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.weights')) : [];
  return file && readFileSync(join(folder, file));
}

/** Interface languages beside English, which the core has compiled in. */
export const languages = readdirSync(words).filter((file) => /^[\w-]+\.json$/.test(file)).map((file) => file.replace('.json', '')).filter((name) => name !== 'en');

/** Files of words that a reader's page may ask for; those of the teacher's pages stand inside their scripts. */
const readersWords = readdirSync(words).filter((file) => !/^(author|class|worksheet|site)\./.test(file));

/** A language's files by their names, given to the page: what src/classic.ts asks for. */
function languageScript(language) {
  const names = readersWords.map((file) => file.replace('.json', '')).filter((name) => name.split('.').at(-1) === language);
  const text = Object.fromEntries(names.map((name) => [name, JSON.stringify(JSON.parse(readFileSync(join(words, `${name}.json`), 'utf8')))]));
  return `\ufeffglobalThis["whoSaysWords-${language}"]=${JSON.stringify(text)};\n`;
}

const wordsOf = (name) => JSON.parse(readFileSync(join(words, `${name}.json`), 'utf8'));

/** What pages on exercises say, in each language: names of tasks, of answers and of kinds of source, and what is asked for beside them. */
function pageWords(more) {
  const some = (all, pattern) => Object.fromEntries(Object.entries(all).filter(([key]) => pattern.test(key)));
  const answers = /^lesson\.(title|kind\..*|nobody|nothing|spot|how-many|which-origins|(sum|reported|in-office)\..*)$/;
  return JSON.stringify(Object.fromEntries(['en', ...languages].map((name) => [name, { ...some(wordsOf(name), /^((kind|office)\..*|quoted)$/), ...some(wordsOf(`lesson.${name}`), answers), ...more(name) }])));
}
const worksheetWords = () => pageWords((name) => ({ ...wordsOf(`lesson.${name}`), ...wordsOf(`site.${name}`), ...wordsOf(`worksheet.${name}`) }));
const lessonWords = (name, begin) => Object.fromEntries(Object.entries(wordsOf(`lesson.${name}`)).filter(([key]) => key.startsWith(begin)));
/** … the reasons for points, for the tables to keep, and what can be wrong with a file. */
const classWords = () => pageWords((name) => ({ ...lessonWords(name, 'lesson.why.'), ...lessonWords(name, 'lesson.problem.'), ...wordsOf(`site.${name}`), ...wordsOf(`class.${name}`) }));
/** … and what pupils are asked where the author says nothing else. */
const authorWords = () => pageWords((name) => ({ ...lessonWords(name, 'lesson.how.'), ...wordsOf(`site.${name}`), ...wordsOf(`author.${name}`) }));

const packed = { wasm: () => pack(readFileSync(wasm)), 'detector-wasm': () => pack(readFileSync(detector)), 'classroom-wasm': () => pack(readFileSync(classroom)), 'class-wasm': () => pack(readFileSync(classModule)), weights: () => pack(weights() ?? []), terms: () => readFileSync(join(words, 'terms.en.json')), 'worksheet-words': worksheetWords, 'class-words': classWords, 'author-words': authorWords };
/** Names the files that CMake and training made. */
const made = {
  name: 'made',
  setup(build) {
    build.onResolve({ filter: /^who-says-(wasm|detector-wasm|classroom-wasm|class-wasm|weights|terms|(worksheet|class|author)-words)$/ }, ({ path }) => ({ path: path.replace('who-says-', ''), namespace: 'who-says' }));
    build.onLoad({ filter: /.*/, namespace: 'who-says' }, ({ path }) => ({ contents: packed[path](), loader: 'text' }));
  },
};

/** One script of `web/src/entry`, bundled, as bytes. `files` is what src/modules.d.ts declares. */
async function script(entry, options, files) {
  const { outputFiles } = await esbuild.build({
    ...common,
    ...options,
    entryPoints: [join(root, 'web/src', entry)],
    write: false,
    define: Object.fromEntries(Object.entries({ ...files, version }).map(([name, value]) => [`files.${name}`, JSON.stringify(value)])),
  });
  return outputFiles[0].contents;
}

/** What one script imports of another beside it. */
const elsewhere = (module, address) => ({
  name: 'elsewhere',
  setup: (build) => build.onResolve({ filter: new RegExp(`/${module}\\.ts$`), namespace: 'file' }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: address, external: true })),
});

export const integrity = (data) => `sha384-${createHash('sha384').update(data).digest('base64')}`;
export const hash = (...data) => data.reduce((all, one) => all.update(one), createHash('sha256')).digest('hex').slice(0, 10);
const plainName = (stem, ending, data) => (stem === 'who-says-widget' ? `${stem}-${hash(data)}${ending}` : `${stem}${ending}`);

/** Puts files into a folder; gives their names, and their hashes where these count. */
const writer = (folder, name, pinned) => (stem, ending, data) => {
  const file = name(stem, ending, data);
  writeFileSync(join(folder, file), data);
  return { file, integrity: pinned ? integrity(data) : '' };
};

/**
 * Writes the core as JavaScript, and tells the addresses for src/modules.d.ts. wasm2js makes a module that is one instance; here it is a
 * script that gives the page a function, and each call of that is another instance.
 */
async function buildPlain(write) {
  const code = readFileSync(plain, 'utf8')
    .replace(/^import \{ (.*) \} from .*;$/gm, (_, names) => names.split(', ').map((name) => `const ${name} = () => 0;`).join(' '))
    .replace(/^export .*$/gm, '');
  const contents = `globalThis.whoSaysPlain = () => {\n${code}\nretasmFunc._initialize?.();\nreturn retasmFunc;\n};`;
  const { outputFiles } = await esbuild.build({ ...common, bundle: false, stdin: { contents, resolveDir: root }, write: false });
  const kept = write('who-says-plain', '.js', outputFiles[0].contents);
  return { plain: `./${kept.file}`, plainIntegrity: kept.integrity };
}

/**
 * Writes the ES module build into `folder`. `name(stem, ending, data)` names its files; with `pinned`, the loader takes the other files
 * only as they are now.
 */
export async function buildModule(folder, { name = plainName, pinned = false } = {}) {
  const write = writer(folder, name, pinned);
  const texts = readersWords.map((file) => ({ file, text: readFileSync(join(words, file)) }));
  const wordsFolder = name('words', '', Buffer.concat(texts.map(({ text }) => text)));
  mkdirSync(join(folder, wordsFolder));
  for (const { file, text } of texts) writeFileSync(join(folder, wordsFolder, file), text);

  const kept = write('who-says', '.wasm', readFileSync(wasm));
  const engine = write('who-says-detector', '.wasm', readFileSync(detector));
  const network = weights() && write('who-says-detector', '.weights', weights());
  const later = {};
  for (const part of ['layouts', 'selectors', 'paper']) later[part] = write(`who-says-${part}`, '.js', await script(`${part}.ts`, { format: 'esm' }));
  const beside = {
    wasm: `./${kept.file}`, wasmIntegrity: kept.integrity, words: `./${wordsFolder}/`, languages,
    ...Object.fromEntries(Object.entries(later).flatMap(([part, { file, integrity: kept }]) => [[part, `./${file}`], [`${part}Integrity`, kept]])),
    ...(await buildPlain(write)),
    detector: `./${engine.file}`, detectorIntegrity: engine.integrity, weights: network ? `./${network.file}` : '', weightsIntegrity: network?.integrity ?? '',
  };
  const widget = write('who-says-widget', '.js', await script('widget-module.ts', { format: 'esm', plugins: [made, ...Object.entries(later).map(([part, { file }]) => elsewhere(part, `./${file}`))] }, beside));
  const address = `./${widget.file}`;
  const pupils = write('who-says-classroom', '.wasm', readFileSync(classroom));
  const code = write('who-says-lesson-code', '.js', await script('work-code.ts', { format: 'esm' }));
  const lesson = write('who-says-lesson', '.js', await script('lesson-module.ts', { format: 'esm', plugins: [elsewhere('widget-module', address), elsewhere('work-code', `./${code.file}`)] }, { classroom: `./${pupils.file}`, classroomIntegrity: pupils.integrity, code: `./${code.file}`, codeIntegrity: code.integrity }));
  const core = { wasm: beside.wasm, wasmIntegrity: beside.wasmIntegrity, classroom: `./${pupils.file}`, classroomIntegrity: pupils.integrity };
  const loader = { ...core, widget: address, widgetIntegrity: widget.integrity, lesson: `./${lesson.file}`, lessonIntegrity: lesson.integrity };
  const plugins = [elsewhere('widget-module', address), elsewhere('lesson-module', loader.lesson)];
  write('who-says', '.js', await script('module.ts', { format: 'esm', plugins }, loader));
}

/** Writes the classic build into `folder`, as buildModule does. Byte order marks say "UTF-8" on whatever page a script stands. */
export async function buildClassic(folder, { name = plainName, pinned = false } = {}) {
  const write = writer(folder, name, pinned);
  const options = { format: 'iife', plugins: [made], banner: { js: '\ufeff' + common.banner.js } };
  const engine = write('who-says-detector-classic', '.js', await script('detector-script.ts', options));
  const pupils = write('who-says-classroom-classic', '.js', await script('classroom-script.ts', options));
  const languageScripts = Object.fromEntries(languages.map((language) => {
    const { file, integrity } = write(`who-says-words-${language}-classic`, '.js', languageScript(language));
    return [language, { file: `./${file}`, integrity }];
  }));
  const beside = {
    ...(await buildPlain(write)), detectorScript: `./${engine.file}`, detectorScriptIntegrity: engine.integrity,
    classroomScript: `./${pupils.file}`, classroomScriptIntegrity: pupils.integrity, languageScripts,
  };
  write('who-says-classic', '.js', await script('classic.ts', options, beside));
}

/** The functions of web/exports, which pages have too. */
export async function exportsOfLessons() {
  const { outputFiles } = await esbuild.build({ bundle: true, format: 'esm', platform: 'browser', target: 'es2022', entryPoints: [join(root, 'web/exports/index.ts')], write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** What goes along with every copy of the widget. */
export function writeLicences(folder) {
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'third-party-licences.txt'), thirdPartyLicences());
}

export async function build() {
  for (const file of [wasm, classroom, detector, classModule, plain]) if (!existsSync(file)) throw new Error(`there is no ${relative(root, file)}: ./run build`);
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  await buildModule(site);
  await buildClassic(site);
  writeFileSync(join(site, 'who-says-scorm.js'), await script('../exports/scorm.ts', { format: 'iife', plugins: [made] }, {}));
  cpSync(join(root, 'web/src/who-says.d.ts'), join(site, 'who-says.d.ts'));
  writeLicences(site);

  const pages = join(root, 'web/pages');
  if (existsSync(pages)) {
    await copyPages(pages);
    writeAuthorFiles();
  }
  const articles = join(root, 'assets/articles');
  if (existsSync(articles)) {
    mkdirSync(join(site, 'articles'), { recursive: true });
    for (const file of readdirSync(articles)) if (/\.(claims\.json|html|txt)$/.test(file)) cpSync(join(articles, file), join(site, 'articles', file));
  }
  const exercises = join(root, 'assets/exercises');
  if (existsSync(exercises)) cpSync(exercises, join(site, 'exercises'), { recursive: true, filter: (from) => !from.endsWith('.mjs') });
}

/** The demo pages, as each of them links the others. Only teachers' pages speak other languages than English. */
const linked = ['index', 'layouts', 'detect', 'try', 'lesson', 'halm-piers', 'author', 'class', 'worksheet', 'kiosk', 'embed'];
const navigation = (own) =>
  `<nav data-say-label="pages">${linked.map((page) => `<a href="${page}.html"${page === own ? ' aria-current="page"' : ''} data-say="page.${page}"></a>`).join('')}</nav>`;

/** Puts where a page names them in a comment: the links to all pages, an article, the same inside another page, its claims as a plain list, the answers to an exercise, a class, all exercises as data. */
const parts = { article: articleHtml, report: (name) => articleHtml(name).replaceAll('h1>', 'h3>'), claims: claimsHtml, answers: answersHtml, class: sampleClass };
/** … and the English words of elements that name theirs; web/pages/words/page.ts puts those of another language there. */
const spoken = (html, page) => {
  const all = { ...wordsOf('site.en'), ...(existsSync(join(words, `${page}.en.json`)) ? wordsOf(`${page}.en`) : {}) };
  return html
    .replace(/<[^<>]* data-say="([a-z.-]+)"[^<>]*>/g, (tag, key) => tag + escaped(all[key]))
    .replace(/ data-say-label="([a-z.-]+)"/g, (attribute, key) => `${attribute} aria-label="${escaped(all[key])}"`);
};
const filled = (html, page) =>
  spoken(html.replace('<!-- pages -->', () => navigation(page)), page)
    .replace('<!-- exercises -->', exercisesData)
    .replace(/<!-- (article|report|claims|answers|class) ([\w-]+) -->/g, (_, what, name) => parts[what](name));

async function copyPages(pages) {
  for (const file of readdirSync(pages, { recursive: true })) {
    const from = join(pages, file);
    if (/\.html$/.test(file)) {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      writeFileSync(join(site, file), filled(readFileSync(from, 'utf8'), file.replace('.html', '')));
    } else if (/\.(css|svg|png|json|txt)$/.test(file)) {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      cpSync(from, join(site, file));
    } else if (/\.ts$/.test(file) && (file === 'frame-parent.ts' || existsSync(from.replace(/\.ts$/, '.html')))) {
      // A page's own script, or one for pages of others; other modules are bundled into it.
      await esbuild.build({ ...common, entryPoints: [from], outfile: join(site, file.replace(/\.ts$/, '.js')), format: 'iife', plugins: [made] });
    }
  }
}

/** The class page or the worksheet page for a lesson's folder: alone, with a place for the exercise. */
const alone = (name) =>
  spoken(readFileSync(join(root, 'web/pages', `${name}.html`), 'utf8'), name)
    .replace(/<header[^]*?<\/header>/, '<header class="site"><strong>Who Says</strong></header>')
    .replace(/<p><a lang="en" href="#[^]*?<\/p>\n/, '')
    .replace(/<!-- (class [\w-]+|exercises) -->/, '<!-- own exercise -->');

/** What goes along in the folder of a lesson, as a script: it comes from file:// too. */
function writeAuthorFiles() {
  const names = ['who-says-classic.js', 'who-says-classroom-classic.js', ...languages.map((language) => `who-says-words-${language}-classic.js`), 'who-says-scorm.js', 'class.js', 'class.css', 'worksheet.js', 'worksheet.css', 'page-language.css', 'site.css', 'icon.svg', 'LICENSE', 'third-party-licences.txt'];
  const files = { ...Object.fromEntries(names.map((name) => [name, readFileSync(join(site, name), 'utf8')])), 'class.html': alone('class'), 'worksheet.html': alone('worksheet') };
  writeFileSync(join(site, 'author-files.js'), `\ufeffglobalThis.whoSaysFolder=${JSON.stringify(files)};\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
  writeFileSync(join(site, '.built'), `${version}\n`);
}
