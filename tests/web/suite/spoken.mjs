// What the pages for teachers say in another language: nothing of it is English, nothing is cut off, axe finds no fault.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../setup/files.mjs';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const wordsOf = (name) => JSON.parse(readFileSync(join(root, `assets/words/${name}.json`), 'utf8'));

/** Words between the places of all that an English file says and the other says otherwise. */
function englishOf(names, language) {
  const forms = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry));
  return names.flatMap((name) => {
    const [english, other] = ['en', language].map((one) => wordsOf(`${name}${one}`));
    return Object.keys(english).filter((key) => JSON.stringify(english[key]) !== JSON.stringify(other[key])).flatMap((key) => forms(english[key]));
  }).flatMap((text) => text.split(/\{\w+\}/)).map((part) => part.trim()).filter((part) => /[A-Za-z]{2}/.test(part));
}

/** Has the page in a language by its choice; a teacher's press. */
export async function choose(page, language) {
  await page.run((lang) => {
    const select = document.querySelector('#page-language');
    select.value = lang;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, language);
}

/** Of the page `name`, all that it says now, shown or hidden, is in `language`, but for what is marked as another. */
export async function speaks(page, name, language) {
  const texts = await page.run(() => {
    const own = document.documentElement.lang;
    const out = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (holder.closest('script,who-says,[lang]').lang !== own) continue;
      out.push(...(node === holder ? [node.ariaLabel, node.getAttribute('placeholder'), node.getAttribute('title')] : [node.data]));
    }
    return [own, ...out.filter(Boolean).map((text) => text.trim())];
  });
  assert.equal(texts.shift(), language);
  assert.ok(texts.length > 10);
  assert.equal(texts[0], `${wordsOf(`${name}.${language}`).title} · Who Says`);
  const english = englishOf([`${name}.`, 'lesson.', 'site.', ''], language);
  const whole = new Set(english);
  const long = english.filter((part) => part.length > 15);
  assert.deepEqual(texts.filter((text) => whole.has(text) || long.some((part) => text.includes(part))), []);
}

/** What is wider than the window; a table scrolls by itself. */
export const tooWide = (page) =>
  page.run(() => (document.documentElement.scrollWidth > innerWidth
    ? [...document.querySelectorAll('body *')].filter((node) => node.checkVisibility() && !node.closest('.wide *') && node.getBoundingClientRect().right > innerWidth + 1).map((node) => `${node.tagName}#${node.id} ${node.textContent.slice(0, 40)}`)
    : []));

export async function withoutFault(page) {
  await page.run(() => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement('script'), { src: 'axe.js', onload: done, onerror: failed }));
  }).then(() => true));
  const found = await page.run(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`));
  assert.deepEqual(found, []);
}
