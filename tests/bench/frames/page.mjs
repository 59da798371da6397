// What is done with a page of many claims.

/** Waits until all claims are found, and lists the cards of all of them. */
export async function listAll(page, count, wanted = count) {
  await page.own.waitForFunction(
    (least) => document.querySelector('who-says').figures.highlights >= least,
    { timeout: 0, polling: 200 }, 0.97 * count,
  );
  await page.own.evaluate(async (least) => {
    const cards = () => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length;
    const more = () => document.querySelector('who-says').shadowRoot.querySelector('[data-id="more-cards"]');
    for (let button; cards() < least && (button = more()); ) {
      button.click();
      await new Promise((done) => setTimeout(done));
    }
  }, wanted);
  return page.run(() => document.querySelector('who-says').shadowRoot.querySelectorAll('[data-id^="claim:"]').length);
}

/** Scrolls the panel by `by` pixels a frame for `frames` frames: milliseconds between frames. */
export const scroll = (page, frames, by) =>
  page.run(async (count, step) => {
    const widget = document.querySelector('who-says');
    const scroller = widget.shadowRoot.querySelector('.scroller');
    const times = [];
    const before = widget.figures.frames;
    for (let n = 0; n < count; n++) {
      scroller.scrollTop += step;
      times.push(await new Promise((done) => requestAnimationFrame(done)));
    }
    return { gaps: times.slice(1).map((time, n) => time - times[n]), drawn: widget.figures.frames - before, top: scroller.scrollTop };
  }, frames, by);
