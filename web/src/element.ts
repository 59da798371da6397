// <who-says>: the public face. Attributes and methods in, events out; the widget behind it is loaded when the tag or its article comes into view.

import type { Rendering } from './canvas-panel.ts';
import { closedHere, keepClosed, showClosed, type Closed } from './closed.ts';
import type { Found } from './detector.ts';
import { isOpen, isOver, keepFree, layoutChoices, layoutOf, type LayoutChoice } from './layout.ts';
import { languageAround } from './language.ts';
import type { Mode } from './messages.ts';
import type { Assets, Settings } from './settings.ts';
import type { Widget } from './widget.ts';

/** Loads the widget's code, for a lesson with the exercises; the two builds differ in it. */
export type Loader = (lesson: boolean) => Promise<{ Widget: typeof Widget; assets: Assets }>;

/** What attributes may say. The first of each is what a tag without the attribute has; of others, anything or null. */
const choices: Record<string, readonly string[] | undefined> = {
  article: undefined,
  claims: undefined,
  exercise: undefined,
  mode: ['read', 'view', 'edit'],
  detect: ['auto', 'on', 'off'],
  theme: ['auto', 'light', 'dark'],
  render: ['auto', 'software', 'text'],
  layout: layoutChoices,
};
const prints = ['page', 'numbered'] as const;

/** All that are on the page: they are closed and come back together. */
const tags = new Set<WhoSaysElement>();

export abstract class WhoSaysElement extends HTMLElement {
  static readonly observedAttributes = [...Object.keys(choices), 'lang', 'open', 'print', 'stays'];
  protected abstract load(lesson: boolean): ReturnType<Loader>;
  private widget: Widget | undefined;
  private sight: IntersectionObserver | undefined;
  private turn = 0;
  /** The core has come to an end by a fault. */
  private fallen = false;
  /** The page has handed its article over. */
  private given: Element | null = null;
  private plain: { title: string; text: string } | undefined;

  /** Settles when the panel can be used; rejects when it cannot be loaded. */
  ready: Promise<void> = Promise.resolve();

  // Attributes as properties; what they hold is said in who-says.d.ts.
  declare article: string | null;
  declare claims: string | null;
  declare exercise: string | null;
  declare mode: Mode;
  declare detect: 'auto' | 'on' | 'off';
  declare theme: 'light' | 'dark' | 'auto';
  declare render: Rendering;
  declare layout: LayoutChoice;
  get open(): boolean {
    return isOpen(this, layoutOf(this.layout));
  }
  set open(value: boolean) {
    this.setAttribute('open', String(value));
  }

  // What a reader can do in the panel too.
  declare findClaims: () => void;
  declare undo: () => void;
  declare redo: () => void;
  declare exportClaims: () => void;
  declare closeForGood: () => void;

  get articleElement(): Element | null {
    return this.given;
  }
  set articleElement(value: Element | null) {
    this.given = value;
    this.renew();
  }

  /** Shows a text that is nowhere on the page, in the Text view. */
  showText(title: string, text: string): void {
    this.plain = { title, text };
    this.renew();
  }
  /** Opens a claim's card and scrolls the article to it. */
  select(claim: string): void {
    this.widget?.send({ verb: 'open-claim', id: claim });
  }
  showView(view: 'claims' | 'sources' | 'profile' | 'text'): void {
    this.widget?.send({ verb: 'show-view', value: view });
  }
  /** Merges a claims file; conflicts are shown in the panel. */
  importClaims(json: string, name = 'claims'): void {
    this.widget?.send({ verb: 'import-claims', text: json, value: name });
  }
  /** Frames drawn, bytes of the instance and the renderer in use. */
  get figures(): { frames: number; memory: number; renderer: string } {
    return this.widget?.figures ?? { frames: 0, memory: 0, renderer: 'none' };
  }

  bringBack(): void {
    keepClosed(undefined);
    const focused = this.shadowRoot?.activeElement;
    for (const tag of tags) if (!tag.widget) tag.begin();
    if (focused) void this.ready.then(() => this.widget?.focus());
    this.tell('closed', { closed: false });
  }

  connectedCallback(): void {
    // It may have been given before this class was there.
    const { articleElement } = this;
    delete (this as Partial<this>).articleElement;
    this.articleElement = articleElement;
    this.begin();
  }

