// The class at a glance: an exercise, what was handed in, and what the module for classes makes of the two.

import { download } from '../src/files.ts';
import { openKey, type SealedKey } from '../src/sealed-key.ts';
import type { ExerciseFile, HandedIn, RollUp } from './class/model.ts';
import { openModule } from './class/module.ts';
import { fromFiles, fromPaste, mostFiles } from './class/read.ts';
import { views } from './class/views.ts';

const find = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const [exerciseSaid, worksSaid] = [find('#exercise-said'), find('#works-said')];
const module = openModule();

let exercise: ExerciseFile | undefined;
let handedIn: HandedIn[] = [];

async function useExercise(text: string): Promise<void> {
  const ask = await module;
  try {
    ask({ verb: 'open', exercise: text });
  } catch (error) {
    exerciseSaid.textContent = `This is no exercise file. ${(error as Error).message}`;
    return;
  }
  const file = JSON.parse(text) as ExerciseFile;
  exercise = file;
  find('#sealed').hidden = !file.sealedKey;
  exerciseSaid.textContent = `“${file.title ?? 'Exercise'}”: ${file.tasks.length} tasks. ${file.key ? 'Its key is inside.' : file.sealedKey ? 'Its key is sealed: type your code.' : 'It has no key: the class can be compared with itself, or open the key file.'}`;
  await show();
}

async function useKey(text: string): Promise<void> {
  if (!exercise) return void (exerciseSaid.textContent = 'Open the exercise first.');
  const ask = await module;
  try {
    ask({ verb: 'key', key: text });
  } catch (error) {
    exerciseSaid.textContent = `This key cannot be used. ${(error as Error).message}`;
    return;
  }
  exerciseSaid.textContent = 'The key is open.';
  await show();
}

async function take(more: HandedIn[]): Promise<void> {
  if (more.length === 0) return void (worksSaid.textContent = 'There is nothing to take.');
  const room = mostFiles - handedIn.length;
  handedIn.push(...more.slice(0, room));
  await show();
  if (more.length > room) worksSaid.textContent += ` At most ${mostFiles} are taken; ${more.length - room} were left out.`;
}

async function show(): Promise<void> {
  if (!exercise || handedIn.length === 0) {
    find('#results').hidden = true;
    worksSaid.textContent = handedIn.length ? `${handedIn.length} at hand. Open the exercise, too.` : '';
    return;
  }
  const rollUp = (await module)<RollUp>({ verb: 'roll-up', files: handedIn });
  const left = rollUp.files.filter(({ state }) => state !== 'counted').length;
  worksSaid.textContent = `${rollUp.files.length} at hand, ${rollUp.pupils.length} pupils count.${left ? ` ${left} do not: see the end of the page.` : ''}`;
  find('#views').replaceChildren(...views(exercise, rollUp));
  find('#results').hidden = false;
}

const files = (event: Event): File[] => [...((event.target as HTMLInputElement).files ?? [])];
const when = (selector: string, type: string, act: (event: Event) => unknown): void => find(selector).addEventListener(type, (event) => void act(event));

when('#exercise', 'change', async (event) => { const [file] = files(event); if (file) await useExercise(await file.text()); });
when('#key', 'change', async (event) => { const [file] = files(event); if (file) await useKey(await file.text()); });
when('#works', 'change', async (event) => take(await fromFiles(await module, files(event))));
when('#hand-in', 'submit', async (event) => {
  event.preventDefault();
  const area = find<HTMLTextAreaElement>('#pasted');
  await take(await fromPaste(await module, area.value));
  area.value = '';
});
when('#unseal', 'click', async () => {
  const sealed = exercise?.sealedKey as SealedKey | undefined;
  if (!sealed) return;
  const opened = await openKey(sealed, find<HTMLInputElement>('#code').value).catch(() => undefined);
  if (opened === undefined) exerciseSaid.textContent = 'This code does not open the key. Look at each letter and try again.';
  else await useKey(opened);
});
when('#forget', 'click', () => {
  handedIn = [];
  return show();
});
when('#sample', 'click', async () => {
  const sample = JSON.parse(find('#sample-class').textContent ?? '') as { exercise: unknown; works: unknown[] };
  handedIn = [];
  await useExercise(JSON.stringify(sample.exercise));
  await take(sample.works.map((work, n) => ({ name: `invented ${n + 1}`, text: JSON.stringify(work) })));
});
/** A work's link leads here, or is put behind this page's address: what stands there is read as if it were pasted. */
async function fromAddress(): Promise<void> {
  const line = location.hash.slice(1);
  if (line.startsWith('WSW1.') && line.length < 1 << 20) await take(await fromPaste(await module, line));
}
void fromAddress();
addEventListener('hashchange', () => void fromAddress());
/** In the folder of a lesson the page has the exercise in it. */
const own = document.querySelector('#own-exercise')?.textContent;
if (own) {
  find('#sample').hidden = true;
  void useExercise(own);
}
for (const of of ['pupils', 'answers'])
  when(`#${of}-csv`, 'click', async () => download(`${of}.csv`, (await module)<{ csv: string }>({ verb: 'csv', of }).csv, 'text/csv'));
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
