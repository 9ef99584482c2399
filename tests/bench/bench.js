// `make bench`: one run, one table. Machines differ and are shared: compare figures of one run only.

import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { engines, openBrowser } from '../browser/engines.js';
import { serveSite } from '../page/site.js';
import { drawGrowth, measureGrowth } from './growth.js';
import { median } from './measure.js';
import { drawingLatency, firstAnswer, secondsToAccuracy, sooner } from './page.js';
import { fromRoot, inBrowser, native, node, numpy } from './places.js';
import { printComparison, printTable } from './report.js';
import { paced, rewinding, watching } from './watching.js';

const ROUNDS = 5;
const SIZES = [100, 200, 800];
const PERCENTS = [90, 95, 97, 98];
const RECIPES = ['quick', 'notebook', 'backtrack'];
/** Inked pixels of a record on average: as it is, and with its rotated ones. */
const INKED = { notebook: 183.4, backtrack: 149.3 };

const site = await serveSite();
const pages = [];
for (const engine of engines) pages.push(await inBrowser(engine, site.url));
const places = [numpy, native, await node(), ...pages];

/** @type {Record<string, any>} */
const figures = { date: new Date().toISOString(), processor: cpus()[0].model };

// All places take turns, so that a slow minute of the machine shows in all of them.
for (const place of places) figures[place.name] = { stepsPerSecond: {} };
for (const recipe of RECIPES) {
  for (const size of SIZES) {
    /** @type {Record<string, number[]>} */
    const rounds = Object.fromEntries(places.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const place of places) {
        if (place === numpy && recipe === 'quick') continue; // the notebook knows no flash cards
        rounds[place.name].push(await place.stepsPerSecond(recipe, size));
      }
    }
    for (const { name } of places) {
      if (rounds[name].length > 0) figures[name].stepsPerSecond[`${recipe} ${size}`] = median(rounds[name]);
    }
  }
}

/**
 * The share of the arithmetic limit that training reaches. A step multiplies and adds each vector of
 * a row twice for each inked pixel, once forward and once for the update, and each of the ten rows of
 * `who` three times: forward, back, update.
 *
 * @param {number} steps a second @param {number} hiddenNodes @param {number} inked @param {number} limit
 */
function shareOfLimit(steps, hiddenNodes, inked, limit) {
  const vectors = Math.ceil(hiddenNodes / 8) * 2;
  return (steps * vectors * (2 * inked + 3 * 10)) / limit;
}
for (const { name, limits, figures: others } of places) {
  if (!limits || !others) continue;
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await limits());
  const multiplyAdds = median(rounds.map((round) => round.multiplyAdds));
  const streamed = median(rounds.map((round) => round.streamed));
  figures[name].vectorsPerSecond = { multiplyAdds, streamed };
  figures[name].shareOfLimit = {};
  for (const recipe of /** @type {const} */ (['notebook', 'backtrack'])) {
    for (const size of SIZES) {
      const steps = figures[name].stepsPerSecond[`${recipe} ${size}`];
      const share = shareOfLimit(steps, size, INKED[recipe], multiplyAdds);
      figures[name].shareOfLimit[`${recipe} ${size}`] = share;
    }
  }
  Object.assign(figures[name], await others());
}
for (const { browser } of pages) await browser.close();

for (const engine of engines) {
  const browser = await openBrowser(engine, { listens: false });
  figures[engine].firstAnswerMilliseconds = await firstAnswer(browser, site.url);
  figures[engine].drawingLatencyMilliseconds = await drawingLatency(browser, site.url);
  figures[engine].sooner = await sooner(browser, site.url, PERCENTS, ROUNDS);
  await browser.close();
}
const chromium = await openBrowser('chromium', { listens: false });
figures.secondsToAccuracy = {};
for (const recipe of RECIPES) {
  const reached = await secondsToAccuracy(chromium, site.url, recipe, PERCENTS);
  figures.secondsToAccuracy[recipe] = reached;
}
figures.watching = {};
for (const size of [200, 800]) {
  figures.watching[`${size} nodes`] = {
    ...(await watching(chromium, site.url, size)),
    rewindMilliseconds: await rewinding(chromium, site.url, size),
  };
}
figures.paced = await paced(chromium, site.url, [10, 300]);
figures.growth = await measureGrowth();
await drawGrowth(chromium, site.url, figures.growth);
await chromium.close();
site.close();

const before = process.env.BEFORE && JSON.parse(await readFile(process.env.BEFORE, 'utf8'));
await writeFile(fromRoot('build/bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
printTable(figures, RECIPES, SIZES);
if (before) printComparison(before, figures);
