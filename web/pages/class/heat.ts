// The article with how many of the class marked each word: by shade, and by a number that is there for a screen reader and shows on focus.

import { element } from './dom.ts';
import type { RollUp } from './model.ts';
import { say, words } from './words.ts';

type Heat = RollUp['heat'][number];
interface Run {
  begin: number;
  end: number;
  marked: number;
  wanted: boolean;
}

/** Words one after another with the same number and the same key make one run. */
function runs({ words }: Heat): Run[] {
  const out: Run[] = [];
  for (const [begin, end, marked, key] of words) {
    const wanted = key === 1;
    const last = out.at(-1);
    if (last && last.marked === marked && last.wanted === wanted) last.end = end;
    else out.push({ begin, end, marked, wanted });
  }
  return out;
}

/** Five shades: of whom marked anything, up to a fifth, two fifths, … */
const shade = (marked: number, pupils: number): number => (pupils ? Math.ceil((5 * marked) / pupils) : 0);

function piece(text: string, { marked, wanted }: Run, pupils: number): Node {
  if (!marked && !wanted) return document.createTextNode(text);
  const of = say('of', { n: marked, all: pupils });
  const count = Object.assign(element('span', wanted ? say('marked.wanted', { of }) : of), { className: 'count', lang: words.lang });
  const out = element('mark', text, count);
  out.className = `heat${shade(marked, pupils)}${wanted ? ' wanted' : ''}`;
  out.tabIndex = 0;
  return out;
}

/** The text's paragraphs; no run goes over the end of one. `lang`: of the text. */
export function heatMap(text: string, heat: Heat, lang: string): HTMLElement {
  const out = Object.assign(element('div'), { className: 'heat-map', lang });
  const all = runs(heat);
  let at = 0;
  let paragraph = element('p');
  const plain = (to: number): void => {
    for (const [n, words] of text.slice(at, to).split('\n\n').entries()) {
      if (n) {
        out.append(paragraph);
        paragraph = element('p');
      }
      paragraph.append(words);
    }
    at = to;
  };
  for (const run of all) {
    plain(run.begin);
    const parts = text.slice(run.begin, run.end).split('\n\n');
    for (const [n, words] of parts.entries()) {
      if (n) {
        out.append(paragraph);
        paragraph = element('p');
      }
      paragraph.append(piece(words, run, heat.pupils));
    }
    at = run.end;
  }
  plain(text.length);
  out.append(paragraph);
  return out;
}
