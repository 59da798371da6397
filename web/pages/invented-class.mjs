// What an invented class hands in: works on an exercise with its key, some right, some wrong, always the same ones. For the class page to be
// tried, and for tests with many files.

import { exerciseHash } from './build-exercises.mjs';
import { selectorOf, textHash } from './build-claims.mjs';

/** Numbers from 0 to 1 that look random (Numerical Recipes' linear congruence). */
function dice(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const offers = {
  match: ({ sources }) => [...sources, ''],
  classify: ({ kinds }) => kinds,
  spot: ({ claims }) => claims,
  chain: ({ sources }) => sources,
  count: ({ sources }) => sources,
  'check-number': () => ['holds', 'does-not-hold', 'cannot-tell'],
  compare: () => ['both', 'first', 'second'],
};

/** An answer beside the right one, as pupils give it. */
function slip(task, { item, answer }, roll) {
  const one = (list) => list[Math.floor(roll() * list.length)];
  const others = offers[task.kind](task).filter((value) => !answer.includes(value));
  if (item === 'number') return [String(Number(answer[0]) + 1)];
  if (task.kind === 'classify') return roll() < 0.5 ? [answer[0], answer[1] === 'current' ? 'former' : 'current'] : [one(others), answer[1]];
  if (task.kind === 'chain') return answer.length > 1 && roll() < 0.6 ? answer.slice(0, -1) : answer.toReversed();
  if (answer.length > 1) return roll() < 0.5 ? answer.slice(1) : [...answer, one(others) ?? answer[0]];
  // Most slip the same way.
  return [roll() < 0.7 ? others[0] : one(others)];
}

function marks({ marks: wanted }, text, skill, roll) {
  const out = wanted.filter((mark) => !mark.optional && roll() < skill).map(({ selector: [{ exact }] }) => (roll() < 0.25 ? exact.replace(/^\S+ /, '') : exact));
  if (roll() > skill) out.push(/\n\n([^\n.]*\.)[^\n]*$/.exec(text)[1]);
  return out.map((words) => ({ selector: selectorOf(text, words) }));
}

/** `count` works on `exercise`, which has its key inside. */
export function inventedClass(exercise, count, seed = 1) {
  const roll = dice(seed);
  const hash = exerciseHash(exercise);
  return Array.from({ length: count }, (_, n) => {
    const skill = 0.45 + 0.5 * roll();
    const answers = exercise.key.answers
      .filter(() => roll() < 0.97)
      .map((answer) => {
        const task = exercise.tasks.find(({ id }) => id === answer.task);
        const choices = (answer.items ?? []).map((item) => [item.item, roll() < skill ? item.answer : slip(task, item, roll)]);
        if (task.kind === 'rank') choices.push(['order', roll() < 0.5 ? task.sources : task.sources.toReversed()]);
        return {
          task: task.id,
          ...(choices.length && { choices: Object.fromEntries(choices) }),
          ...(answer.marks && { marks: marks(answer, exercise.articles[task.article ?? 0].text, skill, roll) }),
          ...(answer.example && { text: roll() < skill ? answer.example.split('. ')[0] : 'It sounds different.' }),
        };
      });
    return {
      type: 'Work', format: 1,
      exercise: { id: exercise.id, version: exercise.version, hash },
      articles: exercise.articles.map(({ text }) => textHash(text)),
      seat: `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[Math.floor(n / 25) % 26]}${(n % 25) + 1}`,
      saved: `2026-11-${String(10 + (n % 18)).padStart(2, '0')}T09:${String(n % 60).padStart(2, '0')}:00Z`,
      done: roll() < 0.9,
      answers,
    };
  });
}
