// What is left when a browser is killed, not closed; tests/bench/crashes.js does so a hundred times.

import { after, before, describe, test } from 'node:test';
import { lastingEngines, openBrowser } from '../browser/engines.js';
import { serveFew, trainThroughCrashes } from './crashes.js';
import { siteForTests } from './setup.js';

const site = siteForTests();

for (const engine of lastingEngines) {
  describe(engine, () => {
    /** @type {import('../browser/engines.js').Browser} */
    let browser;
    before(async () => {
      serveFew(site.faults);
      browser = await openBrowser(engine);
    });
    after(() => browser?.close());

    test('a run goes on to the same bits after the browser was killed', async () => {
      // Half of it on a file of the visitor's own: each end and start of a browser takes seconds.
      const own = engine === 'firefox';
      await trainThroughCrashes(browser, site.url, { seed: 4, kills: 2, epochs: 400, own });
    });
  });
}
