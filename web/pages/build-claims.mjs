// Makes the claims files of assets/articles from their sources: finds each claim's words, and writes selectors with context and
// position.   node web/pages/build-claims.mjs [--check]   (--check only says whether they are up to date)

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../assets/articles');

/** The article's text as the page shows it: its lines are blocks. */
export const articleText = (file) => readFileSync(join(folder, `${file}.txt`), 'utf8').trim().split('\n').join('\n\n');

/** FNV-1a 64 of the UTF-8 text with white space folded, as in src/model/article.h. */
export function textHash(text) {
  let hash = 14695981039346656037n;
  for (const byte of Buffer.from(text.trim().replace(/\s+/g, ' '), 'utf8')) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1099511628211n);
  return hash.toString(16).padStart(16, '0');
}

// As src/model/codec_context.cpp writes it; a test compares the two.
const inside = (own, ...names) => ({ '@id': `ws:${own}`, '@context': { '@vocab': 'urn:who-says:', ...Object.fromEntries(names.map((n) => [n, `ws:${n}`])) } });
const terms = {
  ws: 'urn:who-says:',
  article: inside('article'),
  kinds: inside('kinds', 'id'),
  sources: inside('sources', 'id'),
  sourcing: inside('sourcing', 'scope'),
  removed: { '@id': 'ws:removed', '@type': '@id' },
  ...Object.fromEntries(['independence', 'status', 'link', 'cue', 'basis', 'heading', 'List'].map((t) => [t, `ws:${t}`])),
};

/** Selectors of words of a text, those that stand at `begin` or there first; positions count characters. */
export function selectorOf(text, words, begin = text.indexOf(words)) {
  if (begin < 0) throw new Error(`these words are not in the text: ${words}`);
  const end = begin + words.length;
  const points = (units) => [...text.slice(0, units)].length;
  return [
    { type: 'TextQuoteSelector', exact: words, prefix: text.slice(Math.max(0, begin - 32), begin), suffix: text.slice(end, end + 32) },
    { type: 'TextPositionSelector', start: points(begin), end: points(end) },
  ];
}

export async function claimsFile(name) {
  const { article, sources, claims } = await import(pathToFileURL(join(folder, `${name}.source.mjs`)).href);
  const text = articleText(name);
  const kinds = new Map(sources.map((s) => [s.id, s.kind]));
  let after = 0;
  const items = claims.map((claim, index) => {
    const begin = text.indexOf(claim.words, after);
    if (begin < 0) throw new Error(`claim ${index + 1} does not stand after the one before it: ${claim.words}`);
    after = begin + 1;
    const body = [];
    const origin = claim.chain.at(-1)?.[0] ?? '';
    if (origin) {
      body.push({ type: 'TextualBody', purpose: 'classifying', value: kinds.get(origin) ?? 'unspecified' });
      body.push({ type: 'SpecificResource', purpose: 'identifying', source: `#${origin}` });
    }
    if (claim.chain.length) {
      const hops = claim.chain.map(([source, link, cue]) => ({ type: 'SpecificResource', ...(source && { source: `#${source}` }), link, ...(cue && { cue }) }));
      body.push({ type: 'List', purpose: 'linking', items: hops });
    }
    for (const remark of claim.remarks ?? [])
      body.push({
        type: 'TextualBody',
        purpose: remark.question ? 'questioning' : 'commenting',
        value: remark.text,
        ...(remark.basis !== 'text' && { basis: remark.basis }),
        creator: { name: 'Who Says' },
      });
    const naming = claim.naming ?? (origin ? (sources.find((s) => s.id === origin).naming ?? 'named') : undefined);
    const sourcing = {};
    for (const key of ['scope', 'directness', 'naming', 'cueClass', 'medium', 'certainty', 'evidence', 'claimType', 'notStated']) {
      const value = key === 'naming' ? naming : claim[key];
      if (value !== undefined && value !== 'none' && !(key === 'medium' && value === 'unknown')) sourcing[key] = value;
    }
    return {
      id: `urn:who-says:${name}:c${String(index + 1).padStart(2, '0')}`,
      type: 'Annotation',
      motivation: 'highlighting',
      creator: { name: 'Who Says' },
      created: '2026-11-24T12:00:00Z',
      target: { selector: selectorOf(text, claim.words, begin) },
      ...(body.length && { body }),
      sourcing,
    };
  });
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', terms],
    id: `urn:who-says:${name}`,
    type: 'AnnotationPage',
    article: { title: text.split('\n\n')[1], lang: article.lang, hash: textHash(text) },
    sources,
    items,
  };
}

export const articles = () => readdirSync(folder).filter((f) => f.endsWith('.source.mjs')).map((f) => f.replace('.source.mjs', ''));
export const claimsPath = (name) => join(folder, `${name}.claims.json`);
export const written = (file) => `${JSON.stringify(file, null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  for (const name of articles()) {
    const file = written(await claimsFile(name));
    if (!check) {
      writeFileSync(claimsPath(name), file);
    } else if (readFileSync(claimsPath(name), 'utf8') !== file) {
      console.error(`${name}.claims.json is not what ${name}.source.mjs gives: run node web/pages/build-claims.mjs`);
      process.exitCode = 1;
    }
  }
}
