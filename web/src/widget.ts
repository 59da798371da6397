// One widget: brings the page's article, the core, the panel and the reader's storage together.

import { ArticleReader } from './article-reader.ts';
import { CanvasPanel } from './canvas-panel.ts';
import { ClaimsText } from './claims-text.ts';
import type { Core, PanelFactory } from './core.ts';
import { chooseFile, download } from './files.ts';
import { Highlighter } from './highlighter.ts';
import { Keeper } from './keeper.ts';
import { appearance, applyTokens, chosenTheme, coarsePointer, scrollBehaviour, themeQueries, typefaces, type Theme } from './looks.ts';
import { stamp, type Command, type Effect, type Highlight, type ItemRect, type Layout, type Mode } from './messages.ts';
import { Outline } from './outline.ts';
import { findArticle } from './page-text.ts';
import { makeParts, nameParts, type Parts } from './parts.ts';
import type { PlainText } from './plain-text.ts';
import { claimAt, takesClicks } from './pointing.ts';
import { SelectionWatcher } from './selection.ts';
import { Slices } from './slices.ts';
import { TextEngine } from './text-engine.ts';

export interface Assets {
  factory: PanelFactory;
  module: () => Promise<WebAssembly.Module>;
  /** Words of an interface language as JSON; undefined when there are none. */
  words(language: string): Promise<string | undefined>;
}
/** What the element tells the widget. */
export interface Settings {
  article: string | null;
  claims: string | null;
  mode: Mode;
  lang: string;
  theme: Theme | 'auto';
  /** Plain text to show instead of an article of the page. */
  text?: PlainText;
}
export interface WidgetEvents {
  ready(claims: number): void;
  change(claims: number): void;
  select(claim: string): void;
  share(link: string): void;
  error(code: string, message: string, where: string): void;
}

export class Widget {
  private core: Core | undefined;
  private panel: CanvasPanel | undefined;
  private readonly reader: ArticleReader;
  private readonly claimsText: ClaimsText;
  private readonly keeper = new Keeper((command) => this.send(command));
  private highlights: Highlight[] = [];
  private layout: { items: ItemRect[]; header: number; scrollTop: number } | undefined;
  private readonly highlighter = new Highlighter();
  private readonly text: TextEngine;
  private readonly outline: Outline;
  private readonly selection: SelectionWatcher;
  private readonly parts: Parts;
  private readonly slices = new Slices((units) => this.send({ verb: 'go-on', number: units }));
  private readonly stops: (() => void)[] = [];
  private theme: Theme = 'light';
  private claims = 0;
  private closed = false;
  private readonly waiting: Command[] = [];
  private working = false;
  private pendingFocus = '';
  private pendingScroll = '';

  constructor(
    private readonly host: HTMLElement,
    private readonly root: ShadowRoot,
    private settings: Settings,
    private readonly assets: Assets,
    private readonly events: WidgetEvents,
  ) {
    this.parts = makeParts(root);
    const { opener, offer, outline } = this.parts;
    this.on(opener, 'click', () => host.setAttribute('open', 'true'));
    this.reader = new ArticleReader(host, () => this.readAgain());
    this.claimsText = new ClaimsText(this.reader);
    this.text = new TextEngine(typefaces(host, findArticle(settings.article)));
    this.outline = new Outline(outline, {
      press: (command) => this.send({ ...command, stamp: stamp() }),
      input: (id, text) => this.send({ verb: 'set-field', id, text }),
      focus: (id) => {
        this.send({ verb: 'focus', id });
        this.pendingScroll = id;
      },
    });
    this.selection = new SelectionWatcher(
      offer,
      () => (this.settings.mode === 'view' || !this.core ? undefined : this.reader.page),
      coarsePointer,
      (range) => {
        host.setAttribute('open', 'true');
        this.send({ verb: 'begin-draft', range, stamp: stamp() });
        this.comeIntoSight();
      },
    );
  }

  async start(): Promise<void> {
    this.applyTheme();
    const claims = this.readClaims();
    const { panel, core } = await CanvasPanel.open(this.parts, this.text, this.assets.factory, this.assets.module(), (layout) => this.afterFrame(layout));
    if (this.closed) return panel.dispose();
    this.panel = panel;
    this.core = core;
    this.listen();
    this.send({ verb: 'set-mode', value: this.settings.mode });
    await this.useLanguage();
    this.send({ verb: 'set-appearance', appearance: appearance(this.host, this.theme) });
    this.readArticle();
    const text = await claims;
    await this.reader.settled();
    if (this.closed) return;
    if (text) this.send({ verb: 'load-claims', text });
    await this.keeper.restore(this.reader.address);
    await this.keeper.receive();
    if (this.closed) return;
    this.events.ready(this.claims);
    if (document.fonts.status === 'loading') void document.fonts.ready.then(() => !this.closed && this.panel?.forgetText());
  }

