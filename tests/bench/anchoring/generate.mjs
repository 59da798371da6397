// Makes anchoring cases from articles in plain text (one a .txt file): a selector, the article after an edit, and where the quote
// stands then. The edits are those that newsrooms make: each kind below says which.
//
//   node tests/bench/anchoring/generate.mjs --seed N [--per-article 2] FOLDER > cases.jsonl
//
// Offsets are code points. Gold null: the quote is gone.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const args = process.argv.slice(2);
const option = (name) => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
let state = Number(option('--seed') ?? 1) >>> 0;
const rounds = Number(option('--per-article') ?? 2);
if (args.length !== 1) {
  console.error('usage: generate.mjs --seed N [--per-article 2] FOLDER');
  process.exit(2);
}

// mulberry32: small, and the same numbers everywhere.
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

const texts = readdirSync(args[0]).filter((name) => name.endsWith('.txt')).sort()
  .map((name) => readFileSync(join(args[0], name), 'utf8').replaceAll('\r', ''));
const vocabulary = [...new Set(texts.join('\n').match(/\p{L}{2,10}/gu))];

// Everything below works on strings of the basic plane; offsets are turned into code points when a case is written.
const points = (text, at) => [...text.slice(0, at)].length;
const spans = (text, pattern) => [...text.matchAll(pattern)].map((m) => [m.index, m.index + m[0].length]);
const paragraphs = (text) => spans(text, /[^\n]+/g).filter(([a, b]) => b - a > 60);

/** Changes about `share` of the words: another word, none, or one more. */
function reword(text, share) {
  return text.replace(/\p{L}+/gu, (word) => {
    if (random() >= share) return word;
    const way = random();
    if (way < 0.6) return pick(vocabulary);
    return way < 0.8 ? `${word} ${pick(vocabulary)}` : word.slice(0, 1);
  });
}
function typos(text, count) {
  for (let i = 0; i < count; ++i) {
    const at = below(text.length);
    const letter = String.fromCharCode(97 + below(26));
    text = text.slice(0, at) + pick([letter, '', letter + (text[at] ?? '')]) + text.slice(at + 1);
  }
  return text;
}

/** A selector as some tool would have written it: with both contexts, or one, or none; with a position or without. */
function selector(text, begin, end, full = false) {
  const way = full ? 0 : random();
  const size = full ? 32 : pick([8, 16, 32, 32, 64]);
  const prefix = way < 0.8 || way > 0.95 ? text.slice(Math.max(0, begin - size), begin) : '';
  const suffix = way < 0.9 ? text.slice(end, end + size) : '';
  const bare = way > 0.9 && way < 0.95;
  const out = { exact: text.slice(begin, end), prefix: bare ? '' : prefix, suffix: bare ? '' : suffix };
  if (full || random() < 0.75) Object.assign(out, { start: points(text, begin), end: points(text, end) });
  return out;
}

function put(kind, select, doc, begin, end) {
  const gold = begin === undefined ? null : [points(doc, begin), points(doc, end)];
  console.log(JSON.stringify({ kind, selector: select, doc, gold }));
}

/** A quote of a paragraph: a sentence, a clause of some words, or a short phrase. */
function quote(text, [from, to]) {
  const words = spans(text.slice(from, to), /[^\s]+/g);
  if (words.length < 12) return null;
  const count = pick([2, 3, 5, 8, 12, 16, 24, 32, 48]);
  const first = below(Math.max(1, words.length - count));
  const last = Math.min(words.length - 1, first + count - 1);
  return [from + words[first][0], from + words[last][1]];
}

