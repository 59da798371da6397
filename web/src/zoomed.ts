// The CSS property `zoom` in browsers that tell places inside of it in pixels before it (WebKit; of others, old ones). In all others what
// a box says is what is seen.

/** By how much boxes inside of an element have to be multiplied to be where they are seen. */
export function hiddenZoom(element: Element | null | undefined): number {
  let zoom = 1;
  let at = 'currentCSSZoom' in Element.prototype ? undefined : element;
  while (at) {
    zoom *= parseFloat(getComputedStyle(at).zoom) || 1;
    at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host;
  }
  return zoom;
}

/** How much larger an element and all around it make what it holds. */
export const zoomOf = (element: Element): number => (element as { currentCSSZoom?: number }).currentCSSZoom ?? hiddenZoom(element);

/** Tells when an element is shown larger or smaller, where its size in pixels before `zoom` stays: what is as wide as the window does not.
 *  Returns how to stop. */
export function watchHiddenZoom(inside: Element, change: () => void): () => void {
  if ('currentCSSZoom' in Element.prototype) return () => undefined;
  const wide = document.createElement('div');
  wide.style.cssText = 'position:absolute;width:100vw;height:0;visibility:hidden';
  inside.append(wide);
  const sizes = new ResizeObserver(change);
  sizes.observe(wide);
  return () => {
    sizes.disconnect();
    wide.remove();
  };
}

/** Where words of the page are seen in the window. */
export function seenBoxes(words: Range): DOMRect[] {
  const by = hiddenZoom(words.startContainer.parentElement);
  return [...words.getClientRects()].map((box) => larger(box, by));
}
/** The box around them. */
export const seenBox = (words: Range): DOMRect => larger(words.getBoundingClientRect(), hiddenZoom(words.startContainer.parentElement));

const larger = (box: DOMRect, by: number): DOMRect => (by === 1 ? box : new DOMRect(box.x * by, box.y * by, box.width * by, box.height * by));
