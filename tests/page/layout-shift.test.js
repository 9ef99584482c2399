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

/**
 * Where the buttons and headings of the page are; those that others take the place of have another name then.
 *
 * @param {import('../browser/page.js').Page} page
 * @param {string} selector
 */
const places = (page, selector) =>
  page.evaluate((selector) => {
    const parts = [...document.querySelectorAll(selector)].map((part) => {
      const { left, top } = part.getBoundingClientRect();
      return [part.textContent?.trim(), Math.round(left + scrollX), Math.round(top + scrollY)].join(' ');
    });
    return parts.sort();
  }, selector);

inChromium(
  'where there is little room, a run and its records leave what is below them where it is',
  async () => {
    const page = await browser.openPage(`${site.url}#recipe=backtrack&records=2000&epochs=20`);
    await ready(page);
    const below = '.hidden-nodes .cells, .readout h3, .training button, .card h2';
    const placesAt = async (/** @type {number} */ width) => {
      await page.resize(width, 844);
      await drawn(page);
      return places(page, below);
    };
    // The narrowest without and with the lights beside the pad.
    const before = [await placesAt(390), await placesAt(640)];
    assert.ok(before[0].length > 5);
    await page.click('button', 'Train');
    await shows(page, 'Trained.');
    assert.deepEqual([await placesAt(390), await placesAt(640)], before);
  },
);

inChromium('tabs stay where they are when another is opened', async () => {
  const page = await browser.openPage(site.url, { width: 1280, height: 800 });
  await ready(page);
  await page.click('tab', 'Microscope');
  const before = await places(page, '[role=tab]');
  await page.click('tab', 'Mistakes');
  await drawn(page);
  assert.deepEqual(await places(page, '[role=tab]'), before);
});

inChromium(
  'in a presentation, the controls stand in rows, and stay there while the network learns',
  async () => {
    const page = await browser.openPage(`${site.url}#recipe=backtrack&records=2000&epochs=1000&present=1`, {
      width: 1920,
      height: 1080,
    });
    await ready(page);
    const controls =
      '.tools > :is(.views, .slider, .controls) button, .strip :is(button:not(:first-child), label, progress)';
    const before = await places(page, controls);
    const rows = await page.evaluate(() =>
      [...document.querySelectorAll('.tools > :is(.views, .controls) > button')].map(
        (each) => each.getBoundingClientRect().top,
      ),
    );
    assert.ok(rows.length > 3 && new Set(rows).size === 1, `${rows}`);
    await page.click('button', 'Train');
    await page.until(() => document.querySelector('.strip output')?.textContent?.includes('%'), {
      what: 'a score',
    });
    assert.deepEqual(await places(page, controls), before);
    const beside = await places(page, '.strip :is(label, progress)');
    await page.click('button', 'Reset');
    await page.until(() => document.querySelector('.strip')?.textContent?.includes('Undo reset'), {
      what: 'Undo reset',
    });
    assert.deepEqual(await places(page, '.strip :is(label, progress)'), beside);
  },
);
