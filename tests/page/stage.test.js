import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, clickIn, draw, greys, ready, SEVEN, settled } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests();

/** @param {number} x */
const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** The numbers in a text, as the page writes them. @param {string} text */
const numbers = (text) =>
  Array.from(text.replaceAll('−', '-').matchAll(/-?\d+(\.\d+)?/g), ([number]) => Number(number));

for (const engine of engines) {
  describe(`the stage in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    async function openWithSeven() {
      page = await browser.openPage(site.url);
      await ready(page);
      await draw(page, SEVEN);
      await answered(page);
    }

    /**
     * Waits until the readout says something, and gives all of it.
     *
     * @param {RegExp} pattern
     */
    async function reads(pattern) {
      await settled(page);
      return page.until(
        (source) => {
          const text = document.querySelector('.readout')?.textContent?.replace(/\s+/g, ' ') ?? '';
          return new RegExp(source).test(text) ? text : '';
        },
        { what: `a readout like ${pattern}` },
        pattern.source,
      );
    }

    /** Reads of each output what its bar shows. */
    const bars = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll('[role=meter]'), (bar) => bar.getAttribute('aria-valuenow')),
      );

    test('moves as one: bars and lights answer each drawing', async () => {
      await openWithSeven();
      const lit = () =>
        page.evaluate(() => /** @type {HTMLCanvasElement} */ (document.querySelector('.lights')).toDataURL());
      const seven = { bars: await bars(), lights: await lit() };
      assert.equal(seven.bars.length, 10);
      assert.equal(seven.bars.map(Number).indexOf(Math.max(...seven.bars.map(Number))), 7);
      await page.click('button', 'Clear');
      await page.until(
        () => [...document.querySelectorAll('[role=meter]')].every((bar) => bar.ariaValueNow === '0.00'),
        { what: 'empty bars' },
      );
      assert.notEqual(await lit(), seven.lights);
      await page.click('button', 'Example');
      await answered(page);
      assert.notDeepEqual(await bars(), seven.bars);
      assert.deepEqual(await page.problems(), []);
    });

    test('explains a pixel, and its arithmetic is right', async () => {
      await openWithSeven();
      const ink = await greys(page, 'What the network sees');
      const pixel = ink.indexOf(Math.max(...ink));
      await clickIn(page, 'Inputs', ((pixel % 28) + 0.5) / 28, (Math.floor(pixel / 28) + 0.5) / 28);
      const text = await reads(/largest products: .* × .* × .* × /);
      assert.ok(text.includes(`Input: row ${Math.floor(pixel / 28) + 1}, column ${(pixel % 28) + 1}`), text);
      const [, grey, input] = /** @type {RegExpExecArray} */ (
        /(\d+) \/ 255 × 0.99 \+ 0.01 = ([\d.]+)/.exec(text)
      );
      assert.ok(Math.abs(Number(grey) - ink[pixel]) <= 1);
      assert.equal(((Number(grey) / 255) * 0.99 + 0.01).toFixed(2), input);
      const products = text.match(/[\d.]+ × [+−][\d.]+ = [+−][\d.]+/g) ?? [];
      assert.ok(products.length >= 3, `${products.length} products in: ${text}`);
      for (const product of products) {
        const [x, w, result] = numbers(product.replace(/[+=×]/g, ' '));
        assert.ok(Math.abs(x * w - result) < 0.03, product);
      }
    });

    test('explains a hidden node by keyboard, keeps it at Enter, and its sum is squashed right', async () => {
      await openWithSeven();
      await page.evaluate(() =>
        /** @type {HTMLElement} */ (document.querySelector('[aria-label="Hidden nodes"]')).focus(),
      );
      await page.press('ArrowDown');
      await page.press('ArrowRight');
      const text = await reads(/Hidden node \d+ .*sigmoid.*Its pull/);
      const [node] = numbers(/** @type {RegExpExecArray} */ (/Hidden node \d+/.exec(text))[0]);
      const [sum, output] = numbers(/** @type {RegExpExecArray} */ (/sigmoid\(.*?\) = [\d.]+/.exec(text))[0]);
      assert.ok(Math.abs(sigmoid(sum) - output) < 0.01, text);
      assert.equal(
        await page.evaluate(() =>
          document.querySelector('[aria-label="Hidden nodes"]')?.getAttribute('aria-valuetext'),
        ),
        `node ${node}: ${output.toFixed(2)}`,
      );
      await page.press('Enter');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      await reads(new RegExp(`Hidden node ${node} `));
    });

    test('explains an output: the pulls for it and against it', async () => {
      await openWithSeven();
      await page.click('button', 'Explain output 7');
      const text = await reads(/Output 7 .*Strongest pulls against/);
      const formula = /** @type {RegExpExecArray} */ (
        /sigmoid\((.*?) − (.*?)\) = sigmoid\((.*?)\) = ([\d.]+)/.exec(text)
      );
      const [forIt, against, sum, output] = numbers(formula.slice(1).join(' '));
      assert.ok(Math.abs(forIt - against - sum) < 0.02, formula[0]);
      assert.ok(Math.abs(sigmoid(sum) - output) < 0.01, formula[0]);
      assert.equal(output.toFixed(2), (await bars())[7]);
    });

    test('explains what the small pictures are', async () => {
      await openWithSeven();
      const { x, y, width, height } = await page.box('img', 'What the network imagines for 4');
      await page.drag([[x + width / 2, y + height / 2]]);
      await reads(/What the network imagines for 4 This is the network run backwards/);
      assert.deepEqual(await page.problems(), []);
    });
  });
}
