// A run in a browser that is killed again and again while it trains. Each time the page is opened anew, the run is
// there again, and goes on.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { uniform } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { answered, draw, prediction, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/engines.js').Browser} Browser */
/** @typedef {import('../browser/page.js').Page} Page */

const TRAIN = await firstRecords('train', 1000);
const TEST = await firstRecords('test', 200);
/** Every tenth record of the visitor's file is held out. */
const OWN = await firstRecords('train', 1111);

/** Serves a few of MNIST's records: all of them take a second each time. @param {Map<string, (response: any) => void>} faults */
export function serveFew(faults) {
  for (const [name, csv] of /** @type {const} */ ([
    ['train', TRAIN],
    ['test', TEST],
  ])) {
    const file = gzipSync(csv);
    faults.set(`/mnist_${name}-[^/]*gz$`, (response) => {
      response.writeHead(200, { 'Content-Type': 'application/gzip', 'Content-Length': file.length });
      response.end(file);
    });
  }
}

/**
 * Trains a run to its end, however often the browser is killed meanwhile.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {object} options
 * @param {number} options.seed of the moments, and of the run
 * @param {number} options.kills at most
 * @param {number} options.epochs
 * @param {boolean} options.own whether the records are a file of the visitor's
 * @returns {Promise<number>} how often it was killed
 */
export async function trainThroughCrashes(browser, url, { seed, kills, epochs, own }) {
  const random = uniform(seed);
  const settings = { epochs, hiddenNodes: 100, seed };
  const link = `#recipe=backtrack&hiddenNodes=100&epochs=${epochs}&seed=${seed}`;
  let page = await browser.openLastingPage(url + link);
  await ready(page);
  await draw(page, SEVEN);
  await answered(page);
  if (own) await chooseOwn(page);
  await addReader(page);
  await page.until(drawingIsKept, { what: 'the drawing to be kept' });
  let killed = 0;
  for (; killed < kills; killed++) {
    await page.click('button', 'Train');
    const steps = await watchSteps(page, 200 + random() * 2300);
    await browser.crash();
    page = await browser.openLastingPage(url);
    await ready(page);
    await page.until(
      () => /^\d$/.test(document.querySelector('[aria-label="Prediction"]')?.textContent ?? ''),
      {
        what: 'the drawing to be answered',
      },
    );
    await addReader(page);
    // All but the last second is there. Before that, the link is needed again.
    if (steps > 0 || (await page.evaluate(runIsKept))) {
      await shows(page, 'is here again');
    } else {
      await page.goto('about:blank');
      await page.goto(url + link);
      await ready(page);
      if (own) await chooseOwn(page);
    }
    const step = await page.evaluate(shownStep);
    assert.ok(step >= steps, `kill ${killed} of seed ${seed}: ${step} steps are left of ${steps}`);
    if (await page.evaluate(isTrained)) break;
  }
  if (!(await page.evaluate(isTrained))) {
    await page.click('button', 'Train');
    await shows(page, 'Trained.', 300_000);
  }
  assert.match(await prediction(page), /^\d$/);
  await addReader(page);
  const saved = await page.until(keptRun, { what: 'the whole run to be kept' }, 1000 * epochs);
  await assertWhole(Buffer.from(String(saved), 'base64'), own, settings);
  await page.click('button', 'Forget what is kept');
  await shows(page, 'This browser will keep the run');
  // It lets go of what is kept. Without any page left, Chromium would end.
  await page.goto('about:blank');
  return killed;
}

/** @param {Page} page */
async function chooseOwn(page) {
  const path = join(tmpdir(), `glassbox-own-${process.pid}.csv`);
  writeFileSync(path, OWN);
  await page.setFiles('#file-train', [path]);
  await shows(page, 'every tenth is held out');
}

/**
 * Lets the run train for a while.
 *
 * @param {Page} page
 * @param {number} milliseconds
 * @returns {Promise<number>} the steps that it had made a second before
 */
async function watchSteps(page, milliseconds) {
  const start = Date.now();
  /** @type {[time: number, step: number][]} */
  const seen = [[start, await page.evaluate(shownStep)]];
  while (Date.now() < start + milliseconds) {
    const step = await page.evaluate(shownStep);
    seen.push([Date.now(), step]);
    await new Promise((next) => setTimeout(next, 20));
  }
  const end = Date.now();
  return seen.findLast(([time]) => time <= end - 1000)?.[1] ?? 0;
}

const shownStep = () => {
  const fact = [...document.querySelectorAll('dt')].find((dt) => dt.textContent === 'Records shown');
  return Number(fact?.nextElementSibling?.textContent?.replaceAll(',', ''));
};

const isTrained = () => document.body.textContent.includes('Trained. Now draw');

/** Gives the page a way to look at what is kept. @param {Page} page */
const addReader = (page) =>
  page.evaluate(() => {
    /** @param {string} name */
    const kept = (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('glassbox.kept');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const asked = opening.result.transaction('entries').objectStore('entries').get(name);
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = reject;
          opening.result.close();
        };
      });
    Object.assign(globalThis, { kept });
  });

/** In the page: whether the drawing is kept. */
async function drawingIsKept() {
  const { kept } = /** @type {any} */ (globalThis);
  return (await kept('page'))?.strokes.length > 0;
}

/** In the page: whether a run is kept. */
async function runIsKept() {
  const { kept } = /** @type {any} */ (globalThis);
  return (await kept('latest')) !== undefined;
}

/** In the page: the kept run once it has all steps, in base64. @param {number} steps */
async function keptRun(steps) {
  const { kept } = /** @type {any} */ (globalThis);
  const slot = await kept('latest');
  const about = await kept(`${slot}/about`);
  if (about?.step !== steps) {
    const said = document.querySelector('.keeping')?.textContent;
    throw new Error(`in ${slot}, ${about?.step} of ${steps} steps are kept; the page says: ${said}`);
  }
  const { run } = await kept(`${slot}/run`);
  let text = '';
  for (let at = 0; at < run.length; at += 8192) text += String.fromCharCode(...run.subarray(at, at + 8192));
  return btoa(text);
}

/**
 * Compares a finished run with one that was never interrupted.
 *
 * @param {Uint8Array} saved
 * @param {boolean} own
 * @param {Partial<import('../../web/shared/settings.js').Settings>} settings
 */
async function assertWhole(saved, own, settings) {
  const glassbox = await loadGlassbox();
  const records = glassbox.records();
  records.write('train', own ? OWN : TRAIN);
  records.end('train');
  if (own) records.holdOut(10);
  const [whole, restored] = [1, 2].map(() => glassbox.run(records, recipeSettings('backtrack', settings)));
  whole.train({ samples: 2 ** 30 });
  restored.restore(saved);
  assert.ok(restored.progress.done);
  for (const name of /** @type {const} */ (['wih', 'who'])) {
    const bits = [restored, whole].map(({ network }) => Buffer.from(network[name].buffer));
    // Listing the differences would take minutes.
    assert.ok(bits[0].equals(bits[1]), `${name} differs`);
  }
  assert.deepEqual(restored.metrics, whole.metrics);
}
