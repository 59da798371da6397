// The class at a glance: an exercise, what was handed in, and what the module for classes makes of the two.

import { download } from '../src/files.ts';
import { openKey, type SealedKey } from '../src/sealed-key.ts';
import type { ExerciseFile, Problem, RollUp } from './class/model.ts';
import { openModule, Refused } from './class/module.ts';
import { fromFiles, fromPaste, mostFiles, named, type Taken } from './class/read.ts';
import { views } from './class/views.ts';
import { problem, problemList, say, tableWords, words } from './class/words.ts';
import { inLanguage, speak, tell } from './words/page.ts';

const find = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const [exerciseSaid, worksSaid] = [find('#exercise-said'), find('#works-said')];
const module = openModule();

let exercise: ExerciseFile | undefined;
let handedIn: Taken[] = [];
/** Of those that came last, how many were too many. */
let leftOut = 0;

async function useExercise(text: string): Promise<void> {
  const ask = await module;
  let hasText: boolean;
  let problems: Problem[];
  try {
    ({ hasText, problems } = ask<{ hasText: boolean; problems: Problem[] }>({ verb: 'open', exercise: text }));
  } catch (error) {
    // Of a file that can be read, what it lacks.
    const lacks = error instanceof Refused && error.problem.code === 'wrong-shape';
    return tell(exerciseSaid, () => say('exercise.bad', { why: lacks ? say('exercise.bad.lists') : why(error) }));
  }
  const file = JSON.parse(text) as ExerciseFile;
  exercise = file;
  find('#sealed').hidden = !file.sealedKey;
  tell(exerciseSaid, () => {
    const title = file.title ? inLanguage(file.title, file.lang ?? 'en', words.lang) : words.say('lesson.title');
    return [...words.parts('exercise.here', { title, n: file.tasks.length }), ' ', say(file.key ? 'exercise.key-inside' : file.sealedKey ? 'exercise.key-sealed' : 'exercise.no-key'), hasText ? '' : ` ${say('exercise.no-text')}`, ...faults(problems)];
  });
  await show();
}

async function useKey(text: string): Promise<void> {
  if (!exercise) return tell(exerciseSaid, () => say('exercise.first'));
  const ask = await module;
  let problems: Problem[];
  try {
    ({ problems } = ask<{ problems: Problem[] }>({ verb: 'key', key: text }));
  } catch (error) {
    const other = error instanceof Refused && error.problem.code === 'other-exercise';
    return tell(exerciseSaid, () => say('key.bad', { why: other ? say('key.other') : why(error) }));
  }
  const unsure = problems.some(({ code }) => code === 'key-unsure');
  tell(exerciseSaid, () => [say('key.open'), unsure ? ` ${say('key.unsure')}` : '', ...faults(problems.filter(({ code }) => code !== 'key-unsure'))]);
  await show();
}

async function take(more: Taken[]): Promise<void> {
  if (more.length === 0) return tell(worksSaid, () => say('works.nothing'));
  const room = mostFiles - handedIn.length;
  handedIn.push(...more.slice(0, room));
  leftOut = Math.max(0, more.length - room);
  await show();
}

async function show(): Promise<void> {
  const atHand = (): string => say('works.at-hand', { n: handedIn.length });
  if (!exercise || handedIn.length === 0) {
    find('#results').hidden = true;
    return tell(worksSaid, () => (handedIn.length ? `${atHand()}. ${say('works.need-exercise')}` : ''));
  }
  const rollUp = (await module)<RollUp>({ verb: 'roll-up', files: named(handedIn) });
  const left = rollUp.files.filter(({ state }) => state !== 'counted').length;
  const tooMany = leftOut;
  tell(worksSaid, () => [
    `${atHand()}, ${say('works.pupils', { n: rollUp.pupils.length })}.`, left ? ` ${say('works.left', { n: left })}` : '',
    tooMany ? ` ${say('works.too-many', { most: mostFiles, n: tooMany })}` : '',
  ]);
  find('#views').replaceChildren(...views(exercise, rollUp));
  find('#results').hidden = false;
}

