// The tasks to choose from, each with how much it asks about, the author's own words for it, and the answers.

import { element, table } from '../class/dom.ts';
import { says } from '../class/says.ts';
import { extent, kinds, type Kind, type Made } from './lesson.ts';
import { say, taskWords } from './words.ts';

interface Row {
  box: HTMLInputElement;
  count: HTMLElement;
  details: HTMLDetailsElement;
  /** The author's own words, and hints. */
  fields: HTMLElement;
  instructions: HTMLTextAreaElement;
  hints: HTMLTextAreaElement;
  answers: HTMLElement;
}
/** Chosen at first, where the article gives something for them: finding, telling apart, and what has no source. */
const first: readonly Kind[] = ['highlight', 'match', 'spot'];

export class TaskList {
  private readonly rows = new Map<Kind, Row>();
  private chosen = new Set<Kind>(first);

  /** `changed`: something was chosen or written. */
  constructor(parent: HTMLElement, changed: () => void) {
    for (const kind of kinds) {
      const { title, how } = taskWords(kind);
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', id: `kind-${kind}`, checked: this.chosen.has(kind), disabled: true });
      const count = element('span', say('exercise.nothing'));
      count.className = 'count-of';
      const label = Object.assign(element('label', `${title} · `, count), { htmlFor: box.id });
      const area = (id: string, words: string, placeholder: string): [HTMLTextAreaElement, HTMLLabelElement] => {
        const field = Object.assign(element('textarea'), { id: `${id}-${kind}`, rows: 2, placeholder });
        field.addEventListener('change', changed);
        return [field, Object.assign(element('label', words), { htmlFor: field.id })];
      };
      const [instructions, asked] = area('instructions', say('exercise.instructions', { kind: title }), how);
      const [hints, hinted] = area('hints', say('exercise.hints', { kind: title }), '');
      const fields = element('div', '', asked, instructions, hinted, hints);
      fields.className = 'fields';
      const answers = element('div');
      const details = element('details', '', element('summary', say('exercise.answers', { kind: title })), answers);
      const body = element('div', '', label, fields, details);
      const row = element('div', '', box, body);
      row.className = 'choice kind';
      parent.append(row);
      this.rows.set(kind, { box, count, details, fields, instructions, hints, answers });
      box.addEventListener('change', () => {
        if (box.checked) this.chosen.add(kind);
        else this.chosen.delete(kind);
        changed();
      });
    }
    this.show(() => undefined);
  }

  /** `made`: what an exercise of this kind alone would be; undefined where the claims give nothing for it. */
  show(made: (kind: Kind) => Made | undefined): void {
    for (const [kind, { box, count, details, fields, answers }] of this.rows) {
      const alone = made(kind);
      box.disabled = !alone;
      box.checked = alone !== undefined && this.chosen.has(kind);
      fields.hidden = details.hidden = !box.checked;
      const { n, of } = alone ? extent(alone) : { n: 0, of: 'claims' as const };
      count.textContent = alone ? say(`exercise.n.${of}`, { n }) : say('exercise.nothing');
      answers.replaceChildren(...(alone && box.checked ? [answersOf(alone)] : []));
    }
  }

  get wanted(): Kind[] {
    return [...this.rows].filter(([, { box }]) => box.checked).map(([kind]) => kind);
  }
  /** Chosen, also where the claims give nothing for it now. */
  get chosenKinds(): Kind[] {
    return [...this.chosen];
  }
  set chosenKinds(all: Kind[]) {
    this.chosen = new Set(all);
  }
  get instructions(): Partial<Record<Kind, string>> {
    return this.typed('instructions');
  }
  get hints(): Partial<Record<Kind, string>> {
    return this.typed('hints');
  }
  private typed(field: 'instructions' | 'hints'): Partial<Record<Kind, string>> {
    return Object.fromEntries([...this.rows].map(([kind, row]) => [kind, row[field].value.trim()]).filter(([, words]) => words));
  }
}

function answersOf(exercise: Made): HTMLElement {
  const { value, values } = says(exercise);
  const [{ items = [], marks = [], example = '' } = { items: [], marks: [] }] = exercise.key.answers;
  const { title } = taskWords(exercise.tasks[0]?.kind ?? '');
  const caption = say('exercise.answers', { kind: title });
  const out = element('div');
  if (marks.length) out.append(table(caption, [say('exercise.answers.mark')], marks.map(({ selector }) => [selector[0]?.exact ?? ''])));
  if (items.length) out.append(table(caption, [say('exercise.answers.asked'), say('exercise.answers.answer')], items.map(({ item, answer }) => [value(item), values(answer)])));
  if (example) out.append(element('p', example));
  if (!out.childElementCount) out.append(element('p', say('exercise.answers.written')));
  return out;
}
