// A class's own records: drawn with a real pointer, there again after a reload, tested, used, saved and added.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { askedDigit } from '../../web/features/collection/asked.js';
import { engines } from '../browser/engines.js';
import { firstDownload, keepDownloads } from './downloads.js';
import { browserForTests, siteForTests } from './setup.js';
import { collect, drawn, ONE, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 2000 });
/** @type {string} */
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-'));
});
after(() => rm(folder, { recursive: true }));

/** The labels of the records that the page shows, the latest first. @param {Page} page */
const shown = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[aria-labelledby="collected"] button')].map((each) =>
      Number(each.getAttribute('aria-label')?.at(-1)),
    ),
  );

/** @param {number} count */
const asked = (count) => Array.from({ length: count }, (_, i) => askedDigit(i));

for (const engine of engines) {
  describe(`the records of a class in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('they are drawn, kept, tested, used, saved, added to and deleted', async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      await shows(page, `Draw a digit: ${askedDigit(0)}`);
      await collect(page, SEVEN);
      // Kept by itself, when the pen has rested.
      await shows(page, `Draw a digit: ${askedDigit(1)}`);
      await page.click('checkbox', 'Keep each drawing when the pen has rested');
      await collect(page, ONE);
      await page.click('button', 'Keep');
      await shows(page, `Draw a digit: ${askedDigit(2)}`);
      await page.click('button', 'Next person');
      await shows(page, 'Person 2 is drawing.');
      await collect(
        page,
        SEVEN.map((stroke) => stroke.map(([x, y]) => [x, 0.8 * y])),
      );
      await page.press('k');
      await shows(page, 'This browser keeps 3 records');
      assert.deepEqual(await shown(page), asked(3).reverse());

      await page.reload();
      await ready(page);
      await shows(page, 'This browser keeps 3 records');
      await shows(page, `Draw a digit: ${askedDigit(3)}`);
      assert.deepEqual(await shown(page), asked(3).reverse());

      await page.click('button', 'Test the network on them');
      await shows(page, 'of 3 records read correctly, ');
      await shows(page, '%. Measured with the page’s own network.');
      await shows(page, 'of 10,000 records read correctly, ');
      await page.click('button', 'Use as test records');
      await shows(page, 'Your class: 3 records');
      await shows(page, 'MNIST: not measured, because other test records are in use.');

      await page.click('button', 'Train on MNIST and these');
      await shows(page, 'MNIST and your class: 2,003 records');
      await shows(page, 'These records are in use for training, too');

      await keepDownloads(page);
      await page.click('button', 'Save as CSV');
      const { name, bytes } = await firstDownload(page);
      assert.equal(name, 'glassbox-class-3-records.csv');
      const rows = new TextDecoder().decode(Uint8Array.from(bytes)).trimEnd().split('\n');
      assert.deepEqual(
        rows.map((row) => row.split(',').length),
        [785, 785, 785],
      );
      assert.deepEqual(
        rows.map((row) => Number(row[0])),
        asked(3),
      );

      const other = {
        label: 7,
        from: 'b/1',
        strokes: [
          [
            [0, 0],
            [9, 0],
            [4, 20],
          ],
        ],
      };
      const [one, two] = [join(folder, `${engine}.csv`), join(folder, `${engine}.jsonl`)];
      await writeFile(one, Uint8Array.from(bytes));
      await writeFile(two, `${JSON.stringify(other)}\n`);
      await page.setFiles('#class-files', [one, two]);
      await shows(page, 'Added 1 record from 2 files. 3 records were there already, and were left out.');
      await shows(page, 'This browser keeps 4 records');
      assert.deepEqual(await shown(page), [7, ...asked(3).reverse()]);

      // The same happens twice, and is announced twice.
      await page.setFiles('#class-files', [one, two]);
      await shows(page, 'Added 0 records from 2 files. 4 records were there already, and were left out.');
      await page.evaluate(() => document.querySelector('.asked [role=status] > *')?.classList.add('before'));
      await page.setFiles('#class-files', [one, two]);
      await page.until(() => !document.querySelector('.asked .before'), { what: 'another announcement' });

      await page.click('button', 'Delete all of them');
      await shows(page, 'This browser keeps the records, until you delete them.');
      await shows(page, 'Deleted: 4 records.');
      await page.click('button', 'Undo the last change');
      await shows(page, 'Back again: 4 records.');
      await drawn(page);
      assert.equal((await shown(page)).length, 4);
      assert.deepEqual(await page.problems(), []);
    });
  });
}
