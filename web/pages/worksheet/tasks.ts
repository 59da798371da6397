// The tasks of a worksheet with space to answer; what is offered has letters.

import { element } from '../class/dom.ts';
import type { Say } from '../words/words.ts';
import { letters } from './says.ts';
import { kindsOfSource, type Task } from './exercise.ts';

/** What a task's paper needs of its exercise. */
export interface Paper {
  say: Say;
  name(value: string): string;
  /** Whether a source can hold a post: a person, or people. */
  hasPost(id: string): boolean;
  /** A claim's words, and its line in the article. */
  claim(id: string): string;
}

export function grid(head: string[], rows: (string | Node)[][]): HTMLTableElement {
  const cell = (tag: 'td' | 'th', content: string | Node): HTMLElement => {
    const out = element(tag);
    out.append(content);
    return out;
  };
  const body = element('tbody', '', ...rows.map((row) => element('tr', '', ...row.map((content) => cell('td', content)))));
  const names = element('thead', '', element('tr', '', ...head.map((words) => (words ? Object.assign(cell('th', words), { scope: 'col' }) : cell('td', '')))));
  return head.length ? element('table', '', names, body) : element('table', '', body);
}

const named = <T extends HTMLElement>(name: string, node: T): T => {
  node.className = name;
  return node;
};
/** Space for a word or a letter; `wide`: for some. */
const blank = (wide = false): HTMLElement => named(wide ? 'blank wide' : 'blank', element('span'));
/** Lines to write on. */
const lines = (count: number): HTMLElement => named('lines', element('div', '', ...Array.from({ length: count }, () => element('div'))));
const boxes = (labels: string[]): HTMLElement => named('boxes', element('div', '', ...labels.map((label) => named('box', element('span', label)))));
/** "A The council   B Ruth Abara" */
const offered = (labels: string[]): HTMLElement =>
  named('offered', element('ul', '', ...labels.map((label, n) => element('li', '', element('b', letters[n]!), document.createTextNode(` ${label}`)))));
const row = (label: string, ...parts: Node[]): HTMLElement => element('p', `${label} `, ...parts);
const inOrder = (count: number): Node[] => Array.from({ length: count }, (_, n) => [...(n ? [document.createTextNode(' → ')] : []), blank()]).flat();

/** What the letters of a task stand for. */
export function offers({ kind, sources = [], kinds: some = [], asks = ['kind'] }: Task): string[] {
  if (kind === 'match') return [...sources, ''];
  if (kind === 'classify') return !asks.includes('kind') ? [] : some.length ? some : kindsOfSource;
  return ['chain', 'count', 'rank'].includes(kind) ? sources : [];
}

type Draw = (task: Task & { claims: string[]; sources: string[] }, paper: Paper) => Node[];

const kinds: Record<string, Draw> = {
  match: (task, { say, name, claim }) => [
    offered(offers(task).map(name)),
    grid([say('sheet.claim'), say('sheet.letter')], task.claims.map((id) => [claim(id), blank()])),
  ],
  classify: (task, { say, name, hasPost }) => {
    const { sources, asks = ['kind'] } = task;
    return [
      ...(asks.includes('kind') ? [offered(offers(task).map(name))] : []),
      grid(
        ['', ...(asks.includes('kind') ? [say('sheet.letter')] : []), ...(asks.includes('office') ? [say('lesson.office')] : [])],
        sources.map((id) => [name(id), ...(asks.includes('kind') ? [blank()] : []), ...(asks.includes('office') ? [hasPost(id) || !asks.includes('kind') ? boxes([say('lesson.office.current'), say('lesson.office.former')]) : ''] : [])]),
      ),
    ];
  },
  spot: ({ claims }, { claim }) => claims.map((id) => boxes([claim(id)])),
  chain: ({ claims, sources }, { say, name, claim }) => [
    offered(sources.map(name)),
    ...claims.flatMap((id) => [element('p', claim(id)), row(say('lesson.chain'), ...inOrder(Math.min(4, sources.length)))]),
  ],
  highlight: (_, { say }) => [row(say('sheet.underline'), blank(true))],
  count: ({ claims, sources }, { say, name, claim }) => [
    element('ul', '', ...claims.map((id) => element('li', claim(id)))),
    offered(sources.map(name)),
    row(say('lesson.how-many'), blank()),
    row(say('lesson.which-origins'), blank(true)),
  ],
  'swap-cue': ({ claims, cue = '', otherCue = '' }, { say, claim }) => [
    ...claims.map((id) => element('p', claim(id))),
    element('p', say('lesson.swap', { cue, other: otherCue })),
    row(say('lesson.what-changes'), lines(4)),
  ],
  'check-number': ({ claims }, { say, claim }) => [
    element('ul', '', ...claims.map((id) => element('li', claim(id)))),
    row(say('lesson.working'), lines(3)),
    boxes(['holds', 'does-not-hold', 'cannot-tell'].map((one) => say(`lesson.sum.${one}`))),
  ],
  rank: ({ sources, letter = 'independent' }, { say, name }) => [
    element('p', say(`lesson.letter.${letter}`)),
    offered(sources.map(name)),
    row(say('lesson.rank'), ...sources.flatMap((_, n) => [document.createTextNode(`${n ? '   ' : ''}${n + 1}. `), blank()])),
    row(say('lesson.why'), lines(3)),
  ],
  compare: ({ sources }, { say, name }) => [
    grid([], sources.map((id) => [name(id), boxes(['both', 'first', 'second'].map((one) => say(`lesson.reported.${one}`)))])),
  ],
};

/** Nothing for a kind of task that is not known. */
export const spaceFor = (task: Task, paper: Paper): Node[] => kinds[task.kind]?.({ ...task, claims: task.claims ?? [], sources: task.sources ?? [] }, paper) ?? [];
