// A screen for browsers that are to be seen. Without one, Chromium shows some frames only with the next one, however late that comes.

import { spawnSync } from 'node:child_process';

/** Begins the running program once more, on a screen of its own, where there is none; ends with it. */
export function needScreen() {
  if (process.env.DISPLAY) return;
  const { status } = spawnSync('xvfb-run', ['-a', '-s', '-screen 0 1400x1200x24', process.execPath, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
