// How cost grows with the network and with the records; drawn by the page growth.html.

import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { median } from './measure.js';
import { fromRoot, trainCsv } from './places.js';

const ROUNDS = 5;
const HIDDEN = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1024];
const RECORDS = [1000, 2000, 5000, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000];

/** Where each line of the CSV ends. @param {number[]} records */
function cuts(records) {
  const wanted = new Set(records);
  /** @type {Record<number, Uint8Array>} */
  const cut = {};
  for (let at = 0, lines = 0; at < trainCsv.length; at++) {
    if (trainCsv[at] === 10 && wanted.has(++lines)) cut[lines] = trainCsv.subarray(0, at + 1);
  }
  return cut;
}

/**
 * Microseconds of a step by hidden nodes (recipe notebook) and by records (notebook and quick, 200
 * nodes), and megabytes of memory by records. In Node; sizes take turns, so that a slow moment of the
 * machine does not bend a curve.
 */
export async function measureGrowth() {
  const glassbox = await loadGlassbox();
  const records = glassbox.records();
  records.write('train', trainCsv);
  records.end('train');
  const run = glassbox.run(records, recipeSettings('notebook'));
  /** @param {string} recipe @param {Partial<import('../../web/shared/settings.js').Settings>} settings @param {number} samples */
  const microseconds = (recipe, settings, samples) => {
    run.reset(recipeSettings(recipe, { epochs: 1000, ...settings }));
    run.train({ samples: Math.ceil(samples / 10) });
    const start = performance.now();
    run.train({ samples });
    return ((performance.now() - start) * 1000) / samples;
  };
  /** @param {number[]} sizes @param {(size: number) => number} task */
  const byTurns = (sizes, task) => {
    const rounds = Array.from({ length: ROUNDS }, () => sizes.map(task));
    return sizes.map((_, i) => median(rounds.map((round) => round[i])));
  };
  const stepByHidden = byTurns(HIDDEN, (hiddenNodes) =>
    microseconds('notebook', { hiddenNodes }, Math.round(2_000_000 / hiddenNodes)),
  );
  const stepByRecords = ['notebook', 'quick'].map((recipe) =>
    byTurns(RECORDS, (records) => microseconds(recipe, { records }, 20_000)),
  );
  run.free();
  records.free();

  const cut = cuts(RECORDS);
  const memoryByRecords = [];
  for (const records of RECORDS) {
    const own = await loadGlassbox();
    const holder = own.trainer();
    holder.write('train', cut[records]);
    holder.end('train');
    memoryByRecords.push(own.memoryBytes / 1e6);
  }
  return { hidden: HIDDEN, stepByHidden, records: RECORDS, stepByRecords, memoryByRecords };
}

/**
 * @param {import('./page.js').Browser} browser
 * @param {string} url
 * @param {Awaited<ReturnType<typeof measureGrowth>>} growth
 */
export async function drawGrowth(browser, url, growth) {
  const page = await browser.openPage(new URL('tests/bench/growth.html', url).href, {
    width: 1200,
    height: 420,
  });
  await page.until(() => 'draw' in globalThis, { what: 'the charts' });
  await page.evaluate((growth) => /** @type {any} */ (globalThis).draw(growth), growth);
  await page.screenshot(fromRoot('build/bench-growth.png'));
}
