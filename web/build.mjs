// Builds the site: the widget in its two forms and the pages of web/pages, into build/site.
//
//   build/site/who-says.js, who-says-widget-*.js, who-says.wasm   ES module build
//   build/site/who-says-classic.js                                 one classic script with everything inside
//   build/site/*.html …                                            pages, articles, claims files

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { articleHtml, claimsHtml } from './pages/article-html.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const site = join(root, 'build/site');
const core = join(root, 'build/wasm-release');
const version = /project\(who_says VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))[1];

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: `/* Who Says ${version}, MIT licence */` },
  charset: 'utf8',
};

/** Names the two files that CMake made. */
const panel = {
  name: 'panel',
  setup(build) {
    build.onResolve({ filter: /^who-says-panel$/ }, () => ({ path: join(core, 'who_says_panel.js') }));
    build.onResolve({ filter: /^who-says-wasm$/ }, () => ({ path: 'wasm', namespace: 'who-says' }));
    build.onLoad({ filter: /.*/, namespace: 'who-says' }, () => ({
      contents: readFileSync(join(core, 'who_says_panel.wasm')).toString('base64'),
      loader: 'text',
    }));
  },
};

export async function build() {
  if (!existsSync(join(core, 'who_says_panel.wasm'))) throw new Error('there is no build/wasm-release/who_says_panel.wasm: ./run build');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  await esbuild.build({
    ...common,
    entryPoints: { 'who-says': join(root, 'web/src/module.ts') },
    outdir: site,
    format: 'esm',
    splitting: true,
    chunkNames: 'who-says-[name]-[hash]',
    plugins: [panel],
  });
  await esbuild.build({ ...common, entryPoints: [join(root, 'web/src/classic.ts')], outfile: join(site, 'who-says-classic.js'), format: 'iife', plugins: [panel] });
  cpSync(join(core, 'who_says_panel.wasm'), join(site, 'who-says.wasm'));
  cpSync(join(root, 'web/src/who-says.d.ts'), join(site, 'who-says.d.ts'));
  cpSync(join(root, 'LICENSE'), join(site, 'LICENSE'));

  const words = join(root, 'assets/words');
  mkdirSync(join(site, 'words'));
  for (const file of readdirSync(words)) cpSync(join(words, file), join(site, 'words', file));
  const pages = join(root, 'web/pages');
  if (existsSync(pages)) await copyPages(pages);
  const articles = join(root, 'assets/articles');
  if (existsSync(articles)) {
    mkdirSync(join(site, 'articles'), { recursive: true });
    for (const file of readdirSync(articles)) if (/\.(claims\.json|html|txt)$/.test(file)) cpSync(join(articles, file), join(site, 'articles', file));
  }
}

/** Puts an article, or its claims as a plain list, where a page names them in a comment. */
const filled = (html) =>
  html.replace(/<!-- (article|claims) ([\w-]+) -->/g, (_, what, name) => (what === 'article' ? articleHtml(name) : claimsHtml(name)));

async function copyPages(pages) {
  for (const file of readdirSync(pages, { recursive: true })) {
    const from = join(pages, file);
    if (/\.html$/.test(file)) {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      writeFileSync(join(site, file), filled(readFileSync(from, 'utf8')));
    } else if (/\.(css|svg|png|json|txt)$/.test(file)) {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      cpSync(from, join(site, file));
    } else if (/\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file)) {
      await esbuild.build({ ...common, entryPoints: [from], outfile: join(site, file.replace(/\.ts$/, '.js')), format: 'iife' });
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
  writeFileSync(join(site, '.built'), `${version}\n`);
}
