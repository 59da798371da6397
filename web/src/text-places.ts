// Finding words in the text of an article, as selectors of other programs name them. Ranges are half-open, in UTF-16 code units.

import type { TextRange } from './messages.ts';
import { pairEdge } from './text-edges.ts';

/** What files count in: Unicode code points from the beginning of a text. */
export class CodePoints {
  /** Where a second half of a pair stands. */
  private readonly halves: number[] = [];

  constructor(private readonly text: string) {
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.halves.push(index + 1);
  }

  /** Code points before an offset. */
  before(offset: number): number {
    return offset - this.halvesBefore(offset);
  }
  /** The offset so many code points after another; undefined when the text is shorter. */
  after(offset: number, count: number): number | undefined {
    let low = offset;
    let high = Math.min(this.text.length, offset + 2 * count);
    const wanted = this.before(offset) + count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.before(middle) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.before(low) === wanted ? pairEdge(this.text, low, true) : undefined;
  }

  private halvesBefore(offset: number): number {
    let low = 0;
    let high = this.halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.halves[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}
/** Units of context that a quotation gets on each side. */
const contextLength = 32;

export function quoteOf(text: string, [begin, end]: TextRange): Quote {
  return {
    exact: text.slice(begin, end),
    prefix: text.slice(pairEdge(text, Math.max(0, begin - contextLength), true), begin),
    suffix: text.slice(end, pairEdge(text, Math.min(text.length, end + contextLength), false)),
  };
}

/** Words as a pattern: white space is worth the same, whatever it is. */
const pattern = (words: string): string => words.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+');
/** Longer patterns are not tried. */
const longest = 20_000;

/** How far two texts are the same from their ends (`back`) or beginnings on. */
function sameLength(one: string, other: string, back: boolean): number {
  const most = Math.min(one.length, other.length);
  let n = 0;
  while (n < most && (back ? one.at(-1 - n) === other.at(-1 - n) : one[n] === other[n])) n++;
  return n;
}

/** The quoted words between `begin` and `end` of the text; of several places the one whose surroundings fit best, or the first. */
export function findQuote(text: string, [begin, end]: TextRange, { exact, prefix, suffix }: Quote): TextRange | undefined {
  if (exact.trim() === '' || exact.length > longest) return undefined;
  const words = new RegExp(pattern(exact), 'gu');
  let best: TextRange | undefined;
  let most = -1;
  for (const { index, 0: found } of text.slice(begin, end).matchAll(words)) {
    const range: TextRange = [begin + index, begin + index + found.length];
    const fit =
      sameLength(text.slice(Math.max(0, range[0] - prefix.length), range[0]), prefix, true) +
      sameLength(text.slice(range[1], range[1] + suffix.length), suffix, false);
    if (fit > most) [best, most] = [range, fit];
    if (fit === prefix.length + suffix.length) break;
  }
  return best;
}

const letter = '[\\p{L}\\p{M}\\p{N}_]';

/** The words of a text directive, "text=[prefix-,]start[,end][,-suffix]"; capitals do not count, and whole words are looked for first. */
export function findDirective(text: string, within: TextRange, directive: string): TextRange | undefined {
  const parts = directive.replace(/^text=/, '').split(',');
  const prefix = parts[0]?.endsWith('-') ? decoded(parts.shift()!.slice(0, -1)) : '';
  const suffix = parts[parts.length - 1]?.startsWith('-') ? decoded(parts.pop()!.slice(1)) : '';
  const [start, end] = parts.map(decoded);
  if (!start?.trim() || parts.length > 2 || directive.length > longest) return undefined;
  for (const [open, close] of [[`(?<!${letter})`, `(?!${letter})`], ['', '']]) {
    const before = prefix.trim() && `(?<=${open}${pattern(prefix)}\\s*)`;
    const after = suffix.trim() && `(?=\\s*${pattern(suffix)}${close})`;
    const first = new RegExp(before + open + pattern(start) + close + (end?.trim() ? '' : after), 'giu');
    const found = match(first, text, within[0], within[1]);
    if (!found || !end?.trim()) {
      if (found) return found;
      continue;
    }
    const last = match(new RegExp(open + pattern(end) + close + after, 'giu'), text, found[1], within[1]);
    if (last) return [found[0], last[1]];
  }
  return undefined;
}

function match(words: RegExp, text: string, from: number, most: number): TextRange | undefined {
  words.lastIndex = from;
  const found = words.exec(text);
  const end = found ? found.index + found[0].length : 0;
  return found && end <= most ? [found.index, end] : undefined;
}

/** Percent signs resolved; as it is, where they are none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
