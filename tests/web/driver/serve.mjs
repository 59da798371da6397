// A static server for the tests: a folder as a site, with headers of a test's choice, and a record of every request.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json',
  '.mjs': 'text/javascript', '.png': 'image/png', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};

/** The policy that the widget promises to work under. */
export const strictPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * Serves `folder` on a free port of this machine. `headers` go with every answer; `pages` maps a path to a text that is in no file.
 * `requests` holds every request so far: { path, cookie }.
 */
export async function serve(folder, { headers = {}, pages = {} } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push({ path, cookie: request.headers.cookie ?? '' });
    const send = (status, type) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
    if (path in pages) return send(200, types[extname(path)] ?? types['.html']).end(pages[path]);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (!file.startsWith(folder) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return send(404, 'text/plain').end('not here');
    send(200, types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
