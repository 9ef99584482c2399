import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

// locate.js with what it imports as one script, which can be evaluated whatever a page's CSP says.
const locateScript = buildSync({
  entryPoints: [fileURLToPath(new URL('locate.js', import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
}).outputFiles[0].text;

/** @typedef {[x: number, y: number]} Point in viewport CSS pixels */

/**
 * A media feature by which a visitor's system says what the visitor prefers, and its value.
 *
 * @typedef {'prefers-color-scheme' | 'prefers-reduced-motion'} Feature
 * @typedef {'light' | 'dark' | 'reduce' | 'no-preference'} Preference
 */

/**
 * What each engine has to be able to do; `Page` is made of this.
 *
 * @typedef {object} Tab
 * @property {(source: string) => Promise<string>} run evaluates an expression for a promise of a string
 * @property {(path: Point[]) => Promise<void>} mouse moves to the first point, presses, moves on, releases
 * @property {(path: Point[]) => Promise<void>} touch the same with a finger
 * @property {(key: string) => Promise<void>} press
 * @property {(selector: string, paths: string[]) => Promise<void>} setFiles
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(feature: Feature, value: Preference) => Promise<void>} prefer
 * @property {(path: string) => Promise<void>} screenshot
 * @property {(url: string) => Promise<void>} goto
 * @property {() => Promise<void>} reload
 * @property {() => string[]} problems
 * @property {() => string[]} requests
 */

/** A page in a real browser, the same in every engine. */
export class Page {
  #tab;

  /** @param {Tab} tab */
  constructor(tab) {
    this.#tab = tab;
  }

  /**
   * Runs a function in the page and awaits its result. Arguments and result travel as JSON, so that they
   * arrive alike from every engine. What it throws comes back as an Error with the same message.
   *
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T} fn can use nothing from outside itself
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  async evaluate(fn, ...args) {
    const answer = JSON.parse(
      await this.#tab.run(`(async () => {
      try {
        return JSON.stringify({ value: await (${fn})(...${JSON.stringify(args)}) });
      } catch (error) {
        return JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
      }
    })()`),
    );
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }

  /**
   * Draws with the mouse: moves to the first point, presses, moves through the rest, releases.
   *
   * @param {Point[]} points
   * @param {{ steps?: number }} [options] steps: moves from each point to the next, 1 unless told
   */
  async drag(points, { steps = 1 } = {}) {
    const path = points.slice(0, 1);
    for (const [i, [x, y]] of points.slice(1).entries()) {
      const [fromX, fromY] = points[i];
      for (let step = 1; step <= steps; step++) {
        path.push([fromX + ((x - fromX) * step) / steps, fromY + ((y - fromY) * step) / steps]);
      }
    }
    await this.#tab.mouse(path);
  }

  /**
   * The same as `drag`, with a finger. Only for the engines in `touchEngines`.
   *
   * @param {Point[]} points
   */
  async touch(points) {
    await this.#tab.touch(points);
  }

  /**
   * Clicks the centre of an element with the mouse.
   *
   * @param {string} role
   * @param {string} name
   */
  async click(role, name) {
    const { box, disabled, cover } = await this.#locate(role, name);
    if (disabled) throw new Error(`${role} named “${name}” is disabled`);
    if (cover) throw new Error(`${role} named “${name}” is covered by ${cover}`);
    await this.#tab.mouse([[box.x + box.width / 2, box.y + box.height / 2]]);
  }

  /**
   * The textContent of an element.
   *
   * @param {string} role
   * @param {string} name
   */
  async text(role, name) {
    return (await this.#locate(role, name)).text;
  }

  /**
   * Where an element is in the viewport, after it was scrolled into view.
   *
   * @param {string} role
   * @param {string} name
   */
  async box(role, name) {
    return (await this.#locate(role, name)).box;
  }

  /**
   * Presses and releases a key.
   *
   * @param {string} key a character, or the name of a key as in KeyboardEvent.key
   */
  async press(key) {
    await this.#tab.press(key);
  }

  /**
   * Chooses local files in an <input type=file>, which may be hidden.
   *
   * @param {string} selector
   * @param {string[]} paths
   */
  async setFiles(selector, paths) {
    await this.#tab.setFiles(selector, paths);
  }

  /**
   * Asks the page until the answer is truthy, and returns it.
   *
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T} fn may throw as long as the page is not ready
   * @param {{ timeout?: number, what: string }} options what: the end of “waited for …”; timeout in ms
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  async until(fn, { timeout = 10_000, what }, ...args) {
    const end = Date.now() + timeout;
    for (;;) {
      let last;
      try {
        last = await this.evaluate(fn, ...args);
        if (last) return last;
      } catch (error) {
        last = error;
      }
      if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}; last: ${last}`);
      await sleep(30);
    }
  }

  /**
   * Sets the size of the viewport.
   *
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    await this.#tab.resize(width, height);
  }

  /**
   * Has the system prefer something from now on. Only for the engines in `preferringEngines`.
   *
   * @param {Feature} feature
   * @param {Preference} value
   */
  async prefer(feature, value) {
    await this.#tab.prefer(feature, value);
  }

  /**
   * Saves what the viewport shows.
   *
   * @param {string} path of a PNG file
   */
  async screenshot(path) {
    await this.#tab.screenshot(path);
  }

  /**
   * Opens an address and waits for its load event.
   *
   * @param {string} url
   */
  async goto(url) {
    await this.#tab.goto(url);
  }

  /** Loads the page again and waits for its load event. */
  async reload() {
    await this.#tab.reload();
  }

  /**
   * All that went wrong since the page was opened, in it and in its workers: console errors and warnings,
   * uncaught errors, unhandled rejections, CSP violations, failed requests. One cause can give several.
   * (Firefox does not tell of CSP violations in workers.)
   *
   * @returns {Promise<string[]>}
   */
  async problems() {
    await this.#settle();
    return this.#tab.problems();
  }

  /**
   * The addresses that the page and its workers asked for, in order.
   *
   * @returns {Promise<string[]>}
   */
  async requests() {
    await this.#settle();
    return this.#tab.requests();
  }

  /**
   * @param {string} role
   * @param {string} name
   * @returns {Promise<import('./locate.js').Found>}
   */
  async #locate(role, name) {
    // Every document needs it once.
    if (!(await this.evaluate(() => 'locate' in globalThis))) {
      await this.#tab.run(`(async () => { ${locateScript} return ''; })()`);
    }
    return this.evaluate((...wanted) => /** @type {any} */ (globalThis).locate(...wanted), role, name);
  }

  // Browsers tell their events in order with their answers: after an answer, what came before it is here.
  // The pause lets the page's own pending work, such as reporting an unhandled rejection, come first.
  async #settle() {
    await this.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  }
}
