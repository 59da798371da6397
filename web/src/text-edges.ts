// Where a text may be cut: never inside a surrogate pair, and a selection not inside what a reader sees as one character.

/** Inside a surrogate pair, its beginning or (`forward`) its end; else `at` itself. */
export function pairEdge(text: string, at: number, forward: boolean): number {
  const inside = at > 0 && at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return inside ? at + (forward ? 1 : -1) : at;
}

let segmenter: Intl.Segmenter | undefined;
/** No character that a reader sees is longer, in units. */
const around = 200;

/** Inside a grapheme cluster, its beginning or (`forward`) its end; else `at` itself. Old browsers know of pairs only. */
export function clusterEdge(text: string, at: number, forward: boolean): number {
  if (at <= 0 || at >= text.length) return at;
  // Below the combining marks every unit but the one after a carriage return begins a cluster.
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (after < 0x300 && before < 0x300 && before !== 13) return at;
  if (typeof Intl.Segmenter !== 'function') return pairEdge(text, at, forward);
  const begin = pairEdge(text, Math.max(0, at - around), true);
  // Not containing(): WebKit's takes one cluster too many before a character of two units.
  for (const { index, segment } of (segmenter ??= new Intl.Segmenter()).segment(text.slice(begin, at + around))) {
    const end = begin + index + segment.length;
    if (end > at) return begin + index === at ? at : forward ? end : begin + index;
  }
  return at;
}
