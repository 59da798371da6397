// What ./run package makes, made once for all tests: CTest does so before the browsers begin (WHO_SAYS_PACKAGES names the folder), and
// a test that is run by itself makes its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePackages } from '../../web/package.mjs';

let made;
/** The folder that holds npm/, cdn/ and offline/. */
export const packages = () => process.env.WHO_SAYS_PACKAGES || (made ??= make());

async function make() {
  const folder = mkdtempSync(join(tmpdir(), 'who-says-package-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await makePackages(folder);
  return folder;
}
