// `make bench`: one run, one table. Machines differ and are shared: compare figures of one run only.

import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { loadGlassbox } from '../../web/glassbox.js';
import { engines, openBrowser } from '../browser/engines.js';
import { run } from '../helpers.js';
import { mnistPath } from '../mnist.js';
import { serveSite } from '../page/site.js';
import { measureCore, measureLimit, median } from './measure.js';
import { drawingLatency, firstAnswer, secondsToAccuracy } from './page.js';

const SIZES = [100, 200, 800];
const RECIPES = /** @type {const} */ (['notebook', 'backtrack']);
/** Inked pixels of a record on average: as it is, and with its rotated ones (the notebook). */
const INKED = { notebook: 183.4, backtrack: 149.3 };

/** @param {string} path */
const fromRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const trainCsv = new Uint8Array(await readFile(mnistPath('train')));
const testCsv = new Uint8Array(await readFile(mnistPath('test')));
const limitWasm = new Uint8Array(await readFile(fromRoot('build/bench/limit.wasm')));

/** The notebook's own loop in numpy, on one core. */
async function numpy() {
  process.env.OMP_NUM_THREADS = process.env.OPENBLAS_NUM_THREADS = '1';
  /** @type {Record<string, number>} */
  const steps = {};
  for (const recipe of RECIPES) {
    for (const size of SIZES) {
      const args = [mnistPath('train'), '1000', recipe === 'notebook' ? '1' : '0', String(size)];
      const { stdout } = await run(String(process.env.PYTHON), [
        fromRoot('tests/bench/notebook_loop.py'),
        ...args,
      ]);
      steps[`${recipe} ${size}`] = Number(stdout);
    }
  }
  return steps;
}

async function native() {
  /** @type {Record<string, number>} */
  const steps = {};
  for (const recipe of RECIPES) {
    for (const size of SIZES) {
      const args = [size, recipe === 'notebook' ? 10 : 0, 6_000_000 / size, 7].map(String);
      const { stdout } = await run(fromRoot('build/bench/native'), args, trainCsv);
      steps[`${recipe} ${size}`] = median(stdout.toString().trim().split('\n').map(Number));
    }
  }
  return steps;
}

/** @param {Awaited<ReturnType<typeof openBrowser>>} browser @param {string} url */
async function inPage(browser, url) {
  const page = await browser.openPage(url);
  return page.evaluate(
    async (sizes, limit) => {
      const from = (/** @type {string} */ path) => import(new URL(path, document.baseURI).href);
      const { loadGlassbox } = await from('web/glassbox.js');
      const { measureCore, measureLimit } = await from('tests/bench/measure.js');
      const [trainCsv, testCsv] = await Promise.all(
        ['train', 'test'].map(async (kind) => {
          const { body } = await fetch(`data/mnist_${kind}.csv.gz`);
          const unpacked = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream('gzip'));
          return new Uint8Array(await new Response(unpacked).arrayBuffer());
        }),
      );
      const glassbox = await loadGlassbox();
      return {
        ...measureCore(glassbox, trainCsv, testCsv, sizes),
        limit: await measureLimit(new Uint8Array(limit)),
      };
    },
    SIZES,
    Array.from(limitWasm),
  );
}

const site = await serveSite();
/** @type {Record<string, any>} */
const figures = {
  date: new Date().toISOString(),
  processor: cpus()[0].model,
  numpy: { stepsPerSecond: await numpy() },
  native: { stepsPerSecond: await native() },
  node: {
    ...measureCore(await loadGlassbox(), trainCsv, testCsv, SIZES),
    limit: await measureLimit(limitWasm),
  },
};
for (const engine of engines) {
  const browser = await openBrowser(engine);
  figures[engine] = await inPage(browser, site.url);
  figures[engine].firstAnswerMilliseconds = await firstAnswer(browser, site.url);
  figures[engine].drawingLatency = await drawingLatency(browser, site.url);
  await browser.close();
}
const chromium = await openBrowser('chromium');
figures.secondsToAccuracy = {};
for (const recipe of RECIPES) {
  const reached = await secondsToAccuracy(chromium, site.url, recipe, [90, 95, 97, 98]);
  figures.secondsToAccuracy[recipe] = reached;
}
await chromium.close();
site.close();

/**
 * The share of the arithmetic limit that training reaches at 200 hidden nodes: a step multiplies and adds
 * 50 vectors twice for each inked pixel, once forward and once for the update.
 *
 * @param {string} place @param {'notebook' | 'backtrack'} recipe
 */
function shareOfLimit(place, recipe) {
  const { limit, stepsPerSecond } = figures[place];
  return (stepsPerSecond[`${recipe} 200`] * INKED[recipe] * 2 * 50) / limit.multiplyAddsPerSecond;
}
const places = ['node', ...engines];
for (const place of places) {
  figures[place].shareOfLimit = Object.fromEntries(
    RECIPES.map((recipe) => [recipe, shareOfLimit(place, recipe)]),
  );
}
await writeFile(fromRoot('build/bench.json'), `${JSON.stringify(figures, null, 2)}\n`);

/** @param {string[]} cells */
const row = (...cells) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(12))).join(''));
/** @param {string} name @param {(place: any) => string} cell */
const line = (name, cell) => row(name, '', '', ...places.map((place) => cell(figures[place])));

console.log(`\n${figures.date}, ${figures.processor}`);
row('', 'numpy', 'native', ...places);
for (const recipe of RECIPES) {
  for (const size of SIZES) {
    const all = ['numpy', 'native', ...places].map(
      (place) => figures[place].stepsPerSecond[`${recipe} ${size}`],
    );
    row(`${recipe}, ${size} nodes, steps/s`, ...all.map((steps) => steps.toFixed(0)));
    row('  times numpy', ...all.map((steps) => (steps / all[0]).toFixed(1)));
  }
}
line('SIMD limit, G multiply-adds/s', ({ limit }) => (limit.multiplyAddsPerSecond / 1e9).toFixed(2));
line('streaming limit, G vectors/s', ({ limit }) => (limit.streamedPerSecond / 1e9).toFixed(2));
for (const recipe of RECIPES) {
  line(
    `  ${recipe}, 200 nodes, share of it`,
    ({ shareOfLimit }) => `${(100 * shareOfLimit[recipe]).toFixed(0)} %`,
  );
}
line('CSV, MB/s', ({ csvMegabytesPerSecond }) => csvMegabytesPerSecond.toFixed(0));
line('query, µs', ({ queryMicroseconds }) => queryMicroseconds.toFixed(2));
line('scoring 10,000 records, ms', ({ scoringMilliseconds }) => scoringMilliseconds.toFixed(1));
line('memory, both files loaded, MB', ({ memoryMegabytes }) => memoryMegabytes.toFixed(1));
line('page to first answer, ms', ({ firstAnswerMilliseconds: ms }) => (ms ? ms.toFixed(0) : ''));
line('pen to answer in training, p50 ms', ({ drawingLatency }) => drawingLatency?.p50.toFixed(1) ?? '');
line('pen to answer in training, p99 ms', ({ drawingLatency }) => drawingLatency?.p99.toFixed(1) ?? '');
for (const recipe of RECIPES) {
  const reached = Object.entries(figures.secondsToAccuracy[recipe]);
  const shown = reached.map(
    ([what, seconds]) => `${what} ${seconds === null ? 'never' : `${seconds.toFixed(1)} s`}`,
  );
  console.log(`${recipe} in the page in Chromium, from pressing Train to: ${shown.join(', ')}`);
}
