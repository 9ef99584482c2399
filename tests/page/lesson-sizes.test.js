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
  [1280, 720],
  [360, 640],
  [844, 390],
];

/** @type {Size[]} */
const SIZES = [[1920, 1080], [390, 844], ...TIGHT];

/** Where there is no room for what stands above the parts of the stage. */
const LOW = 400;

const site = siteForTests({ records: 5000 });

/**
 * Waits until all of a card and all of what it is about are in view, with its heading, and neither covers the other.
 *
 * @param {Page} page
 * @param {number} card from 0
 * @param {Size[]} sizes
 * @returns {Promise<[size: string, next: number[]][]>} where the button that leads on is
 */
async function areTogether(page, card, sizes) {
  const { target } = CARDS[card];
  const title = CARDS[card].title();
  /** @type {[size: string, next: number[]][]} */
  const places = [];
  for (const [width, height] of sizes) {
    await page.resize(width, height);
    const next = await page.until(
      (title, target, width, isLow) => {
        const sheet = /** @type {Element} */ (document.querySelector('.lesson'));
        const part = /** @type {Element} */ (document.querySelector(target));
        const subject = part.getBoundingClientRect();
        const heading = isLow ? null : part.closest('.flow > :not(.pad)')?.querySelector('h3');
        const [{ top, bottom }, line] = [
          sheet,
          /** @type {Element} */ (document.querySelector('.run-line')),
        ].map((each) => each.getBoundingClientRect());
        const above = line.height > 0 && line.top <= 0 ? line.bottom : 0;
        const isWhole = sheet.scrollHeight <= sheet.clientHeight && bottom <= innerHeight + 1;
        const isSeen = subject.top >= above && subject.bottom <= top && subject.height > 0;
        const isNamed = !heading || heading.getBoundingClientRect().top >= above;
        const isOneLine = line.height < 40;
        const isThere = sheet.querySelector('h2')?.textContent === title && innerWidth === width;
        const next = sheet.querySelector('.turning > :last-child')?.getBoundingClientRect() ?? line;
        // That of the last card has a longer name.
        const edge = width < 640 ? next.left : next.right;
        return isThere && isWhole && isSeen && isNamed && isOneLine
          ? [edge, next.bottom].map(Math.round)
          : Promise.reject(new Error(JSON.stringify({ subject, top, above, isWhole, isThere, isNamed })));
      },
      { what: `the card ‘${title}’ and ${target}, ${width} x ${height}` },
      title,
      target,
      width,
      height < LOW,
    );
    places.push([`${width} x ${height}`, next]);
  }
  return places;
}

for (const engine of engines) {
  describe(`the lesson’s sizes in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('every card and its subject are in view together, before the task is done and after that', async () => {
      const page = await browser.openPage(`${site.url}#recipe=backtrack&seed=3&card=1`);
      await ready(page);
      /** @type {Map<string, number[]>} */
      const first = new Map();
      for (const [card, [does]] of DEEDS.entries()) {
        await page.evaluate((card) => {
          location.hash = `#recipe=backtrack&seed=3&card=${card}`;
        }, card + 1);
        const before = await areTogether(page, card, SIZES);
        await does(page);
        await done(page, card);
        for (const [size, next] of [...before, ...(await areTogether(page, card, TIGHT))]) {
          if (!first.has(size)) first.set(size, next);
          const moved = Math.max(...next.map((edge, i) => Math.abs(edge - Number(first.get(size)?.[i]))));
          assert.ok(moved <= 1, `‘Next’ moves by ${moved} px on card ${card + 1}, ${size}`);
        }
      }
      assert.deepEqual(await page.problems(), []);
      await page.goto('about:blank');
    });
  });
}
