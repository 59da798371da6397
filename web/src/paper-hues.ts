// Kinds of source in black and white: a line for each.

/** The rules for elements with `data-hue` inside of `scope`, and for `lined`, the selectors of what has the line under its words. */
export const hueLines = (scope: string, lined: string): string =>
  `${scope} [data-hue]{--s:solid;--t:.8pt}${scope} [data-hue=intelligence]{--s:double}${scope} [data-hue=expertise]{--s:dashed}${scope} [data-hue=former]{--s:dotted;--t:1.2pt}
${scope} [data-hue=media]{--t:2.2pt}${scope} [data-hue=society]{--s:dashed;--t:2.2pt}${scope} [data-hue=record]{--s:dotted;--t:2.4pt}${scope} [data-hue=none]{--s:wavy}
${scope} ${lined}{text-decoration-line:underline;text-decoration-style:var(--s);text-decoration-thickness:var(--t);text-underline-offset:2.5pt}`;