  /** Settings changed on the element. */
  async change(settings: Settings): Promise<void> {
    const before = this.settings;
    this.settings = settings;
    if (!this.core) return;
    if (settings.mode !== before.mode) this.send({ verb: 'set-mode', value: settings.mode });
    if (settings.theme !== before.theme) this.restyle();
    if (settings.lang !== before.lang) await this.useLanguage();
    if (settings.article !== before.article || settings.text !== before.text) this.readAgain();
    if (settings.claims !== before.claims) {
      const text = await this.readClaims();
      if (text && !this.closed) this.send({ verb: 'load-claims', text });
    }
  }

  send(command: Command): void {
    if (!this.core || this.closed) return;
    this.waiting.push(this.claimsText.resolved(command));
    this.work();
  }

  /** Figures for tests and benchmarks. */
  get figures(): { frames: number; memory: number; renderer: string; readingSlices: number } {
    return { frames: this.panel?.frames ?? 0, memory: this.core?.memory ?? 0, renderer: this.panel?.renderer ?? 'none', readingSlices: this.reader.slices };
  }

  dispose(): void {
    this.closed = true;
    this.reader.dispose();
    this.slices.stop();
    for (const stop of this.stops) stop();
    this.selection.dispose();
    this.highlighter.dispose();
    this.panel?.dispose();
    this.panel = undefined;
    this.core = undefined;
    this.root.replaceChildren();
  }

  // ---- what goes in

  private readArticle(then = (): void => {}): void {
    this.reader.read(this.settings.article, this.settings.text, (article) => {
      if (article) this.send({ verb: 'load-article', article });
      else this.paint();
      then();
    });
  }
  private readAgain(): void {
    if (!this.core) return;
    const { address } = this.reader;
    this.readArticle(() => {
      const claims = this.claimsText.again();
      if (claims) this.send(claims);
      this.selection.update();
      if (this.reader.address !== address) void this.keeper.restore(this.reader.address);
    });
  }

  private async readClaims(): Promise<string> {
    const inside = this.host.querySelector('script[type="application/ld+json"],script[type="application/json"]');
    if (inside?.textContent) return inside.textContent;
    if (!this.settings.claims) return '';
    try {
      const response = await fetch(new URL(this.settings.claims, document.baseURI));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return await response.text();
    } catch (error) {
      this.events.error('no-claims', `The claims file could not be fetched: ${String(error)}`, this.settings.claims);
      return '';
    }
  }

  private async useLanguage(): Promise<void> {
    const language = this.settings.lang || 'en';
    if (/^en\b/.test(language)) return;
    const words = await this.assets.words(language);
    if (!words || this.closed) return;
    const rules = new Intl.PluralRules(language);
    const letters: Record<string, string> = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' };
    const plural = Array.from({ length: 200 }, (_, n) => letters[rules.select(n)]).join('');
    this.send({ verb: 'set-words', value: language, text: words, plural });
    nameParts(this.parts, words);
  }

  // ---- looks

  private applyTheme(): void {
    this.theme = chosenTheme(this.settings.theme);
    applyTokens(this.host, this.root, this.theme);
  }
  private restyle(): void {
    this.applyTheme();
    if (this.text.use(typefaces(this.host, findArticle(this.settings.article)))) this.panel?.forgetText();
    this.send({ verb: 'set-appearance', appearance: appearance(this.host, this.theme) });
    this.paint();
  }

  // ---- events of the page

  private on(target: EventTarget, type: string, listener: (event: never) => void, options?: AddEventListenerOptions): void {
    target.addEventListener(type, listener as EventListener, options);
    this.stops.push(() => target.removeEventListener(type, listener as EventListener, options));
  }

  private listen(): void {
    for (const query of themeQueries) this.on(matchMedia(query), 'change', () => this.restyle());
    this.on(document, 'click', (event: MouseEvent) => this.clicked(event));
    let last = 0;
    this.on(
      document,
      'pointermove',
      (event: PointerEvent) => {
        if (event.pointerType === 'touch' || event.timeStamp - last < 50 || !this.reader.page?.root.contains(event.target as Node)) return;
        last = event.timeStamp;
        this.send({ verb: 'point-claim', id: this.claimAt(event) ?? '' });
      },
      { passive: true },
    );
    this.on(this.parts.frame, 'keydown', (event: KeyboardEvent) => this.key(event));
    this.on(this.parts.frame, 'focusout', (event: FocusEvent) => {
      if (!this.parts.frame.contains(event.relatedTarget as Node | null)) this.send({ verb: 'focus', id: '' });
    });
    this.on(this.parts.frame, 'dragover', (event: DragEvent) => event.preventDefault());
    this.on(this.parts.frame, 'drop', (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.importFile(file);
    });
  }

