// The classic build: one script with everything inside but the engine and the exercises, which also runs from file://.

import terms from 'who-says-terms';
import wasm from 'who-says-wasm';
import { loadClassroom } from './classroom-classic.ts';
import type { CoreExports } from './core.ts';
import { define } from './define.ts';
import { base, loadDetector } from './detector-classic.ts';
import { instances } from './instance.ts';
import { makeForm } from './layouts.ts';
import { withLessons } from './lesson-words.ts';
import { Paper } from './paper.ts';
import { plainCore } from './plain-core.ts';
import { given } from './script.ts';
import { resolveSelectors } from './selectors.ts';
import type { Assets } from './settings.ts';
import { unpack } from './unpack.ts';
import { Widget } from './widget.ts';

let compiled: Promise<WebAssembly.Module> | undefined;

/** The files of a language by their names, from a script beside this one. */
async function wordsOf(language: string): Promise<Record<string, string> | undefined> {
  const script = files.languageScripts[language];
  return script && given<Record<string, string>>(`whoSaysWords-${language}`, script.file, base, script.integrity).catch(() => undefined);
}

const assets: Assets = {
  core: async () => instances<CoreExports>(await (compiled ??= WebAssembly.compile(unpack(wasm)))),
  plainCore: () => plainCore(base),
  languages: Object.keys(files.languageScripts),
  words: async (name) => (name === 'terms.en' ? terms : (await wordsOf(name.replace(/.*\./, '')))?.[name]),
  detector: loadDetector,
  layouts: () => Promise.resolve({ makeForm }),
  selectors: () => Promise.resolve({ resolveSelectors }),
  paper: () => Promise.resolve({ Paper }),
};

define(async (lesson) => ({ Widget, assets: lesson ? { ...assets, words: withLessons(assets.words), ...(await loadClassroom()) } : assets }));
