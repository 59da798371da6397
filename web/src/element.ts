// <who-says>: the public face. Attributes and methods in, events out; the widget behind it is loaded when the tag comes into view.

import type { Found } from './detector.ts';
import type { Rendering } from './canvas-panel.ts';
import { isOpen, isOver, keepFree, layoutChoices, layoutOf, type LayoutChoice } from './layout.ts';
import type { Mode } from './messages.ts';
import type { Assets, Settings } from './settings.ts';
import type { Widget } from './widget.ts';

/** Loads the widget's code, for a lesson with the exercises; the two builds differ in it. */
export type Loader = (lesson: boolean) => Promise<{ Widget: typeof Widget; assets: Assets }>;

const modes: readonly string[] = ['view', 'read', 'edit'];
const detects: readonly string[] = ['auto', 'on', 'off'];
const themes: readonly string[] = ['light', 'dark', 'auto'];
const renderings: readonly string[] = ['auto', 'software', 'text'];

export function elementClass(load: Loader): typeof WhoSaysElement {
  return class extends WhoSaysElement {
    protected override load = load;
  };
}

export class WhoSaysElement extends HTMLElement {
  static readonly observedAttributes = ['article', 'claims', 'exercise', 'mode', 'detect', 'lang', 'theme', 'render', 'layout', 'open'];
  protected load: Loader = () => Promise.reject(new Error('no loader'));
  private widget: Widget | undefined;
  private sight: IntersectionObserver | undefined;
  private turn = 0;
  private plain: { title: string; text: string } | undefined;

  /** Settles when the panel can be used; rejects when it cannot be loaded. */
  ready: Promise<void> = Promise.resolve();

  get article(): string | null {
    return this.getAttribute('article');
  }
  set article(value: string | null) {
    this.write('article', value);
  }
  get claims(): string | null {
    return this.getAttribute('claims');
  }
  set claims(value: string | null) {
    this.write('claims', value);
  }
  get exercise(): string | null {
    return this.getAttribute('exercise');
  }
  set exercise(value: string | null) {
    this.write('exercise', value);
  }
  get mode(): Mode {
    const mode = this.getAttribute('mode') ?? '';
    return modes.includes(mode) ? (mode as Mode) : 'read';
  }
  set mode(value: Mode) {
    this.write('mode', value);
  }
  get detect(): 'auto' | 'on' | 'off' {
    const detect = this.getAttribute('detect') ?? '';
    return detects.includes(detect) ? (detect as 'auto' | 'on' | 'off') : 'auto';
  }
  set detect(value: 'auto' | 'on' | 'off') {
    this.write('detect', value);
  }
  get theme(): 'light' | 'dark' | 'auto' {
    const theme = this.getAttribute('theme') ?? '';
    return themes.includes(theme) ? (theme as 'light' | 'dark' | 'auto') : 'auto';
  }
  set theme(value: 'light' | 'dark' | 'auto') {
    this.write('theme', value);
  }
  get render(): Rendering {
    const render = this.getAttribute('render') ?? '';
    return renderings.includes(render) ? (render as Rendering) : 'auto';
  }
  set render(value: Rendering) {
    this.write('render', value);
  }
  get layout(): LayoutChoice {
    const layout = this.getAttribute('layout') ?? '';
    return layoutChoices.includes(layout) ? (layout as LayoutChoice) : 'inline';
  }
  set layout(value: LayoutChoice) {
    this.write('layout', value);
  }
  get open(): boolean {
    return isOpen(this, layoutOf(this.layout));
  }
  set open(value: boolean) {
    this.setAttribute('open', String(value));
  }

