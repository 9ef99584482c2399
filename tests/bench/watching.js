// What it costs to watch a run: steps that are not made, frames that come late, snapshots that take time to show.

import { SPEEDS } from '../../web/shared/speeds.js';
import { draw, ready, SEVEN, shows } from '../page/visitor.js';
import { median } from './measure.js';

/** @typedef {Awaited<ReturnType<typeof import('../browser/engines.js').openBrowser>>} Browser */

/** A window with room for stage, training and hidden nodes. */
const WINDOW = { width: 1280, height: 2600 };
const ROUNDS = 9;
/** Milliseconds. */
const ROUND = 2000;

/**
 * Steps a second at full speed, with a drawing on the stage and the nodes' weights in view, as a share of
 * what a bare trainer does in a worker of the same page: they take turns. And milliseconds between frames.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {number} hiddenNodes
 */
export async function watching(browser, url, hiddenNodes) {
  const settings = { recipe: 'notebook', epochs: '1000', hiddenNodes: String(hiddenNodes) };
  const page = await browser.openPage(`${url}#${new URLSearchParams(settings)}`, WINDOW);
  await ready(page);
  await draw(page, SEVEN);
  await page.click('button', 'Train');
  await shows(page, '60,000 records', 60_000);
  await page.evaluate(async (hiddenNodes) => {
    const { body } = await fetch('data/mnist_train.csv.gz');
    const unpacked = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream('gzip'));
    const csv = new Uint8Array(await new Response(unpacked).arrayBuffer());
    const bare = new Worker(new URL('tests/bench/trainer-worker.js', document.baseURI), { type: 'module' });
    const ask = (/** @type {unknown} */ question) =>
      new Promise((resolve) => {
        bare.onmessage = ({ data }) => resolve(data);
        bare.postMessage(question);
      });
    await ask({ csv, settings: { recipe: 'notebook', epochs: 1000, hiddenNodes } });
    Object.assign(globalThis, { ask });
  }, hiddenNodes);

  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.click('button', 'Pause');
    const bare = await page.evaluate(
      (milliseconds) => /** @type {any} */ (globalThis).ask({ milliseconds }),
      ROUND,
    );
    await page.click('button', 'Train');
    rounds.push({ bare, ...(await page.evaluate(watch, ROUND)) });
  }
  await page.click('button', 'Pause');
  const frames = rounds.flatMap((round) => round.frames).sort((a, b) => a - b);
  return {
    share: median(rounds.map(({ bare, stepsPerSecond }) => stepsPerSecond / bare)),
    frameMilliseconds: { p50: median(frames), p95: frames[Math.floor(0.95 * frames.length)] },
  };
}

/**
 * Runs in the page.
 *
 * @param {number} milliseconds
 */
async function watch(milliseconds) {
  const terms = [...document.querySelectorAll('dt')];
  const fact = /** @type {Element} */ (
    terms.find((term) => term.textContent === 'Records shown')?.nextElementSibling
  );
  /** The next change of the number of records shown. */
  const change = () =>
    new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve({ time: performance.now(), step: Number(fact.textContent?.replaceAll(',', '')) });
      }).observe(fact, { characterData: true, childList: true, subtree: true });
    });
  const first = await change();
  const frames = /** @type {number[]} */ ([]);
  let last = first;
  let counting = true;
  requestAnimationFrame(function count(now) {
    frames.push(now);
    if (counting) requestAnimationFrame(count);
  });
  while (last.time - first.time < milliseconds) last = await change();
  counting = false;
  return {
    stepsPerSecond: ((last.step - first.step) * 1000) / (last.time - first.time),
    frames: frames.slice(1).map((time, i) => time - frames[i]),
  };
}

/** Milliseconds over which a set speed is measured. */
const PACED = 3000;

/**
 * Records per second that the page learns, for each of some speeds that its slider offers.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {number[]} speeds
 * @returns {Promise<Record<string, number>>}
 */
export async function paced(browser, url, speeds) {
  const page = await browser.openPage(`${url}#recipe=notebook`, WINDOW);
  await ready(page);
  await page.click('button', 'Train');
  await shows(page, '60,000 records', 60_000);
  /** @type {Record<string, number>} */
  const figures = {};
  for (const speed of speeds) {
    await page.evaluate((notch) => {
      const slider = /** @type {HTMLInputElement} */ (document.querySelector('#speed'));
      slider.value = String(notch);
      slider.dispatchEvent(new Event('input'));
    }, SPEEDS.indexOf(speed));
    // News of the speed before may still be on its way.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { stepsPerSecond } = await page.evaluate(watch, PACED);
    figures[`${speed} records per second`] = stepsPerSecond;
  }
  return figures;
}

/**
 * Milliseconds from a move of the rewind slider until the page is as it was then: what the network
 * imagines, the lights of the drawing, the nodes' weights. Over all snapshots of a run.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {number} hiddenNodes
 */
export async function rewinding(browser, url, hiddenNodes) {
  const settings = { recipe: 'quick', epochs: '1', hiddenNodes: String(hiddenNodes) };
  const page = await browser.openPage(`${url}#${new URLSearchParams(settings)}`, WINDOW);
  await ready(page);
  await draw(page, SEVEN);
  await page.click('button', 'Train');
  await shows(page, 'Trained.', 60_000);
  const times = await page.evaluate(async () => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('#rewind'));
    const canvases = ['[aria-label="What the network imagines for 9"]', '.lights', '.weight-grid canvas'].map(
      (selector) => document.querySelector(selector),
    );
    const painted = new Set();
    const drawing = /** @type {any} */ (CanvasRenderingContext2D.prototype);
    for (const verb of ['putImageData', 'fill']) {
      const original = drawing[verb];
      drawing[verb] = function (/** @type {unknown[]} */ ...args) {
        painted.add(this.canvas);
        return original.apply(this, args);
      };
    }
    const times = [];
    for (let stop = Number(slider.max) - 1; stop >= 0; stop--) {
      painted.clear();
      const start = performance.now();
      slider.value = String(stop);
      slider.dispatchEvent(new Event('input'));
      while (!canvases.every((canvas) => painted.has(canvas))) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      times.push(performance.now() - start);
    }
    return times;
  });
  return { snapshots: times.length, p50: median(times), most: Math.max(...times) };
}
