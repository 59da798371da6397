// Types of <who-says> for pages written in TypeScript.

export interface WhoSaysElement extends HTMLElement {
  /** CSS selector of the article; else `article`, `[itemprop=articleBody]` or `main`. */
  article: string | null;
  /** The article itself, where no selector finds it: in a shadow root, open or closed. It goes before `article`; null = that counts. */
  articleElement: Element | null;
  /** Address of the claims file. */
  claims: string | null;
  /** Address of an exercise for pupils, "" = it stands in the tag: a lesson in place of the claims. */
  exercise: string | null;
  /** view: only look; read (default): a reader's own highlights; edit: everything, for editors and teachers. */
  mode: 'view' | 'read' | 'edit';
  /** Whether the engine looks for claims by itself. auto (default): where the page gives none; else on a reader's press. */
  detect: 'auto' | 'on' | 'off';
  theme: 'light' | 'dark' | 'auto';
  /** auto (default): WebGL, else software, else text; software; text: the panel as plain text and buttons. */
  render: 'auto' | 'software' | 'text';
  /**
   * Where the panel stands. inline (default): a block of the page, where the tag is; page: the same without a border, as large as what holds
   * it; docked: at the window's side; sheet: at its foot, dragged up by a reader; auto: inline. auto is a sheet where the
   * window is narrower than 600 CSS pixels, docked where it is narrower than 800 or the article's words leave no room beside them.
   */
  layout: 'inline' | 'auto' | 'docked' | 'sheet' | 'page';
  /** Whether the panel is open, or only the button that opens it is seen. docked and sheet are closed at first, all others open. */
  open: boolean;
  /** Settles when the panel can be used. */
  readonly ready: Promise<void>;
  readonly figures: { frames: number; memory: number; renderer: 'webgl2' | 'webgl' | 'software' | 'text' | 'none' };
  showText(title: string, text: string): void;
  select(claim: string): void;
  showView(view: 'claims' | 'sources' | 'profile' | 'text'): void;
  /** Has the engine look for claims now, unless `detect` is off. */
  findClaims(): void;
  undo(): void;
  redo(): void;
  importClaims(json: string, name?: string): void;
  exportClaims(): void;
  /** As a reader does in the panel: every tag of this site stays closed, on this machine, until it is brought back. */
  closeForGood(): void;
  bringBack(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'who-says': WhoSaysElement;
  }
  interface HTMLElementEventMap {
    'who-says-ready': CustomEvent<{ claims: number }>;
    'who-says-change': CustomEvent<{ claims: number }>;
    'who-says-select': CustomEvent<{ claim: string }>;
    'who-says-error': CustomEvent<{ code: string; message: string; where: string }>;
    /** The engine has looked through the article. `language` is empty when it does not know it. */
    'who-says-detected': CustomEvent<{ claims: number; language: string; rulesOnly: boolean; engine: string }>;
    /** A reader has closed every tag of this site for good, or has brought them back. */
    'who-says-closed': CustomEvent<{ closed: boolean }>;
    /** A file for the reader to keep: the claims, a pupil's work. Where the page prevents the default, it takes the file itself. */
    'who-says-file': CustomEvent<{ name: string; text: string }>;
    'who-says-share': CustomEvent<{ link: string }>;
    /** A lesson begins. A listener may have the pupil's work kept elsewhere than in this browser, in a school's system for instance. */
    'who-says-lesson': CustomEvent<{ exercise: string; text: string; keepIn(store: { load(): Promise<string>; keep(work: string, task: string): Promise<void>; place?(): string; last?(work: string): void }): void }>;
  }
}
