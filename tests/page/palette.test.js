// What can be seen where the page's own colours are not used: with the system's high contrast, and on paper.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, inChromium, siteForTests } from './setup.js';
import { answered, draw, drawn, ready, SEVEN, seen } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

/** What shows data, by role and name. */
const DATA = /** @type {const} */ ([
  ['img', 'Drawing pad'],
  ['img', 'What the network sees'],
  ['img', 'What the network imagines for 4'],
  ['slider', 'Hidden nodes'],
]);
const CURVE = /** @type {const} */ (['img', 'Curve of the accuracy; test records: no measurement yet']);

/**
 * Asserts that data can be told from the ground that it is on.
 *
 * @param {Page} page
 * @param {readonly (readonly [role: string, name: string])[]} data
 */
async function assertSeen(page, data) {
  for (const [role, name] of data) {
    const { darkest, lightest } = await seen(page, await page.box(role, name));
    assert.ok(lightest - darkest > 70, `${name}: ${darkest} to ${lightest}`);
  }
  // A bar ends where its value does: that of 7 is full, that of 0 empty.
  const [full, empty] = [await bar(page, 7), await bar(page, 0)];
  assert.ok(Math.abs(full - empty) > 40, `full ${full}, empty ${empty}`);
}

/** The mean grey of a bar. @param {Page} page @param {number} output */
const bar = async (page, output) => (await seen(page, await page.box('meter', `Output ${output}`))).mean;

/** @param {Page} page */
async function openWithSeven(page) {
  await ready(page);
  await draw(page, SEVEN);
  await answered(page);
}

describe('high contrast', () => {
  const browser = browserForTests('chromium');

  inChromium(
    'pad, pictures and bars are seen in light and dark palettes, whichever scheme was chosen',
    async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      await page.click('radio', 'Light');
      await openWithSeven(page);
      await page.prefer('forced-colors', 'active');
      for (const palette of /** @type {const} */ (['light', 'dark'])) {
        await page.prefer('prefers-color-scheme', palette);
        await drawn(page);
        await assertSeen(page, [...DATA, CURVE]);
        const { mean } = await seen(page, await page.box('img', 'Drawing pad'));
        assert.equal(mean > 128, palette === 'light', `the pad is as light as the palette: ${mean}`);
        const { darkest, lightest } = await seen(page, await page.box('button', 'Train'));
        assert.ok(lightest - darkest > 100, `Train: ${darkest} to ${lightest}`);
      }
      assert.equal(
        await page.evaluate(
          () => getComputedStyle(/** @type {Element} */ (document.querySelector('.scheme'))).display,
        ),
        'none',
      );
      await page.prefer('forced-colors', 'none');
      await drawn(page);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.scheme), 'light');
      assert.deepEqual(await page.problems(), []);
    },
  );
});

for (const engine of engines) {
  describe(`on paper, from ${engine}`, () => {
    const browser = browserForTests(engine);

    /** @type {Page} */
    let page;

    test('printing leaves the page where it was', async () => {
      page = await browser.openPage(site.url);
      await ready(page);
      const [before, after] = await page.evaluate(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        scrollTo(0, 1500);
        await frame();
        const before = scrollY;
        dispatchEvent(new Event('beforeprint'));
        await frame();
        dispatchEvent(new Event('afterprint'));
        await frame();
        return [before, scrollY];
      });
      assert.equal(before, 1500);
      assert.ok(Math.abs(after - before) < 2, `${after}`);
    });

    test('the dark scheme is printed as ink on white paper, with the data and without controls', async () => {
      // On the page of the test before.
      await openWithSeven(page);
      await page.click('radio', 'Dark');
      await page.click('button', 'How the drawing becomes what the network sees');
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await drawn(page);
      await assertSeen(page, DATA);
      for (const [role, name] of DATA) {
        const { lightest, mean } = await seen(page, await page.box(role, name));
        assert.ok(lightest > 230 && mean > 128, `${name} on white: ${lightest}, mean ${mean}`);
      }
      const { controls, floating, open, width } = await page.evaluate(() => {
        const visible = [...document.querySelectorAll('body *')].filter((each) => each.checkVisibility());
        return {
          controls: visible
            // A tab that is open is the heading of what it shows.
            .filter((each) =>
              each.matches('button:not(.bare, [aria-selected="true"]), input:not(:checked), select'),
            )
            .map((each) => each.outerHTML),
          floating: visible
            .filter((each) => /fixed|sticky/.test(getComputedStyle(each).position))
            .map((each) => each.className),
          open: document.querySelector('.stages')?.checkVisibility(),
          width: document.body.getBoundingClientRect().width,
        };
      });
      assert.deepEqual(controls, []);
      assert.deepEqual(floating, []);
      assert.equal(open, true, 'what is open is printed');
      assert.ok(width <= 700, `an A4 page is 718 px wide between its margins, the print ${width}`);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await drawn(page);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.scheme), 'dark');
      await page.click('button', 'Clear');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
