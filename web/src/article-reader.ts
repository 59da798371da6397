// The widget's article: found on the page or given as plain text, read in slices, and watched for changes.

import type { ArticleMessage } from './messages.ts';
import { PageReading } from './page-reading.ts';
import { articleMessage, findArticle, isInside, pageAddress, PageText, type Wanted } from './page-text.ts';
import { plainArticle, type PlainText } from './plain-text.ts';
import { inSlices } from './slices.ts';

/** Changes come in bursts: milliseconds from the last to a look at the page, and from the first at most. */
const pause = 250;
const patience = 1000;
/** A page that changes its article all the time is read in one go after so many vain attempts. */
const attempts = 3;
/** Units of text a step. */
const step = 1000;

type Done = (article: ArticleMessage | undefined) => void;

export class ArticleReader {
  /** The article on the page, as it was read last; undefined while there is none. */
  page: PageText | undefined;
  /** The article's address: what a reader makes is kept under it. */
  address = pageAddress();
  /** How many slices the last reading took. */
  slices = 0;

  private wanted: Wanted = null;
  private plain = false;
  /** The element that is read, or was; the address of the page at that time. */
  private root: Element | null = null;
  private pageAddress = '';
  private stopReading: (() => void) | undefined;
  private brokenOff = 0;
  private settling: (() => void)[] = [];

  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstChange = 0;
  private dirty = false;
  private readonly observer: MutationObserver;
  private readonly stopWatching: () => void;
  private disposed = false;

  /** `changed` is called after the page has changed something in, or instead of, the article; not for what changes inside `host`. */
  constructor(
    private readonly host: Element,
    private readonly changed: () => void,
  ) {
    this.observer = new MutationObserver((records) => this.mutated(records));
    this.watch(document.documentElement);
    const moved = (): void => this.later();
    const navigation = (window as { navigation?: EventTarget }).navigation;
    addEventListener('popstate', moved);
    navigation?.addEventListener('currententrychange', moved);
    this.stopWatching = () => {
      this.observer.disconnect();
      removeEventListener('popstate', moved);
      navigation?.removeEventListener('currententrychange', moved);
    };
  }

  /**
   * Reads what there is now. `done` is told, or undefined when the words are those of before (their places are new all the same): before
   * this returns for what one slice can hold, otherwise later. A reading that the page or another call of this breaks off tells nothing.
   */
  read(wanted: Wanted, plain: PlainText | undefined, done: Done): void {
    this.stopReading?.();
    this.wanted = wanted;
    this.plain = plain !== undefined;
    this.dirty = false;
    this.pageAddress = pageAddress();
    this.root = plain ? null : findArticle(wanted);
    const { root } = this;
    if (!root) {
      this.page = undefined;
      if (!plain) this.address = this.pageAddress;
      return this.settle(plain ? plainArticle(plain, this.address) : { url: this.address, title: document.title, lang: '', text: '', blocks: [] }, done);
    }
    const reading = new PageReading(root);
    let ended = false;
    const take = (slices: number): void => {
      ended = true;
      this.slices = slices;
      this.take(new PageText(root, reading), done);
    };
    if (this.brokenOff >= attempts) return take(1);
    const stop = inSlices(() => reading.read(step), take);
    if (!ended) this.stopReading = stop;
  }

  /** Resolves when nothing is being read. */
  settled(): Promise<void> {
    return this.stopReading ? new Promise((resolve) => this.settling.push(resolve)) : Promise.resolve();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.stopReading?.();
    this.stopReading = undefined;
    this.stopWatching();
    for (const resolve of this.settling.splice(0)) resolve();
  }

  private take(page: PageText, done: Done): void {
    const before = this.page;
    this.page = page;
    this.brokenOff = 0;
    for (const shadow of [...page.shadows, ...page.around]) this.watch(shadow);
    for (const name of page.undefinedNames) {
      const defined = (): void => this.later(true);
      customElements.whenDefined(name).then(defined, () => {});
    }
    const message = articleMessage(page);
    const isSame = before && message.text === before.text && message.url === this.address;
    this.address = message.url;
    this.settle(isSame ? undefined : message, done);
  }
  private settle(article: ArticleMessage | undefined, done: Done): void {
    this.stopReading = undefined;
    done(article);
    for (const resolve of this.settling.splice(0)) resolve();
  }

  // ---- changes

  private watch(tree: Node): void {
    this.observer.observe(tree, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'aria-hidden', 'slot'] });
  }

  private mutated(records: MutationRecord[]): void {
    const outside = records.filter(({ target }) => !this.host.contains(target));
    if (outside.length > 0) this.later(outside.some(({ target }) => this.root && isInside(target, this.root)));
  }

  /** The page has changed; `dirty`, within the article itself. */
  private later(dirty = false): void {
    if (this.disposed || this.plain) return;
    if (dirty && !this.dirty && this.stopReading) {
      // What is being read is not there any longer. The look at the page that is due now reads anew.
      this.stopReading();
      this.brokenOff++;
    }
    this.dirty ||= dirty;
    const now = performance.now();
    if (this.timer === undefined) this.firstChange = now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), Math.min(pause, Math.max(0, this.firstChange + patience - now)));
  }
  private look(): void {
    this.timer = undefined;
    if (this.dirty || findArticle(this.wanted) !== this.root || pageAddress() !== this.pageAddress) this.changed();
  }
}
