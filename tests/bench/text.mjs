// A made article of a wanted size, the same at every run: words drawn from a small list by a fixed rule, so that phrases recur as in
// a language and 1,000 spans of it are still unlike each other.

const words = ('harbour council engineer report crane storm winter letter office north market bridge valley ministry paper river number ' +
  'witness village answer question morning money season train doctor teacher union border school winter contract company court ' +
  'the a of and to in was said had that for on with by from after before between under about more than').split(' ');

export function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Paragraphs of about 600 characters, `size` characters in all. */
export function article(size, seed = 7) {
  const draw = random(seed);
  const paragraphs = [];
  for (let length = 0; length < size; ) {
    let text = '';
    while (text.length < 600) {
      const sentence = Array.from({ length: 8 + draw(12) }, () => words[draw(words.length)]).join(' ');
      text += `${text ? ' ' : ''}${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
    }
    paragraphs.push(text);
    length += text.length;
  }
  return paragraphs;
}

/** `count` spans of 30 to 90 characters, [begin, end) of the paragraphs set one after another, none over a paragraph's end. */
export function spans(paragraphs, count, seed = 11) {
  const draw = random(seed);
  const starts = [];
  paragraphs.reduce((at, text) => (starts.push(at), at + text.length), 0);
  return Array.from({ length: count }, (_, n) => {
    const p = Math.floor((n * paragraphs.length) / count);
    const text = paragraphs[p];
    let begin = draw(text.length - 100);
    while (begin > 0 && text[begin - 1] !== ' ') begin--;
    let end = begin + 30 + draw(60);
    while (text[end] !== ' ' && end < text.length) end++;
    return [starts[p] + begin, starts[p] + end];
  });
}

/** A quote with about one letter in twenty changed: what approximate search has to find again. */
export function edited(quote, seed) {
  const draw = random(seed);
  return [...quote].map((letter) => (draw(20) === 0 ? 'x' : letter)).join('');
}
