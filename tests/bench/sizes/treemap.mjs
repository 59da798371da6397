// A treemap as SVG: areas are sizes. Squarified as Bruls, Huizing and van Wijk do (2000): rows that keep the boxes near squares.

/** Lays `items` ({ size }) out in a box; the same items, larger first, each with its box. */
function squarified(items, { x, y, w, h }) {
  const rest = items.filter(({ size }) => size > 0).toSorted((a, b) => b.size - a.size);
  const out = [];
  let scale = (w * h) / rest.reduce((sum, { size }) => sum + size, 0);
  while (rest.length > 0) {
    const side = Math.min(w, h);
    const worst = (row) => {
      const sum = row.reduce((all, { size }) => all + size * scale, 0);
      return Math.max(...row.map(({ size }) => Math.max((side ** 2 * size * scale) / sum ** 2, sum ** 2 / (side ** 2 * size * scale))));
    };
    const row = [rest.shift()];
    while (rest.length > 0 && worst([...row, rest[0]]) <= worst(row)) row.push(rest.shift());
    const thick = row.reduce((all, { size }) => all + size * scale, 0) / side;
    let along = 0;
    for (const item of row) {
      const long = (item.size * scale) / thick;
      out.push({ ...item, box: w >= h ? { x, y: y + along, w: thick, h: long } : { x: x + along, y, w: long, h: thick } });
      along += long;
    }
    if (w >= h) [x, w] = [x + thick, w - thick];
    else [y, h] = [y + thick, h - thick];
  }
  return out;
}

const escaped = (text) => text.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one]);
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
/** Words that fit a box: name and size on two lines, or the name, or nothing. */
function label({ x, y, w, h }, name, size) {
  const fits = (text) => text.length * 6.7 + 10 < w;
  const line = (text, n, strong) => `<text x="${(x + 6).toFixed(1)}" y="${(y + 16 + 15 * n).toFixed(1)}"${strong ? ' font-weight="600"' : ''}>${escaped(text)}</text>`;
  if (h < 20 || !fits(name)) return '';
  return line(name, 0, true) + (h > 36 && fits(kilo(size)) ? line(kilo(size), 1) : '');
}

/** `groups`: [{ name, colour, items: [{ name, size }] }]. */
export function treemap(title, groups, width = 960, height = 560) {
  const head = 24;
  const rect = ({ x, y, w, h }, colour, words) => `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" fill="${colour}" stroke="#fff"><title>${escaped(words)}</title></rect>`;
  const whole = groups.map((group) => ({ ...group, size: group.items.reduce((sum, { size }) => sum + size, 0) }));
  const body = squarified(whole, { x: 0, y: head, w: width, h: height - head }).flatMap(({ name, colour, items, size, box }) => {
    const top = Math.min(20, box.h);
    const inside = squarified(items, { x: box.x, y: box.y + top, w: box.w, h: box.h - top });
    return [
      rect(box, '#e9e6df', `${name}: ${kilo(size)}`),
      label({ ...box, h: 21 }, `${name}, ${kilo(size)}`, size) || label({ ...box, h: 21 }, name, size),
      ...inside.map((item) => rect(item.box, colour, `${name}, ${item.name}: ${kilo(item.size)}`) + label(item.box, item.name, item.size)),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#1b1d22" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="2" y="16" font-size="14" font-weight="600">${escaped(title)}</text>
${body.filter(Boolean).join('\n')}
</svg>
`;
}
