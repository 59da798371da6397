// The measures of tests/bench/attribution on examples that were counted by hand.

import assert from 'node:assert/strict';
import test from 'node:test';
import { randomBelow } from '../bench/attribution/figures.mjs';
import { scoreSourcing } from '../bench/attribution/sourcing.mjs';
import { scoreSpans } from '../bench/attribution/spans.mjs';
import { Words, assign, pair } from '../bench/attribution/words.mjs';

const text = 'The old cranes could fail, engineer Ada Brandt said. Jon Vale denied that. “No,” she has added.';
const at = (...parts) => parts.map((words) => [text.indexOf(words), text.indexOf(words) + words.length]);
const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value}, not ${wanted}`);

const gold = [
  { source: at('engineer Ada Brandt'), cue: at('said'), content: at('The old cranes could fail') },
  { source: at('Jon Vale'), cue: at('denied'), content: at('that') },
  { source: at('she'), cue: at('has added'), content: at('No') },
];

test('words have letters and digits, and marks only inside', () => {
  assert.deepEqual(new Words("U.S. don't “e-mail” 1,000 _x_ йод").words, ['u.s', "don't", 'e-mail', '1', '000', 'x', 'йод']);
});

test('spans: half of the words is enough for soft, all are needed for exact', () => {
  const found = [
    { source: at('Ada Brandt'), cue: at('said'), content: at('old cranes could fail') }, // soft
    { source: at('Jon Vale'), cue: at('denied'), content: at('that') }, // exact
    { source: at('she'), cue: at('has'), content: at('No') }, // only a function word of the cue
    { source: [], cue: [], content: [] }, // nothing
  ];
  const { measures, counts } = scoreSpans([{ id: 'a', text, attributions: gold }], { a: found }, 0);
  assert.equal(counts.found, 3);
  near(measures.soft.f1, 2 / 3);
  near(measures.exact.f1, 1 / 3);
  near(measures.cue.f1, 2 / 3);
  near(measures.content.f1, 1);
  near(measures.speech.p, 1); // said, denied; "has" tells nothing
  near(measures.speech.r, 2 / 3);
  near(measures['source words'].r, 5 / 6);
});

test('a second finding of the same attribution counts against precision', () => {
  const twice = [gold[1], gold[1]];
  const { measures } = scoreSpans([{ id: 'a', text, attributions: gold }], { a: twice }, 0);
  near(measures.soft.p, 1 / 2);
  near(measures.soft.r, 1 / 3);
});

test('sourcing: labels of matched ones, alternatives, links, entities', () => {
  const labels = { directness: 'indirect', scope: 'explicit', cueClass: 'neutral', medium: 'speech', statement: true };
  const entities = [
    { id: 'ada', kind: 'academic', office: 'current', naming: 'named', form: 'person', mentions: at('engineer Ada Brandt'), alt: { kind: ['business'] } },
    { id: 'jon', kind: 'government', office: 'former', naming: 'named', form: 'person', mentions: at('Jon Vale', 'she') },
  ];
  const whole = {
    attributions: [
      { id: '1', ...gold[0], ...labels, entity: 'ada', nestedIn: null },
      { id: '2', ...gold[1], ...labels, entity: 'jon', nestedIn: '1' },
      { id: '3', ...gold[2], ...labels, directness: 'direct', entity: 'jon', nestedIn: null },
    ],
    entities, unattributed: at('could fail'), notAttributions: at('Jon Vale denied that'),
  };
  const articles = [{ id: 'a', text, gold: whole }];
  const found = {
    attributions: whole.attributions.map((one) => ({ ...one, directness: 'indirect', entity: one.id === '3' ? 'ada' : one.entity })),
    entities: entities.map((one) => ({ ...one, kind: 'business', alt: undefined })),
  };
  const { measures, counts } = scoreSourcing(articles, { a: found }, 0);
  near(measures.soft.f1, 1);
  near(measures.nesting.f1, 1);
  near(measures.kind.right, 1 / 3); // business will do for Ada, not for Jon
  near(measures.kind.strict, 0);
  near(measures.directness.right, 2 / 3);
  near(measures.resolution.right, 2 / 3);
  near(measures.later.right, 0); // "she"
  assert.equal(counts.traps, 1);
  assert.equal(counts['traps hit'], 0); // matched ones are no traps
  assert.equal(counts['unattributed covered'], 1);
  near(scoreSourcing(articles, {}, 0).measures.soft.f1, 0);
});

test('pairings are the best ones', () => {
  assert.equal(pair(2, 2, (i, j) => i === 0 || j === 0).size, 2);
  assert.deepEqual(assign([[5, 4, 0], [4, 1, 0]]).sort(), [[0, 1], [1, 0]]);
  assert.deepEqual(assign([[0, 0]]), []);
});

test('the numbers of intervals are those of Python', () => {
  const draw = randomBelow(1);
  assert.deepEqual(Array.from({ length: 8 }, () => draw(84)), [17, 72, 8, 32, 15, 63, 57, 60]);
});
