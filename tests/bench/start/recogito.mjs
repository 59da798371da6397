// A page of Recogito's text annotator. Bundled by run.mjs.

import { createTextAnnotator } from '@recogito/text-annotator';
import { ranger } from '../ranges.mjs';

const story = document.querySelector('#story');
const range = ranger(story);
const text = story.textContent;
const annotator = createTextAnnotator(story, { renderer: 'CSS_HIGHLIGHTS' });
annotator.setAnnotations(
  window.places.map(([start, end], n) => {
    const id = `a${n}`;
    return { id, bodies: [], target: { annotation: id, selector: [{ start, end, quote: text.slice(start, end), range: range(start, end) }], created: new Date() } };
  }),
);
window.annotations = annotator.getAnnotations().length;
