// All tests of the page in one engine, in one process: they share its browser, which takes seconds to start.

import { readdirSync } from 'node:fs';
import { describe } from 'node:test';

const folder = new URL('../page/', import.meta.url);

/** @param {import('./engines.js').Engine} engine */
export async function testPageIn(engine) {
  process.env.ENGINES = engine;
  // Here, not in a suite: it closes the browser after the last one.
  await import('../page/setup.js');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.js'))) {
    // A file that cannot be loaded is a suite that fails, and the others go on.
    describe(file, async () => void (await import(new URL(file, folder).href)));
  }
}
