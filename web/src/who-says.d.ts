// Types of <who-says> for pages written in TypeScript.

export interface WhoSaysElement extends HTMLElement {
  /** CSS selector of the article; else `article`, `[itemprop=articleBody]` or `main`. */
  article: string | null;
  /** Address of the claims file. */
  claims: string | null;
  /** view: only look; read (default): a reader's own highlights; edit: everything, for editors and teachers. */
  mode: 'view' | 'read' | 'edit';
  theme: 'light' | 'dark' | 'auto';
  open: boolean;
  /** Settles when the panel can be used. */
  readonly ready: Promise<void>;
  readonly figures: { frames: number; memory: number; renderer: string };
  showText(title: string, text: string): void;
  select(claim: string): void;
  showView(view: 'claims' | 'sources' | 'profile' | 'text'): void;
  undo(): void;
  redo(): void;
  importClaims(json: string, name?: string): void;
  exportClaims(): void;
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
    'who-says-share': CustomEvent<{ link: string }>;
  }
}
