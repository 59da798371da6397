// Distances of the panel are whole fours of CSS pixels. Lines are thinner, corners have their own radii (`corner::` in ui/frame.h), and what
// grows with the text is measured by it (`em`).

import assert from 'node:assert/strict';
import test from 'node:test';
import { read, tracked } from '../setup/files.mjs';

/** What is off the grid in one file: a line each. `px` of 1 to 3 draws, but sets nothing apart. */
function faults(path, text) {
  return text.split(/(?<=[;{}])\s*\n/).flatMap((statement) => {
    const lengths = [...statement.matchAll(/\b(?:px|target)\((?:\d+ \* )?(\d+(?:\.\d+)?)f?\)/g)].map(([, css]) => Number(css));
    const apart = /\b(?:y|at|pen|left|right)\s*\+=/.test(statement);
    return lengths.filter((css) => css % 4 !== 0 && (css > 3 || apart)).map((css) => `${path}: ${css} in ${statement.trim()}`);
  });
}

test('what the panel sets apart is a multiple of 4 pixels', () => {
  const files = tracked(/^src\/ui\/(?!imgui\/)(?:.*\/)?(?:draw_\w+|panel|parts|widgets)\.cpp$/);
  assert.ok(files.length >= 12, files.join());
  assert.deepEqual(files.flatMap((path) => faults(path, read(path))), []);
  // Distances that have a name.
  const named = files.flatMap((path) => [...read(path).matchAll(/constexpr float k(?:\w*Gap|\w*Pad|\w*Side\w*) = (\d+)/g)].map(([, css]) => Number(css)));
  assert.ok(named.length >= 4, named.join());
  assert.deepEqual(named.filter((css) => css % 4 !== 0), []);
});

test('what is off the grid is told', () => {
  assert.deepEqual(faults('a', 'y += f.px(8) + head(f,\n  f.px(5));\n'), ['a: 5 in y += f.px(8) + head(f,\n  f.px(5));']);
  assert.equal(faults('a', 'y += height + f.px(2);\n').length, 1);
  assert.deepEqual(faults('a', 'f.fill(box, t.line, f.px(3));\ny += f.px(12) + f.px(2 * 8);\n'), []);
});
