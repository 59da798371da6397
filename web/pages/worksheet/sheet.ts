// A worksheet of an exercise, or the key to it: two papers, of which the first holds nothing of the second.

import { element } from '../class/dom.ts';
import { names, quoted, wordsAt } from '../words/answers.ts';
import { placeOf, type Article, type Exercise } from './exercise.ts';
import { answerTo, keyMarks, type Legend } from './key.ts';
import { numberLines, type NumberedArticle } from './lines.ts';
import { minutesIn, wordsIn } from './says.ts';
import { grid, spaceFor, type Paper } from './tasks.ts';

const legendTable = (legend: Legend[]): HTMLElement => {
  const out = grid([], legend.map(({ letter, label }) => [letter, element('span', label)]));
  out.className = 'legend';
  for (const [n, row] of [...out.rows].entries()) row.querySelector('span')!.dataset['hue'] = legend[n]!.hue;
  return out;
};

/** Of the kind, where the author says nothing. Nothing is pressed on paper. */
function howTo({ kind, source, unit }: Exercise['tasks'][number], words: ReturnType<typeof wordsIn>, name: ReturnType<typeof names>): string {
  const how = kind === 'highlight' ? `${kind}${source ? '-source' : ''}${unit === 'sentences' ? '-sentences' : ''}` : kind;
  const own = `sheet.how.${how}`;
  return words.say(words.has(own) ? own : `lesson.how.${how}`, { source: source ? name(source).words : '' });
}

/** Fills `paper`, which is part of the page. */
export function fillSheet(paper: HTMLElement, exercise: Exercise, as: 'worksheet' | 'key'): void {
  const words = wordsIn(exercise.lang);
  const { say } = words;
  const name = names(exercise, say);
  const lang = exercise.lang ?? 'en';
  paper.lang = lang;
  paper.classList.toggle('key', as === 'key');
  const seat = element('p', `${say('lesson.seat')}: `, Object.assign(element('span'), { className: 'blank wide' }));
  paper.replaceChildren(element('h1', `${exercise.title ?? ''}${as === 'key' ? ` · ${say('sheet.key')}` : ''}`));
  if (as === 'worksheet') paper.append(seat, element('p', exercise.introduction ?? ''));

  const numbered: NumberedArticle[] = [];
  for (const [n, article] of exercise.articles.entries()) {
    const { marks, legend } = as === 'key' ? keyMarks(exercise, n, say) : { marks: [], legend: [] };
    const copy = paper.appendChild(element('article'));
    if (n) copy.append(element('p', say('sheet.second')));
    numbered.push(numberLines(copy, article, marks));
    if (legend.length) paper.append(element('p', say('sheet.legend')), legendTable(legend));
  }

  const places = new Map(exercise.articles.flatMap((article: Article, n) => (article.claims?.items ?? []).map((claim) => [claim.id, { claim, text: article.text ?? '', n }])));
  const sources = new Map(exercise.articles.flatMap(({ claims }) => (claims?.sources ?? []).map((one) => [one.id, one])));
  const tools: Paper = {
    say,
    name: (value) => name(value).words,
    hasPost: (id) => ['person', 'group'].includes(sources.get(id)?.form ?? 'person'),
    claim(id) {
      const found = places.get(id);
      if (!found) return id;
      const line = numbered[found.n]?.line(placeOf(found.text, found.claim.target?.selector)?.[0] ?? -1);
      return `${quoted(say, wordsAt(found.claim.target?.selector))}${line ? ` (${say('sheet.line', { n: line })})` : ''}`;
    },
  };
  for (const [n, task] of exercise.tasks.entries()) {
    const minutes = task.minutes && as === 'worksheet' ? ` · ${minutesIn(lang, task.minutes)}` : '';
    const section = paper.appendChild(element('section', '', element('h2', `${n + 1}. ${task.title || say(`lesson.kind.${task.kind}`)}${minutes}`)));
    section.append(element('p', task.instructions || howTo(task, words, name)));
    const answer = exercise.key?.answers.find((one) => one.task === task.id);
    if (as === 'worksheet') section.append(...spaceFor(task, tools));
    else section.append(...(answer ? answerTo(task, answer, tools) : [element('p', say('lesson.no-solution'))]));
  }
}
