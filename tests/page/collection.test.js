// A class's digits: drawn, kept over a reload, read by the network, and merged from another machine's file.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { drawn, ready, SEVEN, shows } from './visitor.js';

const site = siteForTests();
/** @type {string} */
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-'));
});
after(() => rm(folder, { recursive: true }));

/** Which digit is asked for. @param {import('../browser/page.js').Page} page */
const asked = (page) => page.evaluate(() => document.querySelector('.asked')?.textContent);

for (const engine of engines) {
  describe(`digits of a class in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('are asked for, kept over a reload, added from a file, and read', async () => {
      const page = await browser.openPage(`${site.url}#view=collection`);
      await ready(page);
      const before = await asked(page);
      for (let count = 1; count <= 2; count++) {
        await page.evaluate(() =>
          document.querySelector('.sample drawing-pad')?.scrollIntoView({ block: 'center' }),
        );
        await drawn(page);
        const box = await page.box('img', 'Pad for a digit of your own');
        for (const stroke of SEVEN)
          await page.drag(stroke.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]));
        await page.click('button', 'Keep');
        await shows(page, count === 1 ? '1 digit is kept' : '2 digits are kept');
      }
      assert.notEqual(await asked(page), before);

      await page.reload();
      await ready(page);
      await shows(page, '2 digits are kept in this browser.');
      const path = join(folder, `${engine}.jsonl`);
      await writeFile(path, '{"label":7,"from":"Ana","strokes":[[[0.2,0.2],[0.8,0.2],[0.4,0.9]]]}\n');
      await page.setFiles('#samples-file', [path]);
      await shows(page, '1 digit was added.');
      await page.click('button', 'Drawing 3: 7, by Ana');
      await shows(page, 'The chosen drawing is a');

      await page.click('button', 'How well does the network read them?');
      await shows(page, 'our-digits.csv: 3 records');
      await page.until(
        () => document.querySelector('[role=tab][aria-selected=true]')?.textContent === 'Mistakes',
        { what: 'the mistakes' },
      );
      await shows(page, 'of 3');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
