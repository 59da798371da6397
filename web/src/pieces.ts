// A stretch of text cut where marks begin and end.

export interface Piece<Mark> {
  from: number;
  to: number;
  /** All that are over it, in their order: the last is the one that begins last. */
  over: Mark[];
  /** Those that end with it. */
  ends: Mark[];
}

/** [begin, end) cut at the ends of the marks, and at `more`. */
export function pieces<Mark extends { range: readonly [number, number] }>(begin: number, end: number, marks: readonly Mark[], more: readonly number[] = []): Piece<Mark>[] {
  const inside = marks.filter(({ range }) => range[0] < end && range[1] > begin);
  const cuts = [...new Set([begin, end, ...more, ...inside.flatMap(({ range }) => range)])].filter((at) => at >= begin && at <= end).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    return { from, to, over: inside.filter(({ range }) => range[0] <= from && range[1] >= to), ends: inside.filter(({ range }) => range[1] === to) };
  });
}
