// What runs inside the page of browser.mjs and peers.mjs: the same look-ups for the engine and for its peers from npm.

import search from 'approx-string-match';
import { toRange, toTextPosition } from 'dom-anchor-text-quote';
import { Slices } from '../../../web/src/slices.ts';
import { random } from '../text.mjs';
import { engine } from './engine.mjs';
import { matchQuote } from './match_quote.mjs';
import { claims, prose, selectors } from './prose.mjs';

const create = (await import('./anchor_engine.js')).default;
const story = () => document.querySelector('#story');

/** The text as a page has it: an element a paragraph, with what is between them as it stands. */
function show(text) {
  story().replaceChildren(
    ...text.split(/(\n+)/).map((part) => {
      if (!part.trim()) return part;
      const paragraph = document.createElement('p');
      paragraph.textContent = part;
      return paragraph;
    }),
  );
}

/** Milliseconds a look-up: all of them at least once, or as many as `most` milliseconds allow. */
function each(list, most, find) {
  const begin = performance.now();
  let n = 0;
  let now = begin;
  while (n < list.length && (n === 0 || now - begin < most)) {
    find(list[n++]);
    now = performance.now();
  }
  return (now - begin) / n;
}

// It takes contexts of up to 32 code units, which is what it writes itself, and throws at longer ones.
const domSelector = ({ exact, prefix, suffix }) => ({ exact, prefix: prefix.slice(-32), suffix: suffix.slice(0, 32) });

const peers = {
  'approx-string-match': (text, { exact }) => search(text, exact, exact.length / 2),
  'match-quote': (text, selector) => matchQuote(text, selector),
  'dom-anchor-text-quote': (_, selector) => toRange(story(), domSelector(selector), { hint: selector.begin }),
};

window.bench = {
  /** Times of look-ups in texts of these sizes, milliseconds: { size, index, exact, moved, edited, gone, peers: { name: gone } }. */
  async growth({ sizes, turn, most }) {
    const own = await engine(create);
    const measure = (size, quick) => {
      const draw = random(1000 * turn + 17);
      const text = prose(draw, size);
      const lists = Object.fromEntries(['exact', 'moved', 'edited', 'gone'].map((kind) => [kind, selectors(text, kind, 200, draw)]));
      show(text);
      let begin = performance.now();
      own.load(text);
      const out = { size, index: performance.now() - begin, peers: {} };
      for (const [kind, list] of Object.entries(lists)) out[kind] = each(list, quick ?? 2000, (one) => own.find(one));
      for (const [name, find] of Object.entries(peers)) out.peers[name] = each(lists.gone, quick ?? most, (one) => find(text, one));
      return out;
    };
    // What a browser compiles better once it has run for a while has done so: three tenths of a second at most for each.
    for (let n = 0; n < 5; n++) measure(20_000, 60);
    return sizes.map((size) => measure(size));
  },

  /** Claims found in slices as the widget does it, on a page that has just begun. */
  async slices({ count, size, turn }) {
    const draw = random(77 + turn);
    const text = prose(draw, size);
    const own = await engine(create);
    const list = claims(text, count, draw);
    list.forEach((claim) => own.addClaim(claim));
    own.read(text);
    await new Promise((done) => setTimeout(done, 100));
    performance.mark('slices');
    const opened = performance.now();
    let state = own.start();
    let painted = state.shown;
    const slices = new Slices((units) => {
      state = own.goOn(units);
      painted += state.shown;
      if (state.more) slices.ask();
    });
    slices.ask();
    await slices.settled();
    const wall = performance.now() - opened;
    return { painted, wall, memory: own.memory(), ...own.counts() };
  },

  /** Milliseconds until a page that has just begun has looked for one orphaned quote, what must be prepared for it included. */
  async first({ size, turn, name }) {
    const draw = random(31 + turn);
    const text = prose(draw, size);
    const [orphan] = selectors(text, 'gone', 1, draw);
    const own = await engine(create);
    if (name.startsWith('dom')) show(text);
    const begin = performance.now();
    if (name in peers) peers[name](text, orphan);
    else {
      own.load(text);
      own.find(orphan);
    }
    return performance.now() - begin;
  },

  /** The same claims one by one with the peer that decides between places: milliseconds. */
  matchQuote({ count, size, turn }) {
    const draw = random(77 + turn);
    const text = prose(draw, size);
    const list = claims(text, count, draw);
    const begin = performance.now();
    for (const claim of list) matchQuote(text, claim);
    return performance.now() - begin;
  },

  /** Where each case's quote is now, in code units: what the engine and each peer say. */
  async answers(cases) {
    const own = (this.own ??= await engine(create));
    const range = (found) => (found ? { start: found.begin, end: found.end, score: found.score } : null);
    return cases.map(({ doc, selector }) => {
      if (this.doc !== doc) own.load(doc);
      this.doc = doc;
      show(doc);
      const { state, begin, end } = own.find(selector);
      const dom = toTextPosition(story(), domSelector(selector), { hint: selector.begin });
      return { own: { state, start: begin, end }, quote: range(matchQuote(doc, selector)), dom };
    });
  },
};
