// Files that the page loads: MNIST over a bad connection, and the visitor's own.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { engines } from '../browser/engines.js';
import { firstRecords } from '../mnist.js';
import { trainInNode } from './in-node.js';
import { browserForTests, SHORT, siteForTests } from './setup.js';
import { ready, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const MNIST = readFileSync(new URL('../../data/mnist_train.csv.gz', import.meta.url));

const files = mkdtempSync(join(tmpdir(), 'glassbox-files-'));
/** @param {string} name @param {Uint8Array | string} content */
function file(name, content) {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
}

const site = siteForTests();
/** Of the run of the link `SHORT`, in Node. */
let accuracy = '';
/** @type {{ good: string, broken: string, cut: string }} */
let own;

before(async () => {
  [{ accuracy }] = await trainInNode([{ recipe: 'backtrack', seed: 3, records: 2000, epochs: 2 }]);
  const records = await firstRecords('train', 2000);
  const header = ['label', ...Array.from({ length: 784 }, (_, i) => `pixel${i}`)].join(',');
  const packed = gzipSync(records);
  own = {
    good: file(
      'mine.csv.gz',
      gzipSync(`${header}\r\n${Buffer.from(records).toString().replaceAll('\n', '\r\n')}`),
    ),
    broken: file(
      'broken.csv',
      Buffer.from(records)
        .toString()
        .replace(/\n(\d),0,/, '\n$1,300,'),
    ),
    cut: file('cut.csv.gz', packed.subarray(0, packed.length / 2)),
  };
});
after(() => {
  rmSync(files, { recursive: true });
});

for (const engine of engines) {
  describe(`files in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} link */
    async function open(link) {
      page = await browser.openPage(site.url + link);
      await ready(page);
    }

    test('takes files of the visitor’s own, says what is wrong with one, and keeps what was there', async () => {
      await open(SHORT);
      await page.setFiles('#file-train', [own.good]);
      await shows(page, 'mine.csv.gz: 1,800 records; every tenth is held out');
      await shows(page, 'held out of mine.csv.gz: 200 records');
      await page.setFiles('#file-train', [own.broken]);
      await shows(page, 'broken.csv could not be loaded. Row 2, column 2: The pixel is outside 0 to 255');
      await shows(page, 'mine.csv.gz: 1,800 records');
      await page.setFiles('#file-train', [own.cut]);
      await shows(
        page,
        'cut.csv.gz could not be loaded. This gzip file is damaged or ends before it should.',
      );
      await page.click('button', 'Dismiss');
      // Tested on MNIST, whose test records have not been asked for so far.
      await page.click('checkbox', 'Hold out every tenth record of my training file for testing');
      await shows(page, 'mine.csv.gz: 2,000 records');
      await shows(page, 'mnist_test.csv.gz: 10,000 records');
      await shows(page, 'Accuracy on MNIST’s test records, not on your data');
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await shows(page, accuracy);
      assert.deepEqual(await page.problems(), []);
    });

    test('says that the records can’t be had, and gets them at the next try', async (t) => {
      await open(SHORT);
      site.faults.set('/assets/mnist_train-.*csv.gz', (response) => void response.writeHead(404).end());
      await page.click('button', 'Train');
      await shows(page, 'mnist_train.csv.gz could not be loaded. The server answered 404');
      let lose = () => {};
      t.after(() => lose());
      site.faults.set('/assets/mnist_train-.*csv.gz', (response) => {
        response.setHeader('Content-Length', MNIST.length);
        let sent = 0;
        const sending = setInterval(() => {
          response.write(MNIST.subarray(sent, sent + 10_000));
          sent += 10_000;
        }, 20);
        lose = () => {
          clearInterval(sending);
          response.destroy();
        };
      });
      await page.click('button', 'Try again: mnist_train.csv.gz');
      await page.until(() => /mnist_train.csv.gz: [1-9].* records, /.test(document.body.textContent ?? ''), {
        what: 'some records',
      });
      lose();
      await shows(page, 'mnist_train.csv.gz could not be loaded. The connection was lost after ');
      site.faults.clear();
      await page.click('button', 'Try again: mnist_train.csv.gz');
      await shows(page, '60,000 records');
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await shows(page, accuracy);
    });
  });
}
