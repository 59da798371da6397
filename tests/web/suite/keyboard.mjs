// The whole product without a mouse and without a screen: by Tab, Enter, arrows and Esc, heard through the accessibility tree.

import assert from 'node:assert/strict';
import { accessibilityTree } from '../driver/tree.mjs';
import { catchDownloads, downloaded } from './keeping.mjs';
import { nodes, ready } from './widget.mjs';

const focusedId = () => document.querySelector('who-says').shadowRoot?.activeElement?.closest('[data-id]')?.dataset.id ?? '';
const focused = (page, id) => page.until((wanted) => (document.querySelector('who-says').shadowRoot.activeElement?.closest('[data-id]')?.dataset.id ?? '') === wanted, id);
/** Presses Tab until a control of the outline has the focus. */
async function tabTo(page, id, held = []) {
  const seen = [];
  for (let i = 0; i < 60; i++) {
    await page.press('Tab', held);
    seen.push(await page.run(focusedId));
    if (seen.at(-1) === id) return;
  }
  assert.fail(`${id} is not reached: ${seen.join(' ')}`);
}
const said = (page, words) => page.until((part) => document.querySelector('who-says').shadowRoot.querySelector('.live').textContent.includes(part), words);
const backButton = () => {
  const button = document.querySelector('who-says').shadowRoot.activeElement;
  return button?.matches('.offer') && !button.hidden ? button.textContent : null;
};

