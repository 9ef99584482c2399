// The page's scripts as built, with something put before them.

import { readdirSync, readFileSync } from 'node:fs';

const assets = new URL('../../build/site/assets/', import.meta.url);

/** @param {string} start of the name of the script */
function built(start) {
  const name = String(readdirSync(assets).find((file) => file.startsWith(start) && file.endsWith('.js')));
  const script = readFileSync(new URL(name, assets), 'utf8');
  /** @param {string} before @returns {(response: import('node:http').ServerResponse) => void} for `site.faults` */
  const after = (before) => (response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' });
    response.end(before + script);
  };
  return { path: `/assets/${name}`, after };
}

/** The ends of their paths, for `site.faults`. */
export const { path: INDEX, after: indexAfter } = built('index-');
export const { path: WORKER, after: workerAfter } = built('worker-');

/**
 * Ways of ending the worker. The last one is silent.
 *
 * @typedef {'error' | 'rejection' | 'close'} Death
 * @type {readonly Death[]}
 */
export const DEATHS = ['error', 'rejection', 'close'];

/** A worker that the test can end, whatever it is doing. */
export const mortalWorker = workerAfter(`
  new BroadcastChannel('death').onmessage = ({ data }) => {
    if (data === 'close') self.close();
    else if (data === 'rejection') Promise.reject(new Error('killed'));
    else setTimeout(() => { throw new Error('killed'); });
  };
`);

/**
 * Ends a mortal worker, and waits until the page says so.
 *
 * @param {import('../browser/page.js').Page} page
 * @param {Death} death
 * @param {number} [delay] in ms
 * @returns {Promise<string[]>} what the page says, a sentence each
 */
export const kill = (page, death, delay = 0) =>
  page.evaluate(
    async (death, delay) => {
      const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
      const sentences = () =>
        Array.from(document.querySelectorAll('.problems p'), ({ textContent }) => String(textContent));
      const channel = new BroadcastChannel('death');
      await pause(delay);
      // Again and again: the worker may not hear yet.
      for (const end = Date.now() + 10_000; sentences().length === 0; await pause(5)) {
        if (Date.now() > end) throw new Error(`waited 10 s for the page to notice the worker’s ${death}`);
        channel.postMessage(death);
      }
      channel.close();
      return sentences();
    },
    death,
    delay,
  );
