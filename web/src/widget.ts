// One widget: brings the page's article, the core, the panel and the reader's storage together.

import { ArticleReader } from './article-reader.ts';
import { CanvasPanel, type Renderer, type Rendering } from './canvas-panel.ts';
import { ClaimsText, readClaims } from './claims-text.ts';
import { Detection } from './detection.ts';
import { Dialogue } from './dialogue.ts';
import { chooseFile, download, takeDrops } from './files.ts';
import { Highlighter } from './highlighter.ts';
import { Keeper } from './keeper.ts';
import { panelKey } from './keys.ts';
import { languageAround, languageFor, pluralRules, termsOf, withLists } from './language.ts';
import { appearance, applyTokens, chosenTheme, coarsePointer, forcedColours, forcedColoursQuery, themeQueries, typefaces, watchPage, type Theme } from './looks.ts';
import { stamp, type ArticleMessage, type Command, type Effect, type Layout, type OutlineNode } from './messages.ts';
import { Outline } from './outline.ts';
import { findArticle } from './page-text.ts';
import type { Paper } from './paper.ts';
import { makeParts, nameParts, say, type Parts } from './parts.ts';
import { anyCore } from './plain-core.ts';
import { PanelLayout } from './panel-layout.ts';
import { Placing } from './placing.ts';
import { watchClaims } from './pointing.ts';
import { SelectionWatcher } from './selection.ts';
import type { Assets, Lesson, Settings, WidgetEvents } from './settings.ts';
import { Slices } from './slices.ts';
import { TextEngine } from './text-engine.ts';
import { WayBack } from './way-back.ts';

