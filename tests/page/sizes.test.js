// The page on screens of all sizes, in one opening for each engine.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines, scalingEngines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, drawn, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** Phones and tablets upright and on their side, laptops, and both sides of the widths at which the page changes. */
const SIZES = [
  [320, 480],
  [360, 640],
  [390, 844],
  [480, 320],
  [568, 320],
  [600, 500],
  [639, 360],
  [640, 360],
  [667, 375],
  [768, 1024],
  [844, 390],
  [895, 414],
  [1024, 768],
  [1119, 700],
  [1120, 700],
  [1280, 720],
  [1366, 768],
];

const site = siteForTests({ records: 5000 });

const TABS = ['Hidden nodes', 'Microscope', 'Mistakes', 'Imagination'];

/** How much of the page is beside the screen. @param {Page} page */
const beside = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Waits for the stage's lines, which follow the page's size by a frame or more.
 *
 * @param {Page} page
 * @param {string} size
 */
const linesDrawn = (page, size) =>
  page.until(
    () => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('connection-lines canvas'));
      const [width, height] = [64, 64];
      const small = Object.assign(document.createElement('canvas'), { width, height });
      const context = /** @type {CanvasRenderingContext2D} */ (
        small.getContext('2d', { willReadFrequently: true })
      );
      if (canvas.width > 0) context.drawImage(canvas, 0, 0, width, height);
      return context.getImageData(0, 0, width, height).data.some((value) => value > 0);
    },
    { what: `lines at ${size}` },
  );

/** Over which words and bars of the stage its lines are drawn. @param {Page} page */
const linesOver = (page) =>
  page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('connection-lines canvas'));
    const stage = canvas.getBoundingClientRect();
    const copy = Object.assign(document.createElement('canvas'), {
      width: canvas.width,
      height: canvas.height,
    });
    const context = /** @type {CanvasRenderingContext2D} */ (
      copy.getContext('2d', { willReadFrequently: true })
    );
    context.drawImage(canvas, 0, 0);
    const range = new Range();
    /** @param {Element} element */
    const isCrossed = (element) => {
      range.selectNodeContents(element);
      const { left, top, width, height } = range.getBoundingClientRect();
      // Lines end at the edges of bars.
      const [x, y] = [Math.ceil(left - stage.left) + 3, Math.ceil(top - stage.top) + 3];
      if (width < 8 || height < 8) return false;
      const { data } = context.getImageData(x, y, Math.floor(width) - 7, Math.floor(height) - 7);
      return data.some((value, i) => i % 4 === 3 && value > 0);
    };
    return [...document.querySelectorAll('.flow :is(h3, .caption, .bar)')]
      .filter(isCrossed)
      .map((each) => each.textContent);
  });

/** Of how many texts something is cut off: the introduction, and whose hidden nodes they are. @param {Page} page */
const cut = (page) =>
  page.evaluate(() => {
    const parts = [...document.querySelectorAll('.readout, .hidden-nodes .caption')];
    // Firefox rounds one up and the other down.
    return parts.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length;
  });

/** What of the stage is at most this far below its upper edge. @param {Page} page @param {number} height */
const within = (page, height) =>
  page.evaluate((height) => {
    const top = document.querySelector('.stage')?.getBoundingClientRect().top ?? 0;
    return ['.drawing', '.inputs .cells', '.hidden-nodes .cells', '.outputs ol'].filter(
      (part) => (document.querySelector(part)?.getBoundingClientRect().bottom ?? 0) < top + height,
    );
  }, height);

/** How much lower the bars, and the inputs, begin than the lights. @param {Page} page */
const belowLights = (page) =>
  page.evaluate(() => {
    const [lights, bars, inputs] = ['.hidden-nodes .cells', '.outputs ol', '.inputs .cells'].map(
      (each) => /** @type {Element} */ (document.querySelector(each)).getBoundingClientRect().top,
    );
    return { bars: bars - lights, inputs: inputs - lights };
  });

/** How far it is from the upper edge of the ten outputs to the lower edge of the slider that rewinds them. @param {Page} page */
const outputsAndRewind = (page) =>
  page.evaluate(() => {
    const [outputs, rewind] = ['.outputs ol', '#rewind'].map((each) =>
      /** @type {Element} */ (document.querySelector(each)).getBoundingClientRect(),
    );
    return rewind.bottom - outputs.top;
  });

/** How many of the screen's pixels a canvas is high for each that it is high in CSS. @param {Page} page */
const sharpness = (page) =>
  page.evaluate(() =>
    ['drawing-pad', 'connection-lines', 'learning-curve'].map((name) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector(`${name} canvas`));
      return Math.round((10 * canvas.height) / canvas.getBoundingClientRect().height) / 10;
    }),
  );

