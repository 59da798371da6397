// A text or an HTML file of the reader as an article. HTML is parsed without running or loading anything, and only its words and block
// structure are taken over, through textContent.

export interface OwnArticle {
  title: string;
  /** BCP 47, as the file says; "" when it does not. */
  lang: string;
  /** Headings, paragraphs, quotations: words alone. */
  parts: HTMLElement[];
}

const mostBytes = 8 << 20;
const blocks = 'h1,h2,h3,h4,h5,h6,p,li,blockquote,figcaption,pre,td,th,dt,dd';
const skipped = 'script,style,noscript,template,nav,aside,form,iframe,object,embed,canvas,video,audio,select,textarea,button,who-says,[hidden],[aria-hidden=true]';

function element(tag: string, words: string): HTMLElement {
  const out = document.createElement(tag);
  out.textContent = words;
  return out;
}

/** Each line with words on it is a paragraph. */
export function fromText(title: string, text: string): OwnArticle {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return { title, lang: '', parts: lines.filter((line) => line !== '').map((line) => element('p', line)) };
}

/** A document that runs no script and loads no picture. */
export const parsed = (html: string): Document => new DOMParser().parseFromString(policy.createHTML(html) as string, 'text/html');

export function fromHtml(title: string, html: string): OwnArticle {
  const page = parsed(html);
  for (const gone of page.querySelectorAll(skipped)) gone.remove();
  const root = page.querySelector('article') ?? page.querySelector('[itemprop=articleBody]') ?? page.querySelector('main') ?? page.body;
  const parts: HTMLElement[] = [];
  for (const block of root.querySelectorAll<HTMLElement>(blocks)) {
    if (block.querySelector(blocks)) continue;
    const words = (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (words) parts.push(element(/^H[1-6]$/.test(block.tagName) ? (parts.length ? 'h2' : 'h1') : block.tagName === 'BLOCKQUOTE' ? 'blockquote' : 'p', words));
  }
  if (parts.length === 0) return fromText(title, root.textContent ?? '');
  return { title: page.title || title, lang: page.documentElement.lang, parts };
}

/** What was pasted: a page, where it looks like one. */
export const fromPaste = (text: string, names: { page: string; text: string }): OwnArticle =>
  /^\s*<(!doctype|html|article|body)/i.test(text) ? fromHtml(names.page, text) : fromText(names.text, text);

/** Why a file gives no article. */
export interface Unread {
  why: 'too-large' | 'not-html';
  kb: number;
  most: number;
}
export async function fromFile(file: File): Promise<OwnArticle | Unread> {
  const unread = (why: Unread['why']): Unread => ({ why, kb: Math.round(file.size / 1024), most: mostBytes / 1024 });
  if (file.size > mostBytes) return unread('too-large');
  const text = await file.text();
  const html = /html/i.test(file.type) || /\.html?$/i.test(file.name) || /^\s*<(!doctype|html)/i.test(text);
  try {
    return html ? fromHtml(file.name, text) : fromText(file.name, text);
  } catch {
    return unread('not-html');
  }
}

/** Each text has an address of its own, under which the widget keeps what is made on it: FNV-1a 32 of its words. */
export function textAddress(parts: HTMLElement[]): string {
  let hash = 2166136261;
  for (const { textContent } of parts) for (const c of textContent ?? '') hash = Math.imul(hash ^ c.codePointAt(0)!, 16777619);
  return `urn:who-says:text:${(hash >>> 0).toString(16)}`;
}

/** `take` gets a file that is dropped on an element, which shows that it would take one. */
export function takeDropped(on: HTMLElement, take: (file: File) => void): void {
  on.addEventListener('dragover', (event) => {
    event.preventDefault();
    on.dataset['over'] = '';
  });
  on.addEventListener('dragleave', () => delete on.dataset['over']);
  on.addEventListener('drop', (event) => {
    delete on.dataset['over'];
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    take(dropped);
  });
}

/** Pages that ask for Trusted Types let no string into a parser; where a policy cannot be made, the text is shown as it is. */
const policy: { createHTML(html: string): unknown } = ((): { createHTML(html: string): unknown } => {
  const types = (window as { trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(html: string): unknown } } }).trustedTypes;
  try {
    return types ? types.createPolicy('who-says-try', { createHTML: (html: string) => html }) : { createHTML: (html) => html };
  } catch {
    return { createHTML: (html) => html };
  }
})();
