// The exercises of the classic build: a script beside the widget's, as the engine's is (detector-classic.ts).

import type { CoreExports } from './core.ts';
import { base } from './detector-classic.ts';
import { instances } from './instance.ts';
import { given } from './script.ts';
import type { Assets } from './settings.ts';
import { unpack } from './unpack.ts';

export interface Classroom {
  module: string;
  lesson: NonNullable<Assets['lesson']>;
}
let compiled: Promise<WebAssembly.Module> | undefined;

export async function loadClassroom(): Promise<Pick<Assets, 'core' | 'lesson'>> {
  const { module, lesson } = await given<Classroom>('whoSaysClassroom', files.classroomScript, base, files.classroomScriptIntegrity);
  return { core: async () => instances<CoreExports>(await (compiled ??= WebAssembly.compile(unpack(module)))), lesson };
}
