// The page that engines.test.js opens, and a server for it.

import { createServer } from 'node:http';

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:";

/** @type {Record<string, [type: string, body: string]>} */
const files = {
  '/': [
    'text/html; charset=utf-8',
    `<!doctype html>
    <title>Harness</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="page.css">
    <canvas role="img" aria-label="Drawing" width="280" height="280"></canvas>
    <output aria-label="Note">It  reads</output>
    <label>Rate <input id="rate" type="number" value="1"></label>
    <h2 id="title">Files</h2>
    <section aria-labelledby="title">here</section>
    <input id="file" type="file" hidden multiple>
    <button disabled>Stop</button>
    <button hidden>Go</button>
    <details><summary>More</summary>less</details>
    <div class="gap"></div>
    <button><span aria-hidden="true">▶</span> Go</button>
    <div class="pile"><button>Under</button><div class="over"></div></div>
    <script src="page.js"></script>`,
  ],
  '/page.css': [
    'text/css',
    `
    canvas { touch-action: none; border: 1px solid; }
    .gap { height: 3000px; }
    .pile { position: relative; }
    .over { position: absolute; inset: 0; }`,
  ],
  '/page.js': [
    'text/javascript',
    `
    window.seen = [];
    const { seen } = window;
    for (const type of ['pointerdown', 'pointermove', 'pointerup']) {
      document.querySelector('canvas').addEventListener(type, (event) => {
        const { pointerType, isTrusted, clientX, clientY, buttons } = event;
        // Not offsetX: WebKit counts it from outside the border, the others from inside.
        const { x, y } = event.target.getBoundingClientRect();
        const place = [Math.round(clientX - x), Math.round(clientY - y)];
        seen.push([type.slice(7), ...place, buttons, pointerType, isTrusted]);
      });
    }
    for (const button of document.querySelectorAll('button')) {
      button.addEventListener('click', (event) => seen.push([event.type, event.isTrusted]));
    }
    addEventListener('keydown', (event) => seen.push(event.key));
    document.querySelector('#file').addEventListener('change', async ({ target }) => {
      seen.push(await Promise.all([...target.files].map((file) => file.text())));
    });
    window.breakAll = () => {
      console.log('just saying');
      console.warn('page warns', { answer: 42 });
      console.error('page errs');
      setTimeout(() => { throw new Error('page threw'); });
      Promise.reject(new Error('page rejected'));
      new Image().src = 'http://127.0.0.1:9/blocked.png';
      fetch('missing.json');
      new Worker('worker.js').onmessage = ({ data }) => seen.push(data);
    };`,
  ],
  '/worker.js': [
    'text/javascript',
    `
    console.warn('worker warns');
    setTimeout(() => { throw new Error('worker threw'); });
    fetch('data.txt').then((response) => response.text()).then((text) => postMessage(text));`,
  ],
  '/data.txt': ['text/plain', 'from the worker'],
};

// What page.js leaves on the page’s window, to be evaluated there.
/** @typedef {{ seen: any[], breakAll(): void }} Left */

/** What the page has seen since it was last asked. */
export const takeSeen = () => /** @type {Left} */ (/** @type {unknown} */ (globalThis)).seen.splice(0);

/** What the page has seen first since then; undefined: nothing. */
export const firstSeen = () => /** @type {Left} */ (/** @type {unknown} */ (globalThis)).seen[0];

/** Makes one problem of each kind, in the page and in a worker. */
export const breakAll = () => /** @type {Left} */ (/** @type {unknown} */ (globalThis)).breakAll();

/** Serves the page: returns its address, and what stops the server. */
export async function serveHarnessPage() {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    const [type, body] = file ?? ['text/plain', 'not here'];
    response.writeHead(file ? 200 : 404, { 'Content-Type': type, 'Content-Security-Policy': policy });
    response.end(body);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, stop };
}
