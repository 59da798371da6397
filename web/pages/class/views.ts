// What the page shows of a class.

import { element, section, table } from './dom.ts';
import { heatMap } from './heat.ts';
import type { ExerciseFile, HandedInState, RollUp } from './model.ts';
import { says } from './says.ts';

const states: Record<HandedInState, string> = {
  counted: 'counts', older: 'an older one of the same seat', 'other-exercise': 'of another exercise: left out', 'other-version': 'of another version of the exercise: left out', broken: 'cannot be read: left out',
};
const number = (value: number): string => String(Math.round(value * 100) / 100);

export function views(exercise: ExerciseFile, rollUp: RollUp): HTMLElement[] {
  const say = says(exercise);
  const out = [pupils(rollUp, say.task, exercise), questions(rollUp, say), wrong(rollUp, say)];
  for (const heat of rollUp.heat) {
    const text = exercise.articles[exercise.tasks.find(({ id }) => id === heat.task)?.article ?? 0]?.text ?? '';
    const note = element('p', `${heat.pupils} of the class marked anything. The darker a word, the more of them marked it; a double line stands under the words of the key. Go to a word by Tab or point at it for its number.`);
    note.className = 'note';
    out.push(section(`What was marked: ${say.task(heat.task)}`, note, heatMap(text, heat)));
  }
  out.push(agreement(rollUp, say.task));
  if (rollUp.written.length)
    out.push(section('What pupils wrote', table('Written answers', ['Seat', 'Task', 'Answer'], rollUp.written.map(({ seat, task, text }) => [seat, say.task(task), text]))));
  out.push(section('All that was handed in', table('Files and lines', ['Name', 'Seat', 'Saved', 'What became of it', 'Remark'], rollUp.files.map(({ name, seat, saved, state, message }) => [name, seat, saved, states[state], message]))));
  return out;
}

function pupils({ pupils: all }: RollUp, task: (id: string) => string, { tasks }: ExerciseFile): HTMLElement {
  const done = all.filter((one) => one.done).length;
  const rows = all.map(({ seat, done: finished, grade: { points, most, tasks: grades } }) => [
    seat, finished ? 'yes' : 'not yet', ...tasks.map(({ id }) => { const grade = grades.find((one) => one.task === id); return !grade?.answered ? 'open' : grade.graded ? `${number(grade.points)} of ${number(grade.most)}` : 'written'; }),
    most ? `${number(points)} of ${number(most)}` : '',
  ]);
  return section('Who is done', element('p', `${done} of ${all.length} have handed in; the others saved their work before the end.`), table('Points by pupil and task', ['Seat', 'Done', ...tasks.map(({ id }) => task(id)), 'All'], rows));
}

function questions({ questions: all }: RollUp, { task, value, values }: ReturnType<typeof says>): HTMLElement {
  const rows = all.map((one) => [task(one.task), value(one.item), values(one.wanted), String(one.right), String(one.partly), String(one.wrong), String(one.open),
    one.given.slice(0, 3).map(({ given, pupils: n }) => `${n}: ${values(given)}`).join('; ')]);
  return section('Question by question', table('How many answered what', ['Task', 'Asked', 'Key', 'Right', 'Partly', 'Not right', 'Open', 'Most frequent answers'], rows));
}

function wrong({ wrong: all }: RollUp, { task, value, values }: ReturnType<typeof says>): HTMLElement {
  if (!all.length) return section('What was often mixed up', element('p', 'No two pupils gave the same answer beside the key.'));
  return section('What was often mixed up', table('Answers beside the key that two or more gave', ['Task', 'Asked', 'Key', 'Given instead', 'Pupils'], all.slice(0, 20).map((one) => [task(one.task), value(one.item), values(one.wanted), values(one.given), String(one.pupils)])));
}

function agreement({ agreement: all }: RollUp, task: (id: string) => string): HTMLElement {
  const shown = (value: number | null): string => (value === null ? 'n/a' : value.toFixed(2));
  const rows = all.flatMap(({ task: id, measure, pupils: n, agreement: one, kappa }) => {
    const first = [task(id), measure === 'u-alpha' ? 'Krippendorff’s uα, of marks' : 'Krippendorff’s α', String(n), shown(one.value), one.sentence];
    return kappa ? [first, [task(id), 'Cohen’s κ', String(n), shown(kappa.value), kappa.sentence]] : [first];
  });
  const note = element('p', '1 means that all gave the same, 0 that they agree no more than by chance. It says nothing about who is right.');
  note.className = 'note';
  return section('How far the class agrees', note, table('Agreement by task', ['Task', 'Measure', 'Pupils', 'Value', 'What that means'], rows));
}
