import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines, preferringEngines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { drawn, ready, seen } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests();

/**
 * What of the page is dark: the scheme it names, its paper and its pictures.
 *
 * @param {Page} page
 */
const darkness = (page) =>
  page.evaluate(() => {
    const lightness = (/** @type {string} */ colour) => Number(colour.match(/\d+/)?.[0]);
    const { scheme } = document.documentElement.dataset;
    const paper = lightness(getComputedStyle(document.body).backgroundColor) < 128;
    const pictures = getComputedStyle(/** @type {Element} */ (document.querySelector('.picture'))).filter;
    const pad = getComputedStyle(
      /** @type {Element} */ (document.querySelector('drawing-pad canvas')),
    ).filter;
    return { scheme, paper, pictures: pictures !== 'none', pad: pad !== 'none' };
  });

const LIGHT = { scheme: 'light', paper: false, pictures: false, pad: false };
const DARK = { scheme: 'dark', paper: true, pictures: true, pad: true };

/**
 * The picture of the learning curve, whose axes are drawn in ink.
 *
 * @param {Page} page
 */
const curve = (page) =>
  page.evaluate(() =>
    /** @type {HTMLCanvasElement} */ (document.querySelector('learning-curve canvas')).toDataURL(),
  );

for (const engine of engines) {
  describe(`light and dark in ${engine}`, () => {
    const browser = browserForTests(engine);

    /** @type {Page} */
    let page;

    test('the scheme that is chosen is shown at once, all over the page, and kept for the next visit', async () => {
      page = await browser.openPage(site.url);
      await ready(page);
      assert.deepEqual(await darkness(page), LIGHT);
      const inDaylight = await curve(page);
      await page.click('radio', 'Dark');
      assert.deepEqual(await darkness(page), DARK);
      await page.until(
        (before) =>
          /** @type {HTMLCanvasElement} */ (document.querySelector('learning-curve canvas')).toDataURL() !==
          before,
        { what: 'a curve in other colours' },
        inDaylight,
      );
      await page.reload();
      await ready(page);
      assert.deepEqual(await darkness(page), DARK);
      assert.equal(
        await page.evaluate(() =>
          document.querySelector('[name="scheme"]:checked')?.parentElement?.textContent?.trim(),
        ),
        'Dark',
      );
      await page.click('radio', 'Light');
      assert.deepEqual(await darkness(page), LIGHT);
      assert.deepEqual(await page.problems(), []);
    });

    test('a browser that keeps nothing changes the scheme all the same', async () => {
      // On the page of the test before, which is light again.
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('refused', 'SecurityError');
        };
      });
      await page.click('radio', 'Dark');
      assert.deepEqual(await darkness(page), DARK);
      assert.deepEqual(await page.problems(), []);
    });

    test('the first thing painted has the scheme that was chosen', async () => {
      // On the page of the tests before, which keeps things again.
      await page.reload();
      await ready(page);
      await page.click('radio', 'Dark');
      // Without its modules, a page is what it is before they come.
      site.faults.set('/assets/index-.*js', (response) => void response.writeHead(404).end());
      await page.reload();
      site.faults.clear();
      const { scheme, paper } = await page.evaluate(() => {
        const [red] = getComputedStyle(document.body).backgroundColor.match(/\d+/) ?? [];
        return { scheme: document.documentElement.dataset.scheme, paper: Number(red) < 128 };
      });
      assert.deepEqual({ scheme, paper }, { scheme: 'dark', paper: true });
    });

    test('what other pages of the same host have stored does not choose the scheme', async () => {
      // On the page of the tests before.
      await page.evaluate(() => {
        localStorage.setItem('scheme', 'dark');
        localStorage.setItem('glassbox.scheme', 'DARK');
      });
      await page.reload();
      await ready(page);
      assert.deepEqual(await darkness(page), LIGHT);
    });

    if (engine === 'chromium')
      test('in forced colours, what fills the screen can be read on its button', async () => {
        const page = await browser.openPage(`${site.url}#present=1`);
        await ready(page);
        await page.prefer('forced-colors', 'active');
        await drawn(page);
        const { x, y, width, height } = await page.box('button', 'Network');
        // Within its padding there are words, on one colour.
        const { darkest, lightest } = await seen(page, {
          x: x + 0.3 * width,
          y: y + 0.3 * height,
          width: 0.4 * width,
          height: 0.4 * height,
        });
        assert.ok(lightest - darkest > 100, `${darkest} on ${lightest}`);
      });

    if (!preferringEngines.includes(engine)) return;

    test('the page follows the system, until another scheme than the system’s is chosen', async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      /** Browsers tell the page with the next frame. */
      const systemTurns = async (/** @type {'light' | 'dark'} */ scheme) => {
        await page.prefer('prefers-color-scheme', scheme);
        await drawn(page);
      };
      assert.deepEqual(await darkness(page), LIGHT);
      await systemTurns('dark');
      assert.deepEqual(await darkness(page), DARK);
      await page.reload();
      await ready(page);
      assert.deepEqual(await darkness(page), DARK);
      await page.click('radio', 'Light');
      assert.deepEqual(await darkness(page), LIGHT);
      await systemTurns('light');
      await systemTurns('dark');
      assert.deepEqual(await darkness(page), LIGHT);
      await page.click('radio', 'System');
      assert.deepEqual(await darkness(page), DARK);
      await systemTurns('light');
      assert.deepEqual(await darkness(page), LIGHT);
    });
  });
}
