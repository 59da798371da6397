// The outline: the panel as semantic DOM. Assistive technology and the keyboard use it; its controls lie, unseen, where the canvas
// shows them; its fields are what a person types into. Nodes are kept by id, so that focus and typing survive updates.

import type { Command, ItemRect, Layout, OutlineNode } from './messages.ts';

export interface OutlineEvents {
  press(command: Command): void;
  input(id: string, text: string): void;
  focus(id: string): void;
}

const tags: Record<OutlineNode['role'], string> = {
  region: 'section',
  heading: 'h3',
  list: 'ul',
  item: 'li',
  article: 'article',
  text: 'p',
  button: 'button',
  toggle: 'button',
  disclosure: 'button',
  tab: 'button',
  field: 'div',
  image: 'div',
  note: 'div',
  status: 'p',
  choice: 'div',
  radio: 'button',
};

/** Roles of which no element stands for itself. */
const aria: Partial<Record<OutlineNode['role'], string>> = { image: 'img', note: 'note', status: 'status', choice: 'radiogroup', radio: 'radio' };

interface Kept {
  element: HTMLElement;
  node: OutlineNode;
  /** Of a field. */
  input?: HTMLInputElement | HTMLTextAreaElement;
  /** Of a heading or other node that has words and children: its own words. */
  words?: Text;
}

export class Outline {
  private kept = new Map<string, Kept>();
  private placed = new Map<string, string>();

  constructor(
    private readonly root: HTMLElement,
    private readonly events: OutlineEvents,
  ) {}

