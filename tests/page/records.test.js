// The visitor's own files on the page: two at once, odd ones, refused ones, and back to MNIST.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { firstRecords } from '../mnist.js';
import { kill, mortalWorker, WORKER } from './scripts.js';
import { browserForTests, inChromium, siteForTests } from './setup.js';
import { fact, ready, shows } from './visitor.js';

const site = siteForTests();
const rows = new TextDecoder()
  .decode(await firstRecords('test', 100))
  .trim()
  .split('\n');
const inverted = rows.map((row) => row.replace(/,(\d+)/g, (_, pixel) => `,${255 - Number(pixel)}`));

/**
 * Drops files.
 *
 * @param {import('../browser/page.js').Page} page
 * @param {string} place
 * @param {[name: string, text: string][]} files
 */
const drop = (page, place, files) =>
  page.evaluate(
    (place, files) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      /** @type {Element} */ (document.querySelector(place)).dispatchEvent(event);
    },
    place,
    files,
  );

const chromium = browserForTests('chromium');

inChromium('records of one’s own are loaded again for another worker', async () => {
  site.faults.set(WORKER, mortalWorker);
  const page = await chromium.openPage(`${site.url}#recipe=backtrack&hiddenNodes=20&epochs=1`);
  await ready(page);
  await drop(page, '#file-train', [['mine.csv', rows.join('\n')]]);
  await shows(page, 'held out of mine.csv: 10 records');
  await drop(page, '#file-test', [['bad.csv', 'nonsense']]);
  await shows(page, 'bad.csv could not be loaded. This file holds no records.');
  await page.click('button', 'Dismiss');
  await kill(page, 'error');
  await page.click('button', 'Start again');
  await ready(page);
  await page.click('button', 'Train');
  await fact(page, 'Records shown', '90');
  await shows(page, 'mine.csv: 90 records');
  site.faults.clear();
});

for (const engine of engines) {
  describe(`records of one’s own in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('are told apart, put right and refused, and never block the way to MNIST', async () => {
      const page = await browser.openPage(`${site.url}#recipe=backtrack&hiddenNodes=20&epochs=1`);
      await ready(page);
      await drop(page, '#file-train', [['mine.csv', `${rows[0]}\n4,0,x`]]);
      await shows(page, 'Row 2, column 3: There is ‘x’ where a number belongs.');
      await drop(page, 'h1', [['some.csv', rows.join('\n')]]);
      await shows(page, 'Drop it on one of the two fields.');
      await drop(page, 'h1', [
        ['ours_test.csv', rows.slice(0, 40).join('\n')],
        ['ours_train.csv', inverted.join('\r\n')],
      ]);
      await shows(page, 'ours_train.csv: 100 records');
      await shows(page, 'ours_test.csv: 40 records');
      await shows(page, 'The pictures are dark on light.');
      await page.click('button', 'Dismiss');
      await page.click('button', 'Swap dark and light');
      await page.until(() => !document.querySelector('.odd'), { what: 'nothing to be odd' });
      await page.click('button', 'Train');
      await fact(page, 'Records shown', '100');
      await shows(page, 'of 40');

      await drop(page, '#file-test', [['page.csv', '<!doctype html><title>404</title>']]);
      await shows(page, 'page.csv could not be loaded. This is a web page, not a file of records.');
      await shows(page, 'ours_test.csv: 40 records');
      await page.click('button', 'Dismiss');
      await page.click('button', 'Use MNIST');
      await shows(page, 'mnist_train.csv.gz: 60,000 records');
      await shows(page, 'mnist_test.csv.gz: 10,000 records');
      await fact(page, 'Records shown', '0');

      await drop(page, '#file-train', [['mine.csv', 'nonsense']]);
      await shows(page, 'mine.csv could not be loaded. This file holds no records.');
      await page.click('button', 'Dismiss');
      await page.click('button', 'Train');
      await fact(page, 'Records shown', '60,000');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
