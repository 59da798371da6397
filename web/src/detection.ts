// When the engine looks for claims, and how: in slices on the page's own thread. What it found goes to the core as a claims file, and so
// does how it stands.

import { Engine, type Found, type LoadDetector } from './detector.ts';
import type { ArticleMessage, Command } from './messages.ts';
import { inSlices } from './slices.ts';

/** A step of the engine's work, which is counted in tokens that pass through its network: some hundredths of a millisecond. */
const work = 4;
/** The panel is drawn anew for what is news to a person: per cent, and milliseconds between two. */
const stride = 4;
const pace = 120;
/** Claims handed over in a step. None at first, then one: they run code that the browser has yet to compile. */
const parts = [0, 1, 3];

export class Detection {
  private article: ArticleMessage | undefined;
  private turn = 0;
  /** Of the longest slice of the last look, milliseconds. */
  longestSlice = 0;
  private rest = (): void => {};
  /** Address of the article that was looked through. */
  private looked: string | undefined;
  private said = 0;
  private saidAt = 0;

  constructor(
    private readonly load: LoadDetector,
    private readonly send: (command: Command) => void,
    private readonly found: (found: Found) => void,
  ) {}

  /** Another article, or another wish: looks for claims by itself, or leaves that to a press. `given`: the page has claims of its own. */
  offer(article: ArticleMessage | undefined, wish: 'auto' | 'on' | 'off', given: boolean): void {
    this.stop();
    this.article = article?.text ? article : undefined;
    const again = this.article !== undefined && this.looked === this.article.url;
    const sparing = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false;
    if (wish === 'off') this.send({ verb: 'clear-suggestions' });
    if (wish === 'off' || !this.article) this.tell('off');
    else if (wish === 'on' || again || (!given && !sparing)) this.start();
    else this.tell('ready');
  }

  /** Looks through the article; a look before it is given up. */
  start(): void {
    this.stop();
    if (!this.article) return;
    this.looked = this.article.url;
    void this.run(this.article);
  }

  stop(): void {
    this.turn++;
    this.rest();
  }

  private async run({ text, lang }: ArticleMessage): Promise<void> {
    const turn = this.turn;
    this.said = 0;
    this.tell('running');
    try {
      const files = this.load();
      const [module, weights] = await Promise.all([
        files.module,
        files.weights.then((bytes) => ({ bytes, why: '' })).catch((error: unknown) => ({ bytes: undefined, why: reason(error) })),
      ]);
      const engine = turn === this.turn ? await Engine.start(module) : undefined;
      if (!engine || turn !== this.turn) return;
      const steps = this.steps(engine, text, lang, weights);
      this.rest = inSlices(
        () => turn === this.turn && this.goOn(steps),
        (_, longest) => (this.longestSlice = longest),
      );
    } catch (error) {
      if (turn === this.turn) this.tell('failed', 0, reason(error));
    }
  }

  /** A step; whether there are more. */
  private goOn(steps: Iterator<void>): boolean {
    try {
      return !steps.next().done;
    } catch (error) {
      // A trap: the instance is of no use any longer.
      this.stop();
      this.tell('failed', 0, reason(error));
      return false;
    }
  }

  /** The look itself, what it found part by part, then all of that is shown. */
  private *steps(engine: Engine, text: string, lang: string, weights: { bytes: Uint8Array | undefined; why: string }): Generator<void> {
    if (weights.bytes) yield engine.take(weights.bytes);
    yield engine.begin(text, lang);
    for (let share = 0; share < 1; yield) this.progress(Math.floor((share = engine.step(work)) * 100));
    const about = engine.about();
    yield;
    for (let given = 0, part = 0; given < about.claims; part++, yield) {
      const count = parts[Math.min(part, parts.length - 1)]!;
      const found = engine.result(given, count);
      given += count;
      yield;
      this.send({ verb: 'add-suggestions', text: found });
    }
    this.send({ verb: 'load-suggestions', text: '', value: about.language, flag: about.rulesOnly, id: weights.why || about.refused });
    this.found(about);
  }

  private progress(percent: number): void {
    const now = performance.now();
    if (percent < this.said + stride || now < this.saidAt + pace) return;
    this.said = percent;
    this.saidAt = now;
    this.tell('running', percent);
  }

  private tell(value: 'off' | 'ready' | 'running' | 'failed', number = 0, text = ''): void {
    this.send({ verb: 'detection', value, number, text });
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
