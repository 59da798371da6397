// How long what a pupil does takes on a slow machine, in Chromium with the processor slowed:   node tests/bench/classroom/low_end.mjs [times]
//
// Presses are the browser's own, in a window that is seen. Of the longest event of each: the time to the next paint as Chromium's Event
// Timing tells it (in steps of 8 ms, with what else runs on the machine), and the processor time of the page's main thread within it, from
// the browser's trace; and that of the longest task which comes after it. Where nothing was to be painted: of the longest task.

import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { needScreen } from '../../setup/screen.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { place } from '../../web/suite/widget.mjs';
import { recorded } from '../anchoring/tasks.mjs';

const bar = 200;
const rest = (page) => page.run(() => new Promise((done) => setTimeout(done, 400)));

/** Where the panel draws the first control with such an id, in sight. */
async function spot(page, id) {
  const find = (wanted) => {
    const control = [...document.querySelector('who-says').shadowRoot.querySelectorAll('.placed')].find((node) => new RegExp(`^${wanted}$`).test(node.dataset.id) && node.getAttribute('aria-disabled') !== 'true');
    if (!control) return null;
    control.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = control.getBoundingClientRect();
    return width > 0 && { x: left + Math.min(20, width / 2), y: top + height / 2 };
  };
  await page.until(find, id);
  await rest(page);
  return page.until(find, id);
}

/** A lesson from its first page to its last; rows of [what a pupil does, milliseconds, processor milliseconds until then, those of the longest task after that]. */
async function lesson(page) {
  const rows = [];
  /** `ready` brings about what is needed; `act`, with what it gave, is timed; `seen`, where given, is looked for afterwards. */
  async function timed(what, ready, act, seen) {
    const at = await ready();
    await rest(page);
    const { result: slowest, events } = await recorded(page, async () => {
      await page.run(() => ((window.timed.length = 0), performance.mark('who-says-bench'), 0));
      await act(at);
      if (seen) await page.until(seen);
      await rest(page);
      return page.run(() => {
        const [mark] = performance.getEntriesByName('who-says-bench').slice(-1);
        // One that was to paint nothing is told when something else paints.
        const [first] = window.timed.filter(({ startTime }) => startTime >= mark.startTime).toSorted((one, other) => other.duration - one.duration);
        return first && { after: first.startTime - mark.startTime, duration: first.duration };
      });
    });
    const mark = events.find(({ name, cat }) => name === 'who-says-bench' && cat.includes('blink.user_timing'));
    const tasks = events.filter(({ ph, name, pid, tid, ts }) => ph === 'X' && name === 'RunTask' && pid === mark.pid && tid === mark.tid && ts > mark.ts);
    const longest = (some) => Math.round(Math.max(0, ...some.map(({ tdur }) => tdur / 1000)));
    if (!slowest) return rows.push([what, 0, longest(tasks), 0]);
    const from = mark.ts + slowest.after * 1000;
    const inside = tasks.map(({ ts, dur, tdur }) => (tdur * Math.max(0, Math.min(ts + dur, from + slowest.duration * 1000) - Math.max(ts, from))) / (dur || 1));
    rows.push([what, slowest.duration, Math.round(inside.reduce((sum, time) => sum + time / 1000, 0)), longest(tasks.filter(({ ts, dur }) => ts + dur > from + slowest.duration * 1000))]);
    const window = events.find(({ name, cat }) => name === 'who-says-window' && cat.includes('blink.user_timing'));
    if (window) rows.push(['what is drawn in that window', 0, longest(tasks.filter(({ ts }) => ts > window.ts)), 0]);
    return rows;
  }
  /** The pointer is there already; the button is down for as long as a person's is. */
  const pressed = (what, find, seen) =>
    timed(what, async () => page.move(await find()), async () => {
      await page.own.mouse.down();
      await page.run(() => new Promise((done) => setTimeout(done, 90)));
      await page.own.mouse.up();
    }, seen);
  const press = (what, id, seen) => pressed(what, () => spot(page, id), seen);
  const next = (what = 'to the next task') => press(what, 'lesson-next');

  await next('begins');
  await timed('selects words of the article', async () => {
    await page.run(() => document.querySelector('#article').scrollIntoView());
    return page.run(() => document.querySelector('#article p:nth-of-type(4)').textContent.slice(0, 40)).then((words) => place(page, words));
  }, ({ from, to }) => page.drag(from, to));
  await pressed('takes them as a claim', () => page.until(() => {
    const offer = document.querySelector('who-says').shadowRoot.querySelector('.offer');
    const { left, top, width, height } = offer.getBoundingClientRect();
    return !offer.hidden && { x: left + width / 2, y: top + height / 2 };
  }));
  await press('unfolds the article in the panel', 'lesson-text');
  await timed('chooses a sentence there by key', () => page.run(() => document.querySelector('who-says').shadowRoot.querySelector('.frame').focus()), () => page.press('ArrowDown'));
  await timed('takes it as a claim, by key', async () => {}, () => page.press('h'));
  await press('folds it again', 'lesson-text');
  await press('takes it back: undo', 'undo');
  await press('asks for a hint', 'lesson-hint');
  await next();
  await press('chooses a source', 'answer:[^:]+:[^:]+');
  await press('has the claim shown in the article', 'show:.*');
  await press('has the answer checked', 'lesson-check');
  await press('tries again', 'lesson-again');
  await next();
  await press('chooses a kind', 'answer:.*:kind');
  await next();
  await press('chooses a claim', 'answer:[^:]+:[^:]+');
  await next();
  await press('puts a source in order', 'answer:[^:]+:[^:]+');
  await press('puts another one there', 'answer:[^:]+:[^:]+');
  await press('moves it up', 'answer:.*:up');
  await press('has the order checked', 'lesson-check');
  await next();
  await press('chooses a number', 'answer:number:.*');
  await next();
  await timed('types a letter', () => page.until(() => {
    const field = document.querySelector('who-says').shadowRoot.querySelector('.placed textarea');
    field?.focus();
    return Boolean(field);
  }), () => page.type('a'));
  for (let i = 0; i < 4; i++) await next();
  await press('unfolds the second report in the panel', 'lesson-text');
  await press('compares a source', 'answer:[^:]+:[^:]+');
  await next('finishes');
  await press('is asked for a seat code', 'lesson-next');
  await press('saves the work as a file', 'lesson-next');
  await press('has it as text', 'lesson-copy');
  await page.run(() => new MutationObserver((_, observer) => (performance.mark('who-says-window'), observer.disconnect())).observe(document.querySelector('who-says').shadowRoot, { childList: true }));
  await press('has it as a QR code', 'lesson-link', () => document.querySelector('who-says').shadowRoot.querySelector('dialog svg') !== null);
  await timed('closes that', () => page.until(() => Boolean(document.querySelector('who-says').shadowRoot.querySelector('dialog'))), () => page.press('Escape'));
  await press('goes back to a task', 'task:.*');
  return rows;
}

