// The worker ends at random moments of starting, loading records and training: each time the page says so, and works
// again. The moments follow from a seed.

import assert from 'node:assert/strict';
import { uniform } from '../helpers.js';
import { DEATHS, kill, mortalWorker, WORKER } from './scripts.js';
import { browserForTests, inChromium, siteForTests } from './setup.js';
import { answered, draw, prediction, ready, SEVEN } from './visitor.js';

const site = siteForTests();
const browser = browserForTests('chromium');

const TIMES = 100;
/** The longest delay in ms before the worker ends: from its start, or from pressing Train. */
const MOMENTS = { starting: 100, loading: 200, training: 300 };

inChromium('a worker that ends at any moment is replaced, and the drawing answered again', async () => {
  site.faults.set(WORKER, mortalWorker);
  const page = await browser.openPage(`${site.url}#recipe=backtrack&seed=3&epochs=1000&pictures=backquery`);
  await ready(page);
  await draw(page, SEVEN);
  await answered(page);
  const random = uniform(11);
  /** @template T @param {readonly T[]} values */
  const any = (values) => values[Math.floor(random() * values.length)];

  for (let time = 0; time < TIMES; time++) {
    const moment = any(/** @type {(keyof typeof MOMENTS)[]} */ (Object.keys(MOMENTS)));
    const [death, delay] = [any(DEATHS), Math.floor(random() * MOMENTS[moment])];
    const what = `${time}: ${death} after ${delay} ms of ${moment}`;
    if (moment !== 'starting') {
      await ready(page);
      await page.click('button', 'Train');
    }
    const sentences = await kill(page, death, delay);
    assert.equal(sentences.length, 1, `${what}: ${sentences.join(' ')}`);
    assert.match(sentences[0], /^The network has stopped working\. /, what);
    await page.click('button', 'Start again');
    // Every other time, another end follows at once.
    if (random() < 0.5) continue;
    await ready(page);
    await answered(page);
    assert.equal(await prediction(page), '7', what);
  }
  await ready(page);
  await answered(page);
  // Besides the ends themselves, and what was being loaded then.
  const others = (await page.problems()).filter((problem) => !/killed$|ERR_ABORTED/.test(problem));
  assert.deepEqual(others, []);
});
