// Saving the network that answers, opening it again, and refusing what is none.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { engines } from '../browser/engines.js';
import { firstDownload, keepDownloads } from './downloads.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, fact, prediction, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 2000 });
const glassbox = await loadGlassbox();
/** @type {string} */
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glassbox-'));
});
after(() => rm(folder, { recursive: true }));

/** The ten outputs, as the page shows them. @param {Page} page */
const outputs = (page) =>
  page.evaluate(() => [...document.querySelectorAll('.outputs li')].map((each) => each.textContent?.trim()));

/** Drops a file on the page's heading. @param {Page} page @param {string} name @param {string} text */
const drop = (page, name, text) =>
  page.evaluate(
    (name, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      document
        .querySelector('h1')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );

for (const engine of engines) {
  describe(`network files in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('a network is saved, opened again and left, and what is none is refused', async () => {
      const page = await browser.openPage(`${site.url}#recipe=backtrack&hiddenNodes=20&epochs=1`);
      await ready(page);
      await draw(page, SEVEN);
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await answered(page);
      const trained = await outputs(page);
      await keepDownloads(page);
      await page.click('button', 'Save this network');
      const { name, bytes } = await firstDownload(page);
      assert.equal(name, 'glassbox-backtrack-seed1-step2000.npz');
      const network = await glassbox.open(Uint8Array.from(bytes));
      assert.equal(network.hiddenNodes, 20);
      network.free();

      await page.click('button', 'Reset');
      await fact(page, 'Records shown', '0');
      const path = join(folder, `${engine}.npz`);
      await writeFile(path, Uint8Array.from(bytes));
      await page.setFiles('#network-file', [path]);
      await shows(page, `${engine}.npz answers now. It has 20 hidden nodes.`);
      await answered(page);
      assert.deepEqual(await outputs(page), trained);
      await shows(page, `${engine}.npz answers. Press Train to train a new network from scratch.`);

      await drop(page, 'none.npz', '1,2,3');
      await shows(
        page,
        'none.npz could not be opened. This is not an .npz file of numpy, or it was cut off.',
      );
      await shows(page, `${engine}.npz answers now.`);
      await page.click('button', 'Dismiss');
      await page.click('button', 'Back to your own network');
      await shows(page, 'The network that came with the page answers now. It has 800 hidden nodes.');
      await answered(page);
      assert.equal(await prediction(page), '7');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
