// The lesson on screens of all sizes, in one opening for each engine.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CARDS } from '../../web/features/lesson/cards.js';
import { engines } from '../browser/engines.js';
import { DEEDS, done } from './lesson-deeds.js';
import { browserForTests, siteForTests } from './setup.js';
import { ready } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @typedef {readonly [width: number, height: number]} Size */

/** Those at which there is least room. @type {Size[]} */
const TIGHT = [
  [360, 640],
  [844, 390],
];

/** @type {Size[]} */
const SIZES = [[1920, 1080], [1280, 720], [390, 844], ...TIGHT];

const site = siteForTests({ records: 5000 });

/**
 * Waits until all of a card and all of what it is about are in view, and neither covers the other.
 *
 * @param {Page} page
 * @param {number} card from 0
 * @param {Size[]} sizes
 */
async function areTogether(page, card, sizes) {
  const { target } = CARDS[card];
  const title = CARDS[card].title();
  for (const [width, height] of sizes) {
    await page.resize(width, height);
    await page.until(
      (title, target, width) => {
        const sheet = /** @type {Element} */ (document.querySelector('.lesson'));
        const subject = /** @type {Element} */ (document.querySelector(target)).getBoundingClientRect();
        const [{ top, bottom }, line] = [
          sheet,
          /** @type {Element} */ (document.querySelector('.run-line')),
        ].map((each) => each.getBoundingClientRect());
        const above = line.height > 0 && line.top <= 0 ? line.bottom : 0;
        const isWhole = sheet.scrollHeight <= sheet.clientHeight && bottom <= innerHeight + 1;
        const isSeen = subject.top >= above && subject.bottom <= top && subject.height > 0;
        const isThere = sheet.querySelector('h2')?.textContent === title && innerWidth === width;
        return (
          (isThere && isWhole && isSeen) ||
          Promise.reject(new Error(JSON.stringify({ subject, top, above, isWhole, isThere })))
        );
      },
      { what: `the card ‘${title}’ and ${target}, ${width} x ${height}` },
      title,
      target,
      width,
    );
  }
}

for (const engine of engines) {
  describe(`the lesson’s sizes in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('every card and its subject are in view together, before the task is done and after that', async () => {
      const page = await browser.openPage(`${site.url}#recipe=backtrack&seed=3&card=1`);
      await ready(page);
      for (const [card, [does]] of DEEDS.entries()) {
        await page.evaluate((card) => {
          location.hash = `#recipe=backtrack&seed=3&card=${card}`;
        }, card + 1);
        await areTogether(page, card, SIZES);
        await does(page);
        await done(page, card);
        await areTogether(page, card, TIGHT);
      }
      assert.deepEqual(await page.problems(), []);
      await page.goto('about:blank');
    });
  });
}
