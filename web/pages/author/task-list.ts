// The tasks to choose from, each with how much it asks about, the author's own words for it, and the answers.

import { element, table } from '../class/dom.ts';
import { says } from '../class/says.ts';
import { wordsAt } from '../words/answers.ts';
import { tell } from '../words/page.ts';
import { extent, kinds, type Kind, type Made } from './lesson.ts';
import { kindName, lessonWords, say, words } from './words.ts';

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
      const named = <T extends Element>(node: T, key: 'exercise.instructions' | 'exercise.hints' | 'exercise.answers'): T => {
        tell(node, () => say(key, { kind: kindName(kind) }));
        return node;
      };
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', id: `kind-${kind}`, checked: this.chosen.has(kind), disabled: true });
      const name = element('span');
      tell(name, () => `${kindName(kind)} · `);
      const count = Object.assign(element('span'), { className: 'count-of' });
      const label = Object.assign(element('label', '', name, count), { htmlFor: box.id });
      const area = (part: 'instructions' | 'hints'): [HTMLTextAreaElement, HTMLLabelElement] => {
        const field = Object.assign(element('textarea'), { id: `${part}-${kind}`, rows: 2 });
        field.addEventListener('change', changed);
        return [field, named(Object.assign(element('label'), { htmlFor: field.id }), `exercise.${part}`)];
      };
      const [instructions, asked] = area('instructions');
      const [hints, hinted] = area('hints');
      const fields = element('div', '', asked, instructions, hinted, hints);
      fields.className = 'fields';
      const answers = element('div');
      const details = element('details', '', named(element('summary'), 'exercise.answers'), answers);
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
    for (const [kind, { box, count, details, fields, instructions, hints, answers }] of this.rows) {
      const alone = made(kind);
      box.disabled = !alone;
      box.checked = alone !== undefined && this.chosen.has(kind);
      fields.hidden = details.hidden = !box.checked;
      // Pupils read it in the lesson's language; so it is typed.
      instructions.placeholder = lessonWords.say(`lesson.how.${kind}`);
      instructions.lang = hints.lang = lessonWords.lang;
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
  const { own, value, values } = says(exercise, words);
  const [{ items = [], marks = [], example = '' } = { items: [], marks: [] }] = exercise.key.answers;
  const kind = exercise.tasks[0]?.kind ?? '';
  const caption = say('exercise.answers', { kind: kindName(kind) });
  const out = element('div');
  if (marks.length) out.append(table(caption, [say('exercise.answers.mark')], marks.map(({ selector }) => [own(wordsAt(selector))])));
  if (items.length) out.append(table(caption, [say('exercise.answers.asked'), say('exercise.answers.answer')], items.map(({ item, answer }) => [value(item), values(answer, kind)])));
  if (example) out.append(element('p', own(example)));
  if (!out.childElementCount) out.append(element('p', say('exercise.answers.written')));
  return out;
}
