// One task to choose: how much it asks about, the author's own words for it, what its kind leaves open, and its answers.

import { element, parts, table } from '../class/dom.ts';
import { says } from '../class/says.ts';
import { wordsAt } from '../words/answers.ts';
import { tell } from '../words/page.ts';
import { ClaimChoice, tick } from './claim-choice.ts';
import { asksClaims, extent, letters, tellsWrong, type Kind, type Letter, type Made, type MadeOf } from './lesson.ts';
import { kindName, lessonWords, say, words, type Key } from './words.ts';

const named = <T extends HTMLElement>(name: string, node: T): T => {
  node.className = name;
  return node;
};
const labelOf = (field: HTMLElement, key: Key, kind: Kind): HTMLLabelElement => {
  const label = Object.assign(element('label'), { htmlFor: field.id });
  tell(label, () => say(key, { kind: kindName(kind) }));
  return label;
};
const option = (value: string, label: () => string): HTMLOptionElement => {
  const out = Object.assign(element('option'), { value });
  tell(out, label);
  return out;
};

/** Of highlight: whom to look for, and whole sentences. */
class Search {
  readonly sentences = Object.assign(element('input'), { type: 'checkbox', id: 'sentences-highlight' });
  private readonly select = Object.assign(element('select'), { id: 'source-highlight' });
  private readonly every = option('', () => say('exercise.look-for.every'));
  private listed = '';
  /** As the author chose; the article's claims may have lost it since. */
  private wanted = '';
  source = '';

  constructor() {
    this.select.append(this.every);
    this.select.addEventListener('change', () => this.choose(this.select.value));
  }
  get nodes(): HTMLElement[] {
    const whole = element('span');
    tell(whole, () => say('exercise.sentences'));
    return [labelOf(this.select, 'exercise.look-for', 'highlight'), this.select, tick(this.sentences, whole)];
  }
  choose(source: string): void {
    this.wanted = this.source = source;
  }
  show(about: string[], names: Map<string, string>): void {
    const listed = JSON.stringify([about.map((id) => [id, names.get(id)]), lessonWords.lang]);
    if (listed !== this.listed) this.select.replaceChildren(this.every, ...about.map((value) => Object.assign(element('option', names.get(value) ?? value), { value, lang: lessonWords.lang })));
    this.listed = listed;
    this.source = this.select.value = about.includes(this.wanted) ? this.wanted : '';
  }
  /** What pupils are asked, in their language: the kind's own words name neither the source nor the sentence. */
  get how(): string {
    const source = this.select.selectedOptions[0]?.textContent ?? '';
    if (this.source) return lessonWords.say(this.sentences.checked ? 'lesson.how.highlight-source-sentences' : 'lesson.how.highlight-source', { source });
    return this.sentences.checked ? lessonWords.say('lesson.how.highlight-sentences') : '';
  }
}

export class TaskRow {
  readonly node: HTMLElement;
  readonly box: HTMLInputElement;
  readonly search: Search | undefined;
  readonly claims: ClaimChoice | undefined;
  private readonly count = named('count-of', element('span'));
  private readonly inside: HTMLElement[];
  private readonly instructions: HTMLTextAreaElement;
  private readonly hints: HTMLTextAreaElement;
  private readonly feedback: HTMLTextAreaElement | undefined;
  private readonly minutes: HTMLInputElement;
  private readonly letter: HTMLSelectElement | undefined;
  private readonly answers = element('div');

