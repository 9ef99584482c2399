// The whole lesson by keyboard alone.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CARDS } from '../../web/features/lesson/cards.js';
import { engines } from '../browser/engines.js';
import { done, opened, pickLight } from './lesson-deeds.js';
import { browserForTests, siteForTests } from './setup.js';
import { drawn, ready, settled, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

/** The name of what has the focus. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.ariaLabel || activeElement?.textContent?.trim() || '';
  });

/** @param {Page} page @param {string} name of a control that the next presses of Tab reach */
async function tabTo(page, name) {
  const passed = [];
  for (let presses = 0; presses < 30; presses++) {
    await page.press('Tab');
    passed.push(await focused(page));
    if (passed.at(-1) === name) return;
  }
  assert.fail(`Tab does not reach ‘${name}’, but ${passed.join(', ')}`);
}

/** @param {Page} page @param {string[]} keys */
async function press(page, ...keys) {
  for (const key of keys) {
    await page.press(key);
    await drawn(page);
  }
}

/** @param {Page} page @param {string} name of the control that has the focus then */
async function showWhere(page, name) {
  await tabTo(page, 'Show where');
  await press(page, 'Enter');
  await page.until(
    (name) => (document.activeElement?.ariaLabel || document.activeElement?.textContent) === name,
    { what: `the focus on ‘${name}’` },
    name,
  );
}

/** How the tasks are done, in the order of cards. @type {((page: Page) => Promise<void>)[]} */
const DEEDS = [
  async (page) => {
    await showWhere(page, 'Inputs');
    await press(page, 'ArrowRight', 'Enter');
  },
  async (page) => {
    await showWhere(page, 'Hidden nodes');
    await press(page, 'ArrowRight', 'Enter');
  },
  async (page) => {
    await showWhere(page, 'Hidden nodes');
    await pickLight(page, (value) => value < 0.5);
  },
  async (page) => {
    await tabTo(page, 'Before any record');
    await press(page, 'Enter');
  },
  async (page) => {
    await shows(page, 'Test record 1: digit 7');
    await showWhere(page, 'Explain output 0');
    await press(page, ...Array(7).fill('ArrowDown'), 'Enter');
  },
  async (page) => {
    await showWhere(page, 'Hidden nodes');
    await pickLight(page, (value) => value >= 0.5);
  },
  async (page) => {
    await showWhere(page, 'Train');
    await tabTo(page, 'Step');
    await press(page, 'Enter');
  },
  async (page) => {
    await showWhere(page, 'Train');
    await press(page, 'Enter');
  },
  async (page) => {
    await tabTo(page, 'Tilt right');
    for (let tilts = 0; tilts < 6; tilts++) {
      await press(page, 'Enter');
      await settled(page);
    }
  },
  async (page) => {
    await tabTo(page, 'Show where');
    await press(page, 'Enter', 'Tab', 'End');
  },
  async (page) => {
    await showWhere(page, 'Explain output 0');
    await press(page, ...Array(4).fill('ArrowDown'), 'ArrowRight');
    assert.equal(await focused(page), 'Explain the picture of 4');
    await press(page, 'Enter');
  },
];

for (const engine of engines) {
  describe(`the lesson by keyboard in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('every card is opened, folded, done and left by keys', async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      await tabTo(page, 'Lesson');
      await press(page, 'Enter');
      await opened(page, 0);
      await tabTo(page, 'Leave the lesson');
      await press(page, 'Enter');
      assert.equal(await focused(page), 'Lesson');
      await press(page, 'Enter');
      for (const [card, does] of DEEDS.entries()) {
        await opened(page, card);
        await does(page);
        await done(page, card);
        if (card === 0) {
          await press(page, 'f');
          assert.ok(
            await page.evaluate(() => Number(document.querySelector('.lesson')?.clientHeight) < 60),
            'folded to one line',
          );
          await shows(page, '✓ The number at row 15');
          await press(page, 'f');
        }
        await press(page, 'n');
      }
      await page.until(() => !document.querySelector('.lesson'), { what: 'the end of the lesson' });
      assert.equal(DEEDS.length, CARDS.length);
      assert.deepEqual(await page.problems(), []);
      // Training goes on by itself; other tests shall not wait for it.
      await page.goto('about:blank');
    });
  });
}