export function keyboard(it) {
  it('by keyboard and ear: find a claim, hear its sourcing, go to the text and back', async ({ open, name }) => {
    const page = await open('/test.html');
    await ready(page);
    const tree = () => accessibilityTree(page, name);
    const one = async (role, words) => {
      const found = (await tree()).filter((node) => node.role === role && node.name.includes(words));
      assert.equal(found.length, 1, `${role} “${words}”: ${found.length}`);
      return found[0];
    };

    // Lists of articles, each with a heading that is a button which unfolds.
    const title = await one('heading', 'Who says?');
    assert.equal(title.level, 2);
    const card = await one('button', 'comes ten years late');
    assert.equal(card.expanded, false);
    assert.deepEqual(card.parents.filter((role) => ['list', 'listitem', 'article', 'heading'].includes(role)), ['list', 'listitem', 'article', 'heading']);
    assert.ok((await tree()).some((node) => node.live === 'polite'));

    await tabTo(page, 'search-claims');
    assert.ok((await tree()).some((node) => node.role === 'searchbox' && node.name === 'Search claims and sources' && node.focused));
    await page.type('ten years');
    await said(page, '1 claim found');
    await tabTo(page, 'claim:urn:test:late');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:late"][aria-expanded=true]') !== null);
    const opened = await one('button', 'comes ten years late');
    assert.equal(opened.expanded, true);
    assert.equal(opened.focused, true);
    const heard = (await tree()).map((node) => node.name).join('\n');
    for (const words of ['This article', 'Lindow Post', 'passes it on', 'Jon Vale', 'Former official', 'Partly quoted']) assert.ok(heard.includes(words), words);

    // To the words in the article: the focus goes along, what stands around them is heard, and one press leads back.
    await tabTo(page, 'show:urn:test:late');
    await page.press('Enter');
    await page.until(backButton);
    const back = await one('button', 'Back to the card');
    assert.equal(back.focused, true);
    assert.match(back.description, /^A former harbour master, Jon Vale, told the Lindow Post/);
    // Its details are the card, which a screen reader can go to.
    if (name === 'chromium') assert.equal(back.details, 'article:urn:test:late');
    assert.equal(await page.run(() => getSelection().anchorNode.parentElement.closest('article')?.id), 'story');
    assert.equal(await page.run(() => getSelection().anchorNode.data.slice(getSelection().anchorOffset, getSelection().anchorOffset + 11)), 'the closure');
    await page.press('Enter');
    await focused(page, 'claim:urn:test:late');
    // Closed with Esc, the focus is where the card was asked for.
    await page.press('Escape');
    assert.equal(await page.until(backButton), 'Back to the card');
    assert.equal((await nodes(page, 'claim:urn:test:late'))[0].on, 'false');
    await page.press('Escape');
    await page.until(() => document.querySelector('who-says').shadowRoot.activeElement === null);
  });

  it('by keyboard: words are chosen with arrows, highlighted, changed, undone, saved as a file', async ({ open, name }) => {
    const page = await open('/test.html');
    await ready(page);
    await tabTo(page, 'tab:text');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="pick:next-sentence"]') !== null);
    // Of the text, each claim is a control that leads to its card.
    await tabTo(page, 'text-claim:urn:test:storm');
    await page.press('Enter');
    await focused(page, 'claim:urn:test:storm');
    await tabTo(page, 'tab:text', ['Shift']);
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="pick:next-sentence"]') !== null);
    const chosen = async (key, words) => {
      await page.press(key);
      await said(page, `Chosen: ${words}`);
    };
    await chosen('ArrowDown', 'Harbour to close');
    await chosen('ArrowDown', 'The harbour of Lindow will close');
    await chosen('ArrowDown', 'Two of its four cranes are forty years old');
    await chosen('ArrowUp', 'The harbour of Lindow will close');
    await chosen('ArrowDown', 'Two of its four cranes are forty years old');
    await chosen('ArrowLeft', 'Two of its four cranes are forty years');
    await chosen('ArrowLeft', 'Two of its four cranes are forty');
    await chosen('ArrowRight', 'Two of its four cranes are forty years');
    await chosen('n', 'of its four cranes are forty years');
    const tree = await accessibilityTree(page, name);
    assert.ok(tree.some((node) => node.role === 'button' && node.name === 'Next sentence' && node.keys === 'ArrowDown'));

    await page.press('h');
    await focused(page, 'draft-source');
    await page.type('A crane driver');
    await tabTo(page, 'draft:directness:direct');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="draft:directness:direct"][aria-pressed=true]') !== null);
    // What was pressed keeps the focus, though everything around it was written anew.
    assert.equal(await page.run(focusedId), 'draft:directness:direct');
    await tabTo(page, 'save-draft');
    await page.press('Enter');
    await said(page, 'saved');
    const mine = () => page.run(() => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="text-claim:"]')].filter((b) => b.textContent === 'of its four cranes are forty years').length);
    assert.equal(await mine(), 1);
    await tabTo(page, 'undo', ['Shift']);
    await page.press('Enter');
    await said(page, 'Undone');
    assert.equal(await mine(), 0);
    // Nothing is left to undo: the control stays where it is, and says so.
    assert.equal(await page.run(focusedId), 'undo');
    assert.ok((await accessibilityTree(page, name)).some((node) => node.role === 'button' && node.name === 'Undo' && node.disabled));
    await tabTo(page, 'redo');
    await page.press('Enter');
    await said(page, 'Done again');
    assert.equal(await mine(), 1);
    await catchDownloads(page);
    await tabTo(page, 'export');
    await page.press('Enter');
    await page.until(() => window.files.length > 0);
    assert.ok(JSON.parse(await downloaded(page)).items.some((item) => JSON.stringify(item).includes('of its four cranes are forty years')));
  });

  it('what the words of a card mean is one press away, and heard', async ({ open, name, site }) => {
    const page = await open('/test.html');
    await ready(page);
    const asked = () => site.requests.some(({ path }) => path.endsWith('/terms.en.json'));
    await tabTo(page, 'claim:urn:test:late');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="claim:urn:test:late"][aria-expanded=true]') !== null);
    assert.equal(asked(), false);
    await page.press('?');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="term:"]').length > 5);
    assert.ok(asked());
    const tree = await accessibilityTree(page, name);
    assert.ok(tree.some((node) => node.role === 'button' && node.name === 'What do these words mean?' && node.expanded === true));
    const heard = (await nodes(page, 'term:')).map(({ text }) => text);
    for (const words of ['Partly quoted: Some words are the source’s own', 'Formerly in office: ', 'Named: ', 'Passes it on: ']) assert.ok(heard.some((line) => line.startsWith(words)), words);
    // The control itself does the same.
    await tabTo(page, 'explain');
    await page.press('Enter');
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="term:"]').length === 0);
  });

  it('an update never moves or touches the node that has the focus', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    const lost = await page.run(async () => {
      const host = document.querySelector('who-says');
      const root = host.shadowRoot;
      const pause = () => new Promise((done) => setTimeout(done, 120));
      const control = root.querySelector('[data-id="claim:urn:test:late"]');
      const wrong = [];
      control.focus({ preventScroll: true });
      control.addEventListener('blur', () => wrong.push('blur'));
      const outer = control.closest('li');
      new MutationObserver((records) => {
        for (const { addedNodes, removedNodes } of records)
          for (const node of [...addedNodes, ...removedNodes]) if (node === outer || node.contains?.(control)) wrong.push('moved');
      }).observe(root, { childList: true, subtree: true });
      // Around it cards come and go, and the page points here and there.
      for (const command of [
        { verb: 'point-claim', id: 'urn:test:port' }, { verb: 'filter', value: 'hue:former' }, { verb: 'clear-filters' }, { verb: 'set-field', id: 'search-claims', text: 'ten years' },
        { verb: 'set-field', id: 'search-claims', text: '' }, { verb: 'toggle-filters' }, { verb: 'open-claim', id: 'urn:test:late' }, { verb: 'open-claim', id: 'urn:test:port', flag: true },
      ]) {
        host.widget.send(command);
        await pause();
        if (root.activeElement !== control) wrong.push(`focus is elsewhere after ${command.verb}`);
      }
      return wrong;
    });
    assert.deepEqual(lost, []);
  });

  it('loading takes no focus, and focus does not scroll the page', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    assert.equal(await page.run(() => document.activeElement === document.body), true);
    await page.run(() => {
      document.body.style.paddingBottom = '3000px';
      scrollTo(0, 300);
    });
    const stayed = await page.run(async () => {
      const before = scrollY;
      const { outline } = document.querySelector('who-says').widget;
      for (const { dataset } of document.querySelector('who-says').shadowRoot.querySelectorAll('.outline [data-id]')) {
        if (!outline.focus(dataset.id)) continue;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
      return [before, scrollY];
    });
    assert.equal(stayed[1], stayed[0]);
  });

  it('keys of the page stay the page\'s', async ({ open }) => {
    const page = await open('/test.html');
    await ready(page);
    await page.run(() => {
      const field = document.createElement('input');
      field.id = 'own';
      document.body.prepend(field);
      field.focus();
      window.keys = [];
      document.addEventListener('keydown', (event) => window.keys.push(`${event.key}${event.defaultPrevented ? ' used' : ''}`));
      document.addEventListener('wheel', (event) => window.keys.push(event.defaultPrevented ? 'wheel used' : 'wheel'), { passive: true });
      document.addEventListener('contextmenu', (event) => window.keys.push(event.defaultPrevented ? 'menu used' : 'menu'));
    });
    // Letters and arrows that are the panel's own while the focus is inside.
    await page.type('hncax');
    await page.press('ArrowDown');
    await page.press('Escape');
    assert.equal(await page.run(() => document.querySelector('#own').value), 'hncax');
    const keys = await page.run(() => window.keys);
    assert.deepEqual(keys, ['h', 'n', 'c', 'a', 'x', 'ArrowDown', 'Escape']);
    // Inside, what the panel has no use for goes on to the page: with a modifier, and Esc where nothing is open.
    const inside = await page.run(() => {
      window.keys = [];
      const control = document.querySelector('who-says').shadowRoot.querySelector('[data-id="tab:claims"]');
      control.focus({ preventScroll: true });
      for (const options of [{ key: 'f', ctrlKey: true }, { key: 'p', metaKey: true }, { key: 'z', ctrlKey: true }, { key: 'Tab' }, { key: 'Escape' }, { key: 'F7' }])
        control.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...options }));
      const canvas = document.querySelector('who-says').shadowRoot.querySelector('canvas');
      canvas.dispatchEvent(new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, deltaY: 40 }));
      canvas.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true }));
      return window.keys;
    });
    assert.deepEqual(inside, ['f', 'p', 'z', 'Tab', 'Escape', 'F7', 'wheel', 'menu']);
  });
}
