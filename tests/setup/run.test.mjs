// The script `run` on a machine that lacks things: a copy of it in an empty folder, with a PATH of the most basic tools and
// stand-ins that record what they are asked.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { root } from './files.mjs';

const basic = ['sh', 'cat', 'cut', 'dirname', 'env', 'find', 'getconf', 'grep', 'head', 'id', 'ls', 'mkdir', 'printf', 'sed', 'sha256sum',
  'sort', 'touch', 'tr'];

/** A machine with the basic tools and `tools`: name → body of a shell script. `$log` in a body is the record. */
function machine(t, tools = {}) {
  const home = mkdtempSync(join(tmpdir(), 'who-says-run-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const bin = join(home, 'bin');
  const log = join(home, 'log');
  mkdirSync(bin);
  // A stand-in never lies where a link to the real tool is: it would be written through the link.
  for (const name of basic.filter((name) => !(name in tools))) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found.startsWith('/')) symlinkSync(found, join(bin, name));
  }
  for (const [name, body] of Object.entries(tools)) {
    writeFileSync(join(bin, name), `#!/bin/sh\nlog=${log}\n${body}\n`, { flag: 'wx' });
    chmodSync(join(bin, name), 0o755);
  }
  const clone = join(home, 'clone');
  mkdirSync(clone);
  copyFileSync(join(root, 'run'), join(clone, 'run'));
  return {
    clone,
    run: (...args) =>
      spawnSync('sh', [join(clone, 'run'), ...args], { cwd: home, env: { PATH: bin, HOME: home, CI: 'true' }, encoding: 'utf8' }),
    log: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
  };
}

const record = 'echo "${0##*/} $*" >>"$log"';

test('help names every verb, an unknown one is refused', (t) => {
  const { run } = machine(t);
  const help = run('help');
  assert.equal(help.status, 0);
  for (const verb of ['demo', 'test', 'bench', 'package', 'format', 'build', 'setup', '--no-install', '--port']) {
    assert.match(help.stdout, new RegExp(verb));
  }
  assert.equal(run('dance').status, 2);
  assert.equal(run('demo', '--dance').status, 1);
});

test('--no-install reports what is missing and touches nothing', (t) => {
  const { run, log } = machine(t, { 'apt-get': record, sudo: record, npm: record, node: 'echo v20.0.0' });
  const { status, stdout, stderr } = run('test', '--no-install');
  assert.equal(status, 1);
  for (const name of ['cmake', 'ninja-build', 'g\\+\\+', 'chromium', 'firefox-esr', 'clang-format', 'xvfb']) {
    assert.match(stdout, new RegExp(`missing on this machine:.*\\b${name}`));
  }
  assert.doesNotMatch(stdout, /nodejs/);
  assert.match(stderr, /without --no-install/);
  assert.equal(log(), '');
});

test('the demo asks for no browser', (t) => {
  const { run } = machine(t, { 'apt-get': record });
  const { stdout } = run('demo', '--no-install');
  assert.match(stdout, /cmake/);
  assert.doesNotMatch(stdout, /chromium|firefox|webkit|clang-tidy/);
});

test('says what it will install, then installs in one go as root', (t) => {
  const asRoot = { id: 'echo 0', 'apt-get': record };
  const { run, log } = machine(t, asRoot);
  const { status, stdout, stderr } = run('setup');
  assert.match(stdout, /will run: apt-get update; apt-get install --no-install-recommends .*cmake/);
  const calls = log().trim().split('\n');
  assert.equal(calls.length, 2);
  assert.match(calls[0], /update$/);
  assert.match(calls[1], /install -y --no-install-recommends .*cmake/);
  // The stand-in installed nothing, and that is noticed.
  assert.equal(status, 1);
  assert.match(stderr, /still missing/);
});

test('somebody else than root is asked once, through sudo', (t) => {
  const { run, log } = machine(t, { id: 'echo 1000', sudo: record, 'apt-get': record });
  run('setup');
  assert.equal(log().match(/^sudo env /gm).length, 1);
  assert.doesNotMatch(log(), /^apt-get (?!-)/m);
});

test('too old counts as missing', (t) => {
  const { run } = machine(t, { node: 'echo v16.20.1', cmake: 'echo cmake version 3.18.4', 'apt-get': record });
  const { stdout } = run('setup', '--no-install');
  assert.match(stdout, /\bnodejs\b/);
  assert.match(stdout, /\bcmake\b/);
});

test('an emcc on PATH is used when it is new enough', (t) => {
  for (const version of ['3.1.6', '3.1.61', '4.0.2']) {
    const { run, log } = machine(t, {
      emcc: `echo "emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) ${version} (0123456789abcdef)"`,
      'em-config': 'echo /of/its/own',
      cmake: 'echo cmake version 3.25.1; echo "root $EMSCRIPTEN_ROOT" >>"$log"; mkdir -p build/wasm-release',
      node: 'echo v20.0.0',
      ...Object.fromEntries(['g++', 'ninja', 'xz', 'npm', 'brotli', 'apt-get'].map((name) => [name, record])),
    });
    const { status, stdout, stderr } = run('build', '--no-install');
    assert.equal(status, 0, stdout + stderr);
    assert.match(log(), /root \/of\/its\/own/, version);
  }
});
