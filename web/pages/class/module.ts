// The module for classes: questions and answers as src/app/messages_class_page.h lists them. It stands inside the page's own script, so the
// page also works from file://.

import packed from 'who-says-class-wasm';
import { instances, textAt } from '../../src/instance.ts';
import { unpack } from '../../src/unpack.ts';
import type { Problem } from './model.ts';

interface Exports {
  memory: WebAssembly.Memory;
  wc_buffer(bytes: number): number;
  wc_ask(bytes: number): number;
  _initialize?(): void;
}
/** What the module refuses; `message` is for those who look into the page. */
export class Refused extends Error {
  constructor(readonly problem: Problem & { message: string }) {
    super(problem.message);
  }
}
/** Asks the module. Throws Refused. */
export type Ask = <Answer>(question: Record<string, unknown>) => Answer;

export async function openModule(): Promise<Ask> {
  const exports = await instances<Exports>(await WebAssembly.compile(unpack(packed)))({});
  return (question) => {
    const bytes = new TextEncoder().encode(JSON.stringify(question));
    new Uint8Array(exports.memory.buffer).set(bytes, exports.wc_buffer(bytes.length));
    const answer = JSON.parse(textAt(exports.memory, exports.wc_ask(bytes.length))) as { error?: Refused['problem'] };
    if (answer.error) throw new Refused(answer.error);
    return answer as never;
  };
}
