// Kills each browser so many times while it trains, at random moments, and compares each run, once it has ended, with
// one that was never interrupted: node tests/bench/crashes.js KILLS SEED [ENGINE]

import { lastingEngines, openBrowser } from '../browser/engines.js';
import { serveFew, trainThroughCrashes } from '../page/crashes.js';
import { serveSite } from '../page/site.js';

const [kills = '100', seed = '1', only] = process.argv.slice(2);
const site = await serveSite();
serveFew(site.faults);
for (const engine of lastingEngines.filter((each) => !only || each === only)) {
  const browser = await openBrowser(engine);
  let killed = 0;
  for (let run = Number(seed); killed < Number(kills); run++) {
    const own = run % 2 === 0;
    killed += await trainThroughCrashes(browser, site.url, {
      seed: run,
      kills: Math.min(10, Number(kills) - killed),
      epochs: 1000,
      own,
    });
    console.log(
      `${engine}: killed ${killed} times; seed ${run}, ${own ? 'a file of one’s own' : 'MNIST'}: the same bits`,
    );
  }
  await browser.close();
}
site.close();
