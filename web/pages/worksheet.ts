// Worksheets: an exercise on paper, and its key on another.

import { hueLines } from '../src/paper-hues.ts';
import type { Exercise } from './worksheet/exercise.ts';
import { say, words } from './worksheet/says.ts';
import { fillSheet } from './worksheet/sheet.ts';
import { inLanguage, speak, tell } from './words/page.ts';

const find = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const ours = JSON.parse(find('#exercises').textContent ?? '{}') as Record<string, Exercise>;
const sheet = new CSSStyleSheet();
sheet.replaceSync(hueLines('.sheet', 'span[data-hue]'));
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

let exercise: Exercise | undefined;
const as = (): 'worksheet' | 'key' => (find<HTMLInputElement>('#as-key').checked ? 'key' : 'worksheet');

function show(): void {
  if (!exercise) return;
  try {
    fillSheet(find('#sheet'), exercise, as());
  } catch (error) {
    find('#sheet').replaceChildren();
    console.error(error);
    tell(find('#said'), () => say('failed'));
  }
}
function use(file: Exercise): void {
  if (!Array.isArray(file?.articles) || !Array.isArray(file.tasks)) return tell(find('#said'), () => say('none'));
  exercise = file;
  tell(find('#said'), () => {
    const title = file.title ? inLanguage(file.title, file.lang ?? 'en', words.lang) : words.say('lesson.title');
    return [...words.parts('here', { title, n: file.tasks.length }), file.key ? '' : ` ${say('no-key')}`];
  });
  show();
}
/** "#halm-piers" is the worksheet of one of ours, "#halm-piers,key" its key. */
function fromAddress(): void {
  const [name = '', part] = location.hash.slice(1).split(',');
  const [first] = Object.keys(ours);
  find<HTMLInputElement>(part === 'key' ? '#as-key' : '#as-worksheet').checked = true;
  const file = ours[name] ?? (name === 'own' && opener ? undefined : ours[first ?? '']);
  if (file) use(file);
}

find('#exercise').addEventListener('change', async ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (!file) return;
  try {
    use(JSON.parse(await file.text()) as Exercise);
  } catch {
    tell(find('#said'), () => say('not-json', { name: file.name }));
  }
});
// "#own" is the one of the author page, which opened this window.
addEventListener('message', ({ source, data }: MessageEvent<{ exercise?: string }>) => {
  if (source === opener && typeof data?.exercise === 'string') use(JSON.parse(data.exercise) as Exercise);
});
speak(words, ours['own']?.lang, () => {});
for (const choice of ['#as-worksheet', '#as-key']) find(choice).addEventListener('change', show);
find('#print').addEventListener('click', () => print());
addEventListener('hashchange', fromAddress);
// Lines are measured in the typeface that prints.
void document.fonts.ready.then(() => {
  fromAddress();
  if (location.hash === '#own') (opener as Window | null)?.postMessage('who-says-worksheet', '*');
});
