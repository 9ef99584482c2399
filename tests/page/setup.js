// What tests of the page need before they start, and give back when they have ended. Each belongs to the
// file or the suite in which it is called.

import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { engines, openBrowser } from '../browser/engines.js';
import { firstRecords } from '../mnist.js';
import { serveSite } from './site.js';

/** @typedef {import('../browser/engines.js').Browser} Browser */
/** @typedef {import('../browser/engines.js').Engine} Engine */
/** @typedef {import('../browser/page.js').Page} Page */

/** A link that makes a trained network in a second, and one whose run does not end while a test lasts. */
export const SHORT = '#recipe=backtrack&seed=3&records=2000&epochs=2';
export const LONG = '#recipe=backtrack&seed=3&epochs=1000';

/** Packing them takes a fifth of a second, so all suites of a process share them. @type {Map<number, Buffer>} */
const packed = new Map();

/** @param {number} count @returns {Promise<Buffer>} MNIST's first training records, as gzip */
async function fewRecords(count) {
  const few = packed.get(count) ?? gzipSync(await firstRecords('train', count));
  packed.set(count, few);
  return few;
}

/**
 * The page, served while the tests run.
 *
 * @param {{ records?: number }} [mnist] records: how many training records it has, if fewer will do. All of them take a
 *   browser about a second each time, and there are hundreds of times.
 */
export function siteForTests({ records } = {}) {
  /** @type {Awaited<ReturnType<typeof serveSite>>} */
  let site;
  before(async () => {
    site = await serveSite();
    if (!records) return;
    const few = await fewRecords(records);
    site.faults.set('/mnist_train-[^/]*gz$', (response) => {
      response.writeHead(200, { 'Content-Type': 'application/gzip', 'Content-Length': few.length });
      response.end(few);
    });
  });
  after(() => site?.close());
  return {
    get url() {
      return site.url;
    },
    get faults() {
      return site.faults;
    },
  };
}

/** They take seconds to start, so all suites of a process share them. @type {Map<Engine, Promise<Browser>>} */
const browsers = new Map();
after(async () => {
  const open = await Promise.all(browsers.values());
  browsers.clear();
  for (const browser of open) await browser.close();
});

/**
 * A browser while the tests run, with one page at a time: opening another closes it, since a page that
 * goes on training slows down all that follow.
 *
 * @param {Engine} engine
 * @returns {Pick<Browser, 'openPage'>}
 */
export function browserForTests(engine) {
  /** @type {Page | undefined} */
  let page;
  const closePage = async () => {
    // Where this is not called in a suite, the browsers are closed first.
    if (browsers.has(engine)) await page?.close();
    page = undefined;
  };
  after(closePage);
  return {
    async openPage(...where) {
      if (!browsers.has(engine)) browsers.set(engine, openBrowser(engine));
      const opening = /** @type {Promise<Browser>} */ (browsers.get(engine));
      try {
        const browser = await opening;
        await closePage();
        page = await browser.openPage(...where);
      } catch (error) {
        // The tests that follow get another browser.
        browsers.delete(engine);
        await (await opening.catch(() => null))?.close();
        throw error;
      }
      return page;
    },
  };
}

/**
 * A test of what is enough to try in Chromium.
 *
 * @param {string} sentence
 * @param {(context: import('node:test').TestContext) => Promise<void>} run
 */
export function inChromium(sentence, run) {
  if (engines.includes('chromium')) test(sentence, run);
}
