// An article of assets/articles as HTML, and its claims as a list for readers without JavaScript.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escaped } from '../exports/markup.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../assets/articles');

/** Its lines are: kicker, title, by-line, then one paragraph each. */
export function articleHtml(name) {
  const [kicker, title, byline, ...paragraphs] = readFileSync(join(folder, `${name}.txt`), 'utf8').trim().split('\n').map(escaped);
  return [
    `<p class="kicker">${kicker}</p>`,
    `<h1>${title}</h1>`,
    `<p class="byline">${byline}</p>`,
    ...paragraphs.map((p) => `<p>${p}</p>`),
  ].join('\n');
}

export function claimsHtml(name) {
  const file = JSON.parse(readFileSync(join(folder, `${name}.claims.json`), 'utf8'));
  const names = new Map(file.sources.map((s) => [`#${s.id}`, s.name]));
  const items = file.items.map((item) => {
    const hops = item.body?.find((b) => b.type === 'List')?.items ?? [];
    const way = hops.map((h) => names.get(h.source) ?? 'nobody is named').reverse();
    return `<li>“${escaped(item.target.selector[0].exact)}”: ${way.length ? escaped(way.join(', passed on by ')) : 'no source named'}</li>`;
  });
  return `<h2>Who says what</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}
