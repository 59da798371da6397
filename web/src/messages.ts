// The messages between the page and the core, as src/app/messages.cpp reads and writes them.

/** [begin, end) of the article's text, in UTF-16 code units. */
export type TextRange = [begin: number, end: number];
export type Hue = 'state' | 'intelligence' | 'expertise' | 'former' | 'media' | 'society' | 'record' | 'none';
export type Mode = 'view' | 'read' | 'edit';

export interface Stamp {
  id: string;
  now: string;
}
export type BlockRole = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'caption' | 'other';
export interface ArticleMessage {
  url: string;
  title: string;
  lang: string;
  text: string;
  blocks: [begin: number, end: number, role: BlockRole, level: number][];
}
export interface Appearance {
  dark: boolean;
  reducedMotion: boolean;
  touch: boolean;
  rightToLeft: boolean;
  accent: number;
  fontScale: number;
}
export interface Command {
  verb: string;
  id?: string;
  value?: string;
  text?: string;
  plural?: string;
  range?: TextRange;
  number?: number;
  flag?: boolean;
  stamp?: Stamp;
  article?: ArticleMessage;
  appearance?: Appearance;
}

export interface Highlight {
  /** Its id; "" = no claim yet: the words that the editor is open for. */
  claim: string;
  range: TextRange;
  hue: Hue;
  selected?: boolean;
  pointed?: boolean;
  suggested?: boolean;
}
export interface Effect {
  kind:
    | 'show-highlights'
    | 'scroll-page'
    | 'scroll-panel'
    | 'save-layer'
    | 'download'
    | 'share'
    | 'announce'
    | 'changed'
    | 'selected'
    | 'failed'
    | 'choose-file'
    | 'detect'
    | 'find-words'
    | 'go-on'
    | 'explain'
    | 'more-words'
    | 'as-text'
    | 'lesson'
    | 'paper'
    | 'close'
    | 'focus';
  id?: string;
  value?: string;
  text?: string;
  range?: TextRange;
  flag?: boolean;
  highlights?: Highlight[];
  gone?: string[];
}

export type OutlineRole =
  | 'region'
  | 'heading'
  | 'list'
  | 'item'
  | 'article'
  | 'text'
  | 'button'
  | 'toggle'
  | 'disclosure'
  | 'tab'
  | 'field'
  | 'image'
  | 'note'
  | 'status'
  | 'choice'
  | 'radio';
export interface OutlineNode {
  id: string;
  role: OutlineRole;
  name?: string;
  value?: string;
  hint?: string;
  multiline?: boolean;
  level?: number;
  on?: boolean;
  disabled?: boolean;
  /** That press it while the panel has the focus, as in aria-keyshortcuts. */
  keys?: string;
  command?: Command;
  children?: OutlineNode[];
  /** It is as it was, with all that is in it: only the id is given. */
  same?: boolean;
}

/** Where an item is, in CSS pixels of what scrolls; of the canvas, if it is fixed. */
export interface ItemRect {
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
  field?: boolean;
  /** A field whose hint is drawn above it. */
  hinted?: boolean;
  fixed?: boolean;
}
export interface Layout {
  height: number;
  /** What scrolls is seen from here to there in the canvas: between header and foot. */
  header: number;
  end: number;
  cursor: string;
  items: ItemRect[];
}

export function stamp(): Stamp {
  return { id: randomId(), now: new Date().toISOString() };
}

/** A version 4 UUID; `crypto.randomUUID` exists on secure origins only. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
