// Whether everybody can use the page, in each state that a visitor can bring it to: what axe-core finds,
// light and dark, in several languages, on a laptop and on a phone; texts that lie on each other; and what moves for
// those who asked for less motion. A new state is a row of STATES.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { overlaps } from './overlaps.js';
import { browserForTests, inChromium, siteForTests } from './setup.js';
import { answered, clickIn, collect, draw, drawn, fact, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */
/** @typedef {import('../browser/engines.js').Engine} Engine */

/**
 * @typedef {object} State
 * @property {string} name
 * @property {(page: Page) => Promise<unknown>} [reach] brings a page there that is ready
 */

/** Long enough to be in the middle of it whenever it is looked at. */
const LONG = '#recipe=notebook&epochs=1000';

/** @param {Page} page */
const opened = (page) => page.until(() => document.querySelector('dialog[open]'), { what: 'a dialog' });

/** @type {State[]} */
const STATES = [
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

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
/** In the dark, the page speaks another language, of which each state has one. */
const WAYS = [
  { scheme: 'light', languages: ['en'] },
  { scheme: 'dark', languages: ['es', 'pt'] },
];

/**
 * What axe-core finds, a line for each element: what is wrong, and where.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const violations = (page) =>
  page.evaluate(async () => {
    const base = document.baseURI;
    if (!('axe' in globalThis)) await import(new URL('node_modules/axe-core/axe.min.js', base).href);
    const { axe } = /** @type {{ axe: import('axe-core') }} */ (/** @type {unknown} */ (globalThis));
    // A rule of WCAG 2.2 that axe-core leaves off by itself.
    const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
    );
  });

/**
 * What style sheets move, a line for each element.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const motions = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('*')).flatMap((element) =>
      ['', '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const moving = [
          !/^(0s(, )?)+$/.test(style.transitionDuration) && `transition: ${style.transition}`,
          style.animationName !== 'none' && `animation: ${style.animation}`,
          style.scrollBehavior === 'smooth' && 'scroll-behavior: smooth',
        ];
        const { localName, className } = element;
        return moving.filter(Boolean).map((what) => `${localName}.${className}${part}: ${what}`);
      }),
    ),
  );

const site = siteForTests({ records: 5000 });

/**
 * Shows the page light or dark, as its control does, which not every state has in reach.
 *
 * @param {Page} page
 * @param {string} scheme
 */
async function paint(page, scheme) {
  await page.evaluate((scheme) => {
    document.documentElement.dataset.scheme = scheme;
    document.dispatchEvent(new Event('scheme'));
  }, scheme);
  await drawn(page);
}

/**
 * Has the page speak a language, as a link does, which needs no control.
 *
 * @param {Page} page
 * @param {string} language
 */
async function link(page, language) {
  await page.evaluate((language) => {
    location.hash += `&lang=${language}`;
  }, language);
  await page.until(
    (language) => document.documentElement.lang.startsWith(language),
    { what: language },
    language,
  );
  await drawn(page);
}

/**
 * Looks at each state in all ways, in one opening.
 *
 * @param {Engine} engine
 * @param {State[]} states
 */
function look(engine, states) {
  if (!engines.includes(engine)) return;
  describe(`in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('axe-core finds what is wrong', async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      await page.evaluate(() => document.querySelector('.picture')?.removeAttribute('aria-label'));
      assert.match((await violations(page)).join('\n'), /^role-img-alt: /);
    });

    for (const [i, { name, reach }] of states.entries()) {
      test(`the page ${name}`, async (context) => {
        const page = await browser.openPage(site.url + LONG);
        await ready(page);
        await reach?.(page);
        for (const { scheme, languages } of WAYS) {
          const language = languages[i % languages.length];
          await context.test(
            `axe-core finds nothing wrong, ${scheme}, wide and narrow, in ${language}`,
            async () => {
              await link(page, language);
              await paint(page, scheme);
              for (const { width, height } of SIZES) {
                await page.resize(width, height);
                await drawn(page);
                assert.deepEqual(await violations(page), [], `${width} px`);
              }
            },
          );
        }
        await context.test('no text lies on another', async () => {
          for (const { width, height } of SIZES) {
            await page.resize(width, height);
            await drawn(page);
            assert.deepEqual(await overlaps(page), [], `${width} px`);
          }
        });
        if (engine !== 'chromium') return;
        await context.test('nothing moves for those who asked for less motion', async () => {
          await page.prefer('prefers-reduced-motion', 'reduce');
          assert.deepEqual(await motions(page), []);
        });
      });
    }
  });
}

inChromium('texts that lie on each other are found, what is not seen or floats is not', async () => {
  const page = await browserForTests('chromium').openPage(site.url);
  await ready(page);
  assert.deepEqual(await overlaps(page), []);
  await page.evaluate(() => {
    const title = /** @type {HTMLElement} */ (document.querySelector('h1'));
    const box = title.getBoundingClientRect();
    for (const [text, style] of [
      ['over it', ''],
      ['unseen', '; visibility: hidden'],
      ['floating', '; position: fixed'],
    ]) {
      const over = document.createElement('p');
      over.textContent = text;
      over.style.cssText = `position: absolute; left: ${box.left}px; top: ${box.top}px${style}`;
      document.body.append(over);
    }
  });
  assert.deepEqual(await overlaps(page), ['“over it” and “Glassbox”']);
});

inChromium('what moves is found', async () => {
  const page = await browserForTests('chromium').openPage(site.url);
  await page.prefer('prefers-reduced-motion', 'reduce');
  await ready(page);
  await page.evaluate(() => {
    const { style } = /** @type {HTMLElement} */ (document.querySelector('main'));
    style.transition = 'opacity 1s';
    style.scrollBehavior = 'smooth';
  });
  assert.deepEqual(await motions(page), ['main.: transition: opacity 1s', 'main.: scroll-behavior: smooth']);
});

look('chromium', STATES);
look('firefox', STATES.slice(1, 2));
look('webkit', STATES.slice(1, 2));