/** What of a file is not used. */
const faults = (problems: Problem[]): (string | Node)[] => (problems.length ? [` ${say('faults', { n: problems.length })}`, problemList(problems)] : []);
/** What the module said, in the page's language. */
const why = (error: unknown): string => (error instanceof Refused ? problem(error.problem) : '');

const pastedName = (n: number): string => say('name.pasted', { n });
const files = (event: Event): File[] => [...((event.target as HTMLInputElement).files ?? [])];
const when = (selector: string, type: string, act: (event: Event) => unknown): void => find(selector).addEventListener(type, (event) => void act(event));

when('#exercise', 'change', async (event) => { const [file] = files(event); if (file) await useExercise(await file.text()); });
when('#key', 'change', async (event) => { const [file] = files(event); if (file) await useKey(await file.text()); });
when('#works', 'change', async (event) => take(await fromFiles(await module, files(event))));
when('#hand-in', 'submit', async (event) => {
  event.preventDefault();
  const area = find<HTMLTextAreaElement>('#pasted');
  await take(await fromPaste(await module, area.value, pastedName));
  area.value = '';
});
when('#unseal', 'click', async () => {
  const sealed = exercise?.sealedKey as SealedKey | undefined;
  if (!sealed) return;
  const opened = await openKey(sealed, find<HTMLInputElement>('#code').value).catch(() => undefined);
  if (opened === undefined) tell(exerciseSaid, () => say('key.wrong-code'));
  else await useKey(opened);
  // On a phone it stands below what is seen.
  exerciseSaid.scrollIntoView({ block: 'nearest' });
});
when('#forget', 'click', () => {
  handedIn = [];
  leftOut = 0;
  return show();
});
when('#sample', 'click', async () => {
  const sample = JSON.parse(find('#sample-class').textContent ?? '') as { exercise: unknown; works: unknown[] };
  handedIn = [];
  await useExercise(JSON.stringify(sample.exercise));
  await take(sample.works.map((work, n) => ({ name: () => say('name.invented', { n: n + 1 }), text: JSON.stringify(work) })));
});
/** A work's link leads here, or is put behind this page's address: what stands there is read as if it were pasted. */
async function fromAddress(): Promise<void> {
  const line = location.hash.slice(1);
  if (line.startsWith('WSW1.') && line.length < 1 << 20) await take(await fromPaste(await module, line, pastedName));
}
void fromAddress();
addEventListener('hashchange', () => void fromAddress());
/** In the folder of a lesson the page has the exercise in it. */
const own = document.querySelector('#own-exercise')?.textContent;
speak(words, own ? (JSON.parse(own) as ExerciseFile).lang : undefined, () => void show());
if (own) {
  find('#sample').hidden = true;
  void useExercise(own);
}
/** By it Excel knows UTF-8. */
const byteOrder = '\ufeff';
for (const of of ['pupils', 'answers'])
  when(`#${of}-csv`, 'click', async () => download(`${of}.csv`, `${byteOrder}${(await module)<{ csv: string }>({ verb: 'csv', of, words: tableWords() }).csv}`, 'text/csv'));
when('#xapi', 'click', async () => {
  const home = find<HTMLInputElement>('#home');
  if (home.reportValidity()) download('class.xapi.json', (await module)<{ statements: string }>({ verb: 'xapi', home: home.value }).statements, 'application/json');
});
when('#print', 'click', () => print());
addEventListener('dragover', (event) => {
  event.preventDefault();
  find('#drop').dataset['over'] = '';
});
addEventListener('dragleave', () => delete find('#drop').dataset['over']);
addEventListener('drop', (event) => {
  event.preventDefault();
  delete find('#drop').dataset['over'];
  const dropped = [...(event.dataTransfer?.files ?? [])];
  void module.then((ask) => fromFiles(ask, dropped)).then(take);
});
