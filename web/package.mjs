// Makes what is published, from build/site:   node web/package.mjs [--to FOLDER] [--quiet | --sizes]
//
//   build/package/npm/       the package for npm
//   build/package/cdn/       names that never change their content, with hashes of integrity
//   build/package/offline/   pages that work by double-click, and beside it the same as .zip
//   build/package/scorm/     each exercise of assets/exercises for a school's learning system: SCORM 1.2
//   build/package/lessons/   each with its article and all it needs inside of one page, which works by double-click
//
// Prints the sizes of what readers fetch, and fails when they are over the budget (--quiet: neither; --sizes: of the folder as it is).

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { buildClassic, buildModule, exportsOfLessons, hash, integrity, root, site, version, writeLicences } from './build.mjs';
import { offlinePage, offlineScript, singleFile as singlePage } from './offline.mjs';
import { exercises } from './pages/build-exercises.mjs';
import { budget, codeFiles, detectorFiles, laterFiles, lessonFiles, measure, moduleFiles, sizeTable, sum } from './sizes.mjs';

/** Scripts that are no modules. */
const isClassic = (file) => /(classic|plain)\.js$/.test(file);
/** Scripts that bring others, by src/script.ts, or hold them: they work from file:// and say so where that fails. */
const bringsFiles = (file) => /^author(-files)?\.js$/.test(file);
const from = (file) => join(site, file);
const text = (file) => readFileSync(from(file), 'utf8');
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const written = join(root, 'web/package');
const schema = join(root, 'assets/claims.schema.json');
const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath ?? one.path, one.name));

/** The page that others frame, and the script for theirs. */
const frame = ['frame.html', 'frame.css', 'frame.js', 'frame-parent.js'];

function npm(folder) {
  mkdirSync(folder, { recursive: true });
  const module = moduleFiles(site);
  const classic = readdirSync(site).filter(isClassic);
  for (const file of [...module, ...laterFiles(site), ...detectorFiles(site), ...lessonFiles(site), ...codeFiles(site), ...classic, ...frame, 'who-says.d.ts']) cpSync(from(file), join(folder, file));
  cpSync(from('words'), join(folder, 'words'), { recursive: true });
  cpSync(join(written, 'README.md'), join(folder, 'README.md'));
  if (existsSync(schema)) cpSync(schema, join(folder, 'claims.schema.json'));
  writeLicences(folder);
  const others = readdirSync(folder).filter((file) => !/^(README\.md|LICENSE)$/.test(file));
  writeFileSync(
    join(folder, 'package.json'),
    json({
      name: 'who-says',
      version,
      description: 'One tag that shows who is behind each claim of a news article',
      keywords: ['custom-element', 'news', 'annotation', 'attribution', 'media-literacy'],
      license: 'MIT',
      type: 'module',
      types: './who-says.d.ts',
      exports: {
        '.': { types: './who-says.d.ts', default: './who-says.js' },
        './classic': { types: './who-says.d.ts', default: './who-says-classic.js' },
        './*': './*',
      },
      sideEffects: ['./*.js'],
      files: others,
    }),
  );
}

async function cdn(folder) {
  mkdirSync(folder, { recursive: true });
  const name = (stem, ending, data) => `${stem}-${version}-${hash(data)}${ending}`;
  await buildModule(folder, { name, pinned: true });
  await buildClassic(folder, { name, pinned: true });
  writeLicences(folder);

  const published = filesIn(folder).filter((path) => /\.(js|wasm|weights|json)$/.test(path)).sort();
  const files = Object.fromEntries(
    published.map((path) => {
      const data = readFileSync(path);
      return [relative(folder, path).split(sep).join('/'), { integrity: integrity(data), bytes: data.length }];
    }),
  );
  writeFileSync(join(folder, 'integrity.json'), json({ version, files }));
  const tag = (stem, kind) => {
    const file = Object.keys(files).find((file) => new RegExp(`^${stem}-\\d[\\d.]*-\\w+\\.js$`).test(file));
    return `<script ${kind} src="https://YOUR-HOST/who-says/${file}"\n  integrity="${files[file].integrity}" crossorigin="anonymous"></script>`;
  };
  writeFileSync(
    join(folder, 'embed.html.txt'),
    `<!-- Who Says ${version}. Copy this folder to YOUR-HOST; its names never change their content, so let them be cached for good:
     Cache-Control: public, max-age=31536000, immutable
     and, where pages of other origins use them:  Access-Control-Allow-Origin: *

     The hash below holds for the loader; the loader and what it loads hold those of the files that they fetch. -->
${tag('who-says', 'type="module"')}
<who-says article="#story" claims="/stories/17.claims.json"></who-says>

<!-- Or everything in one classic script, and the engine that finds claims in another beside it:
${tag('who-says-classic', 'defer')}
-->
`,
  );
}

