// How the widget looks on its host page: theme, typefaces, accent, the reader's settings.

import type { Appearance } from './messages.ts';
import { tokens } from './styles.ts';
import type { Typefaces } from './text-engine.ts';

export type Theme = 'light' | 'dark';

export const themeQueries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)'];

export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const coarsePointer = (): boolean => matchMedia('(pointer: coarse)').matches;
export const forcedColoursQuery = '(forced-colors: active)';
export const forcedColours = (): boolean => matchMedia(forcedColoursQuery).matches;
export const scrollBehaviour = (): ScrollBehavior => (reducedMotion() ? 'auto' : 'smooth');

export const chosenTheme = (theme: Theme | 'auto'): Theme =>
  theme !== 'auto' ? theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const property = (host: Element, name: string): string => getComputedStyle(host).getPropertyValue(`--who-says-${name}`).trim();

/** The page's own: that of the host for the panel, that of the article's longest paragraph for quotes. */
export function typefaces(host: Element, article: Element | null): Typefaces {
  const paragraphs = Array.from(article?.querySelectorAll('p') ?? []);
  const length = (p: Element): number => p.textContent?.length ?? 0;
  const words = paragraphs.reduce<Element>((best, p) => (length(p) > length(best) ? p : best), paragraphs[0] ?? article ?? host);
  const { fontFamily, fontSize, letterSpacing, wordSpacing } = getComputedStyle(host);
  const share = (spacing: string): number => parseFloat(spacing) / parseFloat(fontSize) || 0;
  return {
    panel: property(host, 'font') || fontFamily || 'sans-serif',
    quote: property(host, 'quote-font') || getComputedStyle(words).fontFamily || 'serif',
    letters: share(letterSpacing),
    words: share(wordSpacing),
  };
}

export function appearance(host: Element, theme: Theme): Appearance {
  const accent = property(host, 'accent');
  return {
    dark: theme === 'dark',
    reducedMotion: reducedMotion(),
    touch: coarsePointer(),
    rightToLeft: getComputedStyle(host).direction === 'rtl',
    accent: accent ? parseColour(accent) : 0,
    fontScale: Math.min(2, Math.max(0.8, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1)),
  };
}

/** Tells when the page's text has another size, direction or language than before. What it returns ends that. */
export function watchPage(rem: Element, changed: () => void): () => void {
  let size = 0;
  const sizes = new ResizeObserver((entries) => {
    const { width } = entries.at(-1)!.contentRect;
    if (size && width && width !== size) changed();
    size = width || size;
  });
  sizes.observe(rem);
  const attributes = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) attributes.observe(element, { attributeFilter: ['dir', 'lang'] });
  return () => {
    sizes.disconnect();
    attributes.disconnect();
  };
}

/** Gives the widget's DOM parts the colours of the theme. */
export function applyTokens(host: Element, root: ShadowRoot, theme: Theme): void {
  const own = tokens[theme];
  const values = {
    ink: own.ink, soft: own.soft, line: own.line, panel: own.panel, card: own.card, 'on-accent': own.onAccent,
    accent: property(host, 'accent') || own.accent,
  };
  for (const element of root.children as Iterable<Element> & HTMLCollectionOf<HTMLElement>) {
    element.style.colorScheme = theme; // scroll bars, selection and fields
    for (const [name, value] of Object.entries(values)) element.style.setProperty(`--ws-${name}`, value);
  }
}

/** 0xRRGGBB of a CSS colour; 0 when it is none. */
function parseColour(colour: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.fillStyle = '#000';
  context.fillStyle = colour;
  return /^#[0-9a-f]{6}$/i.test(context.fillStyle) ? parseInt(context.fillStyle.slice(1), 16) : 0;
}
