// The tab of the hidden nodes' weights.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, SHORT, siteForTests } from './setup.js';
import { ready, shows } from './visitor.js';

const site = siteForTests({ records: 5000 });

for (const engine of engines) {
  describe(`the weights of the hidden nodes in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('all of them show, change while it learns, and are explained', async () => {
      const page = await browser.openPage(site.url + SHORT);
      await ready(page);
      await page.box('img', 'Weights of 200 hidden nodes');
      await shows(page, 'The first 200 of 800 hidden nodes.');
      await page.until(() => document.querySelector('.weight-grid:not(.empty)'), { what: 'weights' });
      const grid = () =>
        page.evaluate(() =>
          /** @type {HTMLCanvasElement} */ (document.querySelector('.weight-grid canvas')).toDataURL(),
        );
      const before = await grid();
      await page.click('button', 'Step');
      await page.box('img', 'Weights of 200 hidden nodes');
      await page.until(
        (before) =>
          /** @type {HTMLCanvasElement} */ (document.querySelector('.weight-grid canvas')).toDataURL() !==
          before,
        { what: 'other weights' },
        before,
      );
      await page.click('slider', 'Weights of the hidden nodes');
      await page.press('ArrowRight');
      await page.until(
        () => /Hidden node \d+/.test(document.querySelector('.readout h3')?.textContent ?? ''),
        { what: 'a node explained' },
      );
      await page.click('tab', 'Microscope');
      await page.until(() => !document.querySelector('.weight-grid'), { what: 'the tab to be closed' });
      assert.deepEqual(await page.problems(), []);
    });
  });
}
