// A lesson as a SCORM 1.2 package: what learning systems of schools take (SCORM 1.2 Content Aggregation Model, 2.3).
// The manifest names no xsi:schemaLocation, so no schema files need to stand beside it: learning systems do without, and those files bear a
// copyright of IMS but no licence to pass them on.

import { zipSync } from 'fflate';
import { lessonFile, lessonFolder, nameOf, titleOf, type Files, type PageWish } from './lesson-page.ts';
import { escaped } from './markup.mjs';

export interface ScormWish extends PageWish {
  /** Percent of the points from which on the system says "passed"; without it a lesson that is done is "completed". */
  passed?: number;
}

function manifest(exercise: string, files: string[], { passed }: ScormWish = {}): string {
  const file = lessonFile(exercise);
  const letters = [...titleOf(file)];
  // The standard's schema has room for 200.
  const title = escaped(letters.length > 200 ? `${letters.slice(0, 199).join('')}…` : letters.join(''));
  const mastery = passed === undefined ? '' : `\n        <adlcp:masteryscore>${Math.min(100, Math.max(0, Math.round(passed)))}</adlcp:masteryscore>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="who-says-${nameOf(file)}" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="lesson">
    <organization identifier="lesson">
      <title>${title}</title>
      <item identifier="exercise" identifierref="page" isvisible="true">
        <title>${title}</title>${mastery}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((name) => `      <file href="${escaped(encodeURI(name))}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/** The package of an exercise file, as a zip. `from`: the files of Who Says. The same exercise gives the same bytes. */
export function scormPackage(exercise: string, from: Files, wish: ScormWish = {}): Uint8Array {
  const files = lessonFolder(exercise, from, { ...wish, first: ['who-says-scorm.js'] });
  const list = new TextEncoder().encode(manifest(exercise, Object.keys(files), wish));
  return zipSync({ 'imsmanifest.xml': list, ...files }, { level: 9, mtime: new Date(2026, 0, 1) });
}
