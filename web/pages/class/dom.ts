// Making elements: text goes through textContent alone.

/** Text, or text with elements in it. */
export type Content = string | Node | readonly (string | Node)[];
export const parts = (content: Content): (string | Node)[] => (typeof content === 'string' || content instanceof Node ? [content] : [...content]).filter((part) => part !== '');

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, words: Content = '', ...children: Node[]): HTMLElementTagNameMap[K] {
  const out = document.createElement(tag);
  out.append(...parts(words), ...children);
  return out;
}

/** A section with a heading. */
export const section = (title: Content, ...children: Node[]): HTMLElement => element('section', '', element('h2', title), ...children);

/** A table that scrolls by itself where it is too wide; the first cell of each row names it. */
export function table(caption: string, head: Content[], rows: Content[][]): HTMLElement {
  const headings = head.map((words) => Object.assign(element('th', words), { scope: 'col' }));
  const body = rows.map((cells) => element('tr', '', ...cells.map((words, n) => (n ? element('td', words) : Object.assign(element('th', words), { scope: 'row' })))));
  const out = element('table', '', element('caption', caption), element('thead', '', element('tr', '', ...headings)), element('tbody', '', ...body));
  const wide = element('div', '', out);
  wide.className = 'wide';
  wide.tabIndex = 0;
  wide.setAttribute('role', 'region');
  wide.setAttribute('aria-label', caption);
  return wide;
}