  private claimAt(event: MouseEvent): string | undefined {
    return this.reader.page && claimAt(event.clientX, event.clientY, this.reader.page, this.highlights, this.highlighter);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    if (!this.reader.page?.root.contains(target) || takesClicks(target)) return;
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const claim = this.claimAt(event);
    if (!claim) return;
    this.host.setAttribute('open', 'true');
    this.send({ verb: 'open-claim', id: claim, flag: true });
    this.comeIntoSight();
  }
  private comeIntoSight(): void {
    const box = this.host.getBoundingClientRect();
    if (box.bottom < 80 || box.top > innerHeight - 80) this.host.scrollIntoView({ block: 'nearest', behavior: scrollBehaviour() });
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.stopPropagation();
    this.send({ verb: 'cancel-draft' });
    this.send({ verb: 'close-claim' });
  }

  // ---- what comes out

  private afterFrame(layout: Layout | undefined): void {
    // The first frame comes before the core is at hand.
    if (layout) this.layout = { items: layout.items, header: layout.header, scrollTop: this.parts.scroller.scrollTop };
    if (!this.core) return;
    this.work();
    if (layout) this.placeOutline();
    if (this.pendingFocus) {
      const id = this.pendingFocus;
      this.pendingFocus = '';
      // Only inside the widget, or right after the page asked for it.
      this.outline.focus(id);
    }
    if (this.pendingScroll) {
      const to = this.core.scrollTo(this.pendingScroll);
      this.pendingScroll = '';
      if (to >= 0) this.parts.scroller.scrollTop = to;
    }
  }

  /** Commands and what comes of them, one after the other: removing a focused node, for one, tells of a new focus in the midst. */
  private work(): void {
    if (this.working) return;
    this.working = true;
    let wanted = false;
    try {
      this.carryOut();
      for (let command; this.core && (command = this.waiting.shift()); this.carryOut()) wanted = this.core.send(command) || wanted;
    } finally {
      this.working = false;
    }
    if (wanted) this.panel?.draw();
  }

  private carryOut(): void {
    const tree = this.core?.outline();
    if (tree) {
      this.outline.update(tree);
      this.placeOutline();
    }
    for (const effect of this.core?.effects() ?? []) this.effect(effect);
  }

  private placeOutline(): void {
    if (this.layout) this.outline.place(this.layout.items, this.layout.scrollTop, this.layout.header);
  }

  private effect(effect: Effect): void {
    const { id = '', text = '', value = '' } = effect;
    switch (effect.kind) {
      case 'show-highlights':
        this.highlights = effect.highlights ?? [];
        this.paint();
        break;
      case 'scroll-page': {
        const range = effect.range && this.reader.page?.toDom(effect.range);
        if (!range) break;
        const box = range.getBoundingClientRect();
        const own = this.host.getBoundingClientRect();
        // Above or below the article, as on a phone, the panel would go out of sight with the card that was just opened.
        if (value === 'beside' && box.left < own.right && own.left < box.right) break;
        const top = scrollY + box.top - Math.max(80, (innerHeight - box.height) / 3);
        scrollTo({ top, behavior: scrollBehaviour() });
        if (effect.flag) this.highlighter.flash(range, this.theme);
        break;
      }
      case 'scroll-panel':
        this.pendingScroll = id;
        this.panel?.draw(2);
        break;
      case 'save-layer':
        this.keeper.save(this.reader.address, value, text);
        break;
      case 'download':
        download(value, text);
        break;
      case 'share':
        void this.keeper.share(text, value, (link) => this.events.share(link));
        break;
      case 'announce':
        this.parts.live.textContent = text;
        break;
      case 'changed':
        this.claims = Number(text);
        if (!effect.flag) this.events.change(this.claims);
        break;
      case 'selected':
        this.events.select(id);
        break;
      case 'failed':
        this.events.error(value, text, id);
        break;
      case 'choose-file':
        chooseFile((file) => void this.importFile(file));
        break;
      case 'go-on':
        this.slices.ask();
        break;
      case 'focus':
        this.pendingFocus = id;
        this.panel?.draw(2);
        break;
    }
  }

  private paint(): void {
    if (this.reader.page) this.highlighter.show(this.highlights, this.reader.page, this.theme);
    else this.highlighter.clear();
  }

  async importFile(file: File): Promise<void> {
    const text = await file.text();
    this.send({ verb: 'import-claims', text, value: file.name });
  }
}
