// The project's own files, as git knows them.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Tracked files whose path matches, relative to the root, with forward slashes. Deleted ones are left out. */
export function tracked(pattern = /./) {
  // A clone may belong to another user than the one who tests it.
  const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return list.split('\0').filter((path) => path && pattern.test(path) && existsSync(join(root, path)));
}

export const read = (path) => readFileSync(join(root, path), 'utf8');
