// How long tasks kept a page's main thread, from Chromium's own trace: processor time of the thread, so that other work on the machine
// counts for little.

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'blink.user_timing'];
const scripts = new Set(['FunctionCall', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks', 'EvaluateScript']);

/** Does `work` and returns { result, events }: what it gave, and what Chromium's trace has of that time. */
export async function recorded(page, work) {
  await page.own.tracing.start({ categories });
  const result = await work();
  return { result, events: JSON.parse(new TextDecoder().decode(await page.own.tracing.stop())).traceEvents };
}

/**
 * Does `work` and returns { result, frames, others }: what it gave, and milliseconds of each task with scripts in it. Frames hold the
 * browser's own work on them too. With `mark`: from the task on in which the page set that performance mark.
 */
export async function traced(page, work, mark) {
  const { result, events: all } = await recorded(page, work);
  const begin = mark ? all.find(({ name, cat }) => name === mark && cat.includes('blink.user_timing')) : undefined;
  const thread = begin ?? all.findLast(({ name }) => name === 'FireAnimationFrame');
  const own = all.filter(({ ph, pid, tid }) => ph === 'X' && pid === thread?.pid && tid === thread?.tid);
  const out = { result, frames: [], others: [] };
  for (const task of own) {
    if (task.name !== 'RunTask' || task.ts + task.dur < (begin?.ts ?? 0)) continue;
    const inside = own.filter(({ ts, name }) => ts >= task.ts && ts <= task.ts + task.dur && scripts.has(name));
    if (inside.length > 0) out[inside.some(({ name }) => name === 'FireAnimationFrame') ? 'frames' : 'others'].push(task.tdur / 1000);
  }
  return out;
}
