// Anchoring cases and answers: reading, judging, asking the tool. Shared by table.mjs and fit.mjs.

import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Share of the union of two half-open ranges that both cover. */
export function overlap([a, b], [c, d]) {
  const both = Math.min(b, d) - Math.max(a, c);
  return both <= 0 ? 0 : both / (Math.max(b, d) - Math.min(a, c));
}

/** From this overlap on an answer counts as the right place: the bounds that the cases' makers count with. */
export const RIGHT = 0.8;

/** "right", "wrong" (words were shown that are not the quote's) or "lost" (nothing was shown though the quote is there). */
export function judge(gold, answer) {
  const shown = answer.state !== 'gone' && answer.state !== 'ambiguous';
  if (!shown) return gold ? 'lost' : 'right';
  return gold && overlap(gold, [answer.start, answer.end]) >= RIGHT ? 'right' : 'wrong';
}

async function* lines(stream) {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) if (line.trim()) yield JSON.parse(line);
}

/** The cases of a file, one at a time: they hold whole articles. */
export const cases = (file) => lines(createReadStream(file, 'utf8'));

/** Runs `who-says anchor` over a file; yields its answers in order. */
export async function* answers(tool, file, ...options) {
  const child = spawn(tool, ['anchor', file, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  yield* lines(child.stdout);
  const code = await ended;
  if (code !== 0) throw new Error(`${tool} anchor ${file}: exit code ${code}`);
}

/** [case, answer] for each case of the files. */
export async function* answered(tool, files, ...options) {
  for (const file of files) {
    const from = answers(tool, file, ...options);
    for await (const one of cases(file)) {
      const { value, done } = await from.next();
      if (done) throw new Error(`${tool} answered fewer cases than ${file} has`);
      yield [one, value];
    }
    if (!(await from.next()).done) throw new Error(`${tool} answered more cases than ${file} has`);
  }
}
