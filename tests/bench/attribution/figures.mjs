// Precision, recall and intervals of both metrics.

/** Precision, recall and F1 of counts. */
export function prf(matched, found, gold) {
  return harmony(found ? matched / found : 0, gold ? matched / gold : 0);
}
export function harmony(p, r) {
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}

/** Adds the counts of `more` (an object of numbers) to `sum`. */
export function add(sum, more) {
  for (const [key, value] of Object.entries(more)) sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

/** Numbers below a bound as Python's random.Random(seed).randrange gives them (MT19937), so that intervals can be compared with those
 * of a Python program to the digit. */
export function randomBelow(seed) {
  const size = 624;
  const state = new Uint32Array(size);
  state[0] = 19650218;
  for (let i = 1; i < size; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  let i = 1;
  const mixed = (factor) => state[i] ^ Math.imul(state[i - 1] ^ (state[i - 1] >>> 30), factor);
  const turn = () => {
    if (++i >= size) (state[0] = state[size - 1]), (i = 1);
  };
  for (let k = size; k > 0; k--) (state[i] = mixed(1664525) + seed), turn();
  for (let k = size - 1; k > 0; k--) (state[i] = mixed(1566083941) - i), turn();
  state[0] = 0x80000000;

  let at = size;
  const next = () => {
    if (at === size) {
      for (let k = 0; k < size; k++) {
        const y = (state[k] & 0x80000000) | (state[(k + 1) % size] & 0x7fffffff);
        state[k] = state[(k + 397) % size] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      at = 0;
    }
    let y = state[at++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
  return (bound) => {
    const bits = 32 - Math.clz32(bound);
    let value;
    do value = next() >>> (32 - bits);
    while (value >= bound);
    return value;
  };
}

/** Intervals of 95 % by bootstrap over articles: { name: [low, high] }. `measures(counts)` gives the values of summed counts. */
export function intervals(perArticle, measures, rounds = 1000, seed = 1) {
  const draw = randomBelow(seed);
  const values = {};
  for (let round = 0; round < rounds; round++) {
    const sum = {};
    for (let i = 0; i < perArticle.length; i++) add(sum, perArticle[draw(perArticle.length)]);
    for (const [name, value] of Object.entries(measures(sum))) if (value !== null) (values[name] ??= []).push(value);
  }
  const cut = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return Object.fromEntries(
    Object.entries(values).map(([name, list]) => {
      list.sort((a, b) => a - b);
      return [name, [cut(list, 0.025), cut(list, 0.975)]];
    }));
}
