// What a learning system is told of a pupil's work, and keeps of it.

import type { Ask } from '../pages/class/module.ts';
import { opened } from '../pages/class/read.ts';
import type { WorkStore } from '../src/work-store.ts';
import { workLine } from '../src/work-line.ts';
import { timespan, type Runtime } from './scorm-runtime.ts';

/** CMIString4096. */
const mostSuspended = 4096;
/** CMIString255. */
const mostPlace = 255;
/** Many systems ask their server each time. */
const betweenCommits = 10_000;

interface Grade {
  points: number;
  most: number;
}

export class ScormReport implements WorkStore {
  private readonly begun = Date.now();
  private committed = -Infinity;
  private later: ReturnType<typeof setTimeout> | undefined;
  private finished = false;
  /** The newest work, while the system has not got it. */
  private latest: string | undefined;
  private opened: Ask | undefined;
  /** A look at what was done before changes nothing of it. */
  private readonly counts: boolean;

  /** `ask`: the module for classes, with the exercise open in it. */
  constructor(
    private readonly runtime: Runtime,
    private readonly ask: Promise<Ask>,
  ) {
    this.counts = !['browse', 'review'].includes(runtime.get('cmi.core.lesson_mode'));
    if (this.counts && ['', 'not attempted', 'unknown'].includes(this.status)) this.status = 'incomplete';
    this.commit();
  }

  private get status(): string {
    return this.runtime.get('cmi.core.lesson_status').toLowerCase();
  }
  private set status(status: string) {
    this.runtime.set('cmi.core.lesson_status', status);
  }

  /** The work that the system kept, as a file's text; "" when there is none. */
  async load(): Promise<string> {
    const line = this.runtime.get('cmi.suspend_data');
    if (!line) return '';
    const ask = await this.ask;
    return ask<{ work: string }>({ verb: 'work', work: await opened(ask, line) }).work;
  }

  place(): string {
    return this.runtime.get('cmi.core.lesson_location');
  }

  /** Tells place and score, and has the system keep the work. Rejects with a RangeError when there is no room for what was written in it. */
  async keep(work: string, task = ''): Promise<void> {
    if (!this.counts || this.finished) return;
    if (task.length <= mostPlace) this.runtime.set('cmi.core.lesson_location', task);
    this.latest = work;
    const ask = (this.opened ??= await this.ask);
    if (this.latest !== work || this.finished) return;
    const done = this.grade(ask, work);
    const line = await this.line(ask, work);
    if (this.latest !== work || this.finished) return;
    this.latest = undefined;
    let refused = false;
    if (line.length <= mostSuspended) {
      refused = !this.runtime.set('cmi.suspend_data', line);
    } else {
      const { answers, ...rest } = JSON.parse(work) as { answers: { text?: string }[] };
      const short = await this.line(ask, JSON.stringify({ ...rest, answers: answers.map(({ text: _, ...answer }) => answer) }));
      if (short.length <= mostSuspended) this.runtime.set('cmi.suspend_data', short);
    }
    // Score and status may be taken all the same.
    this.commit(done);
    if (refused) throw new Error('The learning system keeps nothing.');
    if (line.length > mostSuspended) throw new RangeError('The learning system has no room for it.');
  }

  /** The page may be gone at once, so there is no time to pack the newest answers: they are kept as they are if that has room. */
  flush(): void {
    if (this.latest !== undefined && this.opened && !this.finished) {
      this.grade(this.opened, this.latest);
      const { line } = this.opened<{ line: string }>({ verb: 'work', work: this.latest });
      if (line.length <= mostSuspended) this.runtime.set('cmi.suspend_data', line);
    }
    this.commit(true);
  }

  /** The page goes away. */
  finish(): void {
    if (this.finished) return;
    this.flush();
    this.finished = true;
    this.runtime.finish();
  }

  /** What was told goes to the system's server: now, or when it was not asked for a while. */
  commit(now = false): void {
    clearTimeout(this.later);
    if (this.finished) return;
    const wait = this.committed + betweenCommits - Date.now();
    if (!now && wait > 0) {
      this.later = setTimeout(() => this.commit(true), wait);
      return;
    }
    this.committed = Date.now();
    this.runtime.set('cmi.core.session_time', timespan(Date.now() - this.begun));
    // So that the work is there the next time, also to be looked at once it is done.
    this.runtime.set('cmi.core.exit', 'suspend');
    this.runtime.commit();
  }

  /** Tells what a work comes to, and whether it is done. */
  private grade(ask: Ask, work: string): boolean {
    const { points, most } = ask<Grade>({ verb: 'grade', work });
    // 0 to 100 is all that the standard allows. Without a key there is nothing to tell.
    if (most > 0) this.score((100 * points) / most);
    const { done = false } = JSON.parse(work) as { done?: boolean };
    if (done) this.complete();
    return done;
  }

  private score(percent: number): void {
    this.runtime.set('cmi.core.score.min', '0');
    this.runtime.set('cmi.core.score.max', '100');
    this.runtime.set('cmi.core.score.raw', String(Math.round(percent * 100) / 100));
  }

  /** "passed" where the package names a score for it, and this is that. What was reached once stays. */
  private complete(): void {
    if (this.status === 'passed') return;
    const wanted = parseFloat(this.runtime.get('cmi.student_data.mastery_score'));
    this.status = Number(this.runtime.get('cmi.core.score.raw')) >= wanted ? 'passed' : 'completed';
  }

  private async line(ask: Ask, work: string): Promise<string> {
    const { short, line } = ask<{ short: string; line: string }>({ verb: 'work', work });
    return typeof CompressionStream === 'function' ? workLine(short) : line;
  }
}
