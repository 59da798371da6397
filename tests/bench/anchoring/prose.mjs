// Made text and claims on it, the same at every run: words by Zipf's law, in sentences and paragraphs, so that runs of letters are
// as common and as rare as in prose. `draw` is a random() of ../text.mjs.

import { edited, random } from '../text.mjs';

const letters = 'etaoinshrdlucmfwypvbgk';
const vocabulary = (() => {
  const draw = random(1);
  return Array.from({ length: 8000 }, () =>
    Array.from({ length: 2 + draw(9) }, () => letters[Math.min(draw(letters.length), draw(letters.length))]).join(''));
})();

/** At least `size` characters, paragraphs apart by an empty line. */
export function prose(draw, size) {
  let text = '';
  while (text.length < size) {
    const word = vocabulary[Math.floor(vocabulary.length ** (draw(1 << 30) / (1 << 30))) - 1];
    text += word + (draw(14) ? ' ' : draw(5) ? '. ' : '.\n\n');
  }
  return text;
}

/** How the words of [begin, end) are found again: with 32 characters of context a side. */
const selector = (text, begin, end) => ({
  exact: text.slice(begin, end), prefix: text.slice(Math.max(0, begin - 32), begin), suffix: text.slice(end, end + 32), begin,
});

/** What newsrooms do to a claim's words, told by the selector alone: the text stays as it is. */
export const kinds = {
  exact: (text, begin, end) => selector(text, begin, end),
  moved: (text, begin, end) => ({ ...selector(text, begin, end), begin: begin + 57 }),
  edited: (text, begin, end) => ({ ...selector(text, begin, end), exact: edited(text.slice(begin, end), begin + 1), begin: begin + 57 }),
  gone: (text, begin, end, draw) => ({ ...selector(prose(draw, end - begin + 80), 32, 32 + end - begin), begin }),
};

/** `count` selectors of one kind, each of a quote of `size` characters. */
export function selectors(text, kind, count, draw, size = 200) {
  return Array.from({ length: count }, () => {
    const begin = draw(text.length - size - 40);
    return kinds[kind](text, begin, begin + size, draw);
  });
}

/** Claims as an edited article has them: 90 of 100 with their words unchanged, half of those elsewhere; 8 edited; 2 gone. */
export function claims(text, count, draw) {
  return Array.from({ length: count }, (_, n) => {
    const at = n % 100;
    const kind = at < 2 ? 'gone' : at < 10 ? 'edited' : at % 2 ? 'moved' : 'exact';
    return selectors(text, kind, 1, draw, 40 + draw(200))[0];
  });
}
