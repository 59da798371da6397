// A generated class: pupils who know some of the key, with duplicates, strangers and broken files among them. The same each time.

function random(seed) {
  let state = seed;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

/** `n` files of an exercise with its key; `about` is what opening it told. */
export function classOf(n, exercise, about) {
  const next = random(n);
  const answers = exercise.key.answers;
  return Array.from({ length: n }, (_, i) => {
    if (i % 50 === 49) return { name: `broken-${i}.work.json`, text: '{"answers": [' };
    const hash = i % 50 === 24 ? '0000000000000000' : about.hash;
    const work = {
      type: 'Work', format: 1, exercise: { id: about.id, version: about.version, hash }, articles: [about.articleHash],
      seat: `S${i % 10 === 9 ? i - 1 : i}`, saved: new Date(Date.UTC(2026, 2, 2, 9, 0, i)).toISOString(), done: true,
      answers: answers.map(({ task, items = [], marks = [] }) => ({
        task,
        choices: Object.fromEntries(items.filter(() => next() < 0.9).map((item) => [item.item, next() < 0.6 ? item.answer : items[Math.floor(next() * items.length)].answer])),
        marks: marks.filter(() => next() < 0.7).map(({ selector }) => ({ selector })),
        text: 'The source would not have said it like this.',
      })),
    };
    return { name: `${i}.work.json`, text: JSON.stringify(work) };
  });
}
