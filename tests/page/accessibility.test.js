// Whether everybody can use the page, in each state that a visitor can bring it to: what axe-core finds,
// light and dark, in several languages, on a laptop and on a phone; texts that lie on each other; and what moves for
// those who asked for less motion. A new state is a row of VISITS (states.js).

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { overlaps } from './overlaps.js';
import { browserForTests, siteForTests } from './setup.js';
import { VISITS } from './states.js';
import { drawn, ready, speaks } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */
/** @typedef {import('./states.js').State} State */
/** @typedef {import('../browser/engines.js').Engine} Engine */

/** Long enough to be in the middle of it whenever it is looked at. */
const LONG = '#recipe=notebook&epochs=1000';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };
/** In the dark, the page speaks another language, of which each state has one. */
const LOOKS = [
  { ...WIDE, scheme: 'light', languages: ['en'] },
  { ...WIDE, scheme: 'dark', languages: ['es', 'pt'] },
  { ...NARROW, scheme: 'dark', languages: ['es', 'pt'] },
  { ...NARROW, scheme: 'light', languages: ['en'] },
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
    const { violations } = await axe.run(document, {
      rules: { 'target-size': { enabled: true } },
      // Of what is right, it would list every element.
      resultTypes: ['violations'],
    });
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
  await page.evaluate(async (language) => {
    const taken = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash += `&lang=${language}`;
    await taken;
  }, language);
  await speaks(page, language);
}

/**
 * Has the page be as it was when it was opened, in all that looks at it have changed.
 *
 * @param {Page} page
 * @param {Engine} engine
 */
async function restore(page, engine) {
  if (engine === 'chromium') await page.prefer('prefers-reduced-motion', 'no-preference');
  await page.resize(WIDE.width, WIDE.height);
}

/** Puts three texts on the title, of which one is seen and does not float. @param {Page} page */
const writeOverTitle = (page) =>
  page.evaluate(() => {
    scrollTo(0, 0);
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

/** @param {Page} page */
const moveMain = (page) =>
  page.evaluate(() => {
    const { style } = /** @type {HTMLElement} */ (document.querySelector('main'));
    style.transition = 'opacity 1s';
    style.scrollBehavior = 'smooth';
  });

/**
 * Looks at each state in all ways.
 *
 * @param {Engine} engine
 * @param {State[][]} visits
 */
function look(engine, visits) {
  if (!engines.includes(engine)) return;
  describe(`in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;
    const first = visits.map(([state]) => state);

    for (const [i, state] of visits.flat().entries()) {
      const { name, reach, again } = state;
      test(`the page ${name}`, async (context) => {
        if (first.includes(state)) {
          page = await browser.openPage(site.url + LONG);
          await ready(page);
        } else {
          await restore(page, engine);
        }
        await reach?.(page);
        let spoken = 'en';
        for (const { width, height, scheme, languages } of LOOKS) {
          const language = languages[i % languages.length];
          const what = `axe-core finds nothing wrong, and no text lies on another: ${width} px, ${scheme}, in ${language}`;
          await context.test(what, async () => {
            await page.resize(width, height);
            if (language !== spoken) {
              await link(page, language);
              await again?.(page);
              spoken = language;
            }
            await paint(page, scheme);
            assert.deepEqual(await violations(page), []);
            assert.deepEqual(await overlaps(page), []);
          });
        }
        if (engine !== 'chromium') return;
        await context.test('nothing moves for those who asked for less motion', async () => {
          await page.prefer('prefers-reduced-motion', 'reduce');
          assert.deepEqual(await motions(page), []);
        });
      });
    }

    // On the page of the last state.
    test('axe-core finds what is wrong', async () => {
      await page.evaluate(() => document.querySelector('.picture')?.removeAttribute('aria-label'));
      assert.match((await violations(page)).join('\n'), /^role-img-alt: /);
    });

    if (engine !== 'chromium') return;
    test('texts that lie on each other are found, what is not seen or floats is not', async () => {
      await writeOverTitle(page);
      assert.deepEqual(await overlaps(page), ['“over it” and “Glassbox”']);
    });

    test('what moves is found', async () => {
      await moveMain(page);
      assert.deepEqual(await motions(page), [
        'main.: transition: opacity 1s',
        'main.: scroll-behavior: smooth',
      ]);
    });
  });
}

const drawing = VISITS[0].slice(1, 2);
look('chromium', VISITS);
look('firefox', [drawing]);
look('webkit', [drawing]);
