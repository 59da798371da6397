// A work as a link and, where it is short enough, as a QR code, in a window over the page. A file of its own: fetched when it is asked for.

import { encode } from 'uqr';

/** Characters: longer ones are too fine for a school's cameras (113 modules a side). */
export const longestCode = 1100;

/** The page's own address with a work's line behind it; the line alone where the page has no address that others reach. */
export const workLink = (line: string, address: string): string => (/^https?:/.test(address) ? `${address.replace(/#.*/, '')}#${line}` : line);

/** How much of a text each slice makes a code of. */
const slices = [0.02, 0.1, 0.3, 1];

/**
 * Rows of dark and light modules; undefined where the text is too long. In slices, `pause` between them: a browser compiles what has run a
 * while, and after codes of the text's first words the whole one is quick. One mask for all: readers take any, packed text needs none in
 * particular, and to find the best of eight takes as long again as all else.
 */
export async function modules(text: string, pause: () => Promise<void>): Promise<boolean[][] | undefined> {
  if (text.length > longestCode) return undefined;
  let rows: boolean[][] = [];
  for (const slice of slices) {
    await pause();
    rows = encode(text.slice(0, Math.ceil(text.length * slice)), { ecc: 'L', boostEcc: false, maskPattern: 0, border: 0 }).data;
  }
  return rows;
}

const css = `dialog{max-width:min(92vw,34rem);border:0;border-radius:14px;padding:20px;background:var(--ws-panel,Canvas);color:var(--ws-ink,CanvasText);font:16px/1.5 var(--who-says-font,system-ui,sans-serif)}
dialog::backdrop{background:rgba(0,0,0,.5)}
dialog h2{margin:0 0 4px;font-size:20px}
dialog p{margin:0 0 12px}
dialog .code{width:min(100%,28rem);aspect-ratio:1;margin:0 auto 12px;background:#fff}
dialog svg{display:block}
dialog :is(label,textarea){display:block;width:100%}
dialog textarea{margin:4px 0 12px;padding:8px;border:1px solid var(--ws-line,GrayText);border-radius:8px;background:transparent;color:inherit;font:inherit;resize:vertical;overflow-wrap:anywhere}
dialog button{min-height:44px;padding:8px 20px;border:1px solid var(--ws-line,GrayText);border-radius:8px;background:transparent;color:inherit;font:inherit;font-weight:600;cursor:pointer}
dialog :focus-visible{outline:2px solid var(--ws-accent,Highlight);outline-offset:2px}`;

/** Black on white with a margin of four modules, as readers of codes want it. */
function picture(rows: boolean[][], name: string): SVGElement {
  const make = (tag: string, attributes: Record<string, string>): SVGElement => {
    const out = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
    for (const [attribute, value] of Object.entries(attributes)) out.setAttribute(attribute, value);
    return out;
  };
  // A bar for all dark ones that stand side by side.
  let path = '';
  for (const [y, row] of rows.entries())
    for (let x = row.indexOf(true), end = x; x >= 0; x = row.indexOf(true, end)) {
      end = row.indexOf(false, x);
      if (end < 0) end = row.length;
      path += `M${x + 4} ${y + 4}h${end - x}v1h${x - end}z`;
    }
  const out = make('svg', { viewBox: `0 0 ${rows.length + 8} ${rows.length + 8}`, role: 'img', 'aria-label': name, 'shape-rendering': 'crispEdges' });
  out.append(make('path', { d: path, fill: '#000' }));
  return out;
}

const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));

export interface CodeWords {
  title: string;
  how: string;
  tooLong: string;
  close: string;
}

/** Shows it over the page; it goes when it is closed. */
export function showCode(root: ShadowRoot, line: string, words: CodeWords): void {
  const link = workLink(line, location.href);
  const element = <K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), { textContent: text });
  const dialog = element('dialog', '');
  dialog.lang = root.querySelector<HTMLElement>('.frame')?.lang ?? '';
  const field = Object.assign(element('textarea', link), { readOnly: true, rows: 4 });
  field.setAttribute('aria-label', words.title);
  field.addEventListener('focus', () => field.select());
  const close = element('button', words.close);
  close.addEventListener('click', () => dialog.close());
  dialog.setAttribute('aria-label', words.title);
  const code = link.length > longestCode ? element('p', words.tooLong) : Object.assign(element('div', ''), { className: 'code' });
  dialog.append(element('h2', words.title), element('p', words.how), code, field, close);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  dialog.addEventListener('close', () => {
    dialog.remove();
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  });
  root.append(dialog);
  close.autofocus = true;
  dialog.showModal();
  // The window is seen first: on a slow machine a code takes a while.
  requestAnimationFrame(async () => {
    const rows = await modules(link, nextTask);
    await nextTask();
    if (rows && dialog.open) code.append(picture(rows, words.title));
  });
}
