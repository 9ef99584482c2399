// The states that a visitor can bring the page to: those that are looked at for accessibility.

import { answered, clickIn, collect, draw, fact, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/**
 * @typedef {object} State
 * @property {string} name
 * @property {(page: Page) => Promise<unknown>} [reach] brings a page there that is ready
 */

/** @param {Page} page */
const opened = (page) => page.until(() => document.querySelector('dialog[open]'), { what: 'a dialog' });

/** @type {State[]} */
export const STATES = [
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
      await draw(page, SEVEN);
      await answered(page);
      await page.click('button', 'Fool it');
      await shows(page, 'times as much');
    },
  },
  {
    name: 'training',
    async reach(page) {
      await draw(page, SEVEN);
      await page.click('button', 'Train');
      await shows(page, 'Learning.');
    },
  },
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
    name: 'with a run of an earlier visit',
    async reach(page) {
      await page.click('button', 'Step');
      await shows(page, 'This browser keeps the run');
      await page.reload();
      await shows(page, 'is here again');
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
      await page.click('button', 'Example');
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
    name: 'with an earlier step in view',
    async reach(page) {
      for (let step = 1; step <= 3; step++) {
        await page.click('button', 'Step');
        await fact(page, 'Records shown', String(step));
      }
      await page.press(',');
      await shows(page, 'You are viewing the network at step');
      await page.click('button', 'The curves as a table');
    },
  },
  {
    name: 'with a card of the lesson done',
    async reach(page) {
      await page.click('button', 'Lesson');
      await shows(page, 'A picture is 784 numbers');
      await page.click('button', 'Next card');
      await shows(page, 'Pick one of the hidden nodes.');
      await clickIn(page, 'Hidden nodes', 1 / 2, 1 / 2);
      await shows(page, 'Done.');
    },
  },
  {
    name: 'with a card of the lesson folded, and a run begun',
    async reach(page) {
      await page.click('button', 'Step');
      await page.click('button', 'Lesson');
      await shows(page, 'A picture is 784 numbers');
      await clickIn(page, 'Inputs', 1 / 2, 1 / 2);
      await shows(page, 'Done.');
      await page.press('f');
      await shows(page, '✓ The number at row');
    },
  },
  {
    name: 'presented',
    async reach(page) {
      await page.click('button', 'Example');
      await page.click('button', 'Present');
      await page.until(() => document.querySelector('.strip'), { what: 'the presentation' });
    },
  },
  {
    name: 'presented, with the curves',
    async reach(page) {
      await page.click('button', 'Present');
      await page.click('button', 'Step');
      await page.click('button', 'Curves');
      await shows(page, 'Accuracy and error');
    },
  },
  {
    name: 'presented, with large pictures',
    async reach(page) {
      await page.click('button', 'Present');
      await page.click('button', 'Pictures');
      await shows(page, 'Found by gradient ascent');
    },
  },
  {
    name: 'presented, with a closer look',
    async reach(page) {
      await page.click('button', 'Example');
      await page.click('button', 'Present');
      await page.press('4');
      await shows(page, 'Backquery, step by step');
    },
  },
  {
    name: 'with its keys listed',
    async reach(page) {
      await page.click('button', 'Keys');
      await opened(page);
    },
  },
  {
    name: 'with a link to be made',
    async reach(page) {
      await page.click('button', 'Link');
      await opened(page);
      await page.click('button', 'Copy link');
    },
  },
  {
    name: 'with the guide for teachers',
    async reach(page) {
      await page.click('button', 'For teachers');
      await opened(page);
    },
  },
  {
    name: 'with the solution of a worksheet',
    async reach(page) {
      await page.click('button', 'For teachers');
      await opened(page);
      await page.click('tab', 'Worksheet');
      await page.until(() => document.querySelector('.blank'), { what: 'the worksheet' });
      await page.click('tab', 'Solution');
      await page.until(() => document.querySelector('.solved'), { what: 'the solution' });
    },
  },
  {
    name: 'with the pad in use by keyboard',
    async reach(page) {
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('drawing-pad')).focus());
      await page.press('ArrowDown');
    },
  },
];
