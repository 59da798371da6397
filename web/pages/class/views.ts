// What the page shows of a class.

import { element, section, table, type Content } from './dom.ts';
import { heatMap } from './heat.ts';
import type { ExerciseFile, RollUp, TaskGrade } from './model.ts';
import { says, type Says } from './says.ts';
import { problem, problemList, say, words, type Key } from './words.ts';

const of = (n: number, all: number): string => say('of', { n, all });
const head = (...keys: string[]): string[] => keys.map((key) => say(`head.${key}` as Key));

export function views(exercise: ExerciseFile, rollUp: RollUp): HTMLElement[] {
  const spoken = says(exercise, words);
  const kinds = new Map(exercise.tasks.map(({ id, kind }) => [id, kind]));
  const out = [pupils(rollUp, spoken, exercise), questions(rollUp, spoken, kinds), mixedUp(rollUp, spoken, kinds)];
  for (const heat of rollUp.heat) {
    if (!heat.words.length) continue; // the article's text is not at hand
    const text = exercise.articles[exercise.tasks.find(({ id }) => id === heat.task)?.article ?? 0]?.text ?? '';
    const title = words.parts<Node>('marked', { task: element('span', spoken.task(heat.task)) });
    out.push(section(title, note(say('marked.how', { n: heat.pupils })), heatMap(text, heat, exercise.lang ?? 'en')));
  }
  out.push(agreement(rollUp, spoken));
  if (rollUp.written.length)
    out.push(section(say('written'), table(say('written.table'), head('seat', 'task', 'answer'), rollUp.written.map(({ seat, task, text }) => [seat, spoken.task(task), spoken.own(text)]))));
  const files = rollUp.files.map(({ name, seat, saved, state, problems }) => [name, seat, words.time(saved), say(`state.${state}`), problems.length > 1 ? problemList(problems) : problems.map(problem)]);
  out.push(section(say('files'), wide(table(say('files.table'), head('name', 'seat', 'saved', 'became', 'remark'), files))));
  return out;
}

/** With sentences in it: in a narrow window it is scrolled rather than read a word a line. */
const wide = (out: HTMLElement): HTMLElement => (out.classList.add('sentences'), out);
const note = (text: string): HTMLElement => Object.assign(element('p', text), { className: 'note' });

function pupils({ pupils: all }: RollUp, { task }: Says, { tasks }: ExerciseFile): HTMLElement {
  const done = all.filter((one) => one.done).length;
  const rows = all.map(({ seat, done: finished, help, grade: { points, most, tasks: grades } }) => [
    seat, say(finished ? 'done.yes' : 'done.not-yet'), most ? of(points, most) : '',
    ...tasks.map(({ id }) => [came(grades.find((one) => one.task === id)), ...helped(help[id])]),
  ]);
  const points = table(say('done.table'), [...head('seat', 'done', 'all'), ...tasks.map(({ id }) => task(id))], rows);
  points.classList.add('points');
  const handedIn = done === all.length ? say('done.all', { n: done }) : say('done.how', { n: done, all: all.length });
  return section(say('done'), element('p', handedIn), note(say('done.help')), points);
}

const came = (grade?: TaskGrade): string => (!grade?.answered ? say('done.open') : grade.graded ? of(grade.points, grade.most) : say('done.written'));

/** Hints that were read, and looks at the key beyond the first. */
function helped({ hints, checks } = { hints: 0, checks: 0 }): Node[] {
  const words = [hints ? say('done.hints', { n: hints }) : '', checks > 1 ? say('done.checks', { n: checks }) : ''].filter((one) => one);
  return words.map((one) => Object.assign(element('span', one), { className: 'help' }));
}

type Kinds = Map<string, string>;

function questions({ questions: all }: RollUp, { task, value, values }: Says, kinds: Kinds): HTMLElement {
  const rows = all.map((one) => {
    const kind = kinds.get(one.task);
    const frequent = one.given.slice(0, 3).map(({ given, pupils: n }) => element('li', `${words.number(n)}: `, element('span', values(given, kind))));
    return [task(one.task), value(one.item), values(one.wanted, kind), ...[one.right, one.partly, one.wrong, one.open].map((n) => words.number(n)), element('ul', '', ...frequent)];
  });
  return section(say('questions'), wide(table(say('questions.table'), head('task', 'asked', 'key', 'right', 'partly', 'wrong', 'open', 'frequent'), rows)));
}

function mixedUp({ wrong: all }: RollUp, { task, value, values }: Says, kinds: Kinds): HTMLElement {
  if (!all.length) return section(say('mixed'), element('p', say('mixed.none')));
  const rows = all.slice(0, 20).map(({ task: id, item, wanted, given, pupils: n }) => [task(id), value(item), values(wanted, kinds.get(id)), values(given, kinds.get(id)), words.number(n)]);
  return section(say('mixed'), wide(table(say('mixed.table'), head('task', 'asked', 'key', 'given', 'pupils'), rows)));
}

function agreement({ agreement: all }: RollUp, { task }: Says): HTMLElement {
  const rows = all.flatMap(({ task: id, measure, pupils: n, agreement: one, kappa }) => {
    const row = (name: string, { value, accord }: typeof one): Content[] => [
      task(id), say(`agreement.${name}` as Key), words.number(n),
      value === null ? say('agreement.none') : words.number(Math.round(value * 100) / 100 || 0, { minimumFractionDigits: 2, maximumFractionDigits: 2 }), say(`accord.${accord}` as Key),
    ];
    return kappa ? [row(measure, one), row('kappa', kappa)] : [row(measure, one)];
  });
  return section(say('agreement'), note(say('agreement.how')), wide(table(say('agreement.table'), head('task', 'measure', 'pupils', 'value', 'means'), rows)));
}
