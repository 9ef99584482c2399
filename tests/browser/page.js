import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What a page may take to answer, in ms: longer than any test waits. */
export const ANSWER_TIMEOUT = 360_000;

// locate.js with what it imports as one script, which can be evaluated whatever a page's CSP says.
const locateScript = buildSync({
  entryPoints: [fileURLToPath(new URL('locate.js', import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
}).outputFiles[0].text;

/** @typedef {[x: number, y: number]} Point in viewport CSS pixels */
/** @typedef {{ width: number, height: number }} Size of the viewport, in CSS pixels */

/**
 * What a visitor's system can prefer; forced colours in Chromium only.
 *
 * @typedef {'prefers-color-scheme' | 'prefers-reduced-motion' | 'forced-colors'} Feature
 */
/** @typedef {'light' | 'dark' | 'reduce' | 'no-preference' | 'active' | 'none'} Preference */

/**
 * What each engine can do by its own means.
 *
 * @typedef {object} Tab
 * @property {(source: string) => Promise<string>} run evaluates an expression for a promise of a string
 * @property {(path: Point[]) => Promise<void>} drag with the mouse: moves to the first point, presses, moves
 *   through the rest, releases
 * @property {(path: Point[]) => Promise<void>} touch does so with a finger: see `touchEngines`
 * @property {(key: string) => Promise<void>} press presses and releases a key: a character, or the name of a
 *   key as in KeyboardEvent.key
 * @property {(selector: string, paths: string[]) => Promise<void>} setFiles chooses local files in an
 *   <input type=file>, which may be hidden
 * @property {(width: number, height: number, pixelRatio?: number) => Promise<void>} resize sets the size of the
 *   viewport; pixelRatio: pixels of the screen for one in CSS, where an engine can change it: see `scalingEngines`
 * @property {(feature: Feature, value: Preference) => Promise<void>} prefer has the system prefer something
 *   from now on: see `preferringEngines`
 * @property {(path: string) => Promise<unknown>} screenshot saves the viewport as a PNG file
 * @property {(url: string) => Promise<unknown>} goto opens an address and waits for its load event
 * @property {() => Promise<unknown>} reload loads the page again and waits for its load event
 * @property {() => Promise<void>} close ends the page and what runs in it
 * @property {string[]} problems all that went wrong so far
 * @property {string[]} requests the addresses that the page and its workers asked for, in order
 */

/** A page in a real browser, the same in every engine. */
export class Page {
  #tab;

  /** @param {Tab} tab */
  constructor(tab) {
    this.#tab = tab;
    this.drag = tab.drag;
    this.touch = tab.touch;
    this.press = tab.press;
    this.setFiles = tab.setFiles;
    this.resize = tab.resize;
    this.prefer = tab.prefer;
    this.screenshot = tab.screenshot;
    this.goto = tab.goto;
    this.reload = tab.reload;
    this.close = tab.close;
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
   * Asks the page until the answer is truthy, and returns it. Otherwise says where the focus is, too: it tells whether a
   * click has reached its button.
   *
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T} fn may throw as long as the page is not ready
   * @param {{ timeout?: number, what: string }} options what: the end of “waited for …”; timeout in ms
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  async until(fn, { timeout = 60_000, what }, ...args) {
    // The page asks itself: asking it from here, again and again, would take more time.
    const poll = `async (timeout, ...args) => {
      for (const end = Date.now() + timeout; ; ) {
        let last;
        try {
          last = await (${fn})(...args);
          if (last) return { value: last };
        } catch (error) {
          last = error;
        }
        if (Date.now() > end) {
          const { localName, textContent } = document.activeElement ?? document.body;
          const focus = localName === 'body' ? 'nothing' : localName + ' “' + textContent.trim().slice(0, 60) + '”';
          const said = Array.from(document.querySelectorAll('[role=status], output'), (each) => each.textContent);
          return { last: String(last), focus, said: said.join(' ').replace(/\\s+/g, ' ').trim().slice(0, 600) };
        }
        await new Promise((next) => setTimeout(next, 10));
      }
    }`;
    const { value, last, focus, said } = await this.evaluate(/** @type {any} */ (poll), timeout, ...args);
    if (last !== undefined)
      throw new Error(`waited ${timeout} ms for ${what}; last: ${last}; focus: ${focus}; said: ${said}`);
    return value;
  }

  /** Clicks the centre of an element with the mouse. @param {string} role @param {string} name */
  async click(role, name) {
    const { box, disabled, cover } = await this.#locate(role, name);
    if (disabled) throw new Error(`${role} named “${name}” is disabled`);
    if (cover) throw new Error(`${role} named “${name}” is covered by ${cover}`);
    await this.#tab.drag([[box.x + box.width / 2, box.y + box.height / 2]]);
  }

  /** The textContent of an element. @param {string} role @param {string} name */
  async text(role, name) {
    return (await this.#locate(role, name)).text;
  }

  /** Where an element is in the viewport, once it is in view. @param {string} role @param {string} name */
  async box(role, name) {
    return (await this.#locate(role, name)).box;
  }

  /**
   * All that went wrong since the page was opened, in it and in its workers: console errors and warnings,
   * uncaught errors, unhandled rejections, CSP violations, failed requests. One cause can give several.
   * (Firefox does not tell of CSP violations in workers.)
   */
  async problems() {
    await this.#settle();
    return [...this.#tab.problems];
  }

  /** The addresses that the page and its workers asked for, in order. */
  async requests() {
    await this.#settle();
    return [...this.#tab.requests];
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
