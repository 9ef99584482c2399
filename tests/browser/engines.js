// One way to drive three real browsers, as Debian packages them.

import { Page } from './page.js';
import { Home } from './processes.js';
import { startPuppeteer } from './puppeteer.js';
import { startWebKit } from './webkit.js';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox', 'webkit'];
/** Where `Page.touch` works: WebKitWebDriver makes a mouse of a finger. @type {readonly Engine[]} */
export const touchEngines = ['chromium', 'firefox'];
/** Where `Page.prefer` works: Firefox asks the real system only. @type {readonly Engine[]} */
export const preferringEngines = ['chromium', 'webkit'];
/** Where `Page.resize` takes a pixel ratio: WebKitWebDriver cannot set it. @type {readonly Engine[]} */
export const scalingEngines = ['chromium', 'firefox'];

/**
 * Starts a browser. A browser that is not installed is an error, never a skip.
 *
 * @param {Engine} engine
 */
export async function openBrowser(engine) {
  const home = new Home(engine);
  try {
    const openTab = await (engine === 'webkit' ? startWebKit(home) : startPuppeteer(home, engine));
    return {
      /** Opens a page with storage of its own. @param {string} url @param {import('./page.js').Size} [size] */
      async openPage(url, size = { width: 1280, height: 800 }) {
        const page = new Page(await openTab(size));
        await page.goto(url);
        return page;
      },
      /** The memory of its processes. */
      megabytes: () => home.megabytes(),
      /** Ends the browser with all its processes and files. */
      close: () => home.close(),
    };
  } catch (error) {
    await home.close();
    throw error;
  }
}
