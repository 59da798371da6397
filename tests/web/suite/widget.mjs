// What tests do with a widget: its controls are those of its outline, found by the ids of src/app.

/** Resolves when the widget has shown itself and its claims. */
export async function ready(page, widgets = 1) {
  await page.until((n) => (window.told ?? []).filter(([type]) => type === 'ready' || type === 'error').length >= n, widgets);
  await page.until(() => document.querySelector('who-says').figures?.frames > 0);
}

/** Resolves when the panel stands still: none of its frames in a quarter of a second in which the browser drew five of its own. */
export const still = (page, widget = 0) =>
  page.run(async (n) => {
    const one = document.querySelectorAll('who-says')[n];
    for (let before = -1; before !== one.figures.frames; ) {
      before = one.figures.frames;
      for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done, 250));
    }
  }, widget);

/** The outline's nodes whose id begins so: [{ id, text, on }]. */
export const nodes = (page, begin, widget = 0) =>
  page.run(
    (start, n) =>
      [...(document.querySelectorAll('who-says')[n]?.shadowRoot?.querySelectorAll('[data-id]') ?? [])]
        .filter((node) => node.dataset.id.startsWith(start))
        .map((node) => ({ id: node.dataset.id, text: node.textContent, on: node.getAttribute('aria-expanded') ?? node.getAttribute('aria-pressed') ?? '' })),
    begin, widget,
  );

export const cards = async (page, widget = 0) => (await nodes(page, 'claim:', widget)).map((node) => node.text);

/** The same, once there are so many: those that the engine finds come in slices, after the line that counts them. */
export async function cardsAll(page, count) {
  await page.until((wanted) => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length >= wanted, count);
  return cards(page);
}

/** Presses a control as assistive technology does. */
export async function press(page, id, widget = 0) {
  await page.until(
    (wanted, n) => [...(document.querySelectorAll('who-says')[n]?.shadowRoot?.querySelectorAll('button[data-id]') ?? [])].some((b) => b.dataset.id === wanted),
    id, widget,
  );
  await page.run(
    (wanted, n) => [...document.querySelectorAll('who-says')[n].shadowRoot.querySelectorAll('button[data-id]')].find((b) => b.dataset.id === wanted).click(),
    id, widget,
  );
}

/** Puts the caret into a field and types. */
export async function fill(page, id, words) {
  await page.until(
    (wanted) => {
      const field = document.querySelector('who-says').shadowRoot.querySelector(`[data-id="${wanted}"].placed`);
      field?.querySelector('input,textarea').focus();
      return Boolean(field);
    },
    id,
  );
  await page.type(words);
}

/** Where words of the article stand: the middle of their first and of their last line. */
export const place = (page, words) =>
  page.run((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('#story, article'), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const boxes = range.getClientRects();
      const first = boxes[0];
      const last = boxes[boxes.length - 1];
      return {
        from: { x: first.left + 1, y: (first.top + first.bottom) / 2 },
        to: { x: last.right - 1, y: (last.top + last.bottom) / 2 },
        middle: { x: (first.left + first.right) / 2, y: (first.top + first.bottom) / 2 },
      };
    }
    return null;
  }, words);

/** Selects words of the page with the mouse and chooses "Highlight this claim". */
export async function begin(page, words) {
  // A busy browser at times takes the release of the button before the last movement.
  const chosen = () => page.run((wanted) => getSelection().toString().replace(/\s+/g, ' ').includes(wanted), words);
  for (let tries = 0; tries < 3 && !(await chosen()); tries++) {
    await page.run(() => getSelection().removeAllRanges());
    await page.until(() => document.querySelector('who-says').shadowRoot.querySelector('.offer').hidden);
    const { from, to } = await place(page, words);
    await page.drag(from, to);
  }
  const at = await page.until(() => {
    const offer = document.querySelector('who-says').shadowRoot.querySelector('.offer');
    if (offer.hidden) return null;
    const box = offer.getBoundingClientRect();
    return box.width > 0 && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  await page.click(at);
}

/** Waits until so many claims are listed that are no suggestions. */
export const settledCards = (page, n) =>
  page.until((wanted) => [...document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="kind:"]')].filter((line) => !line.textContent.includes('suggested')).length === wanted, n);

/** A highlight of the reader's own, by mouse and keyboard. */
export async function highlight(page, words, source) {
  const before = (await nodes(page, 'kind:')).filter(({ text }) => !text.includes('suggested')).length;
  await begin(page, words);
  await fill(page, 'draft-source', source);
  await press(page, 'save-draft');
  await settledCards(page, before + 1);
}

/** Words that are highlighted on the page by us, by name of the highlight. */
export const painted = (page) =>
  page.run(() =>
    [...CSS.highlights].filter(([name]) => name.startsWith('who-says-')).flatMap(([name, ranges]) => [...ranges].map((range) => `${name}: ${range}`)),
  );

/** The same, once there are so many: they come in slices after the cards. */
export async function paintedAll(page, count) {
  await page.until((wanted) => [...CSS.highlights].filter(([name]) => name.startsWith('who-says-')).reduce((sum, [, ranges]) => sum + ranges.size, 0) >= wanted, count);
  return painted(page);
}

/** Opens a claim's card, unless it is open: a saved claim's is. */
export async function unfold(page, claim) {
  const [card] = await nodes(page, `claim:${claim}`);
  if (card.on !== 'true') await press(page, card.id);
}

/** In a page: it goes while something with these words is being written to its database, and the browser drops that. */
export function dropWritten(words) {
  window.drops = true;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    if (!JSON.stringify(given).includes(words)) return request;
    this.transaction.abort();
    setTimeout(() => location.reload());
    return request;
  };
}

/** Presses a control of a page that goes then: of itself, or because it is told to. Nothing of this page is asked any more. */
export const pressOnTheWay = (page, id, goes = false) =>
  page.run((wanted, reloads) => {
    setTimeout(() => {
      [...document.querySelector('who-says').shadowRoot.querySelectorAll('button[data-id]')].find((node) => node.dataset.id === wanted).click();
      if (reloads) setTimeout(() => location.reload());
    }, 50);
  }, id, goes);

/** `until` of a page that may be between two: asked then, it has nothing of either. */
export async function asked(page, condition, ...given) {
  for (let n = 1; ; n++)
    try {
      return await page.until(condition, ...given);
    } catch (fault) {
      if (n === 50 || /in vain/.test(fault.message)) throw fault;
      await new Promise((done) => setTimeout(done, 200));
    }
}
