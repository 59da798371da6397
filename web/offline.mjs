// Pages of the site as they work by double-click: file:// knows no modules and no fetch, so the classic script takes the loader's
// place and claims stand in the tag.

const loader = '<script type="module" src="who-says.js"></script>';
const classic = '<script defer src="who-says-classic.js"></script>';

/** Data inside a script element: no "<" may end it, or begin a comment in it. */
const inScript = (json) => JSON.stringify(JSON.parse(json)).replaceAll('<', '\\u003c');

/** `read(path)` gives the text of a file that the page names. Throws on what would not work without a server. */
export function offlinePage(html, read) {
  const page = html
    .replaceAll(loader, classic)
    .replace(/<who-says\b[^>]*>/g, (tag) => {
      const claims = / claims="([^"]*)"/.exec(tag);
      return claims ? `${tag.replace(claims[0], '')}<script type="application/ld+json">${inScript(read(claims[1]))}</script>` : tag;
    });
  if (/<script[^>]*type="?module/.test(page)) throw new Error('a module does not run from file://');
  return page;
}

/** An offline page with everything inside itself: to be mailed, or shown in a frame that may load no other file. */
export function singleFile(page, read) {
  // The engine comes along: such a page may not be able to load it later.
  const scripts = ['who-says-detector-classic.js', 'who-says-classic.js'].map((file) => read(file).replace(/^\ufeff/, ''));
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
