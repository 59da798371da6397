// Shows a text or an HTML file of the reader as an article. HTML is parsed without running or loading anything, and only its words and
// block structure are taken over, through textContent.

export {};

const form = document.querySelector<HTMLFormElement>('#open')!;
const area = document.querySelector<HTMLTextAreaElement>('#text')!;
const file = document.querySelector<HTMLInputElement>('#file')!;
const said = document.querySelector<HTMLElement>('#status')!;
const article = document.querySelector<HTMLElement>('#article')!;
const mostBytes = 8 << 20;

const blockTags = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'LI', 'BLOCKQUOTE', 'FIGCAPTION', 'PRE', 'TD', 'TH', 'DT', 'DD']);
const skipped = 'script,style,noscript,template,nav,aside,form,iframe,object,embed,canvas,video,audio,select,textarea,button,who-says,[hidden],[aria-hidden=true]';

function element(tag: string, words: string): HTMLElement {
  const out = document.createElement(tag);
  out.textContent = words;
  return out;
}

/** Each text has an address of its own, under which the widget keeps what is made on it: FNV-1a 32 of its words. */
function address(parts: HTMLElement[]): string {
  let hash = 2166136261;
  for (const { textContent } of parts) for (const c of textContent ?? '') hash = Math.imul(hash ^ c.codePointAt(0)!, 16777619);
  return `urn:who-says:text:${(hash >>> 0).toString(16)}`;
}

function show(title: string, parts: HTMLElement[]): void {
  article.setAttribute('itemid', address(parts));
  article.replaceChildren(...parts);
  article.hidden = parts.length === 0;
  said.textContent = parts.length ? `Reading “${title}”. The panel looks for its claims; select words to highlight one yourself.` : 'There are no words to read in it.';
  const widget = document.querySelector('who-says');
  // The text has changed: the widget reads the page anew.
  widget?.setAttribute('article', '#article');
  if (parts.length) article.scrollIntoView({ block: 'start' });
}

function showPlain(title: string, text: string): void {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  show(title, lines.filter((line) => line !== '').map((line) => element('p', line)));
}

function showHtml(title: string, html: string): void {
  // A document made by DOMParser runs no script and loads no picture.
  const parser = new DOMParser();
  const page = parser.parseFromString(policy.createHTML(html) as string, 'text/html');
  for (const gone of page.querySelectorAll(skipped)) gone.remove();
  const root = page.querySelector('article') ?? page.querySelector('[itemprop=articleBody]') ?? page.querySelector('main') ?? page.body;
  const parts: HTMLElement[] = [];
  for (const block of root.querySelectorAll<HTMLElement>([...blockTags].join(','))) {
    if (block.querySelector([...blockTags].join(','))) continue;
    const words = (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (words) parts.push(element(/^H[1-6]$/.test(block.tagName) ? (parts.length ? 'h2' : 'h1') : block.tagName === 'LI' ? 'p' : block.tagName === 'BLOCKQUOTE' ? 'blockquote' : 'p', words));
  }
  if (parts.length === 0) return showPlain(title, root.textContent ?? '');
  show(page.title || title, parts);
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

async function open(chosen: File): Promise<void> {
  if (chosen.size > mostBytes) {
    said.textContent = `This file has ${Math.round(chosen.size / 1024)} KB; at most ${mostBytes / 1024} KB are read.`;
    return;
  }
  const text = await chosen.text();
  const html = /html/i.test(chosen.type) || /\.html?$/i.test(chosen.name) || /^\s*<(!doctype|html)/i.test(text);
  try {
    if (html) showHtml(chosen.name, text);
    else showPlain(chosen.name, text);
  } catch {
    said.textContent = 'This file could not be read as HTML. Paste its words instead.';
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = area.value;
  if (text.trim() === '') {
    said.textContent = 'Paste some words first.';
    area.focus();
  } else if (/^\s*<(!doctype|html|article|body)/i.test(text)) {
    showHtml('the pasted page', text);
  } else {
    showPlain('the pasted text', text);
  }
});
file.addEventListener('change', () => {
  if (file.files?.[0]) void open(file.files[0]);
});
form.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.dataset['over'] = '';
});
form.addEventListener('dragleave', () => delete form.dataset['over']);
form.addEventListener('drop', (event) => {
  delete form.dataset['over'];
  const dropped = event.dataTransfer?.files[0];
  if (!dropped) return;
  event.preventDefault();
  void open(dropped);
});
