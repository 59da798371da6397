// A report that the lesson is about: read from what was pasted or opened, with a panel beside it in which the teacher accepts its claims.

import type { Block } from '../../exports/index.ts';
import { PageText } from '../../src/page-text.ts';
import type { WhoSaysElement } from '../../src/who-says.js';
import type { Content } from '../class/dom.ts';
import { fromFile, fromPaste, takeDropped, textAddress, type OwnArticle, type Unread } from '../own-article.ts';
import type { Article } from './lesson.ts';
import { inLanguage, tell } from '../words/page.ts';
import { say, words } from './words.ts';

/** Of the first two lines that have no full stop, the longer one is the headline: the other is what stands over it, or a by-line. */
function headed(parts: HTMLElement[]): HTMLElement[] {
  const words = (part: HTMLElement): string => part.textContent ?? '';
  if (parts.length < 2 || parts.some(({ tagName }) => tagName === 'H1')) return parts;
  const lines = parts.slice(0, 2).filter((part) => part.tagName === 'P' && words(part).length <= 150 && !/[.:;!…]["”’]?$/.test(words(part)));
  const line = [...lines].sort((one, other) => words(other).length - words(one).length)[0];
  if (!line) return parts;
  const heading = document.createElement('h1');
  heading.textContent = words(line);
  return parts.map((part) => (part === line ? heading : part));
}

export interface ReportEvents {
  /** Another article is there; `lang`: as its file says. */
  opened(lang: string): void;
  /** Its claims may be others. */
  changed(): void;
  /** The engine knows its language. */
  found?(lang: string): void;
}

export class Report {
  blocks: Block[] = [];
  /** Its claims file; as it was kept, until the panel has come into sight and has read it. */
  claims = '';
  private readonly article: HTMLElement;
  private isRead = false;
  private readonly panel = document.createElement('who-says') as WhoSaysElement;

  /** `part`: what the ids of its elements in the page begin with. */
  constructor(
    private readonly part: string,
    private readonly events: ReportEvents,
  ) {
    this.article = this.find('article');
    for (const [name, value] of [['article', `#${this.article.id}`], ['mode', 'edit'], ['detect', 'on'], ['stays', '']] as const) this.panel.setAttribute(name, value);
    for (const type of ['who-says-change', 'who-says-ready'] as const)
      this.panel.addEventListener(type, () => {
        this.isRead ||= type === 'who-says-ready';
        events.changed();
      });
    this.panel.addEventListener('who-says-detected', ({ detail: { language } }) => language && events.found?.(language));
    const form = this.find('open');
    const text = this.find<HTMLTextAreaElement>('text');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (text.value.trim()) return this.open(fromPaste(text.value, { page: '', text: '' }));
      this.tell(() => say('article.none'));
      text.focus();
    });
    const file = this.find<HTMLInputElement>('file');
    file.addEventListener('change', () => {
      if (file.files?.[0]) void fromFile(file.files[0]).then((read) => this.open(read));
    });
    takeDropped(form, (dropped) => void fromFile(dropped).then((read) => this.open(read)));
  }

  get isOpen(): boolean {
    return this.blocks.length > 0;
  }
  get title(): string {
    return (this.blocks.find(([tag]) => tag === 'h1') ?? this.blocks[0])?.[1] ?? '';
  }
  /** What the browser keeps its claims under. */
  get address(): string {
    return this.article.getAttribute('itemid') ?? '';
  }

  /** The engine goes by the article's language, the panel by the page's. */
  speak(lang: string): void {
    this.article.lang = lang;
    this.panel.lang = words.lang;
    if (this.isOpen) this.panel.setAttribute('article', `#${this.article.id}`);
  }

  show(blocks: Block[], lang: string, claims = ''): void {
    this.blocks = blocks;
    this.claims = claims;
    const parts = blocks.map(([tag, text]) => Object.assign(document.createElement(tag), { textContent: text }));
    this.article.setAttribute('itemid', textAddress(parts));
    this.article.replaceChildren(...parts);
    this.article.after(this.panel);
    this.article.hidden = this.find('claims').hidden = false;
    this.speak(lang);
    const n = blocks.reduce((sum, [, text]) => sum + text.split(/\s+/).length, 0);
    this.tell(() => words.parts('article.here', { title: inLanguage(this.title.slice(0, 120), this.article.lang, words.lang), n }));
  }

  /** Its text and claims; undefined while none are accepted. Also says how many there are. */
  sourced(): Article | undefined {
    if (this.isOpen && this.isRead) this.claims = this.fromPanel();
    const { claims } = this;
    const count = claims ? (JSON.parse(claims) as { items?: unknown[] }).items?.length ?? 0 : 0;
    if (this.isOpen) tell(this.find('claims-said'), () => (count ? say('claims.some', { n: count }) : say('claims.none')));
    return count ? { text: new PageText(this.article).text, claims } : undefined;
  }

  private open(read: OwnArticle | Unread): void {
    if ('why' in read) return this.tell(() => say(`article.${read.why}`, { kb: read.kb, most: read.most }));
    const parts = headed(read.parts);
    if (!parts.length) return this.tell(() => say('article.empty'));
    this.show(parts.map((part) => [part.tagName.toLowerCase(), part.textContent ?? '']), this.article.lang);
    this.events.opened(read.lang);
  }

  /** The claims file of the panel, which would give it to the teacher. */
  private fromPanel(): string {
    let out = '';
    const take = (event: CustomEvent<{ text: string }>): void => {
      event.preventDefault();
      out = event.detail.text;
    };
    this.panel.addEventListener('who-says-file', take);
    this.panel.exportClaims();
    this.panel.removeEventListener('who-says-file', take);
    return out;
  }

  private find<T extends HTMLElement = HTMLElement>(id: string): T {
    return document.querySelector<T>(`#${this.part}${id}`)!;
  }
  private tell(what: () => Content): void {
    tell(this.find('article-said'), what);
  }
}