export class Widget {
  private readonly talk = new Dialogue({
    before: () => {
      this.focused = this.root.activeElement;
      this.hadFocus = this.parts.outline.contains(this.focused);
    },
    outline: (tree, led) => this.mirror(tree, led),
    effect: (effect) => this.effect(effect),
    draw: () => this.panel?.draw(),
  });
  private panel: CanvasPanel | undefined;
  private readonly reader: ArticleReader;
  private readonly claimsText: ClaimsText;
  private readonly keeper = new Keeper((command) => this.send(command));
  private readonly highlighter = new Highlighter();
  private readonly text: TextEngine;
  private readonly outline: Outline;
  private readonly placing: Placing;
  private readonly selection: SelectionWatcher;
  private readonly wayBack: WayBack;
  private readonly parts: Parts;
  private readonly standing: PanelLayout;
  /** Comes when the panel can be used. */
  private paper: Paper | undefined;
  private readonly slices = new Slices((units) => this.send({ verb: 'go-on', number: units }));
  private readonly detection: Detection;
  private readonly lesson: Lesson | undefined;
  private article: ArticleMessage | undefined;
  /** The page gives claims of its own. */
  private given = false;
  /** The engine has no other form than WebAssembly. */
  private canDetect = true;
  private readonly stops: (() => void)[] = [];
  private theme: Theme = 'light';
  private claims = 0;
  private closed = false;
  /** A person asked for the outline in place of the panel. */
  private asText = false;
  /** What had the focus before the last command's effects, and whether that is a control of the outline. */
  private focused: Element | null = null;
  private hadFocus = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly root: ShadowRoot,
    private settings: Settings,
    private readonly assets: Assets,
    private readonly events: WidgetEvents,
  ) {
    this.parts = makeParts(root);
    if (settings.exercise !== null) this.lesson = assets.lesson?.({ host, exercise: settings.exercise, send: (command) => this.send(command), parts: this.parts, restyle: () => this.restyle() });
    const { opener, offer, outline } = this.parts;
    this.on(opener, 'click', () => host.setAttribute('open', 'true'));
    this.reader = new ArticleReader(host, () => this.readAgain());
    this.claimsText = new ClaimsText(this.reader, (command) => this.talk.carry(command), assets.selectors);
    this.text = new TextEngine(typefaces(host, findArticle(settings.article)));
    this.outline = new Outline(outline, {
      press: (command) => {
        if (command.verb === 'open-claim') this.wayBack.fromPage = false;
        this.send({ ...command, stamp: stamp() });
      },
      input: (id, text) => this.send({ verb: 'set-field', id, text }),
      focus: (id) => {
        this.send({ verb: 'focus', id });
        this.placing.show(id);
      },
    });
    this.placing = new Placing(this.outline, () => this.panel?.top ?? 0);
    this.detection = new Detection(
      assets.detector,
      (command) => this.send(command),
      (found) => this.events.detected(found),
    );
    this.selection = new SelectionWatcher(
      offer,
      () => (this.settings.mode === 'view' || this.lesson?.marks === false || !this.core ? undefined : this.reader.page),
      coarsePointer,
      (range) => {
        host.setAttribute('open', 'true');
        this.send({ verb: 'begin-draft', range, stamp: stamp() });
        this.wayBack.fromPage = true;
        if (!this.lesson) this.standing.comeIntoSight(this.reader.page?.toDom(range));
      },
    );
    this.wayBack = new WayBack(this.parts.back, this.highlighter, (claim) => {
      this.placing.focus(`claim:${claim}`);
      this.openFromPage(claim);
    });
    this.standing = new PanelLayout(root, assets, settings.layout, { host, parts: this.parts, highlighter: this.highlighter, outline: this.outline, page: () => this.reader.page, open: (claim) => this.openFromPage(claim) });
  }

  async start(): Promise<void> {
    this.applyTheme();
    const claims = readClaims(this.host, this.settings.claims);
    const { panel, core } = await CanvasPanel.open(this.parts, this.text, anyCore(this.assets, () => (this.canDetect = false)), this.rendering(), {
      frame: (layout) => this.afterFrame(layout),
      died: (reason) => this.events.error('stopped', `The panel has come to an end: ${String(reason)}`, ''),
    });
    if (this.closed) return panel.dispose();
    this.panel = panel;
    this.talk.core = core;
    this.listen();
    this.lesson?.begin();
    this.setMode();
    await this.useLanguage();
    this.send({ verb: 'set-appearance', appearance: appearance(this.host, this.theme) });
    if (panel.renderer === 'text') this.send({ verb: 'as-text', value: 'only' });
    if (this.settings.claims) this.send({ verb: 'await-claims', flag: true });
    this.readArticle();
    const given = await claims;
    await this.reader.settled();
    if (this.closed) return;
    this.takeClaims(given);
    // All claims that were sent are read, found and painted; those that name elements of the page come up only while others are read.
    for (const work of [this.claimsText, this.slices, this.claimsText, this.slices, this.highlighter]) await work.settled();
    if (this.closed) return;
    await (this.lesson ?? this.keeper).load(this.reader.address);
    if (this.closed) return;
    this.offerDetection();
    this.standing.ready();
    this.events.ready(this.claims);
    // Without it the page prints without the panel.
    const { Paper } = await this.assets.paper().catch(() => ({ Paper: undefined }));
    if (Paper && !this.closed) this.paper = new Paper(this.host, this.parts.paper, () => this.send({ verb: 'print' }));
    if (document.fonts.status === 'loading') void document.fonts.ready.then(() => !this.closed && this.panel?.forgetText());
  }

  /** Settings changed on the element, or `looks` of the page around it. */
  async change(settings: Settings, looks = false): Promise<void> {
    const before = this.settings;
    this.settings = settings;
    this.standing.update(settings.layout);
    if (!this.core) return;
    if (settings.mode !== before.mode || settings.stays !== before.stays) this.setMode();
    if (looks || settings.theme !== before.theme) this.restyle();
    if (settings.render !== before.render) this.show();
    if (settings.lang !== before.lang) await this.useLanguage();
    if (settings.article !== before.article || settings.text !== before.text) this.readAgain();
    if (settings.claims !== before.claims) {
      const given = await readClaims(this.host, settings.claims);
      if (!this.closed) this.takeClaims(given);
    }
    if (settings.detect !== before.detect && !this.closed) this.offerDetection();
  }

  /** Whether it changed something at once. */
  send(command: Command): boolean {
    return this.core !== undefined && !this.closed && !this.claimsText.takes(command) && this.talk.carry(command);
  }

  readonly focus = (): void => this.parts.frame.focus({ preventScroll: true });

  /** Figures for tests and benchmarks. */
  get figures(): { frames: number; memory: number; renderer: Renderer | 'none'; highlights: number; readingSlices: number; longestDetectingSlice: number } {
    return { frames: this.panel?.frames ?? 0, memory: this.core?.memory ?? 0, renderer: this.panel?.renderer ?? 'none', highlights: this.highlighter.count, readingSlices: this.reader.slices, longestDetectingSlice: this.detection.longestSlice };
  }

  dispose(): void {
    this.closed = true;
    this.placing.dispose();
    this.reader.dispose();
    this.detection.stop();
    this.slices.stop();
    for (const stop of this.stops) stop();
    this.selection.dispose();
    this.wayBack.dispose();
    this.standing.dispose();
    this.paper?.dispose();
    this.highlighter.dispose();
    this.panel?.dispose();
    this.panel = undefined;
    this.talk.stop();
    this.root.replaceChildren();
  }

  private get core(): Dialogue['core'] {
    return this.talk.core;
  }

  // ---- what goes in

  private readArticle(then = (): void => {}): void {
    this.reader.read(this.settings.article, this.settings.text, (article) => {
      if (article) {
        this.article = article;
        this.claimsText.forget();
        this.send({ verb: 'load-article', article });
      } else {
        this.paint();
        this.claimsText.findAgain();
      }
      then();
    });
  }
  private readAgain(): void {
    if (!this.core) return;
    const { address } = this.reader;
    const before = this.article;
    this.readArticle(() => {
      this.selection.update();
      if (this.reader.address !== address) void this.keeper.restore(this.reader.address);
      if (this.article !== before) this.offerDetection();
    });
  }

  private offerDetection(): void {
    this.detection.offer(this.article, this.canDetect ? this.settings.detect : 'off', this.given);
  }

  private takeClaims({ text, problem }: { text: string; problem: string }): void {
    this.given = text !== '';
    if (this.given) {
      this.send({ verb: 'load-claims', text });
      return;
    }
    this.send({ verb: 'await-claims', flag: false });
    if (!problem) return;
    this.send({ verb: 'notify', value: 'notice.no-claims', text: problem, flag: true });
    this.events.error('no-claims', `The claims file could not be fetched: ${problem}`, this.settings.claims ?? '');
  }

  private setMode(): void {
    this.send({ verb: 'set-mode', value: this.settings.mode, flag: this.settings.stays });
  }

  private get language(): string {
    return languageFor(this.settings.lang, this.assets.languages);
  }
  private async useLanguage(): Promise<void> {
    const { lang } = this.settings;
    const { language } = this;
    const words = language === 'en' ? '{}' : await this.assets.words(language);
    if (!words || this.closed || lang !== this.settings.lang) return;
    // English is the core's own; asking the browser how it is written takes 50 ms on a slow machine.
    const own = language === 'en' ? { text: words, plural: '' } : { text: withLists(words, language), plural: pluralRules(language) };
    this.send({ verb: 'set-words', value: language, ...own });
    nameParts(this.parts, words, language);
  }

  // ---- looks

  private rendering(): Rendering {
    // In forced colours nothing drawn would have the reader's.
    return forcedColours() || this.asText ? 'text' : this.settings.render;
  }
  private show(): void {
    this.panel?.show(this.rendering());
    if (!this.asText) this.send({ verb: 'as-text', value: this.panel?.renderer === 'text' ? 'only' : 'either' });
  }
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
    this.on(matchMedia(forcedColoursQuery), 'change', () => this.show());
    this.stops.push(
      watchPage(this.parts.rem, () => void this.change({ ...this.settings, lang: languageAround(this.host) }, true)),
      watchClaims(this.reader, this.highlighter, (id) => this.send({ verb: 'point-claim', id }), (claim) => this.openFromPage(claim)),
    );
    this.on(this.parts.frame, 'keydown', (event: KeyboardEvent) =>
      panelKey(event, this.outline, () => this.wayBack.stepBack(() => this.send({ verb: 'step-back' })) || this.standing.fold(), (command) => this.send({ ...command, stamp: stamp() })),
    );
    this.on(this.parts.frame, 'focusout', (event: FocusEvent) => {
      if (!this.parts.frame.contains(event.relatedTarget as Node | null)) this.send({ verb: 'focus', id: '' });
    });
    takeDrops(this.parts.frame, (file) => void this.importFile(file));
  }

  private openFromPage(claim: string): void {
    this.host.setAttribute('open', 'true');
    this.send({ verb: 'open-claim', id: claim, flag: true });
    this.wayBack.fromPage = true;
    this.standing.comeIntoSight(this.highlighter.ranges(claim)[0]);
  }

  // ---- what comes out

  private afterFrame(layout: Layout | undefined): void {
    // The first frame comes before the core is at hand.
    this.placing.take(layout);
    if (!this.core) return;
    this.placing.frame(layout !== undefined, this.panel);
    // What a press on the canvas brings is laid out by the next frame, and led to after it.
    this.talk.work();
  }

  private mirror(tree: OutlineNode, led: boolean): void {
    this.outline.update(tree, led);
    this.panel?.turnTo(this.outline.face);
    // The control that had the focus is gone: keys go on working.
    if (this.focused && !this.root.activeElement) this.focus();
    this.placing.place();
    this.standing.refresh();
  }

  private effect(effect: Effect): void {
    const { id = '', text = '', value = '' } = effect;
    switch (effect.kind) {
      case 'show-highlights':
        this.highlighter.change(effect.highlights ?? [], effect.gone ?? [], this.reader.page, this.theme);
        break;
      case 'scroll-page': {
        const range = effect.range && this.reader.page?.toDom(effect.range);
        if (range && this.standing.scrollTo(range, value === 'asked') && effect.flag) this.highlighter.flash(range, this.theme);
        if (value === 'asked' && this.hadFocus) this.wayBack.go(id);
        break;
      }
      case 'scroll-panel':
        this.placing.show(id);
        this.panel?.draw(2);
        break;
      case 'save-layer':
        this.keeper.save(this.reader.address, value, text);
        break;
      case 'download':
        if (this.events.file(value, text)) download(value, text);
        break;
      case 'share':
        void this.keeper.share(text, value, (link) => this.events.share(link));
        break;
      case 'announce':
        say(this.parts.live, text);
        break;
      case 'changed':
        this.claims = Number(text);
        if (!effect.flag) this.events.change(this.claims);
        break;
      case 'selected':
        this.wayBack.opened = id;
        this.events.select(id);
        break;
      case 'failed':
        this.events.error(value, text, id);
        break;
      case 'choose-file':
        chooseFile((file) => void this.importFile(file));
        break;
      case 'detect':
        if (effect.flag) this.detection.stop();
        else this.detection.start();
        break;
      case 'find-words':
        this.claimsText.find(text);
        break;
      case 'go-on':
        this.slices.ask();
        break;
      case 'lesson':
        this.lesson?.carryOut(effect);
        break;
      case 'paper':
        this.paper?.take(effect, this.article, this.settings.print, this.language);
        break;
      case 'close':
        this.events.closed({ words: text, back: value });
        break;
      case 'as-text':
        this.asText = effect.flag ?? false;
        this.show();
        break;
      case 'explain':
        void termsOf(this.assets, value).then((terms) => this.send({ verb: 'load-terms', text: terms }));
        break;
      case 'more-words':
        void this.assets.words(`${id}.${value}`).then((text = '') => this.send({ verb: 'add-words', value, text }));
        break;
      case 'focus':
        if (effect.flag && !this.hadFocus) break;
        this.placing.focus(id);
        this.panel?.draw(2);
        break;
    }
  }

  private readonly paint = (): void => this.highlighter.repaint(this.reader.page, this.theme);

  async importFile(file: File): Promise<void> {
    this.send({ verb: 'import-claims', text: await file.text(), value: file.name });
  }
}
