// The outline against what the canvas shows: each control of it lies where its item was drawn, and there is no other.

import assert from 'node:assert/strict';
import { claimsFile } from './article.mjs';
import { begin, fill, press, ready } from './widget.mjs';

/** Lets all wanted frames be drawn: waits until the first panel of the page drew none for a while, three seconds at most. */
export const atRest = (page) =>
  page.run(async () => {
    const frames = () => document.querySelector('who-says')?.figures?.frames;
    for (let rounds = 0, before = -1; rounds < 20 && before !== frames(); rounds++) {
      before = frames();
      await new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 150));
    }
  });

/** Where outline and canvas differ by more than a pixel, and how many controls there are. */
const differences = (page) =>
  page.run(() => {
    const host = document.querySelector('who-says');
    const root = host.shadowRoot;
    const canvas = root.querySelector('canvas').getBoundingClientRect();
    const { scrollTop } = root.querySelector('.scroller');
    const drawn = new Map(host.widget.placing.layout.items.map((item) => [item.id, item]));
    const wrong = [];
    if (drawn.size !== host.widget.placing.layout.items.length) wrong.push('an item is drawn twice');
    const controls = [...root.querySelectorAll('.outline button, .outline .field')];
    const seen = new Set();
    for (const control of controls) {
      const { id } = control.dataset;
      if (seen.has(id)) wrong.push(`${id}: twice in the outline`);
      seen.add(id);
      const item = drawn.get(id);
      if (!item) {
        wrong.push(`${id}: not drawn`);
        continue;
      }
      const box = control.getBoundingClientRect();
      const off = [box.left - canvas.left - item.x, box.top - canvas.top - (item.fixed ? item.y : item.y - scrollTop), box.width - item.w, box.height - item.h];
      if (off.some((by) => Math.abs(by) > 1)) wrong.push(`${id}: off by ${off.map((by) => by.toFixed(1)).join(' ')}`);
      if (!control.textContent.trim()) wrong.push(`${id}: has no name`);
      if (Boolean(item.field) !== control.classList.contains('field')) wrong.push(`${id}: is no field on one side`);
    }
    for (const id of drawn.keys()) if (!seen.has(id) && !['strip', 'pick', 'terms'].includes(id) && !id.startsWith('card:')) wrong.push(`${id}: drawn, not in the outline`);
    return { wrong, controls: controls.length };
  });

/** Checks a state at the top, in the middle and at the end of its scroller. */
async function check(page, state) {
  for (const share of [0, 0.5, 1]) {
    await page.run((part) => {
      const scroller = document.querySelector('who-says').shadowRoot.querySelector('.scroller');
      scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
    }, share);
    // A slow machine may need longer than `atRest` gives it.
    let found;
    for (let tries = 0; tries < 20 && (found?.wrong.length ?? 1) > 0; tries++) {
      await atRest(page);
      found = await differences(page);
    }
    assert.deepEqual(found.wrong, [], `${state}, at ${share}`);
    assert.ok(found.controls > 3, state);
  }
}

export function outline(it) {
  for (const scale of [1, 2])
    it(`the outline lies where the panel draws, at ${scale} device pixels`, scale === 1 ? {} : { only: 'chromium' }, async ({ launchWith, site, name }) => {
      const page = await (await launchWith({ scale })).open(`${site.address}/test.html`);
      await ready(page);
      await check(page, 'claims');
      await press(page, 'filters');
      await check(page, 'filters');
      await press(page, 'filters');
      await press(page, 'claim:urn:test:late');
      await check(page, 'open card');
      await press(page, 'note:urn:test:late');
      await check(page, 'note');
      await press(page, 'cancel-note:urn:test:late');
      await press(page, 'tab:sources');
      await press(page, 'source:vale');
      await check(page, 'sources');
      if (name === 'webkit') return; // through its driver each look takes seconds; the other states are laid out by the same code
      for (const view of ['profile', 'text']) {
        await press(page, `tab:${view}`);
        await check(page, view);
      }
      await press(page, 'pick:next-sentence');
      await check(page, 'words chosen');
      await press(page, 'highlight');
      await check(page, 'editor');
      await fill(page, 'draft-source', 'A neighbour');
      await press(page, 'more:kind');
      await check(page, 'editor, unfolded');
      await press(page, 'save-draft');
      await check(page, 'saved');
      await page.run(() => document.querySelector('who-says').importClaims('{', 'broken.json'));
      await check(page, 'error');
      await press(page, 'tab:claims');
      await press(page, 'claim:urn:test:storm');
      await press(page, 'correct:urn:test:storm');
      await press(page, 'draft:certainty:possible');
      await press(page, 'save-draft');
      await page.run((file) => document.querySelector('who-says').importClaims(file, 'theirs.json'), claimsFile);
      await check(page, 'conflict');
      await page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.scroller').scrollTo(0, 0));
      await fill(page, 'search-claims', 'zebra');
      await check(page, 'nothing found');
      await page.go(`${site.address}/plain.html`);
      await ready(page);
      await page.until(() => window.told.some(([type]) => type === 'detected'));
      await check(page, 'suggestions');
      await press(page, 'begin-review');
      await check(page, 'review');
      await begin(page, 'Two of its four cranes');
      await check(page, 'selection');
    });
}
