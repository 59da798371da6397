// The controls of a panel over the page, which stand around it: a bar with buttons, an edge to drag.

import { layoutWords } from './layout-words.ts';
import type { Parts } from './parts.ts';

export class Bar {
  readonly bar: HTMLElement;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly parts: Parts) {
    this.bar = this.make('div', 'bar', parts.frame);
    // Before the panel for who goes through it by keyboard.
    parts.frame.prepend(this.bar);
  }

  make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, parent: Node): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    element.className = name;
    parent.appendChild(element);
    this.stops.push(() => element.remove());
    return element;
  }
  button(name: string, key: keyof typeof layoutWords | '', press: () => void): HTMLButtonElement {
    const button = this.make('button', name, this.bar);
    button.type = 'button';
    if (key) this.name(key, (text) => (button.textContent = text));
    button.addEventListener('click', press);
    return button;
  }
  name(key: keyof typeof layoutWords, name: (words: string) => void): void {
    const english = layoutWords[key];
    name(String(this.parts.words[key] ?? english));
    this.parts.named.set(key, [english, name]);
  }
  on(target: EventTarget, type: string, listener: (event: never) => void, options?: AddEventListenerOptions): void {
    target.addEventListener(type, listener as EventListener, options);
    this.stops.push(() => target.removeEventListener(type, listener as EventListener, options));
  }
  dispose(): void {
    for (const stop of this.stops) stop();
  }
}