for (let i = 0; i < texts.length; ++i) {
  const text = texts[i];
  const all = paragraphs(text);
  if (all.length < 3) continue;
  for (let round = 0; round < rounds; ++round) {
    const home = pick(all);
    const found = quote(text, home);
    if (!found) continue;
    const [begin, end] = found;
    const words = text.slice(begin, end);
    if (words.length < 8) continue;
    const unique = text.indexOf(words) === text.lastIndexOf(words);
    const select = selector(text, begin, end);
    const full = selector(text, begin, end, true);
    const other = texts[(i + 1 + below(texts.length - 1)) % texts.length];
    // Another place: not right behind the paragraph before, where its own place is once it is taken out.
    const away = pick(all.filter((span) => span !== home && (span[0] > home[0] || /\S/.test(text.slice(span[1], home[0])))));
    const without = text.slice(0, home[0]) + text.slice(home[1]);
    const spot = away[0] > home[0] ? away[1] - (home[1] - home[0]) : away[1];
    const insert = (middle, at) => without.slice(0, at) + middle + without.slice(at);
    const replaced = (middle) => text.slice(0, begin) + middle + text.slice(end);
    const hint = select.prefix || select.suffix || select.start !== undefined;

    if (unique || hint) {
      // The article unchanged, or with more before it.
      if (unique || select.start !== undefined) put('same', select, text, begin, end);
      const news = `${pick(paragraphs(other).map(([a, b]) => other.slice(a, b)).concat(['Update.']))}\n\n`;
      if (unique || (full.prefix + full.suffix).length > 40) {
        put('text-before', unique ? select : full, news + text, begin + news.length, end + news.length);
      }
    }
    if (words.length >= 24) {
      for (const share of [0.1, 0.25, 0.4]) {
        const changed = reword(words, share);
        if (changed === words) continue;
        // Rewritten in place; a selector without context says too little of a heavy change to judge it by.
        put(`reworded-${100 * share}`, share < 0.2 ? select : full, replaced(changed), begin, begin + changed.length);
      }
      // Some letters of the quote changed.
      const typed = typos(words, 1 + below(3));
      put('typos', select, replaced(typed), begin, begin + typed.length);
      // A few letters changed and something before it.
      const news = 'This article was updated on Tuesday to add a statement.\n\n';
      put('typos-and-text-before', full, news + replaced(typed), begin + news.length, begin + news.length + typed.length);
    }
    if (words.length >= 60) {
      // A sentence split in two, or two merged into one.
      const joints = spans(words, /, |; | and | that /g);
      if (joints.length) {
        const [a, b] = pick(joints);
        const changed = `${words.slice(0, a)}. ${words[b].toUpperCase()}${words.slice(b + 1)}`;
        put('split', select, replaced(changed), begin, begin + changed.length);
      }
      // Shortened inside: up to 30 % of it taken out.
      const cuts = spans(words, /\s/g);
      const [cut] = cuts[Math.floor(cuts.length / 4)] ?? [0];
      const rest = cuts.find(([at]) => at > cut + words.length * (0.1 + 0.2 * random()));
      if (rest) {
        const changed = words.slice(0, cut) + words.slice(rest[0]);
        put('shortened', full, replaced(changed), begin, begin + changed.length);
      }
    }
    if (words.length >= 24) {
      // Moved whole, and moved with a word changed inside.
      const inside = [begin - home[0], end - home[0]];
      const paragraph = text.slice(home[0], home[1]);
      if (unique) put('moved', select, insert(`\n\n${paragraph}`, spot), spot + 2 + inside[0], spot + 2 + inside[1]);
      const changed = reword(words, 0.08);
      const moved = paragraph.slice(0, inside[0]) + changed + paragraph.slice(inside[1]);
      // A paragraph that is the quote moves without context: what is left is what a look-alike has too, and no engine can tell.
      const kind = paragraph.length - words.length < 16 ? 'whole-moved-and-reworded' : 'moved-and-reworded';
      if (changed !== words) {
        put(kind, full, insert(`\n\n${moved}`, spot), spot + 2 + inside[0], spot + 2 + inside[0] + changed.length);
      }
    }
    if (words.length >= 40 && unique) {
      // The same words where everything around them is new.
      const lo = Math.max(0, begin - 120), hi = Math.min(text.length, end + 120);
      const pre = reword(text.slice(lo, begin), 0.7), post = reword(text.slice(end, hi), 0.7);
      put('new-context', select, text.slice(0, lo) + pre + words + post + text.slice(hi), lo + pre.length, lo + pre.length + words.length);
    }
    // Gone: its paragraph, with and without a look-alike elsewhere; the whole article; one phrase among its like.
    if (!without.includes(words)) {
      put('paragraph-deleted', select, without);
      const alike = reword(words, 0.12 + 0.2 * random());
      if (words.length >= 40 && alike !== words) put('deleted-with-look-alike', full, insert(`\n\n${alike}`, spot));
    } else if (words.length < 40) {
      put('phrase-deleted', full, without);
    }
    // Only the quote's own sentence taken out: its context stays.
    if (!without.includes(words) && words.length >= 16) {
      put('only-quote-deleted', full, text.slice(0, begin) + text.slice(end).trimStart());
    }
    if (!other.includes(words)) put('article-replaced', select, other);
  }
  // Short phrases that occur more than once, moved along by new text, or with their own paragraph deleted.
  const counts = new Map();
  for (const [a, b] of spans(text, /\p{L}{3,} \p{L}{3,}|\p{Lu}\p{L}{4,}/gu)) {
    const key = text.slice(a, b);
    counts.set(key, [...(counts.get(key) ?? []), a]);
  }
  const common = [...counts].filter(([, places]) => places.length > 1);
  for (let round = 0; common.length && round < rounds; ++round) {
    const [phrase, places] = pick(common);
    const begin = pick(places);
    const home = all.find(([a, b]) => a <= begin && begin + phrase.length <= b);
    if (!home) continue;
    const full = selector(text, begin, begin + phrase.length, true);
    const news = 'Update: the ministry has answered our questions since this was first published.\n\n';
    put('phrase-shifted', full, news + text, begin + news.length, begin + news.length + phrase.length);
    const without = text.slice(0, home[0]) + text.slice(home[1]);
    if (without.includes(phrase)) put('phrase-deleted', full, without);
  }
}
