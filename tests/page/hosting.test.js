// The page wherever it is put, in whatever browser, and after a new release: it is never empty or stuck.

import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { engines } from '../browser/engines.js';
import { DEATHS, INDEX, indexAfter, kill, mortalWorker, WORKER, workerAfter } from './scripts.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, ready, reloaded, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const built = fileURLToPath(new URL('../../build/site', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Servers that are set up wrong, by the folder that they serve the page from.
 *
 * @type {Record<string, (file: string) => Record<string, string> | 'missing' | 'page'>}
 *   the headers of a file; or it is missing, or the page is sent in its place
 */
const SERVERS = {
  'plain-text': (file) => ({ 'Content-Type': file.endsWith('.js') ? 'text/plain' : TYPES[extname(file)] }),
  'plain-text-nosniff': (file) => ({
    'Content-Type': file.endsWith('.js') ? 'text/plain' : TYPES[extname(file)],
    'X-Content-Type-Options': 'nosniff',
  }),
  renewed: (file) => (file.endsWith('.js') && file.includes('assets') ? 'missing' : typeOf(file)),
  'renewed-with-page': (file) => (file.endsWith('.js') && file.includes('assets') ? 'page' : typeOf(file)),
  policy: (file) => ({ ...typeOf(file), 'Content-Security-Policy': "script-src 'none'" }),
  'trusted-types': (file) => ({
    ...typeOf(file),
    'Content-Security-Policy': "require-trusted-types-for 'script'",
  }),
  right: (file) => typeOf(file),
};

/** @param {string} file */
const typeOf = (file) => ({ 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });

const server = createServer((request, response) => {
  // A folder without its slash gets the page, too.
  const [, folder, file = ''] = String(request.url).split(/^\/([^/]*)\/?/);
  const path = file || 'index.html';
  const answer = SERVERS[folder]?.(path) ?? 'missing';
  if (answer === 'missing' || !existsSync(`${built}/${path}`)) return response.writeHead(404).end();
  const headers = answer === 'page' ? typeOf('index.html') : answer;
  response.writeHead(200, headers);
  return createReadStream(`${built}/${answer === 'page' ? 'index.html' : path}`).pipe(response);
});
let url = '';
before(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const site = siteForTests();

/** What the page says about each reason why it has not started. */
const REASONS = {
  file: 'the page was opened from a disk',
  renewed: 'Reload the page.',
  slash: 'add the slash',
  type: 'send files that end in .js as text/javascript',
  policy: 'by a Content-Security-Policy of its own',
  old: 'The browser may be too old.',
};

/**
 * Waits until the page gives just these reasons, for a visitor to see.
 *
 * @param {Page} page
 * @param {(keyof REASONS)[]} reasons
 */
async function gives(page, reasons) {
  const wanted = reasons.map((reason) => REASONS[reason]);
  await page.until(
    (wanted) => {
      const visible = Array.from(document.querySelectorAll('.not-started li')).filter((reason) =>
        reason.checkVisibility({ visibilityProperty: true }),
      );
      const texts = visible.map(({ textContent }) => String(textContent).replace(/\s+/g, ' '));
      return texts.length === wanted.length && texts.every((text, i) => text.includes(wanted[i]));
    },
    { what: `the page to give the reasons ${reasons}` },
    wanted,
  );
}

for (const engine of engines) {
  describe(`hosting, in ${engine}`, () => {
    const browser = browserForTests(engine);
    beforeEach(() => site.faults.clear());

    test('a page that does not start says why, and what to do', async () => {
      const page = await browser.openPage(`file://${built}/index.html`);
      await gives(page, ['file']);
      await page.goto(`${url}/plain-text/`);
      await gives(page, ['type']);
      await page.goto(`${url}/renewed/`);
      await gives(page, ['renewed']);
      await page.goto(`${url}/renewed-with-page/`);
      await gives(page, ['renewed']);
    });

    test('it does so where none of its scripts and styles arrive, or runs', async () => {
      const all = /** @type {(keyof REASONS)[]} */ (Object.keys(REASONS));
      const page = await browser.openPage(`${url}/right`);
      await gives(page, all);
      await page.goto(`${url}/plain-text-nosniff/`);
      await gives(page, all);
      await page.goto(`${url}/policy/`);
      await gives(page, all);
    });

    test('a host that wants trusted types is named where browsers know them', async () => {
      const page = await browser.openPage(`${url}/trusted-types/`);
      if (await page.evaluate(() => 'trustedTypes' in window)) await gives(page, ['policy']);
      else await ready(page);
    });

    test('a browser that is too old for the page or its worker is told so', async () => {
      site.faults.set('/assets/index-.*js', (response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end('a syntax of the future');
      });
      const page = await browser.openPage(site.url);
      await gives(page, ['old']);
      site.faults.clear();
      // As Firefox did before it knew module workers.
      site.faults.set(
        INDEX,
        indexAfter('globalThis.Worker = class extends Worker { constructor(url) { super(url); } };'),
      );
      await page.goto(site.url);
      await shows(page, 'This browser is too old. Update it, or use another browser.');
      site.faults.clear();
      for (const [before, text] of [
        [
          'WebAssembly.validate = () => false;',
          'This browser is too old. Update it, or use another browser or machine.',
        ],
        ['delete self.WebAssembly;', 'This browser has no WebAssembly, or it is switched off'],
      ]) {
        site.faults.set(WORKER, workerAfter(before));
        await page.goto(site.url);
        await shows(page, text);
        site.faults.clear();
      }
      site.faults.set('/assets/glassbox-.*wasm', (response) => void response.end('damaged'));
      await page.goto(site.url);
      await shows(page, 'The program is damaged, or the web server forbids WebAssembly.');
    });

    test('a page without its style, or with another page in the place of a part, says so', async () => {
      site.faults.set('/assets/index-.*css', (response) => void response.writeHead(404).end());
      site.faults.set('/assets/model-.*npz', (response) => {
        response.setHeader('Cache-Control', 'no-store');
        response.end('\n<!doctype html><title>Log in</title>');
      });
      const page = await browser.openPage(site.url);
      await shows(page, 'The page’s style could not be loaded. Reload the page.');
      await shows(page, 'The trained network could not be loaded. The server sent a web page instead');
      site.faults.clear();
      await page.goto(site.url);
      await ready(page);
      assert.equal(await page.evaluate(() => document.querySelector('.problems p')), null);
    });

    test('a worker that ends is noticed, however it ends, and another takes its place', async () => {
      site.faults.set(WORKER, mortalWorker);
      const page = await browser.openPage(site.url);
      await ready(page);
      await draw(page, SEVEN);
      for (const death of DEATHS) {
        await answered(page);
        await kill(page, death);
        await page.click('button', 'Start again');
        await ready(page);
      }
    });

    test('a page that was renewed while it was open says to reload it, and starts again when it is', async () => {
      site.faults.set(WORKER, mortalWorker);
      const page = await browser.openPage(site.url);
      await ready(page);
      await draw(page, SEVEN);
      await answered(page);
      // All parts of the page have other names now.
      site.faults.set(WORKER, (response) => void response.writeHead(404).end());
      const opened = await page.evaluate(() => performance.timeOrigin);
      await kill(page, 'error');
      await page.click('button', 'Start again');
      await shows(page, 'The page may have been renewed since you opened it. Reload the page.');
      site.faults.clear();
      await page.click('button', 'Reload the page');
      await reloaded(page, opened);
      await ready(page);
      await draw(page, SEVEN);
      await answered(page);
    });
  });
}
