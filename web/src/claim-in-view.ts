// Which claim a reader of the page has before the eyes.

import type { Highlighter } from './highlighter.ts';

/** Where the page is seen down to `bottom`: the first claim below a third of that, else the last above it; undefined when none is seen. */
export function claimInView(highlighter: Highlighter, bottom: number): string | undefined {
  const claims = [...highlighter.claims].filter(({ claim }) => claim).sort((a, b) => a.range[0] - b.range[0]);
  const boxOf = (at: number): DOMRect | undefined => claims[at] && highlighter.ranges(claims[at].claim)[0]?.getBoundingClientRect();
  let [low, high] = [0, claims.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boxOf(middle)?.bottom ?? 0) > bottom / 3) high = middle;
    else low = middle + 1;
  }
  for (const at of [low, low - 1]) {
    const box = boxOf(at);
    if (box && box.top < bottom && box.bottom > 0) return claims[at]!.claim;
  }
  return undefined;
}
