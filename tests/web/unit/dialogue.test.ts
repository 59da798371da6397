// What the core tells after each command comes out in order, however it is spread over tasks of the page.

import assert from 'node:assert/strict';
import test from 'node:test';
import type { Core } from '../../../web/src/core.ts';
import { Dialogue } from '../../../web/src/dialogue.ts';
import type { Command, OutlineNode } from '../../../web/src/messages.ts';

/** A dialogue with a core whose outline is named after the last command it was sent, and what was done. `after`: once a task has made one. */
function dialogue(after: () => void = () => {}): { talk: Dialogue; did: string[] } {
  const did: string[] = [];
  let tree: OutlineNode | undefined;
  const core = {
    send({ verb, value = '' }: Command): boolean {
      tree = { id: 'panel', role: 'region', name: `${verb} ${value}`.trim() };
      return true;
    },
    outline(): OutlineNode | undefined {
      const now = tree;
      tree = undefined;
      if (now) {
        did.push(`made: ${now.name}`);
        queueMicrotask(after);
      }
      return now;
    },
    effects: () => [],
  };
  const talk = new Dialogue({ before: () => {}, outline: ({ name }) => did.push(`shown: ${name}`), effect: () => {}, draw: () => did.push('draw') });
  talk.core = core as unknown as Core;
  return { talk, did };
}

/** Resolves when the panel has been drawn so many times. */
async function drawn(did: string[], times: number): Promise<void> {
  while (did.filter((one) => one === 'draw').length < times) await new Promise((resolve) => setTimeout(resolve));
}

test('what the engine found is made in one task and shown in the next', async () => {
  const { talk, did } = dialogue(() => did.push('another task'));
  talk.carry({ verb: 'load-suggestions' });
  assert.deepEqual(did, []);
  await drawn(did, 1);
  assert.deepEqual(did, ['made: load-suggestions', 'another task', 'shown: load-suggestions', 'draw']);
});

test('an outline that is made and not yet shown is shown before the next command is carried out', async () => {
  let then = (): unknown => talk.carry({ verb: 'set-field', value: 'x' });
  const { talk, did } = dialogue(() => {
    then();
    then = () => {};
  });
  talk.carry({ verb: 'load-suggestions' });
  await drawn(did, 2);
  assert.deepEqual(did, ['made: load-suggestions', 'shown: load-suggestions', 'made: set-field x', 'shown: set-field x', 'draw', 'draw']);
});
