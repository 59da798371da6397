// Which claims a task asks about: as the module chooses, or as the author does.

import { element } from '../class/dom.ts';
import { inLanguage, tell } from '../words/page.ts';
import { asksOneClaim, type Kind } from './lesson.ts';
import { lessonWords, say, words } from './words.ts';

/** A box or a dot with its words beside it. */
export function tick(input: HTMLInputElement, label: HTMLElement): HTMLLabelElement {
  const out = element('label', '', input, label);
  out.className = 'tick';
  return out;
}

export class ClaimChoice {
  readonly node: HTMLFieldSetElement;
  private readonly auto = Object.assign(element('input'), { type: 'checkbox', checked: true });
  private readonly list = element('div');
  private inputs: HTMLInputElement[] = [];
  private listed = '';
  private own: string[] | undefined;

  constructor(private readonly kind: Kind) {
    const [legend, automatic, note] = [element('legend'), element('span'), element('p')];
    tell(legend, () => say('exercise.claims'));
    tell(automatic, () => say('exercise.claims.auto'));
    tell(note, () => say('exercise.claims.how'));
    note.className = 'note';
    this.node = element('fieldset', '', legend, tick(this.auto, automatic), this.list, note);
    this.node.className = 'claims';
    const take = (): void => {
      this.own = this.auto.checked ? undefined : this.inputs.filter(({ checked }) => checked).map(({ value }) => value);
      this.enable();
    };
    // What listens on the page makes the lesson anew.
    this.node.addEventListener('change', take);
  }

  /** The author's; undefined = the module chooses. */
  get asked(): string[] | undefined {
    return this.own;
  }
  set asked(ids: string[] | undefined) {
    this.own = ids;
    this.auto.checked = ids === undefined;
    this.enable();
  }

  /** `about`: claims that could be asked about; `asked`: those that the task does ask about. */
  show(about: string[], asked: string[], names: Map<string, string>): void {
    const listed = JSON.stringify([about.map((id) => [id, names.get(id)]), lessonWords.lang, words.lang]);
    if (listed !== this.listed) {
      this.inputs = about.map((value) => Object.assign(element('input'), { type: asksOneClaim.includes(this.kind) ? 'radio' : 'checkbox', name: `claim-${this.kind}`, value }));
      this.list.replaceChildren(...this.inputs.map((input) => tick(input, element('span', inLanguage(names.get(input.value) ?? input.value, lessonWords.lang, words.lang)))));
      this.listed = listed;
    }
    for (const input of this.inputs) input.checked = asked.includes(input.value);
    this.enable();
  }
  private enable(): void {
    for (const input of this.inputs) input.disabled = this.auto.checked;
  }
}