  /** `led`: what is to have the focus is said elsewhere. */
  update(tree: OutlineNode, led = false): void {
    const focused = (this.root.getRootNode() as ShadowRoot).activeElement;
    const order = focused && this.root.contains(focused) ? [...this.root.querySelectorAll<HTMLElement>('button,input,textarea')] : [];
    const around: Element[] = [];
    for (let at = order.length ? focused : null; at && at !== this.root; at = at.parentElement) around.push(at);
    const element = this.build(tree);
    if (element.parentNode !== this.root) this.root.replaceChildren(element);
    for (const [id, kept] of this.kept) {
      if (!this.root.contains(kept.element)) {
        this.kept.delete(id);
        this.placed.delete(id);
      } else if (kept.input) this.fill(kept); // what was being typed may be over
    }
    if (led || !focused || focused.isConnected) return;
    // The control that had the focus is gone: the one after it, or before, goes on; of what is left of its card, say, before all others.
    const at = order.indexOf(focused as HTMLElement);
    const near = around.find((one) => one.isConnected);
    const left = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at)).reverse()].filter((control) => control.isConnected);
    (left.find((control) => near?.contains(control)) ?? left[0])?.focus({ preventScroll: true });
  }

  /** Puts controls and fields where the canvas shows them. Scrolling moves only those of header and foot, which go along, and cuts fields. */
  place(items: ItemRect[], scrollTop: number, { header, end }: Layout): void {
    for (const item of items) {
      const kept = this.kept.get(item.id);
      if (!kept) continue;
      const y = Math.round((item.fixed ? item.y + scrollTop : item.y) * 10) / 10;
      const cut = (by: number): number => (item.field && !item.fixed ? Math.max(0, Math.min(item.h, by)) : 0);
      const [above, below] = [cut(header + scrollTop - y), cut(y + item.h - end - scrollTop)];
      const key = `${item.x} ${y} ${item.w} ${item.h} ${above} ${below} ${item.hinted}`;
      if (this.placed.get(item.id) === key) continue;
      this.placed.set(item.id, key);
      const style = kept.element.style;
      style.left = `${item.x}px`;
      style.top = `${y}px`;
      style.width = `${item.w}px`;
      style.height = `${item.h}px`;
      style.clipPath = above || below ? `inset(${above}px 0 ${below}px)` : '';
      kept.element.classList.add('placed');
      kept.element.classList.toggle('hinted', item.hinted ?? false);
    }
  }

  element(id: string): HTMLElement | undefined {
    return this.kept.get(id)?.element;
  }

  /** What stands in front: by its tab, or what has none. */
  get face(): string {
    for (const { node } of this.kept.values()) if (node.role === 'tab' && node.on) return node.id;
    return this.kept.has('draft-source') ? 'draft' : '';
  }

  focus(id: string): boolean {
    const kept = this.kept.get(id);
    if (!kept) return false;
    const control = kept.input ?? kept.element;
    if (control.tabIndex < 0) control.tabIndex = -1; // a heading, say: not in Tab's order, but a place to go on at
    control.focus({ preventScroll: true });
    return (this.root.getRootNode() as ShadowRoot).activeElement === control;
  }

  /** The command of the control that a key presses. */
  pressedBy({ key, code }: KeyboardEvent): Command | undefined {
    // Where a keyboard has other letters, its place tells the key.
    const pressed = /^[^\0-\x7f]$/.test(key) ? code.replace(/^Key/, '') : key;
    for (const { node } of this.kept.values())
      if (node.keys?.split(' ').some((one) => one.toLowerCase() === pressed.toLowerCase())) return node.disabled ? undefined : node.command;
    return undefined;
  }

  private build(node: OutlineNode): HTMLElement {
    let kept = this.kept.get(node.id);
    if (node.same && kept) return kept.element;
    if (!kept || kept.node.role !== node.role || kept.node.level !== node.level || kept.node.multiline !== node.multiline) {
      const fresh = this.create(node);
      if (kept) leave(kept.element);
      kept?.element.replaceWith(fresh.element);
      this.placed.delete(node.id);
      kept = fresh;
      this.kept.set(node.id, kept);
    }
    kept.node = node;
    this.fill(kept);
    this.children(kept, node);
    return kept.element;
  }

  private create(node: OutlineNode): Kept {
    const tag = node.role === 'heading' ? `h${node.level ?? 3}` : tags[node.role];
    const element = document.createElement(tag);
    element.dataset['id'] = node.id;
    const kept: Kept = { element, node };
    if (element instanceof HTMLButtonElement) {
      element.type = 'button';
      element.addEventListener('click', () => {
        if (kept.node.command && !kept.node.disabled) this.events.press(kept.node.command);
      });
      element.addEventListener('focus', () => this.events.focus(node.id));
    }
    if (node.role === 'field') {
      const label = document.createElement('label');
      const words = document.createElement('span');
      const input = document.createElement(node.multiline ? 'textarea' : 'input');
      if (input instanceof HTMLInputElement) input.type = node.id.startsWith('search') ? 'search' : 'text';
      input.autocomplete = 'off';
      input.addEventListener('input', () => this.events.input(node.id, input.value));
      input.addEventListener('focus', () => this.events.focus(node.id));
      label.append(words, input);
      element.append(label);
      element.className = 'field';
      kept.input = input;
    }
    if (node.role === 'article') element.id = node.id; // for what has it as its details
    const role = aria[node.role];
    if (role) element.setAttribute('role', role);
    return kept;
  }

  private fill(kept: Kept): void {
    const { element, node, input } = kept;
    const name = node.name ?? '';
    if (input) {
      const words = element.querySelector('span')!;
      if (words.textContent !== name) words.textContent = name;
      input.placeholder = node.hint ?? '';
      words.dataset['hint'] = node.hint === name ? '' : input.placeholder; // for the text view, where a line may be short for it
      // What is being typed is never overwritten.
      if (input.value !== (node.value ?? '') && (this.root.getRootNode() as ShadowRoot).activeElement !== input) input.value = node.value ?? '';
      return;
    }
    if (node.role === 'region' || node.role === 'list' || node.role === 'image' || node.role === 'choice') {
      if (name) element.setAttribute('aria-label', name);
      else element.removeAttribute('aria-label');
      return;
    }
    if (node.children?.length) return;
    if (element.textContent !== name) element.textContent = name;
    if (!(element instanceof HTMLButtonElement)) return;
    // A disabled button must stay reachable: it keeps its place in the order.
    if (node.disabled) element.setAttribute('aria-disabled', 'true');
    else element.removeAttribute('aria-disabled');
    if (node.keys) element.setAttribute('aria-keyshortcuts', node.keys);
    else element.removeAttribute('aria-keyshortcuts');
    if (node.role === 'toggle') element.setAttribute('aria-pressed', String(node.on ?? false));
    if (node.role === 'radio') element.setAttribute('aria-checked', String(node.on ?? false));
    if (node.role === 'disclosure') element.setAttribute('aria-expanded', String(node.on ?? false));
    if (node.role === 'tab') {
      if (node.on) element.setAttribute('aria-current', 'true');
      else element.removeAttribute('aria-current');
    }
  }

  private children(kept: Kept, node: OutlineNode): void {
    if (kept.input || !(node.children?.length || kept.element.firstElementChild)) return;
    const parent = kept.element;
    let last: ChildNode | null = null;
    for (const child of node.children ?? []) {
      const element = this.build(child);
      // Only now: what stood there may have been replaced, a field by a button of the same id, say.
      const before: ChildNode | null = last ? last.nextSibling : parent.firstChild;
      last = element;
      if (element === before) continue;
      // Moving a node that has the focus would lose it: what stands before it moves instead.
      if (element.parentNode === parent && element.contains((this.root.getRootNode() as ShadowRoot).activeElement)) removeFrom(before, element);
      else parent.insertBefore(element, before);
    }
    removeFrom(last ? last.nextSibling : parent.firstChild, null);
    if (node.role !== 'choice') return;
    // Tab stops at one of them, as at radio buttons.
    const choices = (node.children ?? []).map(({ id }) => this.kept.get(id)!);
    const stop = choices.find(({ node: { on } }) => on) ?? choices[0];
    for (const choice of choices) choice.element.tabIndex = choice === stop ? 0 : -1;
  }
}

/** Takes nodes away from one on, up to another. */
function removeFrom(node: ChildNode | null, end: ChildNode | null): void {
  while (node && node !== end) {
    const next: ChildNode | null = node.nextSibling;
    leave(node);
    node.remove();
    node = next;
  }
}

/** Before a node goes: its field is no longer typed into. WebKit would scroll to where the caret is then. */
function leave(node: Node): void {
  const active = (node.getRootNode() as ShadowRoot).activeElement as HTMLElement | null | undefined;
  if (active?.matches('input,textarea') && node.contains(active)) active.blur();
}
