// What both metrics count in: word tokens of a text, spans as sets of them, and pairings of two lists.

const word = /[\p{L}\p{N}]+(?:['’.\-][\p{L}\p{N}]+)*/gu;

/** Words that tell nothing of a cue: a cue of these alone matches by any of them. */
export const functionWords = new Set(
  ('a an the is are was were be been being am has have had having do does did done will would could should can may might must shall not ' +
    "n't to of in on at for by with as that it his her their its has also just now still and or has never ever").split(' '));

/** The word tokens of a text; offsets are UTF-16 code units, half-open. */
export class Words {
  constructor(text) {
    const all = [...text.matchAll(word)];
    this.begins = all.map((match) => match.index);
    this.ends = all.map((match) => match.index + match[0].length);
    this.words = all.map((match) => match[0].toLowerCase());
  }
  /** Indices of the tokens that a list of spans overlaps by at least one unit. */
  of(spans) {
    const out = new Set();
    for (const [begin, end] of spans ?? []) {
      let low = 0;
      for (let high = this.ends.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (this.ends[middle] > begin) high = middle;
        else low = middle + 1;
      }
      for (; low < this.begins.length && this.begins[low] < end; low++) out.add(low);
    }
    return out;
  }
}

export function shared(a, b) {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
}
export const equal = (a, b) => a.size === b.size && shared(a, b) === a.size;
/** Share of the union that two sets have in common; two empty ones are alike. */
export function overlap(a, b) {
  if (!a.size && !b.size) return 1;
  const both = shared(a, b);
  return both / (a.size + b.size - both);
}

/** One attribution as sets of words: { source, cue, content } of spans. */
export class Item {
  constructor(words, attribution) {
    this.given = attribution;
    this.source = words.of(attribution.source);
    this.cue = words.of(attribution.cue);
    this.content = words.of(attribution.content);
    this.cueUnits = new Set();
    for (const [begin, end] of attribution.cue ?? []) for (let at = begin; at < end; at++) this.cueUnits.add(at);
    const telling = [...this.cue].filter((at) => !functionWords.has(words.words[at]));
    this.cueHead = telling.length ? new Set(telling) : this.cue;
  }
}

export const sameCue = (gold, found) =>
  gold.cue.size ? shared(gold.cueHead, found.cue) > 0 : shared(gold.cueUnits, found.cueUnits) > 0 || (!gold.cueUnits.size && !found.cueUnits.size);
export const sameSource = (gold, found) => overlap(gold.source, found.source) >= 0.5;
export const sameContent = (gold, found) => overlap(gold.content, found.content) >= 0.5;
export const soft = (gold, found) => sameCue(gold, found) && sameSource(gold, found) && sameContent(gold, found);

/** Maximum pairing by augmenting paths (Kuhn): Map of row → column. `fits(i, j)` says which may pair. */
export function pair(rows, columns, fits) {
  const owner = new Map();
  const options = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => j).filter((j) => fits(i, j)));
  const grow = (i, seen) => {
    for (const j of options[i]) {
      if (seen.has(j)) continue;
      seen.add(j);
      if (!owner.has(j) || grow(owner.get(j), seen)) {
        owner.set(j, i);
        return true;
      }
    }
    return false;
  };
  for (let i = 0; i < rows; i++) grow(i, new Set());
  return new Map([...owner].map(([j, i]) => [i, j]));
}

/** One-to-one pairing of the greatest total weight (Hungarian method): [[row, column]…]. Weight 0 forbids. */
export function assign(weights) {
  const rows = weights.length;
  const columns = Math.max(0, ...weights.map((row) => row.length));
  if (!rows || !columns) return [];
  const size = Math.max(rows, columns);
  const most = Math.max(...weights.map((row) => Math.max(0, ...row))) + 1;
  const cost = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => most - (i < rows && j < columns ? weights[i][j] : 0)));
  const [rowPrice, columnPrice] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  const [owner, way] = [new Int32Array(size + 1), new Int32Array(size + 1)];
  for (let i = 1; i <= size; i++) {
    owner[0] = i;
    let at = 0;
    const least = new Float64Array(size + 1).fill(Infinity);
    const used = new Uint8Array(size + 1);
    do {
      used[at] = 1;
      const row = owner[at];
      let step = Infinity;
      let next = 0;
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue;
        const slack = cost[row - 1][j - 1] - rowPrice[row] - columnPrice[j];
        if (slack < least[j]) [least[j], way[j]] = [slack, at];
        if (least[j] < step) [step, next] = [least[j], j];
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) (rowPrice[owner[j]] += step), (columnPrice[j] -= step);
        else least[j] -= step;
      }
      at = next;
    } while (owner[at] !== 0);
    for (; at; at = way[at]) owner[at] = owner[way[at]];
  }
  const out = [];
  for (let j = 1; j <= size; j++)
    if (owner[j] - 1 < rows && j - 1 < columns && weights[owner[j] - 1][j - 1] > 0) out.push([owner[j] - 1, j - 1]);
  return out;
}
