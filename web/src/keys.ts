// Keys, while the focus is inside the panel. Only those that are used are kept from the page.

import type { Command } from './messages.ts';
import type { Outline } from './outline.ts';

/** `stepBack`: whether something closed. */
export function panelKey(event: KeyboardEvent, outline: Outline, stepBack: () => boolean, press: (command: Command) => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.key === 'Escape') {
    if (stepBack()) event.stopPropagation();
    return;
  }
  // Keys of the panel's own controls, unless somebody types.
  // Of what Shift makes, only "?".
  if ((event.shiftKey && event.key !== '?') || (event.target instanceof Element && event.target.closest('input,textarea'))) return;
  const command = outline.pressedBy(event);
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  press(command);
}
