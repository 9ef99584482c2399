// One way to drive three real browsers, as Debian packages them.

import { Page } from './page.js';
import { Home } from './processes.js';
import { startPuppeteer } from './puppeteer.js';
import { startWebKit } from './webkit.js';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

/** @type {readonly Engine[]} */
const all = ['chromium', 'firefox', 'webkit'];
const asked = process.env.ENGINES?.split(',') ?? all;
/** All of them, or those that are asked for: `ENGINES=firefox node --test tests/page/stage.test.js`. */
export const engines = all.filter((engine) => asked.includes(engine));
/** Where storage can outlast a page: WebKitWebDriver throws it away. @type {readonly Engine[]} */
export const lastingEngines = engines.filter((engine) => engine !== 'webkit');
/** Where `Page.touch` works: WebKitWebDriver makes a mouse of a finger. @type {readonly Engine[]} */
export const touchEngines = ['chromium', 'firefox'];
/** Where `Page.prefer` works: Firefox asks the real system only. @type {readonly Engine[]} */
export const preferringEngines = ['chromium', 'webkit'];
/** Where `Page.resize` takes a pixel ratio: WebKitWebDriver cannot set it. @type {readonly Engine[]} */
export const scalingEngines = ['chromium', 'firefox'];

/** @type {import('./page.js').Size} */
const SIZE = { width: 1280, height: 800 };

/**
 * Starts a browser. A browser that is not installed is an error, never a skip.
 *
 * @param {Engine} engine
 * @param {{ listens?: boolean }} [options] listens: whether pages tell all `problems` and `requests`. For that, browsers
 *   copy what a page loads, in the thread that loads it: MNIST takes Chromium 90 ms, which no visitor waits for.
 */
export async function openBrowser(engine, { listens = true } = {}) {
  const home = new Home(engine);
  const start = () =>
    engine === 'webkit' ? startWebKit(home, listens) : startPuppeteer(home, engine, listens);
  /**
   * @param {Promise<import('./page.js').Tab>} tab
   * @param {string} url
   */
  const pageOf = async (tab, url) => {
    const page = new Page(await tab);
    await page.goto(url);
    return page;
  };
  try {
    let openTab = await start();
    return {
      /** Opens a page with storage of its own. @param {string} url @param {import('./page.js').Size} [size] */
      openPage: (url, size = SIZE) => pageOf(openTab(size), url),
      /** Opens a page whose storage outlasts it: see `crash`. @param {string} url */
      openLastingPage: (url) => pageOf(openTab(SIZE, true), url),
      /** Kills the browser in the middle of what it does, and starts it again with what it has stored. */
      async crash() {
        await home.stopAll();
        await home.beforeNext();
        openTab = await start();
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
