// The widget's article: found on the page or given as plain text, read, and watched for changes.

import type { ArticleMessage } from './messages.ts';
import { articleMessage, findArticle, pageAddress, PageText } from './page-text.ts';
import { plainArticle, type PlainText } from './plain-text.ts';

/** Changes come in bursts. */
const pause = 250;

export class ArticleReader {
  /** The article on the page; undefined while there is none. */
  page: PageText | undefined;
  /** The article's address: what a reader makes is kept under it. */
  address = pageAddress();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly stop: () => void;

  /** `changed` is called after the page has changed something in, or instead of, the article; not for what changes inside `host`. */
  constructor(host: Element, changed: () => void) {
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(changed, pause);
    };
    const observer = new MutationObserver((records) => {
      const root = this.page?.root;
      const outside = !root?.isConnected;
      if (records.some(({ target }) => (outside || root.contains(target)) && !host.contains(target))) later();
    });
    observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
    addEventListener('popstate', later);
    this.stop = () => {
      observer.disconnect();
      removeEventListener('popstate', later);
    };
  }

  /** What there is to read now; undefined when the words are those of before (their places are new all the same). */
  read(selector: string | null, plain: PlainText | undefined): ArticleMessage | undefined {
    const before = this.page;
    this.page = undefined;
    if (plain) return plainArticle(plain, this.address);
    const root = findArticle(selector);
    if (!root) {
      this.address = pageAddress();
      return { url: this.address, title: document.title, lang: '', text: '', blocks: [] };
    }
    this.page = new PageText(root);
    const message = articleMessage(this.page);
    if (before && message.text === before.text && message.url === this.address) return undefined;
    this.address = message.url;
    return message;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.stop();
  }
}
