// Panels over the page, a file of their own: only pages that ask for one fetch it.

import { Docked } from './docked.ts';
import type { MakeForm } from './form.ts';
import { overStyles } from './layout-styles.ts';
import { Sheet } from './sheet.ts';

export const makeForm: MakeForm = (kind, around) => {
  around.style.replaceSync(overStyles[kind]);
  return kind === 'docked' ? new Docked(around) : new Sheet(around);
};
