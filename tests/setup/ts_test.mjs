// Runs one test file of the web layer under node's own test runner: `node ts_test.mjs web/offsets.test.ts`.
// TypeScript is bundled by esbuild first; packages stay imports.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { root } from './files.mjs';

const [path] = process.argv.slice(2);
// Inside the tree, so that the bundle finds node_modules.
const out = join(root, 'build/web-tests', path.replace(/[\\/]/g, '.').replace(/\.ts$/, '.mjs'));

esbuild.buildSync({
  entryPoints: [join(root, path)],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node18',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', out], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
