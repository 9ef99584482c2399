import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import {
  answered,
  clickIn,
  draw,
  greys,
  prediction,
  reads,
  ready,
  SEVEN,
  settled,
  shows,
} from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

/** A 7 of a tenth of the pad. */
const SMALL_SEVEN = SEVEN.map((stroke) => stroke.map(([x, y]) => [0.4 + x / 5, 0.4 + y / 5]));

/** A 4 of two strokes, and a 2. */
const FOUR_TWO = [
  [
    [0.2, 0.25],
    [0.1, 0.5],
    [0.35, 0.5],
  ],
  [
    [0.28, 0.3],
    [0.27, 0.75],
  ],
  [
    [0.5, 0.35],
    [0.55, 0.25],
    [0.65, 0.25],
    [0.72, 0.35],
    [0.65, 0.5],
    [0.52, 0.72],
    [0.78, 0.72],
  ],
];

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

    // The tests go on with one page.
    async function drawSeven() {
      await page.press('Escape');
      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      await draw(page, SEVEN);
      await answered(page);
    }

    /**
     * Waits until the readout says something, and gives all of it.
     *
     * @param {RegExp} pattern
     */
    async function readout(pattern) {
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
      page = await browser.openPage(site.url);
      await ready(page);
      await draw(page, SEVEN);
      await answered(page);
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

    test('reads digits side by side one by one, and shows the one that is chosen', async () => {
      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      await draw(page, SMALL_SEVEN);
      await reads(page, '7');
      await draw(page, [[[0.55, 0.9]]]);
      await settled(page);
      assert.equal(await prediction(page), '7', 'a stray dot does not matter');
      await page.click('button', 'Clear');
      await draw(page, FOUR_TWO);
      await reads(page, '42');
      await settled(page);
      await shows(page, '2 digits, read from left to right. On the stage: 2, ');
      const highest = async () => {
        const values = (await bars()).map(Number);
        return values.indexOf(Math.max(...values));
      };
      assert.equal(await highest(), 2);
      const two = await greys(page, 'Placed');
      await page.click('button', '1st digit: 4');
      await settled(page);
      assert.equal(await highest(), 4);
      assert.notDeepEqual(await greys(page, 'Placed'), two);
      assert.equal(await prediction(page), '42');
      await shows(page, 'On the stage: 4, ');
      assert.deepEqual(await page.problems(), []);
    });

    test('explains a pixel, and its arithmetic is right', async () => {
      await drawSeven();
      const ink = await greys(page, 'What the network sees');
      const pixel = ink.indexOf(Math.max(...ink));
      await clickIn(page, 'Inputs', ((pixel % 28) + 0.5) / 28, (Math.floor(pixel / 28) + 0.5) / 28);
      const text = await readout(/largest products: .* × .* × .* × /);
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
      await drawSeven();
      await page.evaluate(() =>
        /** @type {HTMLElement} */ (document.querySelector('[aria-label="Hidden nodes"]')).focus(),
      );
      await page.press('ArrowDown');
      await page.press('ArrowRight');
      const text = await readout(/Hidden node \d+ .*sigmoid.*Its pull/);
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
      await readout(new RegExp(`Hidden node ${node} `));
      // At the border of two nodes, a click picks the one that was pointed at.
      const { x, y, width, height } = await page.box('slider', 'Hidden nodes');
      const columns = await page.evaluate(() =>
        Number(document.querySelector('[aria-label="Hidden nodes"]')?.getAttribute('data-columns')),
      );
      const borders = Array.from({ length: columns }, (_, column) => x + (column * width) / columns);
      const border = /** @type {number} */ (borders.find((each) => each % 1 > 0.3 && each % 1 < 0.7));
      const heading = () => readout(/Hidden node \d+ /).then((said) => /Hidden node \d+/.exec(said)?.[0]);
      await page.drag([[border + 0.2, y + height / 2]]);
      const pointedAt = await heading();
      await page.drag([[1, 1]]);
      assert.equal(await heading(), pointedAt);
      // What is picked stays explained when the page moves under the resting mouse, which browsers report as a move.
      /** @type {[number, number]} */
      const at = [Math.round(x + width / 2), Math.round(y + height / 4)];
      const moveThePage = () =>
        page.evaluate(([clientX, clientY]) => {
          scrollBy(0, scrollY > 60 ? -20 : 20);
          const move = new PointerEvent('pointermove', { clientX, clientY, bubbles: true });
          document.elementFromPoint(clientX, clientY)?.dispatchEvent(move);
        }, at);
      await page.drag([at]);
      const picked = await heading();
      await moveThePage();
      assert.equal(await heading(), picked);
      await page.drag([at]);
      const next = await heading();
      assert.notEqual(next, picked, 'what is picked without a move is explained');
      await page.drag([[1, 1]]);
      assert.equal(await heading(), next);
      // Also where the mouse has come to rest beside all that can be pointed at.
      await page.drag([[3, 3]]);
      await page.evaluate(() => {
        const move = new PointerEvent('pointermove', { clientX: 3, clientY: 3, bubbles: true });
        document.querySelector('.outputs .bar')?.dispatchEvent(move);
      });
      assert.equal(await heading(), next);
    });

    test('explains an output: the pulls for it and against it', async () => {
      await drawSeven();
      await page.click('button', 'Explain output 7');
      const text = await readout(/Output 7 .*Strongest pulls against/);
      const formula = /** @type {RegExpExecArray} */ (
        /sigmoid\((.*?) − (.*?)\) = sigmoid\((.*?)\) = ([\d.]+)/.exec(text)
      );
      const [forIt, against, sum, output] = numbers(formula.slice(1).join(' '));
      assert.ok(Math.abs(forIt - against - sum) < 0.02, formula[0]);
      assert.ok(Math.abs(sigmoid(sum) - output) < 0.01, formula[0]);
      assert.equal(output.toFixed(2), (await bars())[7]);
      const pressed = await page.evaluate(() =>
        [...document.querySelectorAll('.outputs [aria-pressed="true"]')].map((each) => each.ariaLabel),
      );
      assert.deepEqual(pressed, ['Explain output 7'], 'those who listen hear that it is pinned');
    });

    test('explains what the small pictures are', async () => {
      await drawSeven();
      const { x, y, width, height } = await page.box('img', 'What the network imagines for 4');
      await page.drag([[x + width / 2, y + height / 2]]);
      await readout(/What the network imagines for 4 This picture was found by gradient ascent/);
      assert.deepEqual(await page.problems(), []);
    });
  });
}
