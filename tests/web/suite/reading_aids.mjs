// A pupil who reads better in larger, wider or plainer letters: page and panel follow, and it stays so.

import assert from 'node:assert/strict';

const begun = (page) => page.until(() => document.querySelector('who-says').shadowRoot?.querySelector('.placed[data-id="lesson-next"]'));

/** As a person does: the native control. */
const choose = (page, name, value) => page.run((of, one) => document.querySelector(`input[name=who-says-${of}][value=${one}]`).click(), name, value);
/** The article's letters, and how wide the panel draws the words of a button. */
const looks = (page) =>
  page.run(() => {
    const { fontSize, letterSpacing, lineHeight, fontFamily } = getComputedStyle(document.querySelector('#article p:last-of-type'));
    const placed = (id) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('.placed')].find((node) => node.dataset.id === id)?.getBoundingClientRect();
    return { size: parseFloat(fontSize), letters: parseFloat(letterSpacing) || 0, lines: parseFloat(lineHeight), family: fontFamily, button: placed('import')?.width ?? 0 };
  });
/** Waits until the panel draws that button in another width. */
async function otherThan(page, before) {
  await page.until((width) => {
    const now = [...document.querySelector('who-says').shadowRoot.querySelectorAll('.placed')].find((node) => node.dataset.id === 'import')?.getBoundingClientRect().width;
    return now !== undefined && Math.abs(now - width) > 1;
  }, before.button);
  return looks(page);
}

export function readingAids(it) {
  it('a lesson easier to read: size, spacing and letters change the article and the panel, and stay', { only: 'chromium' }, async ({ open, launchWith, site, shot }) => {
    const page = await open('/lesson.html');
    await begun(page);
    assert.deepEqual(await page.run(() => Object.keys(localStorage)), [], 'nothing is kept before a reader chooses');
    const plain = await looks(page);
    await page.run(() => document.querySelector('[data-who-says=reading] summary').click());
    await choose(page, 'size', 'large');
    const large = await otherThan(page, plain);
    assert.ok(Math.abs(large.size / plain.size - 1.25) < 0.01, JSON.stringify([plain, large]));
    await choose(page, 'spacing', 'wide');
    const wide = await otherThan(page, large);
    assert.ok(Math.abs(wide.letters / wide.size - 0.12) < 0.01 && wide.lines / wide.size > 1.75, JSON.stringify(wide));
    assert.ok(wide.button > large.button + 8, JSON.stringify([large, wide]));
    await choose(page, 'letters', 'plain');
    const letters = await otherThan(page, wide);
    assert.match(letters.family, /Verdana/);
    await shot(page, 'reading-aids');

    await page.reload();
    await begun(page);
    await page.until((width) => Math.abs([...document.querySelector('who-says').shadowRoot.querySelectorAll('.placed')].find((node) => node.dataset.id === 'import')?.getBoundingClientRect().width - width) < 1, letters.button);
    assert.deepEqual(await looks(page), letters);
    assert.deepEqual(await page.run(() => [...document.querySelectorAll('[data-who-says=reading] input:checked')].map(({ value }) => value)), ['large', 'wide', 'plain']);
    // The panel as text has the same letters.
    await page.run(() => document.querySelector('who-says').setAttribute('render', 'text'));
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.text-view'));
    const text = await page.run(() => {
      const { fontSize, letterSpacing } = getComputedStyle(document.querySelector('who-says').shadowRoot.querySelector('button[data-id="lesson-next"]'));
      return [fontSize, parseFloat(letterSpacing) > 1];
    });
    assert.deepEqual(text, ['17.5px', true]);
    await page.own.emulateMediaType('print');
    assert.equal(await page.run(() => getComputedStyle(document.querySelector('[data-who-says=reading]')).display), 'none');

    const phone = await (await launchWith({ width: 320, height: 700 })).open(`${site.address}/lesson.html`);
    await phone.until(() => document.querySelector('[data-who-says=reading] summary'));
    await phone.run(() => document.querySelector('[data-who-says=reading] summary').click());
    for (const [name, value] of [['size', 'largest'], ['spacing', 'wide'], ['letters', 'plain']]) await choose(phone, name, value);
    assert.ok(await phone.run(() => document.documentElement.scrollWidth <= innerWidth), 'nothing to scroll sideways');
    await shot(phone, 'reading-aids-phone');
  });
}
