// Every test of the widget in one browser. A test gets { browser, site, open, shot, clean, … } and a private browser with
// nothing in it; an error that a page does not catch fails it, unless it matches `expected.fault`. Where CI is set, on machines that others
// share, one that fails gets a second try, and says so.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { root } from '../../setup/files.mjs';
import { pool } from '../driver/driver.mjs';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { anchoring } from './anchoring.mjs';
import { pages } from './article.mjs';
import { author } from './author.mjs';
import { authorTasks } from './author_tasks.mjs';
import { baselines } from './baselines.mjs';
import { detecting } from './detecting.mjs';
import { pages as demoPages } from './pages.mjs';
import { paper } from './paper.mjs';
import { input } from './input.mjs';
import { keeping } from './keeping.mjs';
import { everybody } from './everybody.mjs';
import { focus } from './focus.mjs';
import { foot } from './foot.mjs';
import { gallery } from './gallery.mjs';
import { guest } from './guest.mjs';
import { hostPages, hosts } from './hosts.mjs';
import { keyboard } from './keyboard.mjs';
import { classes } from './classes.mjs';
import { clausePages, clauses } from './clauses.mjs';
import { lessonFiles } from './lesson_files.mjs';
import { languagePages, languages } from './languages.mjs';
import { lesson, lessonPages } from './lesson.mjs';
import { lessonKept } from './lesson_kept.mjs';
import { lessonKinds } from './lesson_kinds.mjs';
import { layouts } from './layouts.mjs';
import { offline } from './offline.mjs';
import { outline } from './outline.mjs';
import { pageText } from './page_text.mjs';
import { readingAids } from './reading_aids.mjs';
import { reading } from './reading.mjs';
import { recipes } from './recipes.mjs';
import { worksheets } from './worksheets.mjs';
import { typesetting } from './typesetting.mjs';
import { rendering } from './rendering.mjs';
import { manyPage, scale } from './scale.mjs';
import { scorm } from './scorm.mjs';

const site = join(root, 'build/site');
const artefacts = join(root, 'build/artefacts');

export function suite(name) {
  const browsers = pool(name);
  after(() => browsers.close());
  test(`${name}: the site is built`, () => assert.ok(existsSync(join(site, 'who-says.js')), './run build'));

  const it = (what, ...rest) => {
    const body = rest.pop();
    if (rest[0]?.not === name || (rest[0]?.only ?? name) !== name) return;
    const once = async () => {
      const cleaners = [];
      const clean = (cleaner) => cleaners.unshift(cleaner);
      try {
        const server = await serve(site, { pages: { ...pages, ...manyPage, ...languagePages, ...lessonPages, ...hostPages, ...clausePages }, headers: strictHeaders });
        clean(() => server.close());
        const opened = [];
        const launchWith = async (options) => {
          const browser = await browsers.launch(options);
          clean(() => browser.close().catch(() => {}));
          const open = async (url) => {
            const page = await browser.open(url);
            opened.push(page);
            return page;
          };
          return { ...browser, open };
        };
        const expected = {};
        const context = {
          name, site: server, clean, launchWith, expected,
          launchAnother: () => launchWith({}),
          shot: (page, view) => page.picture(join(artefacts, `${name}-${view}.png`)),
        };
        // Lazily, for tests that need a browser with options of their own.
        let started;
        Object.defineProperty(context, 'browser', { get: () => ({ open: async (url) => (await (started ??= launchWith({}))).open(url) }) });
        context.open = (path) => context.browser.open(server.address + path);
        await body(context);
        const faults = (await Promise.all(opened.map((page) => page.faults().catch(() => [])))).flat(); // a page that was closed has none to tell
        assert.deepEqual(faults.filter((fault) => !expected.fault?.test(fault)), [], 'uncaught on a page');
      } catch (fault) {
        clean(() => browsers.close()); // what made this test fail is not to make the next one fail
        throw fault;
      } finally {
        for (const cleaner of cleaners) await cleaner();
      }
    };
    test(`${name}: ${what}`, { timeout: 300_000 }, async (t) => {
      try {
        await once();
      } catch (fault) {
        if (!process.env.CI) throw fault;
        t.diagnostic(`a second try, for the first failed: ${fault.stack ?? fault}`);
        await once();
      }
    });
  };
  reading(it);
  outline(it);
  keyboard(it);
  focus(it);
  foot(it);
  everybody(it);
  paper(it);
  rendering(it);
  scale(it);
  input(it);
  layouts(it);
  pageText(it);
  anchoring(it);
  baselines(it);
  keeping(it);
  detecting(it);
  lesson(it);
  lessonKept(it);
  lessonKinds(it);
  readingAids(it);
  demoPages(it);
  languages(it);
  classes(it);
  author(it);
  authorTasks(it);
  scorm(it);
  lessonFiles(it);
  worksheets(it);
  offline(it);
  guest(it);
  hosts(it);
  clauses(it);
  recipes(it);
  typesetting(it);
  gallery(it);
}
