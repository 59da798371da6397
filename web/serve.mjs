// Serves a folder on this machine, as the demo with the headers of a strict publisher.   node web/serve.mjs [--port N] [--root FOLDER]

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strictHeaders } from './policy.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/**
 * Serves `folder` on a port of this machine (0 = a free one). `headers(path)` go with every answer; `pages` maps a path to a text that
 * is in no file. Resolves when it listens; `requests` holds every request so far: { path, cookie }.
 */
export async function serve(folder, { port = 0, headers = () => ({}), pages = {} } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://local').pathname);
    requests.push({ path, cookie: request.headers.cookie ?? '' });
    const head = (status, type) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers(path) });
    if (path in pages) return head(200, types[extname(path)] ?? types['.html']).end(pages[path]);
    let file = normalize(join(folder, path));
    const inside = file === folder || file.startsWith(folder + sep) || file === folder + sep;
    try {
      if (!inside || !['GET', 'HEAD'].includes(request.method)) throw new Error('refused');
      if (statSync(file).isDirectory()) file = join(file, 'index.html');
      response.setHeader('content-length', statSync(file).size);
      head(200, types[extname(file)] ?? 'application/octet-stream');
      if (request.method === 'HEAD') response.end();
      else createReadStream(file).pipe(response);
    } catch {
      response.removeHeader('content-length');
      head(404, types['.txt']).end('Not found\n');
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, fallback) => {
    const at = process.argv.indexOf(name);
    return at > 0 ? process.argv[at + 1] : fallback;
  };
  const root = option('--root', join(dirname(fileURLToPath(import.meta.url)), '../build/site'));
  const { address } = await serve(normalize(root), { port: Number(option('--port', '0')), headers: strictHeaders });
  console.log(`Who Says: ${address.replace('127.0.0.1', 'localhost')}/   (Ctrl+C ends it)`);
}
