// Where the focus goes when what had it is gone, in which order Tab walks, and where each view is scrolled to.

import assert from 'node:assert/strict';
import { atRest } from './outline.mjs';
import { begin, fill, nodes, press, ready } from './widget.mjs';

const focusedId = () => document.querySelector('who-says').shadowRoot?.activeElement?.closest('[data-id]')?.dataset.id ?? '';
const focused = (page, id) => page.until((wanted) => (document.querySelector('who-says').shadowRoot.activeElement?.closest('[data-id]')?.dataset.id ?? '') === wanted, id);
const focusOn = (page, id) => page.run((wanted) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${wanted}"]`).focus(), id);
const scrolled = (page) => page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTop);
const scrollTo = async (page, top) => {
  await page.run((to) => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTo(0, to), top);
  await atRest(page);
};
/** Low, so that its views have to be scrolled. */
const lower = (page) => page.run(() => void (document.querySelector('who-says').style.height = '420px'));

export function focus(it) {
  it('a note is kept or left: its form goes, the focus is on its control, what was done can be undone', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const note = 'note:urn:test:late';
    const form = async () => (await nodes(page, '')).map(({ id }) => id).filter((id) => /note:/.test(id));
    await press(page, 'claim:urn:test:late');
    for (const [how, text] of [['save', 'Asked twice.'], ['cancel', ' And once more.']]) {
      await press(page, note);
      await focused(page, note);
      assert.deepEqual(await form(), [note, `save-${note}`, `cancel-${note}`]);
      await fill(page, note, text);
      await focusOn(page, `${how}-${note}`);
      await page.press('Enter');
      await focused(page, note);
      assert.deepEqual(await form(), [`own-${note}`, note], how);
      assert.equal(await page.run((id) => document.querySelector('who-says').shadowRoot.querySelectorAll(`button[data-id="${id}"]`).length, note), 1);
      assert.equal((await nodes(page, `own-${note}`))[0].text, 'Your note: Asked twice.');
      assert.equal(await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id=undo]').getAttribute('aria-disabled')), null);
    }
    await press(page, 'undo');
    await page.until((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${id}"]`) === null, `own-${note}`);
  });

  it('Tab walks the way things are drawn: tabs, steps, the view, tools at the foot', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await lower(page);
    await atRest(page);
    const walked = [];
    await focusOn(page, 'tab:claims');
    for (let i = 0; i < 60; i++) {
      const id = await page.run(focusedId);
      if (!id || walked.some((one) => one.id === id)) break; // some browsers begin anew
      walked.push({ id, top: (await atRest(page), await scrolled(page)) });
      await page.press('Tab');
    }
    const ids = walked.map(({ id }) => id);
    assert.deepEqual(ids.slice(0, 6), ['tab:claims', 'tab:sources', 'tab:profile', 'tab:text', 'undo', 'redo']);
    assert.ok(ids.length > 14, ids.join(' '));
    assert.deepEqual(ids.slice(-2), ['as-text', 'close-for-good']);
    // The panel scrolls one way only.
    walked.reduce((before, now) => (assert.ok(now.top >= before.top, `${before.id} at ${before.top}, ${now.id} at ${now.top}`), now));
  });

  it('a card that closes under the focus keeps it; what is saved in the article view has it', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await lower(page);
    await press(page, 'claim:urn:test:late');
    for (const within of ['show', 'note', 'correct']) {
      await page.until((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${id}"]`) !== null, `${within}:urn:test:late`);
      await focusOn(page, `${within}:urn:test:late`);
      await page.press('Escape');
      await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:late"]').getAttribute('aria-expanded') === 'false');
      assert.equal(await page.run(focusedId), 'claim:urn:test:late');
      await page.press('Enter');
    }
    await press(page, 'tab:text');
    await press(page, 'pick:next-sentence');
    await press(page, 'pick:next-sentence');
    await press(page, 'pick:next-sentence');
    await press(page, 'highlight');
    await focused(page, 'draft-source');
    await page.type('A crane driver');
    await focusOn(page, 'save-draft');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.activeElement?.dataset.id?.startsWith('text-claim:urn:uuid:') === true);
  });

  it('each view stands where it was left, another one and the editor begin at their top', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await lower(page);
    await atRest(page);
    await scrollTo(page, 300);
    const left = await scrolled(page);
    assert.ok(left > 200, `${left}`);
    const turn = async (view) => {
      await press(page, `tab:${view}`);
      await page.until((id) => document.querySelector('who-says').shadowRoot.querySelector(`[data-id="tab:${id}"][aria-current]`) !== null, view);
      await atRest(page);
      return scrolled(page);
    };
    assert.equal(await turn('sources'), 0);
    assert.equal(await turn('text'), 0);
    await scrollTo(page, 150);
    assert.equal(await turn('profile'), 0);
    assert.equal(await turn('text'), 150);
    assert.equal(await turn('claims'), left);
    await begin(page, 'Fishermen fear that the season is lost');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="draft-source"].placed') !== null);
    await atRest(page);
    // As far down as the field needs that has the focus, not where the claims were.
    assert.ok((await scrolled(page)) < 200, `${await scrolled(page)}`);
    await press(page, 'cancel-draft');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:claims"]') !== null);
    await atRest(page);
    assert.equal(await scrolled(page), left);
  });

  it('a search says how many it finds once, when that has changed', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await page.run(() => {
      window.said = [];
      const live = document.querySelector('who-says').shadowRoot.querySelector('.live');
      new MutationObserver(() => window.said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    });
    await fill(page, 'search-claims', 'ten years');
    await page.until(() => window.said.includes('1 claim found'));
    await atRest(page);
    const said = (await page.run(() => window.said)).map((words) => words.trim());
    said.reduce((before, now) => (assert.notEqual(now, before, said.join(' | ')), now));
  });
}