  private begin(): void {
    if (document.querySelector('meta[name="who-says"][content="off"]')) return;
    tags.add(this);
    const closed = closedHere();
    if (closed && this.exercise === null) return this.show(closed);
    const turn = ++this.turn;
    const kind = layoutOf(this.layout);
    if (!this.widget) keepFree(this.ownRoot(), kind);
    this.ready = new Promise((resolve, reject) => {
      // Over the page it is seen wherever the tag stands; a lesson has aids for readers at the top of its page.
      if (isOver(kind) || this.exercise !== null) return void (self.requestIdleCallback ?? setTimeout)(() => this.mount(turn).then(resolve, reject));
      // Loaded when it or the article is about to be seen; the page's own work goes first.
      this.sight = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.sight?.disconnect();
          this.mount(turn).then(resolve, reject);
        },
        { rootMargin: '400px' },
      );
      this.sight.observe(this);
      try {
        this.sight.observe(document.querySelector(this.article || 'article')!);
      } catch {} // there is none
    });
    this.ready.catch(() => {});
  }

  disconnectedCallback(): void {
    // A move within the page is a removal and an insertion in one turn.
    const turn = ++this.turn;
    tags.delete(this);
    this.sight?.disconnect();
    queueMicrotask(() => {
      if (turn === this.turn) this.drop();
    });
  }

  attributeChangedCallback(name: string): void {
    if (!this.widget) {
      if (name === 'layout' && this.shadowRoot) keepFree(this.shadowRoot, layoutOf(this.layout));
      return;
    }
    if (name !== 'exercise') return this.renew();
    // Another module: the widget begins anew.
    this.drop();
    this.begin();
  }

  private renew(): void {
    void this.widget?.change(this.settings());
  }

  private drop(): void {
    this.widget?.dispose();
    this.widget = undefined;
  }

  private async mount(turn: number): Promise<void> {
    if (this.widget) return;
    try {
      const { Widget, assets } = await this.load(this.exercise !== null);
      if (turn !== this.turn) return;
      const widget = new Widget(this, this.ownRoot(), this.settings(), assets, {
        ready: (claims) => this.tell('ready', { claims }),
        change: (claims) => this.tell('change', { claims }),
        select: (claim) => this.tell('select', { claim }),
        share: (link) => this.tell('share', { link }),
        detected: (found: Found) => this.tell('detected', found),
        closed: (closed) => this.close(closed),
        file: (name, text) => this.tell('file', { name, text }, true),
        error: (code, message, where) => this.failed(code, message, where),
      });
      this.widget = widget;
      await widget.start();
    } catch (error) {
      // The light DOM inside the tag stays readable.
      this.drop();
      const root = this.ownRoot();
      root.adoptedStyleSheets = [];
      root.replaceChildren(document.createElement('slot'));
      this.tell('error', { code: 'not-started', message: `The panel could not be started: ${error}`, where: '' });
      throw error;
    }
  }
  private failed(code: string, message: string, where: string): void {
    this.tell('error', { code, message, where });
    if (code !== 'stopped' || this.fallen) return;
    // Once, a fresh core takes over as text, with the page's claims and what was kept.
    this.fallen = true;
    const { turn } = this;
    setTimeout(() => {
      if (turn !== this.turn) return;
      this.drop();
      this.mount(turn).catch(() => {});
    });
  }
  /** A reader closed it for good, here. */
  private close(closed: Closed): void {
    keepClosed(closed);
    for (const tag of tags) if (tag.exercise === null) tag.show(closed);
    this.tell('closed', { closed: true });
  }
  private show(closed: Closed): void {
    ++this.turn;
    this.sight?.disconnect();
    const focused = this.shadowRoot?.activeElement;
    this.drop();
    const back = showClosed(this.ownRoot(), closed, () => this.bringBack());
    if (focused) back.focus({ preventScroll: true });
  }

  private ownRoot(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }
  /** False: the page has prevented what would come of it. */
  private tell(type: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(`who-says-${type}`, { detail, bubbles: true, composed: true, cancelable }));
  }

  private settings(): Settings {
    const { exercise } = this;
    const settings: Settings = { article: this.given ?? this.article, claims: exercise === null ? this.claims : null, exercise, mode: this.mode, detect: exercise === null ? this.detect : 'off', lang: languageAround(this), theme: this.theme, render: this.fallen ? 'text' : this.render, layout: this.layout, print: choice(this, 'print', prints), stays: exercise !== null || this.hasAttribute('stays') };
    if (this.plain) settings.text = this.plain;
    return settings;
  }
}

function choice<T extends string>(tag: HTMLElement, name: string, of: readonly T[]): T {
  return of.find((one) => one === tag.getAttribute(name)) ?? of[0]!;
}

const own = WhoSaysElement.prototype as object as Record<string, (this: { widget?: Widget }) => void>;
for (const [name, verb] of Object.entries({ findClaims: 'detect', undo: 'undo', redo: 'redo', exportClaims: 'export-claims', closeForGood: 'close-for-good' }))
  own[name] = function () {
    this.widget?.send({ verb });
  };

for (const [name, of] of Object.entries(choices))
  Object.defineProperty(own, name, {
    get(this: HTMLElement) {
      return of ? choice(this, name, of) : this.getAttribute(name);
    },
    set(this: HTMLElement, value: string | null) {
      if (value === null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
