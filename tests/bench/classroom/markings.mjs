// Ways in which a text may be marked, given the key's places: a name, and places as [begin, end] in code points.

const words = (text) => [...text.matchAll(/[^\s“”"().,;:!?]+/gu)].map((match) => [match.index, match.index + match[0].length]);

/** The texts here have no character beyond the basic plane, so code points are code units. */
export function markings(text, keys) {
  const all = words(text);
  const last = all.length - 1;
  const span = ([begin, end]) => [all.findIndex((word) => word[1] > begin), all.findLastIndex((word) => word[0] < end)];
  const clamp = (n) => Math.min(Math.max(n, 0), last);
  const moved = (before, after) =>
    keys.map((key) => {
      const [first, final] = span(key);
      const begin = clamp(first + before);
      return [all[begin][0], all[Math.max(clamp(final + after), begin)][1]];
    });
  const sentences = text.split(/\n+/).flatMap((paragraph) => [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)].map(({ segment, index }) => [paragraph, index, segment]));
  let at = 0;
  const places = sentences.map(([, , segment]) => {
    const begin = text.indexOf(segment, at);
    at = begin + segment.length;
    return [begin, begin + segment.trimEnd().length];
  });
  return [
    ['nothing', []],
    ['whole text', [[0, text.length]]],
    ['each paragraph', text.split(/\n+/).map((one) => [text.indexOf(one), text.indexOf(one) + one.length])],
    ['each sentence', places],
    ['each word', all],
    ['key', keys],
    ['key, 3 words wider at each end', moved(-3, 3)],
    ['key, 3 words more at the begin', moved(-3, 0)],
    ['key, 3 words more at the end', moved(0, 3)],
    ['key, moved on by 3', moved(3, 3)],
    ['key, 3 words less at the begin', moved(3, 0)],
    ['first half of the key', keys.slice(0, Math.ceil(keys.length / 2))],
  ];
}
