// What a teacher wishes of single tasks on the author page.

import assert from 'node:assert/strict';
import { accepted, article, downloads, said } from './author.mjs';
import { wordsOf } from './spoken.mjs';
import { press } from './widget.mjs';

export function authorTasks(it) {
  it('the author page: what a teacher wishes of a task is in its file, is there after a reload, and pupils read it', { not: 'webkit' }, async ({ open, shot }) => {
    const page = await open('/author.html');
    await accepted(page, article);
    await page.until(() => !document.querySelector('#kind-rank').disabled);
    const names = (id) => page.run((wanted) => [...document.querySelectorAll(`${wanted} option`)].map((one) => one.textContent), id);
    assert.deepEqual((await names('#source-highlight')).length, 4, 'every claim, and three sources');
    await page.run(() => {
      const set = (id, value) => {
        const field = document.querySelector(id);
        if (typeof value === 'boolean') field.checked = value;
        else field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      };
      for (const kind of ['rank', 'swap-cue']) document.querySelector(`#kind-${kind}`).click();
      set('#source-highlight', [...document.querySelectorAll('#source-highlight option')].find((one) => /Lind/.test(one.textContent)).value);
      set('#sentences-highlight', true);
      set('#minutes-highlight', '6');
      set('#feedback-match', 'Look at the words before the claim.');
      set('#feedback-highlight', 'Read what she says once more.');
      set('#letter-rank', 'authoritative');
    });
    // Claims of one's own: by keyboard, as the others can be.
    await page.until(() => document.querySelectorAll('#kinds [name=claim-match]:checked').length === 3);
    await page.run(() => {
      document.querySelector('#feedback-match').closest('details').open = true;
      document.querySelector('#minutes-match').focus();
    });
    await page.press('Tab');
    await page.press(' ');
    await page.press('Tab');
    await page.press(' ');
    await page.until(() => document.querySelectorAll('#kinds [name=claim-match]:checked').length === 2 && !/3/.test(document.querySelector('label[for=kind-match]').textContent));
    await shot(page, 'author-task');
    const answers = () => page.run(() => document.querySelector('#kind-classify').parentElement.textContent);
    await page.run(() => document.querySelector('#kind-classify').click());
    await page.until(() => document.querySelector('#kind-classify').parentElement.querySelector('td') !== null);
    assert.ok(!(await answers()).includes(wordsOf('lesson.en')['lesson.nobody']), 'an office that is not asked for is nobody');
    await page.run(() => document.querySelector('#kind-classify').click());
    const file = async () => JSON.parse(await downloads(page, '#exercise-file'));
    const exercise = await file();
    const [match, highlight, swap, rank] = ['match', 'highlight', 'swap-cue', 'rank'].map((kind) => exercise.tasks.find((task) => task.kind === kind));
    assert.equal(match.claims.length, 2);
    assert.deepEqual(exercise.key.answers.find(({ task }) => task === match.id).feedback, [{ text: 'Look at the words before the claim.' }]);
    assert.deepEqual(exercise.key.answers.find(({ task }) => task === highlight.id).feedback, [{ text: 'Read what she says once more.' }]);
    assert.deepEqual([highlight.unit, highlight.minutes, rank.letter], ['sentences', 6, 'authoritative']);
    assert.match(highlight.instructions, /^Mark every sentence of the article that tells something from “.*Lind”\.$/);
    assert.equal(exercise.key.answers.find(({ task }) => task === highlight.id).marks.length, 1);
    assert.deepEqual([swap.cue, swap.otherCue], ['said', 'claimed']);
    await said(page, 'kept', 'kept in this browser');

    await page.reload();
    await said(page, 'exercise', '^[45] tasks');
    assert.deepEqual((await file()).tasks, exercise.tasks);
    await page.run(() => document.querySelector('#show').click());
    await said(page, 'preview', 'below');
    await press(page, 'lesson-next', 1);
    await page.until(() => document.querySelectorAll('who-says')[1].shadowRoot.textContent.includes('Task 1 of'));
    for (let n = 1; n < exercise.tasks.indexOf(highlight) + 1; n++) await press(page, 'lesson-next', 1);
    await page.until((words) => document.querySelectorAll('who-says')[1].shadowRoot.textContent.includes(words), highlight.instructions);
    assert.deepEqual((await page.log).filter((line) => /^error/.test(line)), []);
  });

  it('the author page takes the words of “One word changes it” from the article’s language, and says where there are none', { only: 'chromium' }, async ({ open }) => {
    const page = await open('/author.html');
    const german = 'Schwimmbad bleibt zu\nDas Schwimmbad bleibt bis März geschlossen, sagte Bürgermeisterin Anna Keller am Montag.\n„Die Kinder verlieren ihre Kurse“, sagte Eva Braunmüller, die Vorsitzende des Vereins.';
    await page.run(() => {
      document.querySelector('#language').value = 'de';
      document.querySelector('#language').dispatchEvent(new Event('change', { bubbles: true }));
    });
    await accepted(page, german);
    await page.run(() => document.querySelector('#kind-swap-cue').click());
    const task = async () => JSON.parse(await downloads(page, '#exercise-file')).tasks.find(({ kind }) => kind === 'swap-cue');
    await page.until(() => !document.querySelector('#kind-swap-cue').disabled);
    const { cue, otherCue } = await task();
    assert.deepEqual([cue, otherCue], ['sagte', 'behauptete']);
    await page.run(() => {
      document.querySelector('#language').value = 'uk';
      document.querySelector('#language').dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.until((words) => document.querySelector('label[for=kind-swap-cue]').textContent.includes(words), wordsOf('author.en')['exercise.nothing.swap-cue']);
    assert.equal(await task(), undefined);
  });
}
