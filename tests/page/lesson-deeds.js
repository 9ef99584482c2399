// How a visitor goes through the lesson.

import assert from 'node:assert/strict';
import { CARDS } from '../../web/features/lesson/cards.js';
import { answered, drawn, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @param {Page} page @param {string} role @param {string} name clicked somewhere near its middle */
export async function pick(page, role, name) {
  const { x, y, width, height } = await page.box(role, name);
  await page.drag([[x + 0.52 * width, y + 0.52 * height]]);
}

/**
 * In the page: what the lights say of the one that is pointed at, once there is its number; false: not yet.
 *
 * @param {string} [before] what they said of another
 */
const lightSaid = (before) => {
  const text = document.querySelector('[aria-label="Hidden nodes"]')?.getAttribute('aria-valuetext') ?? '';
  return text !== before && text.includes(': ') && text;
};

/**
 * Picks a light by keyboard, going on until it is as wanted. Where a window has just changed its size, WebKit may tell
 * late that the mouse has left it, and nothing is pointed at any more: then the next key begins anew.
 *
 * @param {Page} page
 * @param {(value: number) => boolean} wanted
 */
export async function pickLight(page, wanted) {
  await page.evaluate(() =>
    /** @type {HTMLElement} */ (document.querySelector('[aria-label="Hidden nodes"]')).focus(),
  );
  let said = '';
  let problem;
  for (let presses = 0; presses < 100; presses++) {
    await page.press('ArrowRight');
    const options = { what: 'the number of the next light', timeout: 3000 };
    const text = await page.until(lightSaid, options, said).catch((error) => {
      problem = error;
      return '';
    });
    said = String(text);
    if (!said || !wanted(Number(said.split(': ')[1]))) continue;
    await page.press('Enter');
    await drawn(page);
    if ((await page.evaluate(lightSaid)) === said) return;
  }
  assert.fail(`there is no such light: ${problem}`);
}

/** Tilts until the card is content, and sees that the angle is said meanwhile. @param {Page} page */
async function tiltOn(page) {
  for (let angle = 15; angle <= 90; angle += 15) {
    await page.click('button', 'Tilt right');
    const said = await page.until(
      (angle) => {
        const text = document.querySelector('.lesson [role=status]')?.textContent ?? '';
        // It goes on learning, so the answer can change between two tilts.
        return (text.includes('Done.') || text.includes(`ilted by ${angle}°`)) && text;
      },
      { what: `${angle}° to be said` },
      angle,
    );
    if (String(said).includes('Done.')) return;
    assert.match(String(said), /it is still read as \d/);
  }
}

/** Moves the slider by keyboard until the network is fooled, which all of the change does. @param {Page} page */
export async function foolIt(page) {
  await page.until(
    () => {
      const answers = [...document.querySelectorAll('.sum output')].map((each) => each.textContent ?? '');
      return answers.length === 2 && answers.every((each) => /Read as \d|No digit/.test(each));
    },
    { what: 'answers of both networks' },
  );
  await page.evaluate(() => document.getElementById('foil-position')?.focus());
  for (let presses = 0; presses < 10; presses++) await page.press('ArrowRight');
  await page.until(
    () =>
      /So far, it (still )?reads/.test(document.querySelector('.lesson [role=status]')?.textContent ?? ''),
    { what: 'what half of the change does' },
  );
  await page.press('End');
}

/**
 * How the tasks are done, and what is said to it, in the order of cards.
 *
 * @type {[does: (page: Page) => Promise<void>, said: RegExp][]}
 */
export const DEEDS = [
  [
    async (page) => {
      await answered(page);
      await pick(page, 'slider', 'Inputs');
    },
    /The number at row 1[56], column 1[56]: \d\.\d\d$/,
  ],
  [
    (page) => pick(page, 'slider', 'Hidden nodes'),
    /shows the 784 weights of the node that you picked.*Node \d+: sum [−\d.]+$/,
  ],
  [
    (page) => pickLight(page, (value) => value < 0.5),
    /passes on less than 0\.5\..*Node \d+: sum −[\d.]+, squashed to 0\.[0-4]\d$/,
  ],
  [
    (page) => page.click('button', 'Before any record'),
    /Before any record, the weights are random numbers\..*Longest bar: \d, with 0\.[3-7]\d$/,
  ],
  [
    async (page) => {
      await shows(page, 'Test record 1: digit 7');
      await page.click('button', 'Explain output 7');
    },
    /Error of output 7: 0\.99 − 0\.[3-7]\d = \+0\.\d\d$/,
  ],
  [
    (page) => pickLight(page, (value) => value >= 0.5),
    /such a share from each of the ten.*Node \d+ from output \d: [+−]0\.\d\d × [+−]0\.\d\d = [+−]?0\.\d\d$/,
  ],
  [
    (page) => page.click('button', 'Step'),
    /on 10,000 other digits is still about a tenth.*Steps made: 1\. Accuracy .* at step [01]$/,
  ],
  [
    (page) => page.click('button', 'Train'),
    /never been shown any of the digits .*Accuracy 9\d\.\d\d\s% at step \d[\d,]*$/,
  ],
  [
    tiltOn,
    /Tilted by \d+° to the right.* it was never shown that a tilted digit is still the same digit.*The drawing is read as (\d|no digit)$/,
  ],
  [
    foolIt,
    /To make it read an? \d, \d+\.\d\s% of full ink .* (it takes \d+\.\d times as much|usually take more)\..*is read as \d$/,
  ],
  [
    (page) => pick(page, 'img', 'What the network imagines for 4'),
    /this picture: it comes from the weights alone.*What the network imagines for 4$/,
  ],
];

/**
 * Waits for a card: its heading has the focus, and what it points at has the ring and is in view above it.
 *
 * @param {Page} page
 * @param {number} card from 0
 */
export async function opened(page, card) {
  const { target } = CARDS[card];
  const title = CARDS[card].title();
  await page.until(
    (title, target) => {
      const panel = document.querySelector('.lesson')?.getBoundingClientRect();
      const part = document.querySelector(target)?.getBoundingClientRect();
      const rings = [...document.querySelectorAll('[data-pointed-out]')];
      if (!panel || !part || rings.length !== 1 || !rings[0].matches(target)) return false;
      const isSeen = part.top >= 0 && part.bottom <= panel.top;
      return document.activeElement?.textContent === title && isSeen;
    },
    { what: `the card ‘${title}’, and ${target} in view` },
    title,
    target,
  );
}

/**
 * Waits until the card's task is done, and the card says what it says to that.
 *
 * @param {Page} page
 * @param {number} card from 0
 */
export const done = (page, card) =>
  page.until(
    (pattern) => {
      const [status, live] = ['[role=status]', '.task .live'].map(
        (part) => document.querySelector(`.lesson ${part}`)?.textContent ?? '',
      );
      const said = `${status} ${live}`.replace(/\s+/g, ' ').trim();
      return status.includes('✓ Done.') && new RegExp(pattern).test(said);
    },
    { what: `‘${CARDS[card].title()}’ to be done, saying ${DEEDS[card][1]}`, timeout: 30_000 },
    DEEDS[card][1].source,
  );
