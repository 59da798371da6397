// Where the panel stands: in the page or over it. The loader keeps its place free until it comes.

/** What a page asks for. auto: inline, in a narrow window a sheet. */
export type LayoutChoice = 'inline' | 'auto' | 'docked' | 'sheet' | 'page';
/** What that is in this window: a block of the page, at its side, at its foot, or all of what holds it. */
export type LayoutKind = Exclude<LayoutChoice, 'auto'>;

export const layoutChoices: readonly LayoutChoice[] = ['inline', 'auto', 'docked', 'sheet', 'page'];
/** CSS pixels of the window, from which on the panel is a block of the page; from which on there may be room for one beside words (docked.ts measures it). */
const leastWidths: Partial<Record<LayoutChoice, number>> = { auto: 600, docked: 800 };

export function layoutOf(choice: LayoutChoice): LayoutKind {
  const least = leastWidths[choice];
  if (least && matchMedia(`(max-width:${least - 0.1}px)`).matches) return 'sheet';
  return choice === 'auto' ? 'inline' : choice;
}
/** It lies over the page, and is closed until a reader opens it. */
export const isOver = (kind: LayoutKind): boolean => kind === 'docked' || kind === 'sheet';

export const isOpen = (host: Element, kind: LayoutKind): boolean => {
  const open = host.getAttribute('open');
  return isOver(kind) ? open === 'true' : open !== 'false';
};

/** The space that each takes in the page. A sheet keeps free what it covers: a page that ends in the tag can be read to its end. */
const peek = 'calc(max(56px,3.5rem) + env(safe-area-inset-bottom,0px))';
const over = (height: string): string => `@media screen{:host{display:block;position:static!important;contain:none!important;height:${height}!important;min-height:0!important;margin:0!important}}`;
export const hostStyles: Record<LayoutKind, string> = {
  inline: ':host{display:block;min-height:320px;height:var(--who-says-height,min(86vh,920px))}:host([open=false]){min-height:44px;height:44px}',
  page: ':host{display:block;min-height:320px;height:var(--who-says-height,100%)}',
  docked: over('0'),
  sheet: over(`var(--ws-peek,${peek})`),
};

/** What stands inside the tag is seen in the panel's place until it comes; over the page, not at all. */
export function keepFree(root: ShadowRoot, kind: LayoutKind): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${hostStyles[kind]}:host{box-sizing:border-box}:host([hidden]){display:none}@media screen{${isOver(kind) ? 'slot{display:none}' : ':host{overflow:hidden}'}}`);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(document.createElement('slot'));
}
