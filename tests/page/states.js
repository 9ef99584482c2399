// The states that a visitor can bring the page to: those that are looked at for accessibility, by visits.

import { answered, clickIn, collect, draw, fact, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/**
 * @typedef {object} State
 * @property {string} name
 * @property {(page: Page) => Promise<unknown>} [reach] brings a page there from the state before, or as it is when it is
 *   ready
 * @property {(page: Page) => Promise<unknown>} [again] brings it back where a link has led out of it
 */

/** @param {Page} page @param {boolean} open */
const hasDialog = (page, open) =>
  page.until(
    (open) => Boolean(document.querySelector('dialog[open]')) === open,
    { what: `dialog: ${open}` },
    open,
  );

/** Closes the dialog that is open. @param {Page} page */
async function close(page) {
  await page.press('Escape');
  await hasDialog(page, false);
}

/** Opens a dialog in place of any other. @param {Page} page @param {string} button */
async function open(page, button) {
  if (await page.evaluate(() => document.querySelector('dialog[open]'))) await close(page);
  await page.click('button', button);
  await hasDialog(page, true);
}

/**
 * Has a part of the page fill the screen, in any language.
 *
 * @param {Page} page
 * @param {number} choice from 1
 */
const fillWith = (page, choice) =>
  page.evaluate((choice) => {
    const button = document.querySelector(`.views button:nth-child(${choice})`);
    /** @type {HTMLElement} */ (button).click();
  }, choice);

/**
 * Each visit is one opening of the page: it takes more time than to look at a state.
 *
 * @type {State[][]}
 */
export const VISITS = [
  [
    { name: 'fresh' },
    {
      name: 'with a drawing answered',
      async reach(page) {
        await draw(page, SEVEN);
        await answered(page);
        await page.click('button', 'How the drawing becomes what the network sees');
      },
    },
    {
      name: 'with the networks fooled',
      async reach(page) {
        await page.click('button', 'Fool it');
        await shows(page, 'times as much');
      },
    },
    {
      name: 'training',
      async reach(page) {
        await page.click('button', 'Fool it');
        await page.click('button', 'Train');
        await shows(page, 'Learning.');
      },
    },
  ],
  [
    {
      name: 'with a hidden node explained and its weights in view',
      async reach(page) {
        await page.click('button', 'Example');
        await page.click('tab', 'Hidden nodes');
        await clickIn(page, 'Weights of the hidden nodes', 1 / 3, 1 / 3);
        await shows(page, 'It multiplies each of the 784 inputs by a weight, adds up the products');
      },
    },
    {
      name: 'under the microscope',
      async reach(page) {
        await answered(page);
        await page.click('tab', 'Microscope');
        await shows(page, '1 of 9');
        for (let pages = 2; pages <= 7; pages++) await page.click('button', 'Next');
        await shows(page, '7 of 9');
      },
    },
    {
      name: 'with a mistake on the stage',
      async reach(page) {
        await page.click('tab', 'Mistakes');
        await shows(page, 'Read correctly:');
        await page.click('button', 'A random one');
        await shows(page, 'The network predicts');
        await page.evaluate(() =>
          /** @type {HTMLElement} */ (document.querySelector('[data-spoke] button')).click(),
        );
        await shows(page, 'Back to mistakes');
      },
    },
    {
      name: 'with a digit imagined',
      async reach(page) {
        await page.click('tab', 'Imagination');
        await shows(page, '10 of 10');
      },
    },
  ],
  [
    {
      name: 'presented',
      async reach(page) {
        await page.click('button', 'Example');
        await page.click('button', 'Present');
        await page.until(() => document.querySelector('.strip'), { what: 'the presentation' });
      },
    },
    {
      name: 'presented, with large pictures',
      async reach(page) {
        await fillWith(page, 3);
        await shows(page, 'Found by gradient ascent');
      },
      again: (page) => fillWith(page, 3),
    },
    {
      name: 'presented, with a closer look',
      async reach(page) {
        await page.press('4');
        await shows(page, 'Backquery, step by step');
      },
    },
    {
      name: 'presented, with the curves',
      async reach(page) {
        await page.click('button', 'Step');
        await fillWith(page, 2);
        await shows(page, 'Accuracy and error');
      },
      again: (page) => fillWith(page, 2),
    },
    {
      name: 'with a card of the lesson folded, and a run begun',
      async reach(page) {
        await page.click('button', 'Leave');
        await page.click('button', 'Lesson');
        await shows(page, 'A picture is 784 numbers');
        await clickIn(page, 'Inputs', 1 / 2, 1 / 2);
        await shows(page, 'Done.');
        await page.press('f');
        await shows(page, '✓ The number at row');
      },
    },
    {
      name: 'with a card of the lesson done',
      async reach(page) {
        await page.press('f');
        await shows(page, 'Link to this card');
        await page.click('button', 'Next card');
        await shows(page, 'Pick one of the hidden nodes.');
        await clickIn(page, 'Hidden nodes', 1 / 2, 1 / 2);
        await shows(page, 'Done.');
      },
    },
  ],
  [
    {
      name: 'with its keys listed',
      async reach(page) {
        await open(page, 'Keys');
      },
    },
    {
      name: 'with a link to be made',
      async reach(page) {
        await open(page, 'Link');
        await page.click('button', 'Copy link');
      },
    },
    {
      name: 'with the guide for teachers',
      async reach(page) {
        await open(page, 'For teachers');
      },
    },
    {
      name: 'with the solution of a worksheet',
      async reach(page) {
        await page.click('tab', 'Worksheet');
        await page.until(() => document.querySelector('.blank'), { what: 'the worksheet' });
        await page.click('tab', 'Solution');
        await page.until(() => document.querySelector('.solved'), { what: 'the solution' });
      },
    },
    {
      name: 'with the pad in use by keyboard',
      async reach(page) {
        await close(page);
        await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('drawing-pad')).focus());
        await page.press('ArrowDown');
      },
    },
    {
      name: 'with the records of a class',
      async reach(page) {
        await collect(page, SEVEN);
        await shows(page, 'Kept as');
        await page.click('button', 'Test the network on them');
        await shows(page, 'Your class:');
        await page.evaluate(() =>
          /** @type {HTMLElement} */ (document.querySelector('.collected button')).click(),
        );
        await shows(page, 'Delete it');
      },
    },
    {
      name: 'with a network from a file, and a problem',
      async reach(page) {
        const { pathname } = new URL('../../web/model.npz', import.meta.url);
        await page.setFiles('#network-file', [pathname]);
        await shows(page, 'model.npz answers now.');
        await page.evaluate(() => {
          location.hash = '#seed=abc';
        });
        await shows(page, 'for seed. It takes');
      },
    },
  ],
  [
    {
      name: 'paused',
      async reach(page) {
        await page.click('button', 'Step');
        await fact(page, 'Records shown', '1');
        await page.click('button', 'Why does Notebook end below Quick?');
        await page.click('button', 'All settings');
      },
    },
    {
      name: 'with an earlier step in view',
      async reach(page) {
        for (let step = 2; step <= 3; step++) {
          await page.click('button', 'Step');
          await fact(page, 'Records shown', String(step));
        }
        await page.press(',');
        await shows(page, 'You are viewing the network at step');
        await page.click('button', 'The curves as a table');
      },
    },
    {
      name: 'with a run of an earlier visit',
      async reach(page) {
        await page.click('button', 'Back to now');
        await shows(page, 'This browser keeps the run');
        await page.reload();
        await shows(page, 'is here again');
      },
    },
  ],
];