  constructor(private readonly kind: Kind, checked: boolean) {
    this.box = Object.assign(element('input'), { type: 'checkbox', id: `kind-${kind}`, checked, disabled: true });
    const name = element('span');
    tell(name, () => `${kindName(kind)} · `);
    const label = Object.assign(element('label', '', name, this.count), { htmlFor: this.box.id });
    const area = (part: string): HTMLTextAreaElement => Object.assign(element('textarea'), { id: `${part}-${kind}`, rows: 2 });
    const details = (key: Key, ...inner: HTMLElement[]): HTMLElement => {
      const summary = element('summary');
      tell(summary, () => say(key, { kind: kindName(kind) }));
      return element('details', '', summary, ...inner);
    };
    this.instructions = area('instructions');
    this.hints = area('hints');
    if (tellsWrong.includes(kind)) this.feedback = area('feedback');
    this.minutes = Object.assign(element('input'), { type: 'number', id: `minutes-${kind}`, min: '1', max: '120', inputMode: 'numeric' });
    if (kind === 'highlight') this.search = new Search();
    if (kind === 'rank') this.letter = Object.assign(element('select', '', ...letters.map((letter) => option(letter, () => say(`exercise.letter.${letter}`)))), { id: 'letter-rank' });
    if (asksClaims.includes(kind)) this.claims = new ClaimChoice(kind);

    const fields = element('div', '',
      ...(this.search?.nodes ?? []),
      ...(this.letter ? [labelOf(this.letter, 'exercise.letter', kind), this.letter] : []),
      labelOf(this.instructions, 'exercise.instructions', kind), this.instructions,
      labelOf(this.hints, 'exercise.hints', kind), this.hints);
    const more = element('div', '',
      ...(this.feedback ? [labelOf(this.feedback, 'exercise.feedback', kind), this.feedback] : []),
      labelOf(this.minutes, 'exercise.minutes', kind), this.minutes,
      ...(this.claims ? [this.claims.node] : []));
    this.inside = [named('fields', fields), details('exercise.more', named('fields', more)), details('exercise.answers', this.answers)];
    this.node = named('choice kind', element('div', '', this.box, element('div', '', label, ...this.inside)));
  }

  /** `of`: what an exercise of this kind alone would be; undefined where the claims give nothing for it. `names`: undefined without an article. */
  show(of: MadeOf | undefined, isChosen: boolean, names: Map<string, string> | undefined): void {
    const { box, kind } = this;
    box.disabled = !of;
    box.checked = of !== undefined && isChosen;
    for (const part of this.inside) part.hidden = !box.checked;
    const about = of?.about[kind] ?? [];
    if (of && names) {
      this.search?.show(about, names);
      this.claims?.show(about, of.made.tasks[0]?.claims ?? [], names);
    }
    // Pupils read it in the lesson's language; so it is typed.
    this.instructions.placeholder = this.search?.how || lessonWords.say(`lesson.how.${kind}`);
    for (const area of [this.instructions, this.hints, this.feedback]) if (area) area.lang = lessonWords.lang;
    const { n, of: what } = of ? extent(of.made) : { n: 0, of: 'claims' as const };
    this.count.textContent = of ? say(`exercise.n.${what}`, { n }) : say(names && kind === 'swap-cue' ? 'exercise.nothing.swap-cue' : 'exercise.nothing');
    this.answers.replaceChildren(...(of && box.checked ? [answersOf(of.made)] : []));
  }

  get typed(): Record<'instructions' | 'hints' | 'feedback', string> {
    const words = (field: HTMLTextAreaElement | undefined): string => field?.value.trim() ?? '';
    return { instructions: words(this.instructions) || this.search?.how || '', hints: words(this.hints), feedback: words(this.feedback) };
  }
  get time(): number {
    const { valueAsNumber: n } = this.minutes;
    return n >= 1 && n <= 1000 ? Math.round(n) : 0;
  }
  get byLetter(): Letter {
    return (this.letter?.value ?? 'independent') as Letter;
  }
}

function answersOf(exercise: Made): HTMLElement {
  const { own, value, values } = says(exercise, words);
  const [{ items = [], marks = [], example = '' } = { items: [], marks: [] }] = exercise.key.answers;
  const [{ kind = '', cue, otherCue, claims = [] } = {}] = exercise.tasks;
  const caption = say('exercise.answers', { kind: kindName(kind) });
  const out = element('div');
  if (marks.length) out.append(table(caption, [say('exercise.answers.mark')], marks.map(({ selector }) => [own(wordsAt(selector))])));
  if (items.length) out.append(table(caption, [say('exercise.answers.asked'), say('exercise.answers.answer')], items.map(({ item, answer }) => [value(item), values(answer, kind)])));
  if (cue && otherCue) out.append(element('p', [...claims.flatMap((id) => parts(value(id))), ' ', ...words.parts('exercise.answers.swap', { cue: own(cue), other: own(otherCue) })]));
  if (example) out.append(element('p', own(example)));
  if (!items.length && !marks.length && !example) out.append(element('p', say('exercise.answers.written')));
  return out;
}
