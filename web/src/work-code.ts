// A work as a link and, where it is short enough, as a QR code, in a window over the page. A file of its own: fetched when it is asked for.

import qrcode from 'qrcode-generator';

/** Characters: longer ones are too fine for a school's cameras (113 modules a side). */
export const longestCode = 1100;

/** The page's own address with a work's line behind it; the line alone where the page has no address that others reach. */
export const workLink = (line: string, address: string): string => (/^https?:/.test(address) ? `${address.replace(/#.*/, '')}#${line}` : line);

/** Rows of dark and light modules; undefined where the text is too long. */
export function modules(text: string): boolean[][] | undefined {
  if (text.length > longestCode) return undefined;
  const code = qrcode(0, 'L');
  code.addData(text);
  code.make();
  const size = Array.from({ length: code.getModuleCount() }, (_, n) => n);
  return size.map((row) => size.map((column) => code.isDark(row, column)));
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
  const bars = (row: boolean[], y: number): string[] => [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index + 4} ${y + 4}h${length}v1h-${length}z`);
  const path = rows.flatMap(bars).join('');
  const out = make('svg', { viewBox: `0 0 ${rows.length + 8} ${rows.length + 8}`, role: 'img', 'aria-label': name, 'shape-rendering': 'crispEdges' });
  out.append(make('path', { d: path, fill: '#000' }));
  return out;
}

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
  requestAnimationFrame(() => setTimeout(() => {
    const rows = modules(link);
    if (rows) code.append(picture(rows, words.title));
  }));
}
