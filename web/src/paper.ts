// What prints in the widget's place: the claims by number and a table of their sources, as the core lists them; where that is asked for,
// the article before it with these numbers at its claims, as a copy of its text and alone on the page. The article itself is as it was.

import type { ArticleMessage, Effect, Highlight } from './messages.ts';
import { hueLines } from './paper-hues.ts';
import { pieces } from './pieces.ts';

/** Elements of the page that hold the widget give their place to it; all others are left out. */
const alone = `@media print{:root :not(:has([who-says-prints]),[who-says-prints],[who-says-prints] *){display:none!important}
:has([who-says-prints]){all:initial!important;display:block!important}}`;

/** In Firefox a heading stays with a table only as far as it has room of its own: for the row of columns, and one more. */
const css = `@media not print{.paper{display:none}}
@media print{:host([open=false]:not([who-says-prints])) .paper{display:none!important}
.paper{color:#000;font-size:11pt}
.paper :is(h1,h2,h3){break-after:avoid;break-inside:avoid}
.paper h2::after{content:"";display:block;height:8em;margin-bottom:-8em}
.paper sup{font:600 .7em/0 sans-serif;padding-inline:1pt 0}
.paper table{border-collapse:collapse;width:100%}
.paper tr{break-inside:avoid}
.paper :is(th,td){border-top:.5pt solid;padding:3pt 6pt 3pt 0;text-align:start;vertical-align:top}
${hueLines('.paper', ':is(span[data-hue],[data-hue] td:is(:nth-child(3),:nth-child(2):last-child))')}}`;

export class Paper {
  private sheet: CSSStyleSheet | undefined;
  /** A reader asked for the numbers, this time. */
  private asked = false;
  private readonly stop: () => void;

  /** `ask` has the core send the effect `paper`: the browser is about to print. */
  constructor(
    private readonly host: HTMLElement,
    private readonly root: HTMLElement,
    ask: () => void,
  ) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const shadow = root.getRootNode() as ShadowRoot;
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    const after = (): void => {
      this.asked = false;
      this.clear();
    };
    addEventListener('beforeprint', ask);
    addEventListener('afterprint', after);
    this.stop = () => {
      removeEventListener('beforeprint', ask);
      removeEventListener('afterprint', after);
    };
  }

  /** The core's lists; or a reader asks to print with numbers. `language`: of the interface. */
  take({ text = '', highlights = [], flag }: Effect, article: ArticleMessage | undefined, print: 'page' | 'numbered', language: string): void {
    if (flag) {
      this.asked = true;
      setTimeout(() => globalThis.print());
    } else this.fill(text, highlights, this.asked || print === 'numbered' ? article : undefined, language);
  }

  dispose(): void {
    this.stop();
    this.clear();
  }

  private fill(text: string, highlights: Highlight[], article: ArticleMessage | undefined, language: string): void {
    this.clear();
    const numbers = new Map<string, string>();
    const tables = text.split('\x1d').flatMap((part) => {
      const [title = '', ...rows] = part.split('\x1e');
      const table = make('table');
      for (const row of rows) {
        const [claim = '', hue = '', ...all] = row.split('\x1f');
        // Of a claim: its letter, number and words; then what is said of it.
        const [letter = '', number = '', words = '', ...said] = all;
        const cells = claim ? [number, letter, words, said.filter(Boolean).join(' · ')] : all;
        const line = table.appendChild(make('tr'));
        if (hue) line.dataset['hue'] = hue;
        if (claim) numbers.set(claim, number);
        // Without a hue, the first row names the columns.
        line.append(...cells.map((cell) => make(hue || line.previousSibling ? 'td' : 'th', cell)));
      }
      return [make('h2', title), table];
    });
    if (article) {
      this.root.append(...articleCopy(article, highlights, numbers, language));
      this.sheet = new CSSStyleSheet();
      this.sheet.replaceSync(alone);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
      this.host.setAttribute('who-says-prints', '');
    }
    this.root.append(...tables);
  }

  private clear(): void {
    this.root.replaceChildren();
    this.host.removeAttribute('who-says-prints');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.sheet);
    this.sheet = undefined;
  }
}

const make = (tag: string, words = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
};

/** The article's text, a number after each claim and its line of its kind under it. */
function articleCopy(article: ArticleMessage, highlights: Highlight[], numbers: Map<string, string>, language: string): HTMLElement[] {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date());
  const copy = make('article');
  copy.lang = article.lang;
  copy.dir = 'auto';
  for (const [begin, end, role, level] of article.blocks) {
    const block = make(role === 'heading' ? `h${Math.max(2, level)}` : 'p');
    for (const { from, to, over, ends } of pieces(begin, end, highlights)) {
      const part = make('span', article.text.slice(from, to));
      // Of claims within one another, the line of the one that begins last.
      const top = over.at(-1);
      if (top) part.dataset['hue'] = top.hue;
      block.append(part);
      for (const { claim } of ends) block.append(make('sup', numbers.get(claim) ?? ''));
    }
    copy.append(block);
  }
  const titled = article.blocks.some(([, , role]) => role === 'heading');
  return [...(titled ? [] : [make('h1', article.title)]), make('p', [article.url, day].filter(Boolean).join(' · ')), copy];
}
