// What a visitor does on the page, by what the page calls things.

import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('../browser/page.js').Page} Page */

/** Pen strokes in 0..1 of the pad. */
export const ONE = [
  [
    [0.52, 0.2],
    [0.5, 0.5],
    [0.48, 0.8],
  ],
];
export const SEVEN = [
  [
    [0.3, 0.22],
    [0.72, 0.22],
    [0.6, 0.5],
    [0.45, 0.82],
  ],
];

/**
 * @param {Page} page
 * @param {number[][][]} strokes
 * @param {'drag' | 'touch'} [way]
 */
export const draw = (page, strokes, way) => drawOn(page, 'Drawing pad', strokes, way);

/** Draws for the class. @param {Page} page @param {number[][][]} strokes */
export const collect = (page, strokes) => drawOn(page, 'Pad for your class', strokes);

/**
 * @param {Page} page
 * @param {string} pad
 * @param {number[][][]} strokes
 * @param {'drag' | 'touch'} [way]
 */
async function drawOn(page, pad, strokes, way = 'drag') {
  const { x, y, width, height } = await page.box('img', pad);
  for (const stroke of strokes) {
    await page[way](stroke.map(([px, py]) => [Math.round(x + px * width), Math.round(y + py * height)]));
  }
}

/** @param {Page} page */
export const prediction = async (page) => (await page.text('status', 'Prediction')).trim();

/** @param {Page} page */
export const accuracy = async (page) => (await page.text('status', 'Accuracy')).trim();

/**
 * Waits until a figure of the run has a value.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} value
 */
export const fact = (page, name, value) =>
  page.until(
    (name, value) => {
      const terms = [...document.querySelectorAll('dt')];
      return terms.find((term) => term.textContent === name)?.nextElementSibling?.textContent === value;
    },
    { what: `${name}: ${value}` },
    name,
    value,
  );

/**
 * The greys of a canvas, row by row.
 *
 * @param {Page} page
 * @param {string} name
 */
export const greys = (page, name) =>
  page.evaluate((name) => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector(`canvas[aria-label="${name}"]`));
    // A copy: canvases that are read from are not fast to draw on, and Chromium says so.
    const copy = Object.assign(document.createElement('canvas'), {
      width: canvas.width,
      height: canvas.height,
    });
    const context = /** @type {CanvasRenderingContext2D} */ (
      copy.getContext('2d', { willReadFrequently: true })
    );
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    return Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + 3]);
  }, name);

/**
 * How many pixels of the pad are inked.
 *
 * @param {Page} page
 */
export const inked = async (page) => (await greys(page, 'Drawing pad')).filter((grey) => grey > 0).length;

/** @param {Page} page */
export const ready = (page) =>
  page.until(() => document.documentElement.dataset.ready === 'true', { what: 'the page to be ready' });

/**
 * Waits until the page has drawn what it knows now.
 *
 * @param {Page} page
 */
export const drawn = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );

/**
 * Waits until the text of the page matches.
 *
 * @param {Page} page
 * @param {string} text
 * @param {number} [timeout]
 */
export const shows = (page, text, timeout) =>
  page.until(
    (wanted) => (document.body.textContent ?? '').includes(wanted),
    { what: `“${text}”`, timeout },
    text,
  );

/**
 * Waits until the pad is answered with this digit.
 *
 * @param {Page} page
 * @param {string} digit
 */
export const reads = (page, digit) =>
  page.until(
    (digit) => document.querySelector('[aria-label="Prediction"]')?.textContent === digit,
    { what: `a ${digit}` },
    digit,
  );

/**
 * Waits until the page shows the answer to what it shows, not to what it showed before.
 *
 * @param {Page} page
 */
export async function settled(page) {
  // What was done last is on the page with the next frame.
  await drawn(page);
  await page.until(() => document.querySelector('.stage')?.ariaBusy === 'false', { what: 'the answer' });
}

/**
 * Waits until the page has answered with a digit.
 *
 * @param {Page} page
 */
export async function answered(page) {
  await settled(page);
  await page.until(
    () => /^\d$/.test(document.querySelector('[aria-label="Prediction"]')?.textContent ?? ''),
    {
      what: 'a digit as the answer',
    },
  );
}

/**
 * Clicks somewhere in a field of cells.
 *
 * @param {Page} page
 * @param {string} name of the field
 * @param {number} across 0..1
 * @param {number} down
 */
export async function clickIn(page, name, across, down) {
  const { x, y, width, height } = await page.box('slider', name);
  await page.drag([[x + across * width, y + down * height]]);
}

/**
 * The greys that a visitor sees in a part of the window, from 0 (black) to 255 (white): the darkest, the lightest and
 * the mean.
 *
 * @param {Page} page
 * @param {{ x: number, y: number, width: number, height: number }} box
 */
export async function seen(page, { x, y, width, height }) {
  const path = join(tmpdir(), `glassbox-seen-${process.pid}.png`);
  await page.screenshot(path);
  const bytes = await readFile(path, 'base64');
  await rm(path);
  return page.evaluate(
    async (bytes, box) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))]));
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      const context = /** @type {CanvasRenderingContext2D} */ (
        canvas.getContext('2d', { willReadFrequently: true })
      );
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(...box);
      const greys = Array.from(
        { length: data.length / 4 },
        (_, i) => 0.2126 * data[4 * i] + 0.7152 * data[4 * i + 1] + 0.0722 * data[4 * i + 2],
      );
      const [darkest, lightest] = greys.reduce(
        ([min, max], grey) => [Math.min(min, grey), Math.max(max, grey)],
        [255, 0],
      );
      return { darkest, lightest, mean: greys.reduce((sum, grey) => sum + grey, 0) / greys.length };
    },
    bytes,
    /** @type {const} */ ([Math.round(x), Math.round(y), Math.floor(width), Math.floor(height)]),
  );
}

/**
 * Waits until the page has been opened anew.
 *
 * @param {Page} page
 * @param {number} opened when it was opened before
 */
export async function reloaded(page, opened) {
  // In between, there is no page to answer.
  const now = () => page.evaluate(() => performance.timeOrigin).catch(() => opened);
  for (const end = Date.now() + 10_000; (await now()) === opened; await sleep(10)) {
    if (Date.now() > end) throw new Error('waited 10 s for the page to be reloaded');
  }
}

/**
 * Chooses a language by the page's control, and waits until the page is written in it.
 *
 * @param {Page} page
 * @param {import('../../web/features/language/languages.js').Language} language
 */
export async function speak(page, language) {
  await page.evaluate((language) => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector('select.language'));
    select.value = language;
    select.dispatchEvent(new Event('change'));
  }, language);
  await speaks(page, language);
}

/**
 * Waits until the page speaks a language.
 *
 * @param {Page} page
 * @param {string} language
 */
export async function speaks(page, language) {
  await page.until(
    (language) => document.documentElement.lang.startsWith(language),
    { what: language },
    language,
  );
  await drawn(page);
}
