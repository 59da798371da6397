// The peer that most annotations on the web are found again with, after the idea that Hypothesis publishes: unchanged words first,
// else approximate ones with errors up to half of the quote; of several places the one with the best sum of signs. In our own words;
// the search itself is the npm package approx-string-match, which is that project's too.

import search from 'approx-string-match';

const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

function unchanged(text, words) {
  const found = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push({ start: at, end: at + words.length, errors: 0 });
  return found;
}

const places = (text, words, most) => {
  const found = unchanged(text, words);
  return found.length ? found : search(text, words, most);
};

/** 1: `words` stand in `text`; 0: nothing like them does. */
function likeness(text, words) {
  if (!words || !text) return 0;
  const [first] = places(text, words, words.length);
  return first ? 1 - first.errors / words.length : 0;
}

/** [begin, end) and a score up to 1 of the best place, or nothing. `begin` of the selector: where the quote was. */
export function matchQuote(text, { exact, prefix, suffix, begin }) {
  if (!exact) return undefined;
  let best;
  for (const { start, end, errors } of places(text, exact, Math.min(256, exact.length / 2))) {
    const signs = {
      quote: 1 - errors / exact.length,
      prefix: prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1,
      suffix: suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1,
      position: begin === undefined ? 1 : 1 - Math.abs(start - begin) / text.length,
    };
    const sum = (of) => Object.entries(weights).reduce((all, [sign, weight]) => all + weight * of(sign), 0);
    const score = sum((sign) => signs[sign]) / sum(() => 1);
    if (!best || score > best.score) best = { begin: start, end, score };
  }
  return best;
}
