// Nothing jumps from opening to trained. Only Chromium measures it.

import assert from 'node:assert/strict';
import { browserForTests, inChromium, siteForTests } from './setup.js';
import { drawn, ready, shows } from './visitor.js';

/** The most that the page may shift, of which 0.1 counts as good for a page that is read. */
const MOST = 0.02;

const site = siteForTests({ records: 5000 });
const browser = browserForTests('chromium');

for (const [width, height] of [
  [1280, 720],
  [390, 844],
]) {
  inChromium(`from opening to trained, nothing jumps at ${width} x ${height}`, async (context) => {
    const page = await browser.openPage(`${site.url}#recipe=backtrack&records=2000&epochs=2`, {
      width,
      height,
    });
    await page.evaluate(() => {
      const seen = { shift: 0, what: /** @type {string[]} */ ([]) };
      Object.assign(globalThis, { seen });
      /** @typedef {PerformanceEntry & { value: number, sources: { node: Node | null }[] }} Shift */
      new PerformanceObserver((list) => {
        // What moves right after the click on Train counts, too.
        for (const { value, sources } of /** @type {Shift[]} */ (list.getEntries())) {
          seen.shift += value;
          seen.what.push(
            `${value}: ${sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join(', ')}`,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await ready(page);
    await page.click('button', 'Train');
    await shows(page, 'Trained.');
    await drawn(page);
    const { shift, what } = await page.evaluate(
      () =>
        /** @type {{ seen: { shift: number, what: string[] } }} */ (/** @type {unknown} */ (globalThis)).seen,
    );
    context.diagnostic(`shifted by ${shift}`);
    assert.ok(shift <= MOST, `${shift}\n${what.join('\n')}`);
    assert.deepEqual(await page.problems(), []);
  });
}
