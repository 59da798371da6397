// The talk with the core: commands go in one after the other, and what comes of each goes out before the next.

import type { Core } from './core.ts';
import type { Command, Effect, OutlineNode } from './messages.ts';
import { Turns } from './slices.ts';

export interface Listener {
  /** Before what came of a command is taken in. */
  before(): void;
  /** The outline is another; `led`: one of the effects says what is to have the focus. */
  outline(tree: OutlineNode, led: boolean): void;
  effect(effect: Effect): void;
  /** The panel is to be drawn. */
  draw(): void;
}

export class Dialogue {
  core: Core | undefined;
  private readonly waiting: Command[] = [];
  private working = false;
  /** An outline that is made and not yet shown. */
  private made: OutlineNode | undefined;
  /** What the engine found is shown in slices of its own: the outline is made in one, shown in the next. */
  private readonly shows = new Turns(() => {
    if (!this.made && (this.made = this.core?.outline())) return this.shows.ask();
    this.work();
    this.listener.draw();
  });

  constructor(private readonly listener: Listener) {}

  /** Whether the command changed something at once. */
  carry(command: Command): boolean {
    this.waiting.push(command);
    return this.work();
  }

  /** Commands and what comes of them, one after the other: removing a focused node, for one, tells of a new focus in the midst. */
  work(): boolean {
    if (this.working) return false;
    this.working = true;
    let wanted = false;
    try {
      this.takeOut();
      for (let command; this.core && (command = this.waiting.shift()); ) {
        const draws = this.core.send(command);
        if (command.verb === 'load-suggestions') {
          this.shows.ask();
        } else {
          wanted = draws || wanted;
          this.takeOut();
        }
      }
    } finally {
      this.working = false;
    }
    if (wanted) this.listener.draw();
    return wanted;
  }

  stop(): void {
    this.shows.stop();
    this.core = undefined;
  }

  private takeOut(): void {
    const tree = this.made ?? this.core?.outline();
    this.made = undefined;
    this.listener.before();
    const effects = this.core?.effects() ?? [];
    // Scrolling the page looks where words are: before the outline changes, after which the browser would have to lay that out at once.
    const those = (scroll: boolean): void => effects.forEach((effect) => (effect.kind === 'scroll-page') === scroll && this.listener.effect(effect));
    those(true);
    if (tree) this.listener.outline(tree, effects.some(({ kind }) => kind === 'focus'));
    those(false);
  }
}
