import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { draw, drawn, inked, ONE, prediction, reads, ready, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @param {string} key @param {number} count @returns {string[]} */
const times = (key, count) => Array(count).fill(key);

/** A 7: to the right, and down to the left. */
const SEVEN = [
  ...times('ArrowUp', 7),
  ...times('ArrowLeft', 5),
  ' ',
  ...times('ArrowRight', 10),
  ...Array(7).fill(['ArrowDown', 'ArrowDown', 'ArrowLeft']).flat(),
  ' ',
];

const site = siteForTests({ records: 5000 });

/** @param {Page} page */
async function tabToPad(page) {
  // Once around the page and the browser, at most.
  for (let i = 0; i < 200; i++) {
    await page.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    if (name === 'Drawing pad, by keyboard') return;
  }
  throw new Error('no Tab leads to the pad');
}

/** Going around the page by Tab takes as long as opening it does. @param {Page} page */
const focusPad = (page) =>
  page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('drawing-pad')).focus());

/** What is seen of the pen, and what was told last. @param {Page} page */
const seen = (page) =>
  page.evaluate(() => {
    const part = (/** @type {string} */ name) =>
      /** @type {HTMLElement} */ (document.querySelector(`drawing-pad ${name}`));
    return {
      pen: part('.ring').checkVisibility(),
      keys: part('.keys').checkVisibility(),
      told: part('[aria-live]').textContent,
    };
  });

/** @param {Page} page @param {string} told */
const tells = (page, told) =>
  page.until(
    (told) => document.querySelector('drawing-pad [aria-live]')?.textContent === told,
    { what: `“${told}”` },
    told,
  );

for (const engine of engines) {
  describe(`drawing by keyboard in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('a 7 drawn by keys alone is read, and nothing scrolls or moves', async () => {
      const page = await browser.openPage(site.url, { width: 600, height: 500 });
      await ready(page);
      const places = () =>
        page.evaluate(() =>
          ['drawing-pad', 'drawing-pad canvas', '.board button', '.training'].map(
            (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
          ),
        );
      await tabToPad(page);
      assert.deepEqual(await seen(page), { pen: true, keys: true, told: '' });
      const before = await places();
      for (const key of SEVEN) await page.press(key);
      await reads(page, '7');
      await tells(page, 'Pen up, row 21, column 12');
      assert.deepEqual(await seen(page), { pen: true, keys: false, told: 'Pen up, row 21, column 12' });
      assert.deepEqual(await places(), before);

      await page.press('Backspace');
      await shows(page, 'nothing to read yet');
      await tells(page, 'Strokes left: 0');
      assert.equal(await inked(page), 0);
      assert.deepEqual(await page.problems(), []);
    });

    test('the pen is lifted where the focus goes, the mouse draws, or the pad is cleared', async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      await focusPad(page);
      await page.press(' ');
      await page.press('Tab');
      assert.equal((await seen(page)).pen, false);
      await focusPad(page);
      await page.press('ArrowDown');
      assert.equal((await seen(page)).pen, true);
      await page.press(' ');
      await draw(page, ONE);
      assert.equal((await seen(page)).pen, false);
      await drawn(page);
      const before = await inked(page);
      await page.press('ArrowDown');
      await drawn(page);
      assert.equal(await inked(page), before, 'the pen draws no more');
      assert.equal((await seen(page)).pen, true, 'keys go on where they were');
      await page.press(' ');
      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      assert.equal(await prediction(page), 'nothing to read yet');
      assert.equal((await seen(page)).pen, false);
      assert.deepEqual(await page.problems(), []);
    });

    test('what the pen does is told at once, where it goes only when it rests', async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      await focusPad(page);
      const keys = [...times('ArrowUp', 8), ' ', ...times('ArrowRight', 8)];
      const told = await page.evaluate((keys) => {
        const pad = /** @type {HTMLElement} */ (document.querySelector('drawing-pad'));
        const live = /** @type {HTMLElement} */ (pad.querySelector('[aria-live]'));
        /** @type {(string | null)[]} */
        const told = [];
        const twice = new Promise((done) => {
          const tell = () => told.push(live.textContent) === 2 && done(told);
          new MutationObserver(tell).observe(live, { childList: true });
        });
        // In one go: keys pressed one by one could come so slowly that the pen rests.
        for (const key of keys) {
          pad.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        }
        return twice;
      }, keys);
      assert.deepEqual(told, ['Pen down, row 6, column 14', 'At row 6, column 22']);
    });
  });
}
