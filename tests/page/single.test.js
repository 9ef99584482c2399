// The page in one file, opened from a disk: the same page, to the bit.

import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DOWNLOADS } from '../../web/features/take-away/take-away.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { engines } from '../browser/engines.js';
import { firstRecords } from '../mnist.js';
import { firstDownload, keepDownloads } from './downloads.js';
import { browserForTests } from './setup.js';
import { answered, draw, fact, reads, ready, SEVEN, shows, speak } from './visitor.js';

const built = new URL('../../build/single/', import.meta.url);
const SMALL = new URL('glassbox.html', built);
const LARGE = new URL('glassbox-mnist.html', built);

const STEPS = 1000;
const LINK = `#recipe=quick&seed=1&hiddenNodes=20&step=${STEPS}`;

const glassbox = await loadGlassbox();
/** The weights after so many steps, in Node. */
let expected = /** @type {{ wih: Float32Array, who: Float32Array }} */ ({});
/** @type {string} */
let folder;

before(async () => {
  const trainer = glassbox.trainer({ recipe: 'quick', seed: 1, hiddenNodes: 20 });
  trainer.write('train', await firstRecords('train', 60_000));
  trainer.end('train');
  trainer.run({ samples: STEPS });
  const { wih, who } = trainer.network;
  expected = { wih, who };
  trainer.free();
  folder = await mkdtemp(join(tmpdir(), 'glassbox-single-'));
});
after(() => rm(folder, { recursive: true }));

test('the files are small, and the page says their sizes', async () => {
  for (const [file, max] of /** @type {const} */ ([
    [SMALL, 2.5],
    [LARGE, 22],
  ])) {
    const megabytes = (await stat(file)).size / 1e6;
    assert.ok(megabytes <= max, `${megabytes} MB`);
    const offered = DOWNLOADS.find(({ name }) => file.href.endsWith(`/${name}`))?.megabytes ?? 0;
    assert.ok(
      Math.abs(offered - megabytes) < 0.1,
      `${offered} MB on the page, and ${megabytes} MB on the disk`,
    );
  }
});

for (const engine of engines) {
  describe(`one file in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('with MNIST, it reads, is fooled, imagines and learns the same weights as in Node', async () => {
      const page = await browser.openPage(LARGE.href + LINK);
      await ready(page);
      await draw(page, SEVEN);
      await answered(page);
      await reads(page, '7');
      await page.click('button', 'Fool it');
      await shows(page, 'times as much');
      await page.click('tab', 'Imagination');
      await shows(page, 'read as');
      await page.click('button', 'Train');
      await fact(page, 'Records shown', STEPS.toLocaleString('en'));
      await answered(page);
      await keepDownloads(page);
      await page.click('button', 'Save this network');
      const { name, bytes } = await firstDownload(page);
      assert.match(name, new RegExp(`step${STEPS}`));
      const network = await glassbox.open(Uint8Array.from(bytes));
      assert.deepEqual(network.wih, expected.wih);
      assert.deepEqual(network.who, expected.who);
      network.free();
      assert.deepEqual(await page.problems(), []);
    });

    test('without MNIST, Train says so, and a file of one’s own can be learned from', async () => {
      const page = await browser.openPage(`${SMALL.href}#recipe=backtrack&hiddenNodes=20&epochs=1&lang=es`);
      await ready(page);
      await shows(page, 'Tu clase');
      await speak(page, 'en');
      await shows(page, 'Your class');
      await page.click('button', 'Train');
      await shows(page, 'This file has come without MNIST');
      const path = join(folder, 'mine.csv');
      await writeFile(path, await firstRecords('train', 100));
      await page.setFiles('#file-train', [path]);
      await shows(page, 'mine.csv: 90 records');
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
