// The claims under the pointer on the page, and the page brought to a claim.

import type { ArticleReader } from './article-reader.ts';
import type { Highlighter } from './highlighter.ts';
import { scrollBehaviour } from './looks.ts';
import type { Highlight } from './messages.ts';
import { treeOf, type PageText } from './page-text.ts';
import { caretAt, selected } from './selection.ts';
import { seenBox, seenBoxes } from './zoomed.ts';

/** Tells over which claim a mouse is ("" = none), and which one a click chooses. What it returns ends that. */
export function watchClaims(reader: ArticleReader, highlighter: Highlighter, over: (claim: string) => void, chosen: (claim: string) => void): () => void {
  const at = (event: MouseEvent): string | undefined => reader.page && claimAt(event.clientX, event.clientY, reader.page, highlighter);
  const click = (event: MouseEvent): void => {
    const root = reader.page?.root;
    const target = root && targetIn(root, event);
    if (!target || takesClicks(target)) return;
    if (!(selected(root)?.collapsed ?? true)) return;
    const claim = at(event);
    if (claim) chosen(claim);
  };
  let last = 0;
  const move = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.timeStamp - last < 50 || !reader.page || !targetIn(reader.page.root, event)) return;
    last = event.timeStamp;
    over(at(event) ?? '');
  };
  document.addEventListener('click', click);
  document.addEventListener('pointermove', move, { passive: true });
  return () => {
    document.removeEventListener('click', click);
    document.removeEventListener('pointermove', move);
  };
}

/** What of an article is meant; outside of a shadow tree an event is one of the tree's host. Undefined when nothing is. */
function targetIn(root: Element, event: MouseEvent): Element | undefined {
  const target = treeOf(root)?.elementFromPoint(event.clientX, event.clientY) ?? (event.target as Element);
  return root.contains(target) ? target : undefined;
}

/** The shortest claim at a point of the window; undefined when none is there. */
function claimAt(x: number, y: number, page: PageText, highlighter: Highlighter): string | undefined {
  // Of what lies in a shadow tree not all browsers tell: there, boxes do.
  const place = treeOf(page.root) ? undefined : caretAt(x, y);
  if (place && !page.root.contains(place.node)) return undefined;
  if (!place && !treeOf(page.root)) return undefined;
  const offset = place && page.offsetOf(place.node, place.offset, true);
  let best: Highlight | undefined;
  for (const highlight of highlighter.claims) {
    const [begin, end] = highlight.range;
    if (!highlight.claim || (offset !== undefined && (offset < begin || offset > end)) || (best && best.range[1] - best.range[0] <= end - begin)) continue;
    // The caret snaps to the nearest words: the point must be on them.
    const boxes = highlighter.ranges(highlight.claim).flatMap(seenBoxes);
    if (boxes.some((b) => x >= b.left && x <= b.right && y >= b.top - 2 && y <= b.bottom + 5)) best = highlight;
  }
  return best?.claim;
}

/** What a click is meant for already. */
const takesClicks = (target: Element): boolean => target.closest('a,button,input,select,textarea,label,summary') !== null;

/** Scrolls the page to a range, into what is seen of it down to `bottom`. With `beside`, only if that stays in sight: false when it would not. */
export function scrollPage(range: Range, beside: Element | undefined, bottom = innerHeight): boolean {
  const box = seenBox(range);
  const other = beside?.getBoundingClientRect();
  // Above or below the article, as on a phone, the panel would go out of sight with the card that was just opened.
  if (other && box.left < other.right && other.left < box.right) return false;
  scrollTo({ top: scrollY + box.top - Math.max(80, (bottom - box.height) / 3), behavior: scrollBehaviour() });
  return true;
}

/** Brings the widget into sight, if it is not. */
export function comeIntoSight(host: Element): void {
  const box = host.getBoundingClientRect();
  if (box.bottom < 80 || box.top > innerHeight - 80) host.scrollIntoView({ block: 'nearest', behavior: scrollBehaviour() });
}
