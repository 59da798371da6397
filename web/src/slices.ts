// Work that would keep the page waiting, in slices with pauses between them.

/** A slice should take so long; a page that must answer at once has 8 ms to spare in a frame. */
const wanted = 5;
/** Of steps, the last of which may take as long again. */
const wantedOfSteps = 3;

/** Calls back as a task of its own, as often as it is asked to: timers come only every 4 ms. */
export class Turns {
  /** It is asked for and has not come. */
  waits = false;
  private channel: MessageChannel | undefined;

  constructor(private readonly turn: () => void) {}

  ask(): void {
    if (this.waits) return;
    this.waits = true;
    if (!this.channel) {
      this.channel = new MessageChannel();
      this.channel.port1.onmessage = () => {
        this.waits = false;
        this.turn();
        if (!this.waits) this.stop();
      };
    }
    this.channel.port2.postMessage(0);
  }

  stop(): void {
    this.waits = false;
    // An open one is never collected.
    this.channel?.port1.close();
    this.channel = undefined;
  }
}

/** Units of the first slice, and of the smallest and largest: by default of the core's `go-on`. */
interface Bounds {
  first: number;
  least: number;
  most: number;
}
const ofTheCore: Bounds = { first: 4_000, least: 1_000, most: 4_000_000 };

/** `work(units)` does about so much and calls ask() when there is more. How long a unit takes is learnt from slice to slice. */
export class Slices {
  /** Of the longest slice so far, milliseconds. */
  longest = 0;
  /** Of all slices, milliseconds. */
  total = 0;
  private units: number;
  private readonly turns = new Turns(() => this.slice());
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly work: (units: number) => void,
    private readonly bounds = ofTheCore,
  ) {
    this.units = bounds.first;
  }

  ask(): void {
    this.turns.ask();
  }

  stop(): void {
    this.turns.stop();
    this.settle();
  }

  private slice(): void {
    const begin = performance.now();
    this.work(this.units);
    const took = performance.now() - begin;
    this.longest = Math.max(this.longest, took);
    this.total += took;
    // One slow slice may be the machine's. Growth is slow near what is wanted, for steps differ in their cost; far below it the browser
    // has but compiled the code better.
    const factor = Math.min(took < wanted / 3 ? 1.7 : 1.2, Math.max(0.3, wanted / Math.max(0.1, took)));
    this.units = Math.round(Math.min(this.bounds.most, Math.max(this.bounds.least, this.units * factor)));
    this.settle();
  }

  /** Resolves when there is no more to do. */
  settled(): Promise<void> {
    return !this.turns.waits ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }
  private settle(): void {
    if (!this.turns.waits) for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/**
 * Work in small steps, each of which says whether there is more: a slice at once, further ones with pauses between them. A step may take
 * long where its code runs for the first time, so what a slice holds is decided after each. `done` is told how many slices it took and
 * how long the longest was, before this returns when it was one. Returns how to stop.
 */
export function inSlices(step: () => boolean, done: (slices: number, longest: number) => void): () => void {
  let slices = 0;
  let longest = 0;
  const slice = (): void => {
    slices++;
    const begin = performance.now();
    let took = 0;
    let more = true;
    for (; more && took < wantedOfSteps; took = performance.now() - begin) more = step();
    longest = Math.max(longest, took);
    if (more) turns.ask();
    else done(slices, longest);
  };
  const turns = new Turns(slice);
  slice();
  return () => turns.stop();
}
