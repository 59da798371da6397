// Pages of the site as they work by double-click: file:// knows no modules and no fetch, so the classic script takes the loader's
// place, and claims and exercises stand in the tag.

import { inScript } from './exports/markup.mjs';

const loader = '<script type="module" src="who-says.js"></script>';
const classic = '<script defer src="who-says-classic.js"></script>';

/** `read(path)` gives the text of a file that the page names. Throws on what would not work without a server. */
export function offlinePage(html, read) {
  const page = html
    .replaceAll(loader, classic)
    .replace(/<who-says\b[^>]*>/g, (tag) => {
      const claims = / claims="([^"]*)"/.exec(tag);
      const exercise = / exercise="([^"]+)"/.exec(tag);
      const inside = (type, file) => `<script type="${type}">${inScript(read(file))}</script>`;
      return (
        tag.replace(claims?.[0] ?? '', '').replace(exercise?.[1] ?? '', '') +
        (claims ? inside('application/ld+json', claims[1]) : '') +
        (exercise ? inside('application/json', exercise[1]) : '')
      );
    });
  if (/<script[^>]*type="?module/.test(page)) throw new Error('a module does not run from file://');
  return page;
}

/** An offline page with everything inside itself: to be mailed, or shown in a frame that may load no other file. */
export function singleFile(page, read) {
  // The engine comes along: such a page may not be able to load it later.
  const lesson = / exercise="/.test(page) ? ['who-says-classroom-classic.js'] : [];
  const scripts = ['who-says-detector-classic.js', ...lesson, 'who-says-classic.js'].map((file) => read(file).replace(/^\ufeff/, ''));
  if (scripts.some((script) => /<!--|<\/?script/i.test(script))) throw new Error('the script would end too early inside a page');
  return page
    .replace(classic, '')
    .replace(/<link rel="icon"[^>]*>\n?|<nav [^]*?<\/nav>/g, '')
    .replace(/<link rel="stylesheet" href="([^"]*)">/g, (_, path) => `<style>${read(path)}</style>`)
    .replace('</body>', () => `${scripts.map((script) => `<script>${script}</script>`).join('')}</body>`);
}

/** A script of a page, as it is. Throws on what would not work without a server. */
export function offlineScript(script) {
  if (/\b(fetch|import)\s*\(|XMLHttpRequest/.test(script)) throw new Error('nothing can be fetched from file://');
  return script;
}
