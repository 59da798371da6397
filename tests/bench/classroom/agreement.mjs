// Published examples of agreement as tables, and what the module makes of them. Sources stand in tests/classroom/agreement_test.cpp.

const codes = (...rows) =>
  `unit,coder,value\n${rows.flatMap((row, coder) => row.split(' ').map((value, unit) => `${unit},${coder},${value}`)).join('\n')}\n`;
const repeated = (...cells) => {
  const units = cells.flatMap(([n, a, b]) => Array(n).fill([a, b]));
  return codes(units.map(([a]) => a).join(' '), units.map(([, b]) => b).join(' '));
};
const units = (...rows) => `coder,begin,end,category\n${rows.map((row) => row.join(',')).join('\n')}\n`;

/** `agreement` takes a table and perhaps the continuum's length. Rows: name, published, ours. */
export function agreementRows(agreement) {
  const table = repeated([20, 'a', 'a'], [20, 'a', 'b'], [10, 'b', 'a'], [50, 'b', 'b']);
  const bertha = codes('0 0 1 1 1 1 1 1 1 1 0 0 0 0 1 1 1 1 1 1 0 0 0 0', '0 0 0 0 1 1 1 1 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0');
  const continuum = [[0, 75, 145, 'c'], [0, 220, 250, 'c'], [1, 70, 150, 'c'], [1, 205, 225, 'c'], [1, 250, 270, 'c'], [0, 30, 90, 'k'], [0, 150, 200, 'k'], [1, 30, 90, 'k'], [1, 150, 200, 'k']];
  const of = (csv, measure, length) => agreement(csv, length)[measure].value;
  const rows = [
    ['α, four observers with gaps (Krippendorff 2011)', '0.743', of(codes('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'), 'krippendorffAlpha')],
    ['α, Ben and Gerry (Krippendorff 2011)', '0.692', of(codes('a a b b d c c c e d d a', 'b a b b b c c c e d d d'), 'krippendorffAlpha')],
    ['α, Meg and Owen (Krippendorff 2011)', '0.095', of(codes('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 'krippendorffAlpha')],
    ['S (Artstein and Poesio 2008)', '0.4', of(table, 'bennettS')],
    ['π (Artstein and Poesio 2008)', '0.341', of(table, 'scottPi')],
    ['κ (Artstein and Poesio 2008)', '0.348', of(table, 'cohenKappa')],
    ['κ, Bertha and Bill (Krippendorff 1995)', '0.385', of(bertha, 'cohenKappa')],
    ['π, Bertha and Bill (Krippendorff 1995)', '0.314', of(bertha, 'scottPi')],
    ['α, Bertha and Bill (Krippendorff 1995)', '0.329', of(bertha, 'krippendorffAlpha')],
    ['uα, category c (Krippendorff 2004)', '0.7286', of(units(...continuum.filter((one) => one[3] === 'c')), 'krippendorffUAlpha', 300)],
    ['uα, category k (Krippendorff 2004)', '1', of(units(...continuum.filter((one) => one[3] === 'k')), 'krippendorffUAlpha', 300)],
    ['uα, both (Krippendorff 2004)', '0.8591', of(units(...continuum), 'krippendorffUAlpha', 300)],
  ];
  return rows.map(([what, published, ours]) => [what, published, ours.toFixed(4)]);
}
