// Where training is measured: each place gives the steps a second of one round of it.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings, SETTINGS } from '../../web/shared/settings.js';
import { openBrowser } from '../browser/engines.js';
import { run } from '../helpers.js';
import { mnistPath } from '../mnist.js';
import { CoreBench, stepsOfARound } from './measure.js';

/**
 * @typedef {object} Place
 * @property {string} name
 * @property {(recipe: string, hiddenNodes: number) => Promise<number> | number} stepsPerSecond
 * @property {() => Promise<Limits> | Limits} [limits] where SIMD128 is measured
 * @property {() => Promise<Figures> | Figures} [figures]
 *
 * @typedef {ReturnType<CoreBench['limits']>} Limits
 * @typedef {ReturnType<CoreBench['figures']>} Figures
 */

/** @param {string} path */
export const fromRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const trainCsv = new Uint8Array(await readFile(mnistPath('train')));
const testCsv = new Uint8Array(await readFile(mnistPath('test')));
const limitWasm = new Uint8Array(await readFile(fromRoot('build/bench/limit.wasm')));

/** The notebook's own loop, on one core. @type {Place} */
export const numpy = {
  name: 'numpy',
  async stepsPerSecond(recipe, hiddenNodes) {
    process.env.OMP_NUM_THREADS = process.env.OPENBLAS_NUM_THREADS = '1';
    const { angle } = recipeSettings(recipe);
    const args = [mnistPath('train'), '500', angle ? '1' : '0', String(hiddenNodes)];
    const { stdout } = await run(String(process.env.PYTHON), [
      fromRoot('tests/bench/notebook_loop.py'),
      ...args,
    ]);
    return Number(stdout);
  },
};

/** @type {Place} */
export const native = {
  name: 'native',
  async stepsPerSecond(recipe, hiddenNodes) {
    const settings = recipeSettings(recipe, { hiddenNodes, epochs: 1000 });
    const numbers = [stepsOfARound(hiddenNodes), ...SETTINGS.map(({ name }) => settings[name])];
    const { stdout } = await run(fromRoot('build/bench/native'), numbers.map(String), trainCsv);
    return Number(stdout);
  },
};

/** @returns {Promise<Place>} */
export async function node() {
  const { instance } = await WebAssembly.instantiate(limitWasm);
  const bench = new CoreBench(await loadGlassbox(), trainCsv, testCsv, instance.exports);
  return {
    name: 'node',
    stepsPerSecond: (recipe, hiddenNodes) => bench.stepsPerSecond(recipe, hiddenNodes),
    limits: () => bench.limits(),
    figures: () => bench.figures(),
  };
}

/**
 * A page of a browser, which stays open.
 *
 * @param {Parameters<typeof openBrowser>[0]} engine
 * @param {string} url
 * @returns {Promise<Place & { browser: Awaited<ReturnType<typeof openBrowser>> }>}
 */
export async function inBrowser(engine, url) {
  const browser = await openBrowser(engine, { listens: false });
  const page = await browser.openPage(url);
  await page.evaluate(async (limitWasm) => {
    const from = (/** @type {string} */ path) => import(new URL(path, document.baseURI).href);
    const { loadGlassbox } = await from('web/glassbox.js');
    const { CoreBench } = await from('tests/bench/measure.js');
    const [trainCsv, testCsv] = await Promise.all(
      ['train', 'test'].map(async (kind) => {
        const { body } = await fetch(`data/mnist_${kind}.csv.gz`);
        const unpacked = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream('gzip'));
        return new Uint8Array(await new Response(unpacked).arrayBuffer());
      }),
    );
    const { instance } = await WebAssembly.instantiate(new Uint8Array(limitWasm));
    const bench = new CoreBench(await loadGlassbox(), trainCsv, testCsv, instance.exports);
    Object.assign(globalThis, { bench });
  }, Array.from(limitWasm));
  return {
    name: engine,
    browser,
    stepsPerSecond: (recipe, hiddenNodes) =>
      page.evaluate(
        (recipe, hiddenNodes) => /** @type {any} */ (globalThis).bench.stepsPerSecond(recipe, hiddenNodes),
        recipe,
        hiddenNodes,
      ),
    limits: () => page.evaluate(() => /** @type {any} */ (globalThis).bench.limits()),
    figures: () => page.evaluate(() => /** @type {any} */ (globalThis).bench.figures()),
  };
}
