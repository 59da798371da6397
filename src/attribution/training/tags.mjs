// Parts of speech by wink-nlp (MIT), a second task for the network in training.
//
//   node tags.mjs NODE_MODULES < texts.ndjson > tags.ndjson
//
// In: {"id": …, "text": …} a line. Out: {"id": …, "tags": [[begin, end, tag], …]}, Unicode code points, half-open; universal tags.
import { createRequire } from 'node:module';
import readline from 'node:readline';

const require = createRequire(`${process.argv[2]}/`);
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
const { its } = nlp;

/** Tokens of one line of a text, from code point `base` on. */
function tagsOf(line, base) {
  const tokens = nlp.readDoc(line).tokens();
  const words = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  const out = [];
  let at = 0;
  let points = base;
  words.forEach((word, i) => {
    const begin = line.indexOf(word, at);
    if (begin < 0) return;
    points += [...line.slice(at, begin)].length;
    const end = points + [...word].length;
    out.push([points, end, tags[i]]);
    points = end;
    at = begin + word.length;
  });
  return out;
}

for await (const record of readline.createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(record);
  const tags = [];
  let base = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) tags.push(...tagsOf(line, base));
    base += [...line].length + 1;
  }
  process.stdout.write(`${JSON.stringify({ id, tags })}\n`);
}
