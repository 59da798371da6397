// Interface languages: which one a page gets, what is fetched for it, and back to English.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { pages } from './article.mjs';
import { nodes, press, ready } from './widget.mjs';

const of = (language) => JSON.parse(readFileSync(join(root, `assets/words/${language}.json`), 'utf8'));
const ukrainian = (path) => pages[path].replace('<html lang="en">', '<html lang="uk-UA">');
export const languagePages = {
  '/ukrainian.html': ukrainian('/test.html'), '/classic-ukrainian.html': ukrainian('/classic.html'),
  '/plain-ukrainian.html': ukrainian('/plain.html'), '/classic-plain-ukrainian.html': ukrainian('/classic-plain.html'),
};

const words = (page) =>
  page.run(() => {
    const root = document.querySelector('who-says').shadowRoot;
    return { lang: root.querySelector('.frame').lang, heading: root.querySelector('.outline').querySelector('h1,h2').textContent, opener: root.querySelector('.opener').textContent };
  });
/** Files of languages that were asked for; scripts come as modules or by elements. */
const fetched = (page) => page.requested.map((address) => /\/((?:words\/|who-says-words-).*)$/.exec(address)?.[1]).filter(Boolean);

export function languages(it) {
  for (const [path, file, terms] of [['/ukrainian.html', 'words/uk.json', ['words/terms.uk.json']], ['/classic-ukrainian.html', 'who-says-words-uk-classic.js', []]])
    it(`${path}: the page's language, its file alone; another one, and English again`, { only: 'chromium' }, async ({ open }) => {
      const page = await open(path);
      await ready(page);
      assert.deepEqual(await words(page), { lang: 'uk', heading: of('uk').title, opener: of('uk').title });
      assert.deepEqual(fetched(page), [file]);
      await press(page, 'explain');
      await page.until((text) => document.querySelector('who-says').shadowRoot.querySelector('.outline').textContent.includes(text), of('terms.uk').source.text);
      assert.deepEqual(fetched(page), [file, ...terms]);
      const change = async (language) => {
        await page.run((lang) => document.querySelector('who-says').setAttribute('lang', lang), language);
        await page.until((text) => document.querySelector('who-says').shadowRoot.querySelector('.opener').textContent === text, of(language).title);
      };
      await change('ko');
      assert.equal((await nodes(page, 'tab:claims'))[0].text, of('ko')['tab.claims']);
      await change('en');
      assert.deepEqual(await words(page), { lang: 'en', heading: of('en').title, opener: of('en').title });
      assert.deepEqual(await page.run(() => window.told.filter(([type]) => type === 'error' || type === 'policy')), []);
    });

  for (const [path, files] of [['/plain-ukrainian.html', ['words/uk.json', 'words/reasons.uk.json']], ['/classic-plain-ukrainian.html', ['who-says-words-uk-classic.js']]])
    it(`${path}: why the engine suggests something, in the page's language, whose words come only then`, { only: 'chromium' }, async ({ open }) => {
      const page = await open(path);
      await ready(page);
      await page.until(() => window.told.some(([type]) => type === 'detected'));
      await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id^="claim:"]') !== null);
      await press(page, (await nodes(page, 'claim:'))[0].id);
      const why = await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.outline').textContent.match(/Запропоновано, бо: [^.]*→[^.]*/)?.[0]);
      assert.doesNotMatch(why, /neutral|direct|→ [a-z]/);
      assert.ok(Object.entries(of('uk')).some(([key, label]) => /^(kind|cue|directness)\./.test(key) && why.includes(`→ ${label}`)), why);
      assert.deepEqual(fetched(page), files);
    });

  it('a lesson in the language of its page, in both builds', { only: 'chromium' }, async ({ browser, clean }) => {
    const lesson = readFileSync(join(root, 'build/site/lesson.html'), 'utf8').replace('<html lang="en">', '<html lang="de">');
    const classic = lesson.replace(/<script type="module"[^>]*>/, '<script defer src="who-says-classic.js">');
    assert.notEqual(classic, lesson);
    const site = await serve(join(root, 'build/site'), { pages: { '/module.html': lesson, '/classic.html': classic }, headers: strictHeaders });
    clean(() => site.close());
    for (const build of ['module', 'classic']) {
      const page = await browser.open(`${site.address}/${build}.html`);
      await page.until((words) => [...(document.querySelector('who-says').shadowRoot?.querySelectorAll('button') ?? [])].some((button) => button.textContent === words), of('lesson.de')['lesson.begin']);
    }
  });
}
