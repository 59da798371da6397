// A page with many claims, for benches of the whole widget.

import { claims, prose } from './anchoring/prose.mjs';
import { random } from './text.mjs';

const kinds = ['government', 'diplomat', 'academic', 'news-outlet', 'business'];
const sources = Array.from({ length: 20 }, (_, n) => ({ id: `s${n}`, name: `Source ${n}`, kind: kinds[n % kinds.length] }));
const annotation = ({ exact, prefix, suffix, begin }, n) => ({
  id: `urn:bench:${n}`, type: 'Annotation', motivation: 'highlighting', status: 'confirmed',
  body: [{ type: 'List', purpose: 'linking', items: [{ type: 'SpecificResource', source: `#s${n % sources.length}`, link: 'explicit' }] }],
  target: { selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start: begin, end: begin + exact.length }] },
});

/** { '/many.html', '/many.json' }: an article of `size` characters with `count` claims, drawn by `draw`. */
export function manyClaims(count, size, draw = random(5)) {
  const text = prose(draw, size);
  const items = claims(text, count, draw).map(annotation);
  return {
    '/many.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Many</title><style>body{margin:0}
main{display:grid;grid-template-columns:1fr 420px}who-says{position:sticky;top:0;height:800px}</style>
<main><article id="story">${text.split('\n\n').map((words) => `<p>${words}</p>`).join('')}</article>
<who-says article="#story" claims="many.json" detect="off"></who-says></main><script type="module" src="who-says.js"></script>`,
    '/many.json': JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', sources, items }),
  };
}
