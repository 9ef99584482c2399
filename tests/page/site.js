// The page as visitors get it: built, and served with its Content-Security-Policy.

import { createReadStream } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('vite').Connect.NextHandleFunction} Handler */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
  '.css': 'text/css',
};

/**
 * Serves the page, and under /web/, /tests/, /data/ and /node_modules/ the sources, which work in a browser as
 * they stand.
 *
 * @returns {Promise<{ url: string, faults: Map<string, (response: Response) => void>, close: () => void }>}
 *   faults: what to answer instead, by a regular expression for the path
 */
export async function serveSite() {
  /** @type {Map<string, (response: Response) => void>} */
  const faults = new Map();
  const server = await preview({
    root: join(root, 'web'),
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
    plugins: [
      {
        name: 'faults',
        configurePreviewServer({ middlewares }) {
          // Each page of a test would store the whole site, which offline.test.js does for all of them. Browsers take
          // this for a service worker that cannot be used. (WebKit would tell of one that is missing.)
          middlewares.use('/service-worker.js', (_, response) => {
            response.setHeader('Content-Type', 'text/javascript');
            response.end('throw new Error("not in tests")');
          });
          middlewares.use((request, response, next) => {
            // Packed, each opening of the page would take a tenth of a second more.
            delete request.headers['accept-encoding'];
            const path = new URL(String(request.url), 'http://localhost').pathname;
            const fault = [...faults].find(([pattern]) => new RegExp(pattern).test(path));
            if (fault) fault[1](response);
            else next();
          });
          for (const folder of ['web', 'tests', 'data', 'node_modules']) {
            middlewares.use(`/${folder}`, (request, response) => {
              const path = join('/', String(request.url));
              response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/plain');
              createReadStream(join(root, folder, path)).pipe(response);
            });
          }
        },
      },
    ],
  });
  // Where a file has no test for the engine that is asked for, nothing closes it.
  server.httpServer.unref();
  return {
    url: /** @type {string} */ (server.resolvedUrls?.local[0]),
    faults,
    close: () => {
      server.httpServer.close();
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
    },
  };
}