function offline(folder) {
  const leftOut = new Set([...moduleFiles(site), ...laterFiles(site), ...detectorFiles(site), ...lessonFiles(site), ...codeFiles(site), ...frame, 'who-says-scorm.js', 'who-says.d.ts', '.built']);
  for (const path of filesIn(site)) {
    const file = relative(site, path).split(sep).join('/');
    if (leftOut.has(file) || file.startsWith('words/')) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    try {
      if (extname(file) === '.html') writeFileSync(join(folder, file), offlinePage(text(file), (named) => text(join(dirname(file), named))));
      else if (extname(file) === '.js' && !isClassic(file) && !bringsFiles(file)) writeFileSync(join(folder, file), offlineScript(text(file)));
      else cpSync(path, join(folder, file));
    } catch (error) {
      throw new Error(`${file} in the offline folder: ${error.message}`);
    }
  }
  writeFileSync(join(folder, 'single-file.html'), singlePage(readFileSync(join(folder, 'index.html'), 'utf8'), text));
  cpSync(join(written, 'READ ME.txt'), join(folder, 'READ ME.txt'));
}

/** The same content gives the same archive. */
function zip(folder, inside, archive) {
  const files = filesIn(folder).sort().map((path) => [`${inside}/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)]);
  writeFileSync(archive, zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(2026, 0, 1) }));
}

/** Of each exercise: a package for learning systems, and a page with everything inside. */
async function lessons(folder) {
  const { scormPackage, singleFile } = await exportsOfLessons();
  for (const part of ['scorm', 'lessons']) mkdirSync(join(folder, part), { recursive: true });
  const files = Object.fromEntries(readdirSync(site, { withFileTypes: true }).filter((one) => one.isFile()).map(({ name }) => [name, readFileSync(from(name))]));
  for (const name of exercises()) {
    const exercise = text(`exercises/${name}.exercise.json`);
    writeFileSync(join(folder, 'scorm', `${name}.zip`), scormPackage(exercise, files));
    writeFileSync(join(folder, 'lessons', `${name}.html`), singleFile(exercise, files));
  }
}

export async function makePackages(folder) {
  rmSync(folder, { recursive: true, force: true });
  npm(join(folder, 'npm'));
  await cdn(join(folder, 'cdn'));
  offline(join(folder, 'offline'));
  await lessons(folder);
  const inside = `who-says-offline-${version}`;
  zip(join(folder, 'offline'), inside, join(folder, `${inside}.zip`));
}

/** Prints the sizes; true when they are within the budget. */
function report(folder) {
  const module = moduleFiles(folder);
  const classic = readdirSync(folder).filter((file) => file.includes('classic'));
  const words = readdirSync(folder, { recursive: true }).filter((file) => file.startsWith('words-') && file.endsWith('.json'));
  const detector = detectorFiles(folder);
  const lesson = lessonFiles(folder);
  const sizes = measure(folder, [...module, ...laterFiles(folder), ...classic, ...detector, ...lesson, ...codeFiles(folder), ...words]);
  const engine = sum(sizes, detector.filter((name) => name.endsWith('.wasm'))).brotli;
  const weights = sum(sizes, detector.filter((name) => name.endsWith('.weights'))).brotli;
  const all = sum(sizes, module).brotli;
  // The core with the exercises comes in place of the plain one.
  const pupils = all - sum(sizes, module.filter((name) => name.endsWith('.wasm'))).brotli + sum(sizes, lesson).brotli;
  const later = {
    layouts: 'a panel at the side or foot of the window, fetched where a page has one',
    selectors: 'for claims that name elements of the page, fetched where there are such',
    paper: 'what prints, fetched when the panel can be used',
  };
  const parts = Object.entries(later).map(([part, what]) => ({ what, bytes: sum(sizes, laterFiles(folder).filter((name) => name.includes(part))).brotli, most: budget[part] }));
  const loader = sizes.find(({ name }) => /^who-says-\d.*\.js$/.test(name)).raw;
  const within = (what, bytes, most) => `${what}: ${bytes} of ${most} bytes${bytes > most ? '   OVER THE BUDGET' : ''}`;
  console.log(
    [
      ...sizeTable(sizes, module), '',
      within('before the panel can be used, brotli 11', all, budget.panel),
      within('the same for a lesson, brotli 11', pupils, budget.lesson),
      within('the loader, as it is', loader, budget.loader),
      ...parts.map(({ what, bytes, most }) => within(`${what}, brotli 11`, bytes, most)),
      within('the engine, fetched when it is asked for, brotli 11', engine, budget.detector),
      within('the weights of its network, brotli 11', weights, budget.weights),
    ].join('\n'),
  );
  return all <= budget.panel && pupils <= budget.lesson && loader <= budget.loader && parts.every(({ bytes, most }) => bytes <= most) && engine <= budget.detector && weights <= budget.weights;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const to = process.argv.indexOf('--to');
  const folder = resolve(to > 0 ? process.argv[to + 1] : join(root, 'build/package'));
  if (!process.argv.includes('--sizes')) await makePackages(folder);
  if (!process.argv.includes('--quiet')) {
    console.log(`${relative(process.cwd(), folder) || '.'}: npm/, cdn/, offline/, scorm/, lessons/ and who-says-offline-${version}.zip\n`);
    if (!report(join(folder, 'cdn'))) process.exitCode = 1;
  }
}
