// The tasks of an exercise of assets/exercises with their answers, for the teacher's page: as HTML, to read and to print.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escaped, inScript } from '../exports/markup.mjs';
import { exercises } from './build-exercises.mjs';
import { inventedClass } from './invented-class.mjs';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../assets');
const read = (path) => JSON.parse(readFileSync(join(assets, path), 'utf8'));
const labels = read('words/en.json');

const kinds = {
  match: 'Match', classify: 'Classify', spot: 'Spot', chain: 'Build the chain', highlight: 'Highlight', count: 'Count',
  'swap-cue': 'Swap the word', 'check-number': 'Check the number', rank: 'Rank', compare: 'Compare',
};
const sums = { holds: 'They fit.', 'does-not-hold': 'They do not fit.', 'cannot-tell': 'The article does not say enough.' };
const reports = { both: 'in both', first: 'in the first', second: 'in the second' };
const items = { claims: 'Nobody is named for', number: 'How many', origins: 'Which', sum: 'The numbers' };
const quoted = (words) => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** What an answer or an item says, in words. */
function says({ articles }) {
  const sources = new Map(articles.flatMap(({ claims }) => claims.sources.map(({ id, name }) => [id, name])));
  const claims = new Map(articles.flatMap(({ claims: { items: all } }) => all.map(({ id, target }) => [id, quoted(target.selector[0].exact)])));
  return (value) =>
    value === '' ? 'Nobody is named' : sources.get(value) ?? claims.get(value) ?? sums[value] ?? reports[value] ?? items[value] ?? labels[`kind.${value}`] ?? labels[`office.${value}`] ?? value;
}

const row = (cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
const table = (head, rows) => `<div class="wide"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;

function answer(task, { items: graded = [], marks = [], example, feedback = [] }, say) {
  const join = task.kind === 'chain' ? ' → ' : ', ';
  const value = (values) => values.map(say).join(join);
  const out = [];
  if (graded.length)
    out.push(
      table(['Asked', 'Answer', 'Why'], graded.map(({ item, answer: values, alternatives = [], because = '' }) =>
        row([say(item), [value(values), ...alternatives.map((other) => `also right: ${value(other)}`)].join('; '), because]))),
    );
  if (marks.length)
    out.push(table(['To mark', 'Why'], marks.map(({ selector, optional, because = '' }) => row([`${quoted(selector[0].exact)}${optional ? ' (may be marked or not)' : ''}`, because]))));
  if (example) out.push(`<p><strong>A good answer:</strong> ${escaped(example)}</p>`);
  if (feedback.length) out.push(`<p class="note">Said to pupils who are not there yet: ${feedback.map(({ text }) => quoted(escaped(text))).join(' ')}</p>`);
  return out.join('\n');
}

export function answersHtml(name) {
  const exercise = read(`exercises/${name}.exercise.json`);
  const say = says(exercise);
  const answers = new Map(exercise.key.answers.map((one) => [one.task, one]));
  return exercise.tasks
    .map((task, index) => {
      const minutes = task.minutes ? ` · ${task.minutes} minutes` : '';
      return `<section class="task">\n<h3>${index + 1}. ${escaped(task.title ?? kinds[task.kind])}${minutes}</h3>\n<p>${escaped(task.instructions)}</p>\n${answer(task, answers.get(task.id), say)}\n</section>`;
    })
    .join('\n');
}

/** Our exercises by their names, as data in the page. */
export const exercisesData = () => `<script type="application/json" id="exercises">${inScript(JSON.stringify(Object.fromEntries(exercises().map((name) => [name, read(`exercises/${name}.exercise.json`)]))))}</script>`;

/** An exercise and what an invented class hands in, as data in the page. */
export function sampleClass(name) {
  const exercise = read(`exercises/${name}.exercise.json`);
  return `<script type="application/json" id="sample-class">${inScript(JSON.stringify({ exercise, works: inventedClass(exercise, 24) }))}</script>`;
}
