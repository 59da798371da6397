// Highlights of the page: colour is never alone, and a line is seen.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { boxStyle, lines, styleText } from '../../../web/src/highlighter.ts';

const hues = Object.keys(lines) as (keyof typeof lines)[];
/** What highlights of a name are painted with, without colours. */
const painted = (name: string): Record<string, string> => {
  const [, rules] = new RegExp(`::highlight\\(${name}\\)\\{([^}]*)\\}`).exec(styleText())!;
  return Object.fromEntries(rules!.split(';').map((rule) => rule.split(':') as [string, string]).filter(([key]) => !key.includes('color')));
};
const key = (rules: Record<string, string>): string => JSON.stringify(rules);

test('each kind of source has a line of its own, two pixels thick or more', () => {
  for (const theme of ['light', 'dark']) {
    const seen = new Set<string>();
    for (const hue of hues) {
      for (const name of [`who-says-${theme}-${hue}`, `who-says-${theme}-${hue}-suggested`]) {
        const rules = painted(name);
        assert.ok(parseFloat(rules['text-decoration-thickness']!) >= 2, name);
        seen.add(key(rules));
      }
    }
    // A suggestion's differs from what a person says, in more than its colour.
    assert.equal(seen.size, 2 * hues.length);
  }
  // Of one style, the thicker is seen to be so: by half and more.
  for (const [i, hue] of hues.entries()) {
    for (const other of hues.slice(i + 1)) {
      const [a, b] = [lines[hue][2], lines[other][2]].map((line) => line.split(' ') as [string, string]) as [[string, string], [string, string]];
      if (a[0] === b[0]) assert.ok(Math.max(parseFloat(a[1]), parseFloat(b[1])) >= 1.5 * Math.min(parseFloat(a[1]), parseFloat(b[1])), `${hue} and ${other}`);
    }
  }
});

test('the same where the browser has no highlights', () => {
  const boxes = hues.flatMap((hue) => ['', '-suggested'].map((kind) => boxStyle(`who-says-light-${hue}${kind}`)));
  for (const box of boxes) assert.ok(parseFloat(/border-bottom-width:(\d+)px/.exec(box)![1]!) >= 2, box);
  assert.equal(new Set(boxes.map((box) => box.replace(/#\w+/, ''))).size, 2 * hues.length);
});

test('its colours are those of the panel', () => {
  const theme = readFileSync('src/ui/theme.cpp', 'utf8');
  const [dark, light] = [...theme.matchAll(/hues\[\] = \{([^}]*)\}/g)].map(([, list]) => list!.split(',').map((one) => `#${one.trim().slice(2).toLowerCase()}`));
  assert.deepEqual(hues.map((hue) => lines[hue].slice(0, 2)), light!.map((one, i) => [one, dark![i]]));
});
