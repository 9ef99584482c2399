// One way to drive three real browsers, as Debian packages them.

import { Page } from './page.js';
import { openPuppeteer } from './puppeteer.js';
import { openWebKit } from './webkit.js';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox', 'webkit'];

/**
 * Where `Page.touch` works: WebKitGTK's driver turns a touch pointer into a mouse.
 *
 * @type {readonly Engine[]}
 */
export const touchEngines = ['chromium', 'firefox'];

/**
 * Where `Page.prefer` works: Firefox asks the real system only.
 *
 * @type {readonly Engine[]}
 */
export const preferringEngines = ['chromium', 'webkit'];

/**
 * Starts a browser. A browser that is not installed is an error, never a skip.
 *
 * @param {Engine} engine
 */
export async function openBrowser(engine) {
  const browser = engine === 'webkit' ? await openWebKit() : await openPuppeteer(engine);
  return {
    /**
     * Opens a page with storage of its own.
     *
     * @param {string} url
     * @param {{ width: number, height: number }} [size] of the viewport
     */
    async openPage(url, { width, height } = { width: 1280, height: 800 }) {
      const page = new Page(await browser.openTab(width, height));
      await page.goto(url);
      return page;
    },
    /** Ends the browser with all its processes and files. */
    close: () => browser.close(),
  };
}
