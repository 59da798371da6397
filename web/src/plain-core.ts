// The core as JavaScript, without a panel, for browsers that refuse WebAssembly: web/build.mjs makes its script.

import type { CoreExports } from './core.ts';
import { runsWebAssembly, type Instantiate } from './instance.ts';
import { given } from './script.ts';
import type { Assets } from './settings.ts';

export async function plainCore(base: string): Promise<Instantiate<CoreExports>> {
  const make = await given<() => CoreExports>('whoSaysPlain', files.plain, base, files.plainIntegrity);
  return () => Promise.resolve(make());
}

/** The core with its panel, or where WebAssembly is refused the one in JavaScript; `refused` is told that. */
export const anyCore =
  ({ core, plainCore }: Assets, refused: () => void): Instantiate<CoreExports> =>
  async (imports) => {
    try {
      return await (await core())(imports);
    } catch (error) {
      // It may also be that a file did not come.
      if (await runsWebAssembly()) throw error;
      refused();
      return (await plainCore())(imports);
    }
  };