/** The table, as lines. Needs a screen. */
export async function lowEnd(rate = 6) {
  const server = await serve(join(root, 'build/site'));
  const browser = await launch('chromium', { flags: ['--disable-3d-apis'], visible: true });
  try {
    const page = await browser.open(`${server.address}/halm-piers.html`);
    await page.own.bringToFront(); // the browser's first, empty window may lie over it
    await page.until(() => document.querySelector('who-says').shadowRoot?.querySelector('.placed[data-id=lesson-next]'));
    await page.run(() => {
      window.timed = [];
      new PerformanceObserver((list) => {
        // What a press down paints is seen at once; where it paints nothing, its time would be that of what comes later.
        for (const { name, startTime, duration } of list.getEntries()) if (['click', 'pointerup', 'keydown', 'input'].includes(name)) window.timed.push({ startTime, duration });
      }).observe({ type: 'event', durationThreshold: 16, buffered: false });
    });
    await (await page.own.createCDPSession()).send('Emulation.setCPUThrottlingRate', { rate });
    const rows = await lesson(page);
    const most = (n) => Math.max(...rows.map((row) => row[n]));
    return [
      `${browser.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}; processor slowed ${rate} times, no graphics card`, '',
      '| a pupil | ms to the next paint | of these the page’s processor time | longest task after that |', '|---|---:|---:|---:|',
      ...rows.map(([what, time, own, task]) => `| ${what} | ${time || '–'} | ${own} | ${time ? task : '–'} |`), '',
      `longest: ${most(1)} ms to the next paint, ${most(2)} ms of processor time (bar: ${bar})`,
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  needScreen();
  console.log((await lowEnd(Number(process.argv[2]) || undefined)).join('\n'));
}
