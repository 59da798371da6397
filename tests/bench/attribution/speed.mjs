// Speed beside peers from npm, and growth with the text: everything in this node, one after another, in turns. Speed is processor time of
// all threads, compilation included: waiting for a core that other programs have is no one's cost.

import { createRequire } from 'node:module';
import { chart } from '../anchoring/chart.mjs';
import { engine } from './engine.mjs';
import { table } from './tables.mjs';

const require = createRequire(import.meta.url);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const bytes = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

async function timed(work) {
  const begin = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(begin);
  return [value, (user + system) / 1000];
}

/** Each: load() gives a function of a text that does all that the library has to say of it. */
const contenders = {
  'Who Says, network (WebAssembly)': async () => {
    const ours = await engine();
    return (text) => ours.detect(text).length;
  },
  'Who Says, rules only (WebAssembly)': async () => {
    const ours = await engine();
    return (text) => ours.detect(text, { network: false }).length;
  },
  compromise: async () => {
    const nlp = require('compromise');
    // Who said what in quotation marks, and the names that it finds.
    return (text) => {
      const doc = nlp(text);
      return doc.quotations().json().length + doc.people().json().length + doc.organizations().json().length;
    };
  },
  'wink-nlp': async () => {
    const model = require('wink-eng-lite-web-model');
    const nlp = require('wink-nlp')(model);
    // Sentences, parts of speech and entities: what rules for attributions would start from.
    return (text) => {
      const doc = nlp.readDoc(text);
      return doc.sentences().out().length + doc.tokens().out(nlp.its.pos).length + doc.entities().out(nlp.its.detail).length;
    };
  },
};

/** Characters of a page of news of about 900 words and marks. */
const pageSize = 4700;

/** `texts`: articles. What one page takes, all with loading; then MB of all of them a second without the load, and with it. */
export async function speedTable(texts, rounds) {
  const size = bytes(texts) / 1e6;
  const page = texts.toSorted((a, b) => Math.abs(a.length - pageSize) - Math.abs(b.length - pageSize))[0];
  const seen = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const loads = {};
  const work = {};
  for (const [name, load] of Object.entries(contenders)) [work[name], loads[name]] = await timed(load);
  const first = {};
  for (const [name, detect] of Object.entries(work)) first[name] = (await timed(() => detect(page)))[1];
  for (let round = 0; round < rounds; round++)
    for (const [name, detect] of Object.entries(work)) seen[name].push((await timed(() => texts.forEach(detect)))[1]);
  const rows = Object.keys(contenders).map((name) => {
    const ms = median(seen[name]);
    return [name, `${loads[name].toFixed(0)} ms`, `${first[name].toFixed(0)} ms`, `${(loads[name] + first[name]).toFixed(0)} ms`,
      `${(size / (ms / 1000)).toFixed(2)} MB/s`, `${(loads[name] + ms).toFixed(0)} ms`, `${(size / ((loads[name] + ms) / 1000)).toFixed(2)} MB/s`];
  });
  return table([`${texts.length} articles, ${size.toFixed(2)} MB`, 'loading', 'the first page', 'one page, with loading', 'all, without loading', 'all, with loading', 'with loading'], rows);
}

/** A text of `size` code units made of articles. */
function grown(texts, size) {
  let out = '';
  for (let n = 0; out.length < size; n++) out += `${texts[n % texts.length]}\n`;
  const end = out.lastIndexOf('\n', size);
  return out.slice(0, end > size / 2 ? end : size);
}

const sizes = [5_000, 20_000, 100_000, 300_000, 1_000_000];
const sliceWork = 40;

/** Time against the size of the text: table lines and the picture. */
export async function growth(texts, rounds) {
  const ours = await engine();
  const kinds = [['network', true], ['rules only', false]].filter(([, network]) => !network || ours.hasNetwork);
  ours.detect(grown(texts, 50_000));
  const rows = [];
  const lines = Object.fromEntries(kinds.map(([name]) => [name, []]));
  for (const size of sizes) {
    const text = grown(texts, size);
    const row = [`${size / 1000} KB`];
    for (const [name, network] of kinds) {
      const all = [];
      const longest = [];
      for (let round = 0; round < rounds; round++) {
        const steps = ours.steps(text, sliceWork, network);
        all.push(steps.reduce((a, b) => a + b, 0));
        longest.push(Math.max(...steps));
      }
      lines[name].push([text.length / 1000, median(all)]);
      row.push(`${median(all).toFixed(1)} ms`, `${((median(all) * 1000) / text.length).toFixed(2)} µs`, `${median(longest).toFixed(1)} ms`);
    }
    rows.push([...row, `${(ours.memory() / 2 ** 20).toFixed(1)} MB`]);
  }
  const head = ['text', ...kinds.flatMap(([name]) => [name, 'a unit of text', `longest step of ${sliceWork}`]), 'memory'];
  const picture = chart({
    title: 'Time to detect against the size of the text',
    lines: kinds.map(([name], n) => ({ name: `Who Says, ${name}`, points: lines[name], dash: n ? '6 4' : '' })),
    across: { title: 'text, thousand code units', name: (value) => `${value}` },
    up: { title: 'milliseconds', name: (value) => `${value}` },
    marks: [5, 20, 100, 300, 1000],
  });
  return { table: table(head, rows), picture };
}
