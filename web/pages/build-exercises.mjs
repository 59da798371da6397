// Makes the exercise and key files of assets/exercises from their sources (NAME.source.mjs) and the claims of their articles.
//   node web/pages/build-exercises.mjs [--check]   (--check only says whether they are up to date)

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { articleText, claimsFile, selectorOf, textHash, written } from './build-claims.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../assets/exercises');

/** An article as pupils get it: sources, and claims without what a key says of them. Ids of a second article begin with "d". */
async function article(name, number, asked, known) {
  const { article: about, sources, items } = await claimsFile(name);
  const claims = items
    .map(({ target }, index) => ({ id: `${'cdefgh'[number]}${index + 1}`, type: 'Annotation', motivation: 'highlighting', target }))
    .filter(({ id }) => asked.has(id));
  return { text: articleText(name), claims: { type: 'AnnotationPage', article: about, sources: sources.filter(({ id }) => !known.has(id)), items: claims } };
}

/** Names what pupils are asked, as exercise_hash in src/model/exercise.h does; a test compares the two. Each text stands in its file. */
export function exerciseHash({ id, version, articles, tasks }) {
  const claims = new Map(articles.flatMap(({ claims: { items } }) => items.map((claim) => [claim.id, claim.target.selector[0].exact])));
  let all = '';
  const add = (...parts) => (all += parts.map((part) => `${part}\x1e`).join(''));
  const list = (parts = []) => add(...parts, '\x1d');
  add(id, version, ...articles.map(({ text }) => textHash(text)));
  for (const { id: name, kind, article: about = 0, claims: asked, sources, kinds = [], asks = ['kind'], source = '', unit, letter = 'independent' } of tasks) {
    add(name, kind, about);
    list(asked);
    add(...(asked ?? []).map((claim) => claims.get(claim)));
    list(sources);
    add(...kinds, asks.includes('kind') ? 'kind' : '', asks.includes('office') ? 'office' : '', source, unit === 'sentences' ? 'sentences' : '', letter);
  }
  return textHash(all);
}

/** The files of an exercise: with its key inside, and the key for the teacher alone. */
export async function exerciseFiles(name) {
  const { exercise, key } = await import(pathToFileURL(join(folder, `${name}.source.mjs`)).href);
  const { articles: names, ...rest } = exercise;
  const asked = new Set(exercise.tasks.flatMap(({ claims = [] }) => claims));
  const articles = [];
  for (const [number, one] of names.entries())
    articles.push(await article(one, number, asked, new Set(articles.flatMap(({ claims }) => claims.sources.map(({ id }) => id)))));
  const answers = key.map(({ marks, feedback, ...answer }) => {
    if (!marks) return { ...answer, ...(feedback && { feedback }) };
    const { text } = articles[exercise.tasks.find(({ id }) => id === answer.task).article ?? 0];
    const selector = (words) => ({ selector: selectorOf(text, words) });
    const mark = ({ words, alternatives, ...more }) => ({ ...selector(words), ...(alternatives && { alternatives: alternatives.map(selector) }), ...more });
    const told = ({ words, ...more }) => ({ ...(words && selector(words)), ...more });
    return { task: answer.task, marks: marks.map(mark), ...answer, ...(feedback && { feedback: feedback.map(told) }) };
  });
  const whole = { ...rest, articles };
  return {
    exercise: { type: 'Exercise', format: 1, ...Object.fromEntries(Object.entries(rest).filter(([part]) => part !== 'tasks')), articles, tasks: rest.tasks, key: { answers } },
    key: { type: 'Key', format: 1, exercise: { id: exercise.id, version: exercise.version, hash: exerciseHash(whole) }, answers },
  };
}

export const exercises = () => readdirSync(folder).filter((file) => file.endsWith('.source.mjs')).map((file) => file.replace('.source.mjs', ''));

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of exercises())
    for (const [part, content] of Object.entries(await exerciseFiles(name))) {
      const path = join(folder, `${name}.${part}.json`);
      if (!process.argv.includes('--check')) writeFileSync(path, written(content));
      else if (readFileSync(path, 'utf8') !== written(content)) {
        console.error(`${name}.${part}.json is not what ${name}.source.mjs gives: run node web/pages/build-exercises.mjs`);
        process.exitCode = 1;
      }
    }
