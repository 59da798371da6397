// A pupil's work as one line to copy: src/model/exercise_line.h says how it is made.

import { packed } from './share.ts';

/** FNV-1a 32 of ASCII text, 8 hex digits. */
export function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

export async function workLine(work: string): Promise<string> {
  const data = await packed(work);
  return `WSW1.z.${data}.${checkSum(data)}`;
}
