// The tasks to choose from, and what the author wishes of them.

import { kinds, type Kind, type MadeOf, type TaskWish } from './lesson.ts';
import { TaskRow } from './task-row.ts';

/** Chosen at first, where the article gives something for them: finding, telling apart, and what has no source. */
const first: readonly Kind[] = ['highlight', 'match', 'spot'];

export class TaskList {
  private readonly rows: Map<Kind, TaskRow>;
  private chosen = new Set<Kind>(first);

  constructor(parent: HTMLElement) {
    this.rows = new Map(kinds.map((kind) => [kind, new TaskRow(kind, this.chosen.has(kind))]));
    for (const [kind, { node, box }] of this.rows) {
      parent.append(node);
      box.addEventListener('change', () => {
        if (box.checked) this.chosen.add(kind);
        else this.chosen.delete(kind);
      });
    }
    this.show(() => undefined, undefined);
  }

  /** `made`: what an exercise of this kind alone would be; `names`: what ids of the article's claims file stand for. */
  show(made: (kind: Kind) => MadeOf | undefined, names: Map<string, string> | undefined): void {
    for (const [kind, row] of this.rows) row.show(made(kind), this.chosen.has(kind), names);
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
  get wish(): TaskWish {
    const byKind = <What>(of: (row: TaskRow) => What | undefined): Partial<Record<Kind, What>> => Object.fromEntries([...this.rows].map(([kind, row]) => [kind, of(row)]).filter(([, value]) => value));
    const search = this.rows.get('highlight')!.search!;
    return {
      instructions: byKind(({ typed }) => typed.instructions),
      hints: byKind(({ typed }) => typed.hints),
      feedback: byKind(({ typed }) => typed.feedback),
      minutes: byKind(({ time }) => time),
      asked: byKind(({ claims }) => claims?.asked),
      source: search.source,
      sentences: search.sentences.checked,
      letter: this.rows.get('rank')!.byLetter,
    };
  }
  /** What depends on the article's claims. */
  choose({ asked, source }: Pick<TaskWish, 'asked' | 'source'>): void {
    for (const [kind, { claims }] of this.rows) if (claims) claims.asked = asked[kind];
    this.rows.get('highlight')!.search!.choose(source);
  }
}
