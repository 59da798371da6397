// Every scene of the gallery beside its approved picture (tests/baselines/gallery, whose README says how pictures are approved).
//
//   node tests/web/suite/gallery.mjs --approve [SCENE…]

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { strictHeaders } from '../../../web/policy.mjs';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../driver/driver.mjs';

const approved = join(root, 'tests/baselines/gallery');
const artefacts = join(root, 'build/artefacts/gallery');

/** Of all pixels, how many may differ by more than a tenth of the way from black to white; the edges of letters are not counted. */
const tolerance = 0.002;

/** How the scenes are looked at. Dark ones are a choice: what is drawn is the same, in other colours. */
export const looks = [
  { name: '1x', scale: 1, theme: 'light' },
  { name: '2x', scale: 2, theme: 'light' },
  { name: 'dark', scale: 1, theme: 'dark', scenes: ['card', 'filter', 'sources', 'profile', 'text', 'editor', 'review', 'states', 'broken'] },
];

async function sceneIds(browser, site) {
  const page = await browser.open(`${site.address}/gallery.html`);
  await page.until(() => document.querySelectorAll('#scenes a').length > 0);
  const ids = await page.run(() => [...document.querySelectorAll('[data-scene]')].map((scene) => scene.dataset.scene));
  await page.close();
  return ids;
}

/** A PNG of the panel of one scene, and what the page had to say. */
async function picture(page, site, id, theme) {
  const said = page.log.length;
  await page.go(`${site.address}/gallery.html?scene=${id}&theme=${theme}`);
  await page.until(() => document.querySelector('[data-stands]') !== null);
  const clip = await page.run(() => {
    const { x, y, width, height } = document.querySelector('who-says').getBoundingClientRect();
    return { x, y, width, height };
  });
  const data = await page.own.screenshot({ clip, type: 'png' });
  return { data: Buffer.from(data), log: page.log.slice(said) };
}

/** What is wrong with a picture; undefined when nothing is. */
function compare(file, data, allowed = tolerance) {
  if (!existsSync(join(approved, file))) return `${file}: no such picture was approved`;
  const [old, now] = [PNG.sync.read(readFileSync(join(approved, file))), PNG.sync.read(data)];
  if (old.width !== now.width || old.height !== now.height) return `${file}: ${now.width} × ${now.height}, approved ${old.width} × ${old.height}`;
  const shown = new PNG({ width: now.width, height: now.height });
  const share = pixelmatch(old.data, now.data, shown.data, now.width, now.height, { threshold: 0.1 }) / (now.width * now.height);
  if (share <= allowed) return undefined;
  writeFileSync(join(artefacts, file.replace('.png', '-difference.png')), PNG.sync.write(shown));
  return `${file}: ${(share * 100).toFixed(2)} % of its pixels differ (at most ${tolerance * 100} %)`;
}

/** `allowed`: of a picture's pixels, how many may differ from the approved one before it is taken again, until two in a row agree: now and
 *  then Chromium draws a page with letters that were shaped for another scale. */
async function look({ name, scale, theme, scenes }, browser, site, allowed, each) {
  mkdirSync(artefacts, { recursive: true });
  const ids = await sceneIds(browser, site);
  const page = await browser.open('about:blank');
  for (const id of ids) {
    if (scenes && !scenes.includes(id)) continue;
    const file = `${id}-${name}.png`;
    let shot = await picture(page, site, id, theme);
    for (let before; compare(file, shot.data, allowed) && !before?.equals(shot.data); ) {
      before = shot.data;
      shot = await picture(page, site, id, theme);
    }
    writeFileSync(join(artefacts, file), shot.data);
    each(id, file, shot.data, shot.log);
  }
}

export function gallery(it) {
  for (const one of looks)
    it(`every view in every state looks as approved: ${one.name}`, { only: 'chromium' }, async ({ site, launchWith }) => {
      const browser = await launchWith({ scale: one.scale, width: 900, height: 800 });
      const wrong = [];
      await look(one, browser, site, tolerance, (id, file, data, log) => {
        wrong.push(...[compare(file, data), ...log.map((line) => `${file}: ${line}`)].filter(Boolean));
      });
      assert.deepEqual(wrong, []);
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [flag, ...ids] = process.argv.slice(2);
  if (flag !== '--approve') {
    console.error('usage: gallery.mjs --approve [SCENE…]');
    process.exit(2);
  }
  const site = await serve(join(root, 'build/site'), { headers: strictHeaders });
  mkdirSync(approved, { recursive: true });
  for (const one of looks) {
    const browser = await launch('chromium', { scale: one.scale, width: 900, height: 800 });
    await look(one, browser, site, 0, (id, file, data) => {
      if (ids.length > 0 && !ids.includes(id)) return;
      // Whatever differs: what is left within the tolerance would add up.
      if (compare(file, data, 0)) writeFileSync(join(approved, file), data);
    });
    await browser.close();
  }
  site.close();
}