for (const engine of engines) {
  describe(`sizes in ${engine}`, () => {
    const browser = browserForTests(engine);

    /** @type {Page} */
    let page;

    test('nothing is wider than the screen, cut off or crossed out, and there is room to scroll past the pad', async () => {
      page = await browser.openPage(site.url);
      await ready(page);
      await draw(page, SEVEN);
      await answered(page);
      await page.click('button', 'Fool it');
      await shows(page, 'times as much');
      for (const [width, height] of SIZES) {
        await page.resize(width, height);
        await drawn(page);
        const pad = await page.box('img', 'Drawing pad');
        assert.ok(pad.height <= 0.71 * height, `${width} x ${height}: the pad is ${pad.height} high`);
        assert.ok(pad.width >= 150, `${width} x ${height}: the pad is ${pad.width} wide`);
        await linesDrawn(page, `${width} x ${height}`);
        assert.deepEqual(await linesOver(page), [], `${width} x ${height}`);
        assert.equal(await cut(page), 0, `${width} x ${height}: the introduction`);
        const { bars, inputs } = await belowLights(page);
        if (width >= 640) assert.ok(Math.abs(bars) < 1, `${width} x ${height}: the bars`);
        if (width >= 896) assert.ok(Math.abs(inputs) < 1, `${width} x ${height}: the inputs`);
        if (width >= 896 && height > 512)
          assert.equal((await within(page, 560)).length, 4, `${width} x ${height}: the whole network`);
        // On those held upright, what the slider changes is in view while it is dragged.
        if (width < height)
          assert.ok((await outputsAndRewind(page)) < height, `${width} x ${height}: the rewind`);
      }
      // A window of 1280 x 720 at 400 %.
      await page.resize(320, 180);
      await drawn(page);
      const words = await page.evaluate(() => document.querySelector('.answer .caption')?.clientWidth ?? 0);
      assert.ok(words >= 60, `the words beside the answer are ${words} px wide`);
      assert.equal(await page.evaluate(() => document.querySelectorAll('[role=tab]').length), TABS.length);
      // To open a tab takes longer than to resize the page.
      for (const tab of TABS) {
        await page.click('tab', tab);
        for (const [width, height] of SIZES) {
          await page.resize(width, height);
          await drawn(page);
          assert.ok((await beside(page)) <= 0, `${tab}, ${width} x ${height}`);
        }
        // As with large text in a phone's settings.
        await page.resize(360, 640);
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
        await drawn(page);
        assert.ok((await beside(page)) <= 0, `${tab}, letters twice as large`);
        await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      }
      assert.deepEqual(await page.problems(), []);
    });

    test('the explanation stays in view when the focus goes to it', async () => {
      // On the page of the test before.
      await page.resize(640, 360);
      await page.evaluate(() =>
        /** @type {HTMLElement} */ (document.querySelector('.outputs button[tabindex="0"]')).focus(),
      );
      await drawn(page);
      await page.press('Tab');
      await drawn(page);
      const [name, top] = await page.evaluate(() => {
        const { ariaLabel, className } = /** @type {Element} */ (document.activeElement);
        return [ariaLabel ?? className, document.activeElement?.getBoundingClientRect().top ?? 360];
      });
      assert.equal(name, 'Explanation');
      assert.ok(Number(top) < 300, `${top}`);
    });

    test('a stroke looks the same painted bit by bit and at once, and each bit costs as little', async () => {
      // On the page of the test before.
      await page.resize(1280, 800);
      await drawn(page);
      const painted = (/** @type {boolean} */ atOnce) =>
        page.evaluate((atOnce) => {
          const pad = /** @type {HTMLElement & { strokes: number[][][] }} */ (
            document.querySelector('drawing-pad')
          );
          // No more than the pad paints in one frame.
          const points = Array.from({ length: 700 }, (_, i) => [
            0.5 + 0.3 * Math.sin(i / 90),
            0.5 + 0.4 * Math.cos(i / 77),
          ]);
          const { lineTo } = CanvasRenderingContext2D.prototype;
          let lines = 0;
          CanvasRenderingContext2D.prototype.lineTo = function (
            /** @type {number} */ x,
            /** @type {number} */ y,
          ) {
            lines++;
            lineTo.call(this, x, y);
          };
          pad.strokes = [];
          /** @type {number[][]} */
          const stroke = [];
          for (const [i, point] of points.entries()) {
            stroke.push(point);
            if (!atOnce && i % 50 === 0) pad.strokes = [stroke];
          }
          pad.strokes = [stroke];
          CanvasRenderingContext2D.prototype.lineTo = lineTo;
          // Read before the page paints what has really been drawn; from a copy, as greys() does.
          const canvas = /** @type {HTMLCanvasElement} */ (pad.querySelector('canvas'));
          const { width, height } = canvas;
          const copy = Object.assign(document.createElement('canvas'), { width, height });
          const context = /** @type {CanvasRenderingContext2D} */ (
            copy.getContext('2d', { willReadFrequently: true })
          );
          context.drawImage(canvas, 0, 0);
          const { data } = context.getImageData(0, 0, width, height);
          return { lines, ink: Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + 3]) };
        }, atOnce);
      const [once, often] = [await painted(true), await painted(false)];
      assert.ok(once.ink.filter((alpha) => alpha > 0).length > 1000, 'nothing is painted');
      const differences = once.ink.map((alpha, i) => Math.abs(alpha - often.ink[i]));
      assert.equal(differences.filter((each) => each > 2).length, 0);
      assert.ok(often.lines < 5 * once.lines, `${often.lines} lines, not ${once.lines}`);
    });

    if (!scalingEngines.includes(engine)) return;
    test('canvases are painted with the pixels of the screen, also when these change', async () => {
      for (const [i, ratio] of [1, 2, 1.5, 1].entries()) {
        // Lower by a pixel that no part of the page is sized by: Chromium tells of an emulated ratio with a new size only.
        await page.resize(1280, 800 - i, ratio);
        await page.until((ratio) => devicePixelRatio === ratio, { what: `a ratio of ${ratio}` }, ratio);
        await drawn(page);
        assert.deepEqual(await sharpness(page), [ratio, ratio, ratio]);
      }
    });
  });
}