  /** Shows a text that is nowhere on the page, in the Text view. */
  showText(title: string, text: string): void {
    this.plain = { title, text };
    void this.widget?.change(this.settings());
  }
  /** Opens a claim's card and scrolls the article to it. */
  select(claim: string): void {
    this.widget?.send({ verb: 'open-claim', id: claim });
  }
  showView(view: 'claims' | 'sources' | 'profile' | 'text'): void {
    this.widget?.send({ verb: 'show-view', value: view });
  }
  /** Has the engine look for claims now, unless `detect` is off. */
  findClaims(): void {
    this.widget?.send({ verb: 'detect' });
  }
  undo(): void {
    this.widget?.send({ verb: 'undo' });
  }
  redo(): void {
    this.widget?.send({ verb: 'redo' });
  }
  /** Merges a claims file; conflicts are shown in the panel. */
  importClaims(json: string, name = 'claims'): void {
    this.widget?.send({ verb: 'import-claims', text: json, value: name });
  }
  /** Gives the reader the claims file as a download. */
  exportClaims(): void {
    this.widget?.send({ verb: 'export-claims' });
  }
  /** Frames drawn, bytes of the instance and the renderer in use. */
  get figures(): { frames: number; memory: number; renderer: string } {
    return this.widget?.figures ?? { frames: 0, memory: 0, renderer: 'none' };
  }

  connectedCallback(): void {
    this.begin();
  }

  private begin(): void {
    if (document.querySelector('meta[name="who-says"][content="off"]')) return;
    const turn = ++this.turn;
    const kind = layoutOf(this.layout);
    if (!this.widget) keepFree(this.shadowRoot ?? this.attachShadow({ mode: 'open' }), kind);
    this.ready = new Promise((resolve, reject) => {
      // Over the page it is seen wherever the tag stands.
      if (isOver(kind)) return void (self.requestIdleCallback ?? setTimeout)(() => this.mount(turn).then(resolve, reject));
      // Loaded when it is about to be seen; the page's own work goes first.
      this.sight = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.sight?.disconnect();
          this.mount(turn).then(resolve, reject);
        },
        { rootMargin: '400px' },
      );
      this.sight.observe(this);
    });
    this.ready.catch(() => {});
  }

  disconnectedCallback(): void {
    // A move within the page is a removal and an insertion in one turn.
    const turn = ++this.turn;
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
    if (name !== 'exercise') return void this.widget.change(this.settings());
    // Another module: the widget begins anew.
    this.drop();
    this.begin();
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
      const root = this.shadowRoot!;
      const tell = (type: string, detail: object): boolean => this.dispatchEvent(new CustomEvent(`who-says-${type}`, { detail, bubbles: true, composed: true }));
      const widget = new Widget(this, root, this.settings(), assets, {
        ready: (claims) => tell('ready', { claims }),
        change: (claims) => tell('change', { claims }),
        select: (claim) => tell('select', { claim }),
        share: (link) => tell('share', { link }),
        detected: (found: Found) => tell('detected', found),
        error: (code, message, where) => tell('error', { code, message, where }),
      });
      this.widget = widget;
      await widget.start();
    } catch (error) {
      // The light DOM inside the tag stays readable.
      this.drop();
      const root = this.shadowRoot!;
      root.adoptedStyleSheets = [];
      root.replaceChildren(document.createElement('slot'));
      this.dispatchEvent(
        new CustomEvent('who-says-error', { detail: { code: 'not-started', message: `The panel could not be started: ${String(error)}`, where: '' }, bubbles: true, composed: true }),
      );
      throw error;
    }
  }

  private settings(): Settings {
    const { exercise } = this;
    const settings: Settings = { article: this.article, claims: exercise === null ? this.claims : null, exercise, mode: this.mode, detect: exercise === null ? this.detect : 'off', lang: (this.closest<HTMLElement>('[lang]') ?? document.documentElement).lang, theme: this.theme, render: this.render, layout: this.layout };
    if (this.plain) settings.text = this.plain;
    return settings;
  }
  private write(name: string, value: string | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

/** Defines the tag once; the newest version on a page was asked for last and must not break the others. */
export function define(load: Loader): void {
  if (customElements.get('who-says')) {
    console.warn('Who Says is on this page already; the second script is not used.');
    return;
  }
  customElements.define('who-says', elementClass(load));
}
