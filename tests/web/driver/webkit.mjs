// WebKitGTK's MiniBrowser through WebKitWebDriver: plain W3C WebDriver, on a screen of its own.

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { sleep, until } from './driver.mjs';

const keys = {
  Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Backspace: '\uE003', Delete: '\uE017', Home: '\uE011', End: '\uE010',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', PageUp: '\uE00E', PageDown: '\uE00F',
  Space: ' ', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Meta: '\uE03D',
};
// Console and uncaught errors, which this protocol does not hand over. It starts when the page has loaded.
const watch = `if (!window.__log) { const log = window.__log = [], faults = window.__faults = [];
  for (const type of ['warn', 'error']) { const own = console[type]; console[type] = (...a) => { log.push(type + ': ' + a.join(' ')); own(...a); }; }
  onerror = (message, file, line, column, error) => { log.push('error: ' + message); faults.push(message + ' ' + file + ':' + line + ':' + column + ' ' + (error && error.stack)); };
  onunhandledrejection = (e) => { log.push('error: ' + e.reason); faults.push(e.reason + ' ' + (e.reason && e.reason.stack)); };
  document.onsecuritypolicyviolation = (e) => { log.push('error: policy ' + e.violatedDirective + ' ' + e.blockedURI); }; }`;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function miniBrowser() {
  for (const machine of readdirSync('/usr/lib')) {
    const folder = `/usr/lib/${machine}/webkit2gtk-4.1`;
    try {
      if (readdirSync(folder).includes('MiniBrowser')) return `${folder}/MiniBrowser`;
    } catch {
      // No such folder on this machine.
    }
  }
  throw new Error('there is no MiniBrowser');
}

export async function startWebKit({ dark, scale, width, height }) {
  const port = await freePort();
  const screen = `-screen 0 ${(width + 100) * scale}x${(height + 300) * scale}x24`;
  const driver = spawn('xvfb-run', ['-a', '-s', screen, 'WebKitWebDriver', `--port=${port}`], {
    detached: true, // a group of its own, so that the screen and the browser can be ended with it
    stdio: 'ignore',
    env: { ...process.env, GDK_SCALE: String(scale), GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita' },
  });
  const end = () => {
    try {
      process.kill(-driver.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  };
  process.once('exit', end);
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method, headers: { 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const started = Date.now();
  while (!(await ask('GET', '/status').catch(() => undefined))) {
    if (Date.now() - started > 20_000) throw new Error('WebKitWebDriver does not answer');
    await sleep(100);
  }
  const close = async () => {
    process.removeListener('exit', end);
    end();
  };
  return { close, browser: async () => ({ ...(await miniBrowserOf(ask, { width, height })), kill: close }) };
}

async function miniBrowserOf(ask, { width, height }) {
  const { sessionId, capabilities } = await ask('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } } },
  });
  const session = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
  await session('POST', '/timeouts', { script: 120_000, pageLoad: 60_000 });
  let used = false;
  return {
    name: 'webkit',
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    async open(url) {
      if (used) {
        const { handle } = await session('POST', '/window/new', { type: 'tab' });
        await session('POST', '/window', { handle });
      }
      used = true;
      const page = wrap(session);
      await page.go(url);
      // The window has a frame and bars; the page is to have the size that was asked for.
      const [w, h] = await page.run(() => [innerWidth, innerHeight]);
      const rect = await session('GET', '/window/rect');
      await session('POST', '/window/rect', { width: rect.width + (width - w), height: rect.height + (height - h) });
      await page.until((x, y) => innerWidth === x && innerHeight === y, width, height);
      return page;
    },
    close: () => session('DELETE', ''),
  };
}

function wrap(session) {
  const run = async (code, ...args) => {
    const script = `const done = arguments[arguments.length - 1]; const given = Array.prototype.slice.call(arguments, 0, -1);
      Promise.resolve().then(() => (${code})(...given)).then((v) => done({ v: v === undefined ? null : v }), (e) => done({ e: String(e) + ' ' + (e && e.stack) }));`;
    const answer = await session('POST', '/execute/async', { script, args });
    if (answer?.e) throw new Error(answer.e);
    return answer?.v;
  };
  const watching = () => session('POST', '/execute/sync', { script: watch, args: [] });
  const pointer = (actions) =>
    session('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  const to = ({ x, y }, duration = 0) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration, origin: 'viewport' });
  const down = { type: 'pointerDown', button: 0 };
  const up = { type: 'pointerUp', button: 0 };
  const key = (actions) => session('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  const code = (name) => keys[name] ?? name;
  const page = {
    get log() {
      return run(() => window.__log ?? []);
    },
    /** Since the last `go` or `reload`. */
    faults: () => run(() => window.__faults ?? []),
    requested: [],
    own: undefined,
    run,
    until: (condition, ...args) => until(run, condition, args),
    async go(url) {
      await session('POST', '/url', { url });
      await watching();
    },
    async reload() {
      await session('POST', '/refresh', {});
      await watching();
    },
    move: (at) => pointer([to(at)]),
    click: (at) => pointer([to(at), down, up]),
    drag: (from, target) =>
      pointer([to(from), down, to({ x: (from.x + target.x) / 2, y: (from.y + target.y) / 2 }, 50), to(target, 50), up]),
    press: (name, held = []) =>
      key([
        ...held.map((other) => ({ type: 'keyDown', value: code(other) })),
        { type: 'keyDown', value: code(name) }, { type: 'keyUp', value: code(name) },
        ...held.toReversed().map((other) => ({ type: 'keyUp', value: code(other) })),
      ]),
    type: (text) => key([...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }])),
    async picture(path) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.from(await session('GET', '/screenshot'), 'base64'));
    },
    close: () => session('DELETE', '/window'),
  };
  return page;
}
