// Work that would keep the page waiting, in slices with pauses between them.

/** A slice should take so long; a page that must answer at once has 8 ms to spare in a frame. */
const wanted = 5;
const first = 40_000;
const least = 4_000;
const most = 4_000_000;

/** `work(units)` does about so much and calls ask() when there is more. How long a unit takes is learnt from slice to slice. */
export class Slices {
  /** Of the longest slice so far, milliseconds. */
  longest = 0;
  /** Of all slices, milliseconds. */
  total = 0;
  private units = first;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly work: (units: number) => void) {}

  ask(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const begin = performance.now();
      this.work(this.units);
      const took = performance.now() - begin;
      this.longest = Math.max(this.longest, took);
      this.total += took;
      // One slow slice may be the machine's; growth is slow, for steps differ in their cost.
      const factor = Math.min(1.3, Math.max(0.3, wanted / Math.max(0.1, took)));
      this.units = Math.round(Math.min(most, Math.max(least, this.units * factor)));
    }, 0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

/**
 * Work in small steps, each of which says whether there is more: a slice at once, further ones with pauses between them. `done` is told
 * how many slices it took, before this returns when it was one. Returns how to stop.
 */
export function inSlices(step: () => boolean, done: (slices: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slices = 0;
  const slice = (): void => {
    slices++;
    const end = performance.now() + wanted;
    while (performance.now() < end) if (!step()) return done(slices);
    timer = setTimeout(slice, 0);
  };
  slice();
  return () => clearTimeout(timer);
}
