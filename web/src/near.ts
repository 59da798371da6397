// Which marks of a long article stand near what is seen. Browsers look through all ranges that are highlighted before each frame of the
// page, whatever has changed: thousands cost 30 ms a frame.

/** Words to be highlighted, and the highlight's name. */
export type Mark = [name: string, range: AbstractRange];

export class Near {
  private readonly marks = new Map<Element, Set<Mark>>();
  private readonly seen = new Set<Element>();
  private readonly observer: IntersectionObserver;

  /** `changed` is told marks that have come near, or have gone. */
  constructor(changed: (mark: Mark, near: boolean) => void, done: () => void) {
    this.observer = new IntersectionObserver(
      (entries) => {
        // Of each element the last: a quick scroll has several.
        for (const [element, isNear] of new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]))) {
          if (isNear) this.seen.add(element);
          else this.seen.delete(element);
          for (const mark of this.marks.get(element) ?? []) changed(mark, this.has(mark));
        }
        done();
      },
      // A screen above and below. Where browsers know `delay`, they look not before each frame but so many milliseconds after the last time.
      { rootMargin: '100% 0px', delay: 100 } as IntersectionObserverInit,
    );
  }

  /** Whether it is near already; else `changed` tells when. */
  add(mark: Mark): boolean {
    for (const element of endsOf(mark)) {
      let there = this.marks.get(element);
      if (!there) {
        this.marks.set(element, (there = new Set()));
        this.observer.observe(element);
      }
      there.add(mark);
    }
    return this.has(mark);
  }
  remove(mark: Mark): void {
    for (const element of endsOf(mark)) {
      const there = this.marks.get(element);
      if (!there?.delete(mark) || there.size > 0) continue;
      this.marks.delete(element);
      this.seen.delete(element);
      this.observer.unobserve(element);
    }
  }
  dispose(): void {
    this.observer.disconnect();
  }

  private has(mark: Mark): boolean {
    return endsOf(mark).some((element) => this.seen.has(element));
  }
}

const ends = new WeakMap<Mark, Element[]>();

/** What holds the first and the last words of a mark; as it was at first, wherever they go. */
function endsOf(mark: Mark): Element[] {
  let elements = ends.get(mark);
  if (!elements) {
    const { startContainer, endContainer } = mark[1];
    elements = [...new Set([startContainer, endContainer].map(({ parentElement }) => parentElement ?? document.documentElement))];
    ends.set(mark, elements);
  }
  return elements;
}
