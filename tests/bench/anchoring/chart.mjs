// A picture of lines on two logarithmic axes, as SVG text that reads well on light and on dark pages.

const width = 800;
const height = 460;
const left = 84;
const right = 230; // the lines' names stand there
const top = 34;
const bottom = 52;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The powers of ten from `low` to `high`. */
function ticks(low, high) {
  const out = [];
  for (let value = 10 ** Math.floor(Math.log10(low)); value <= high * 1.001; value *= 10) if (value >= low * 0.999) out.push(value);
  return out;
}

/**
 * `lines`: [{ name, points: [[x, y]], dash, peer }]; values above 0. Peers share one colour, told apart by their dashes.
 * `across` and `up`: { title, name(value) } of the axes; `marks`: values that are named across.
 */
export function chart({ title, lines, across, up, marks }) {
  const all = lines.flatMap(({ points }) => points);
  const range = (side) => [Math.min(...all.map((point) => point[side])), Math.max(...all.map((point) => point[side]))];
  const [x0, x1] = range(0);
  const [least, greatest] = range(1);
  const y0 = 10 ** Math.floor(Math.log10(least));
  const y1 = 10 ** Math.ceil(Math.log10(greatest));
  const share = (value, low, high) => (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
  const x = (value) => left + share(value, x0, x1) * (width - left - right);
  const y = (value) => height - bottom - share(value, y0, y1) * (height - top - bottom);
  const at = (value) => value.toFixed(1);

  // Names beside their lines' ends, pushed apart where lines end close together.
  const names = lines.map((line) => ({ ...line, y: y(line.points.at(-1)[1]) })).sort((a, b) => a.y - b.y);
  for (let i = 1; i < names.length; i++) names[i].y = Math.max(names[i].y, names[i - 1].y + 16);
  for (let i = names.length - 1, most = height - bottom; i >= 0; i--, most -= 16) names[i].y = Math.min(names[i].y, most);

  const style = ({ dash, peer }) => `class="${peer ? 'peer' : 'own'}"${dash ? ` stroke-dasharray="${dash}"` : ''}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">`,
    '<style>text{font:13px system-ui,sans-serif;fill:#222}.title{font-weight:600}.grid{stroke:#ccc}.own,.peer{fill:none;stroke-width:2.2}' +
      '.own{stroke:#1f5fbf}.peer{stroke:#b45a00}.paper{fill:#fff}.ownname{fill:#1f5fbf}.peername{fill:#a04f00}' +
      '@media(prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#444}.own{stroke:#7fb0ff}.peer{stroke:#ffb066}.paper{fill:#16181c}' +
      '.ownname{fill:#7fb0ff}.peername{fill:#ffb066}}</style>',
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="title" x="${left}" y="20">${escape(title)}</text>`,
    ...ticks(y0, y1).map((value) =>
      `<path class="grid" d="M${left} ${at(y(value))}H${width - right}"/><text x="${left - 8}" y="${at(y(value) + 4)}" text-anchor="end">${up.name(value)}</text>`),
    ...marks.map((value) =>
      `<path class="grid" d="M${at(x(value))} ${top}V${height - bottom}"/><text x="${at(x(value))}" y="${height - bottom + 18}" text-anchor="middle">${across.name(value)}</text>`),
    `<text x="${at((left + width - right) / 2)}" y="${height - 10}" text-anchor="middle">${escape(across.title)}</text>`,
    `<text transform="translate(16 ${at((top + height - bottom) / 2)}) rotate(-90)" text-anchor="middle">${escape(up.title)}</text>`,
    ...lines.map((line) => `<path ${style(line)} d="M${line.points.map(([a, b]) => `${at(x(a))} ${at(y(b))}`).join('L')}"/>`),
    ...names.map((line) => {
      const from = width - right + 6;
      return `<path ${style(line)} d="M${from} ${at(line.y)}h26"/><text class="${line.peer ? 'peername' : 'ownname'}" x="${from + 32}" y="${at(line.y + 4)}">${escape(line.name)}</text>`;
    }),
    '</svg>', '',
  ].join('\n');
}
