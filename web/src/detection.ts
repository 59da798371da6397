// When the engine looks for claims, and how: in slices on the page's own thread. What it found goes to the core as a claims file, and so
// does how it stands.

import { Engine, type Found, type LoadDetector } from './detector.ts';
import type { ArticleMessage, Command } from './messages.ts';
import { Slices } from './slices.ts';

/** Of the engine's work, which is counted in tokens that pass through its network. */
const slices = { first: 4, least: 4, most: 20_000 };
/** The panel is drawn anew for what is news to a person: per cent, and milliseconds between two. */
const stride = 4;
const pace = 120;
/** Of handing over, counted in claims: the first one runs code that the browser has yet to compile. */
const parts = { first: 1, least: 1, most: 50 };

export class Detection {
  private article: ArticleMessage | undefined;
  private turn = 0;
  private readonly slices = new Slices((units) => this.slice(units), slices);
  private readonly handing = new Slices((claims) => this.hand(claims), parts);
  private engine: Engine | undefined;
  /** What was found, once it is known. */
  private about: Found | undefined;
  /** How many of the claims the core has, and how many it gets next, as a claims file. */
  private given = 0;
  private part = parts.first;
  private text = '';
  /** Address of the article that was looked through. */
  private looked: string | undefined;
  /** Why the network has no part in it. */
  private why = '';
  private said = 0;
  private saidAt = 0;

  constructor(
    private readonly load: LoadDetector,
    private readonly send: (command: Command) => void,
    private readonly found: (found: Found) => void,
  ) {}

  get longestSlice(): number {
    return Math.max(this.slices.longest, this.handing.longest);
  }

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
    this.slices.stop();
    this.handing.stop();
    this.engine = this.about = undefined;
  }

  private async run({ text, lang }: ArticleMessage): Promise<void> {
    const turn = this.turn;
    this.said = this.given = 0;
    this.part = parts.first;
    this.tell('running');
    try {
      const files = this.load();
      const [module, weights] = await Promise.all([
        files.module,
        files.weights.then((bytes) => ({ bytes, why: '' })).catch((error: unknown) => ({ bytes: undefined, why: reason(error) })),
      ]);
      const engine = turn === this.turn ? await Engine.start(module) : undefined;
      if (!engine || turn !== this.turn) return;
      this.why = weights.why;
      if (weights.bytes) engine.take(weights.bytes);
      engine.begin(text, lang);
      this.engine = engine;
      this.slices.ask();
    } catch (error) {
      if (turn === this.turn) this.tell('failed', 0, reason(error));
    }
  }

  /** The look itself, then the file of a part of what it found: each in slices of its own. */
  private slice(units: number): void {
    const { engine, about } = this;
    if (!engine) return;
    try {
      if (!about) {
        const share = engine.step(units);
        if (share < 1) this.progress(Math.floor(share * 100));
        else {
          this.about = engine.about();
          this.why ||= this.about.refused;
        }
        return this.slices.ask();
      }
      this.text = this.given < about.claims ? engine.result(this.given, this.part) : '';
      this.handing.ask();
    } catch (error) {
      // A trap: the instance is of no use any longer.
      this.stop();
      this.tell('failed', 0, reason(error));
    }
  }

  /** Gives the core the part that is made; one that has none shows them all. `claims`: how many at a time its slices have room for. */
  private hand(claims: number): void {
    const { about, text } = this;
    if (!about) return;
    if (text) {
      this.given += this.part;
      this.part = claims;
      this.send({ verb: 'add-suggestions', text });
      return this.slices.ask();
    }
    this.engine = this.about = undefined;
    this.send({ verb: 'load-suggestions', text, value: about.language, flag: about.rulesOnly, id: this.why });
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
