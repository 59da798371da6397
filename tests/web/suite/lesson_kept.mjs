// What a lesson keeps in this browser, however the page goes.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { atTask, checked, lessonPages, started } from './lesson.mjs';
import { asked, dropWritten, press, pressOnTheWay } from './widget.mjs';

const site = join(root, 'build/site');

/** From the lesson's first page of a pupil who was here before to task 1. */
async function goesOn(page) {
  await asked(page, () =>
    [...(document.querySelector('who-says').shadowRoot?.querySelectorAll('[data-id=lesson-next]') ?? [])].some((node) => node.textContent.includes('Go on where you were')));
  await press(page, 'lesson-next');
  await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('[data-id="position"]').textContent.startsWith('Task'));
  await press(page, 'lesson-back');
  await atTask(page, 1);
}

export function lessonKept(it) {
  it('an answer is kept when the page goes in the moment after it', async ({ open }) => {
    const page = await open('/water.html');
    await started(page);
    await press(page, 'lesson-next');
    await atTask(page, 1);
    for (const answer of ['answer:fifth:council', 'answer:fifth:moss', 'answer:twice:moss']) {
      await page.until((id) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[role=radio]')].some((node) => node.dataset.id === id), answer);
      await pressOnTheWay(page, answer, true);
      await goesOn(page);
      await checked(page, answer);
    }
  });

  it('a lesson that the browser kept whole while another page was there shows its answers, and goes on keeping them', { only: 'chromium' }, async ({ browser, clean }) => {
    // Firefox's driver finds no page again that comes back so. A browser keeps no page that was not to be stored.
    const server = await serve(site, { pages: lessonPages, headers: () => ({ 'cache-control': 'no-cache' }) });
    clean(() => server.close());
    const page = await browser.open(`${server.address}/water.html`);
    await started(page);
    await press(page, 'lesson-next');
    await atTask(page, 1);
    const give = async (id) => {
      await page.until((wanted) => {
        const radio = [...document.querySelector('who-says').shadowRoot.querySelectorAll('[role=radio]')].find((node) => node.dataset.id === wanted);
        radio?.click();
        return radio !== undefined;
      }, id);
      await checked(page, id);
    };
    await give('answer:fifth:council');
    await page.run(() => {
      addEventListener('pageshow', ({ persisted }) => (window.wasKept = persisted));
      setTimeout(() => (location.href = 'icon.svg'), 50);
    });
    await asked(page, () => location.pathname === '/icon.svg');
    await page.run(() => void setTimeout(() => history.back(), 50));
    await asked(page, () => location.pathname === '/water.html' && document.querySelector('who-says')?.shadowRoot !== null);
    assert.equal(await page.run(() => window.wasKept), true, 'the browser had it no more');
    await checked(page, 'answer:fifth:council');
    await give('answer:twice:moss');
    await page.run(() => new Promise((done) => setTimeout(done, 500))); // on its way to the disk
    await page.go(`${server.address}/water.html`);
    await goesOn(page);
    for (const answer of ['answer:fifth:council', 'answer:twice:moss']) await checked(page, answer);
  });

  it('an answer is kept when the page goes while it is being written, which the browser then drops', async ({ open }) => {
    const page = await open('/water.html');
    await started(page);
    await press(page, 'lesson-next');
    await atTask(page, 1);
    await page.run(dropWritten, 'council');
    await pressOnTheWay(page, 'answer:fifth:council');
    await goesOn(page);
    await checked(page, 'answer:fifth:council');
  });
}
