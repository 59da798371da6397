// An article in lines with numbers, as examination papers have it: the lines are measured once, and stay what they are on paper.

import { pieces } from '../../src/pieces.ts';
import { element } from '../class/dom.ts';
import type { Article, Range } from './exercise.ts';

/** Words with the line of a kind of source under them, and what stands behind them. */
export interface Mark {
  range: Range;
  hue: string;
  label: string;
}

export interface NumberedArticle {
  /** The number of the line that a place of the text stands in; undefined in what has no numbers. */
  line(at: number): number | undefined;
}

/** Where lines of a paragraph begin, by the top of its words. */
function lineStarts(paragraph: HTMLElement): number[] {
  const node = paragraph.firstChild as Text;
  const range = document.createRange();
  const starts: number[] = [];
  let below = -Infinity;
  for (const { index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const { top, height } = range.getBoundingClientRect();
    if (top < below) continue;
    starts.push(index);
    below = top + height / 2;
  }
  return starts.length ? starts : [0];
}

/** Fills `into`, which is part of the page and as wide as on paper. What comes up to the title has no numbers. */
export function numberLines(into: HTMLElement, { text = '', claims }: Article, marks: Mark[] = []): NumberedArticle {
  const title = claims?.article?.title ?? '';
  const numbers: [from: number, number: number][] = [];
  const blocks = [...text.matchAll(/[^\n](?:[^]*?)(?=\n\n|$(?![^]))/g)].map(({ index, 0: words }) => ({ at: index, words }));
  const heading = blocks.findIndex(({ words }) => words === title);
  let number = 0;
  for (const [n, { at, words }] of blocks.entries()) {
    const counts = n > heading;
    const block = into.appendChild(element(n === heading ? 'h2' : 'p', words));
    if (!counts) continue;
    const starts = lineStarts(block);
    block.replaceChildren();
    for (const [index, start] of starts.entries()) {
      const begin = at + (index ? start : 0);
      const end = at + (starts[index + 1] ?? words.length);
      numbers.push([begin, ++number]);
      const line = block.appendChild(element('span'));
      line.className = 'line';
      if (number % 5 === 0 || number === 1) line.dataset['number'] = String(number);
      for (const { from, to, over, ends } of pieces(begin, end, marks)) {
        const part = element('span', text.slice(from, to));
        const top = over.at(-1);
        if (top) part.dataset['hue'] = top.hue;
        line.append(part, ...ends.filter(({ label }) => label).map(({ label }) => element('sup', label)));
      }
      line.append(' ');
    }
  }
  return { line: (place) => numbers.filter(([from]) => from <= place).at(-1)?.[1] };
}
