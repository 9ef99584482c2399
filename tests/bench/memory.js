// `make memory`: what an hour of a class adds to the memory of each browser.

import { setTimeout as sleep } from 'node:timers/promises';
import { engines, openBrowser } from '../browser/engines.js';
import { serveSite } from '../page/site.js';
import { drawn, ready, shows } from '../page/visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const ANSWERS = 9000;
const LOOKS_BACK = 300;
const SLIDES = 300;

/**
 * Draws until so many moves of the pen have been answered, each before the next.
 *
 * @param {Page} page
 * @param {number} count
 */
const answer = (page, count) =>
  page.evaluate(async (count) => {
    const pad = /** @type {Element} */ (document.querySelector('drawing-pad'));
    const { postMessage } = Worker.prototype;
    let answered = () => {};
    // Which answer belongs to which question shows in the numbers that Comlink gives them.
    Worker.prototype.postMessage = function (/** @type {any} */ question, /** @type {any} */ options) {
      if (question.path?.at(-1) === 'answer') {
        this.addEventListener('message', function take({ data }) {
          if (data.id !== question.id) return;
          this.removeEventListener('message', take);
          answered();
        });
      }
      postMessage.call(this, question, options);
    };
    for (let move = 0; move < count; move++) {
      const points = Array.from({ length: (move % 100) + 2 }, (_, i) => [0.3 + 0.004 * i, i % 2 ? 0.3 : 0.7]);
      const answer = new Promise((resolve) => {
        answered = () => resolve(undefined);
      });
      pad.dispatchEvent(new CustomEvent('strokes', { detail: [points] }));
      await answer;
      // The page paints some of them.
      if (move % 4 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    Worker.prototype.postMessage = postMessage;
  }, count);

/** Goes from snapshot to snapshot, and back to now. @param {Page} page @param {number} count */
async function lookBack(page, count) {
  await page.evaluate(async (count) => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('#rewind'));
    for (let look = 0; look < count; look++) {
      slider.value = String(look % Number(slider.max));
      slider.dispatchEvent(new Event('input'));
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, count);
  await page.click('button', 'Back to now');
}

/** Turns pages of the microscope, and opens the other tabs in between. @param {Page} page @param {number} count */
async function turnSlides(page, count) {
  for (let i = 0; i < count; i++) {
    await page.press(i % 10 < 4 ? String((i % 10) + 1) : i % 10 === 4 ? '2' : 'n');
    await drawn(page);
    if (i % 10 === 9) for (let back = 0; back < 5; back++) await page.press('b');
  }
}

/** Seconds: Firefox gives memory back for about a minute. */
const REST = 75;

/** The least while the browser rests. @param {() => number} megabytes */
async function settledMegabytes(megabytes) {
  let least = Number.POSITIVE_INFINITY;
  for (let second = 0; second < REST; second++) {
    await sleep(1000);
    least = Math.min(least, megabytes());
  }
  return least;
}

/** @param {(string | number)[]} cells */
const row = (...cells) => console.log(cells.map((cell) => String(cell).padStart(16)).join(''));

const site = await serveSite();
row('MB', 'at the start', `${ANSWERS} answers`, `${LOOKS_BACK} looks back`, `${SLIDES} slides`);
for (const engine of process.argv.length > 2
  ? engines.filter((each) => process.argv.includes(each))
  : engines) {
  const browser = await openBrowser(engine, { listens: false });
  const page = await browser.openPage(`${site.url}#recipe=quick`);
  await ready(page);
  await page.click('button', 'Train');
  await shows(page, 'Trained.', 60_000);
  // Once each, so that what is made at the first use is there at the start.
  await answer(page, 400);
  await lookBack(page, 100);
  await turnSlides(page, 20);
  const figures = [await settledMegabytes(browser.megabytes)];
  for (const [act, count] of /** @type {const} */ ([
    [answer, ANSWERS],
    [lookBack, LOOKS_BACK],
    [turnSlides, SLIDES],
  ])) {
    await act(page, count);
    figures.push(await settledMegabytes(browser.megabytes));
  }
  row(engine, ...figures.map((figure) => figure.toFixed(0)));
  await browser.close();
}
site.close();
