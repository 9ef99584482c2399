// Links that carry a drawing and a step, and their QR codes, read as phones read them.

import assert from 'node:assert/strict';
import readQrCode from 'jsqr';
import { browserForTests, inChromium, siteForTests } from './setup.js';
import { answered, draw, fact, prediction, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 2000 });

/** Pixels for each module of a QR code. */
const MODULE = 3;

/**
 * What the QR code on the page says.
 *
 * @param {Page} page
 */
async function scanned(page) {
  const { side, path } = /** @type {{ side: number, path: string }} */ (
    await page.until(
      () => {
        const code = document.querySelector('.qr-code');
        const path = code?.querySelector('path')?.getAttribute('d');
        return path && { side: Number(code?.getAttribute('viewBox')?.split(' ')[2]), path };
      },
      { what: 'a QR code' },
    )
  );
  const width = MODULE * side;
  const pixels = new Uint8ClampedArray(4 * width * width).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = MODULE * Number(y); row < MODULE * (Number(y) + 1); row++) {
      const start = 4 * (row * width + MODULE * Number(x));
      for (let i = start; i < start + 4 * MODULE; i++) if (i % 4 < 3) pixels[i] = 0;
    }
  }
  return /** @type {any} */ (readQrCode)(pixels, width, width)?.data;
}

const browser = browserForTests('chromium');

inChromium('the QR code of a link opens the drawing, and the very step that the sender views', async () => {
  let page = await browser.openPage(`${site.url}#recipe=backtrack&hiddenNodes=20&epochs=1`);
  await ready(page);
  await draw(page, SEVEN);
  await answered(page);
  for (let step = 1; step <= 3; step++) {
    await page.click('button', 'Step');
    await fact(page, 'Records shown', String(step));
  }
  await page.click('button', 'Link');
  await page.until(() => document.querySelector('dialog[open]'), { what: 'the dialog' });
  await page.click('button', 'QR code, for a class to scan');
  const link = String(await scanned(page));
  assert.ok(link.startsWith(`${site.url}#recipe=backtrack&seed=1&`), link);
  assert.match(link, /&step=3&drawing=\d\d-[a-z0-9]{12,40}$/);
  await page.click('checkbox', 'With the drawing');
  await page.until(
    () =>
      !(/** @type {HTMLInputElement} */ (document.querySelector('#link-field')).value.includes('drawing')),
    { what: 'a link without it' },
  );

  page = await browser.openPage(link);
  await ready(page);
  await shows(page, 'The link shows the network at step 3. Press Train: training pauses there.');
  await answered(page);
  assert.equal(await prediction(page), '7');
  await page.click('button', 'Train');
  await fact(page, 'Records shown', '3');
  await shows(page, 'Paused. Press Train to continue.');
  await page.click('button', 'Train');
  await shows(page, 'Trained.');
  await page.evaluate(() => {
    location.hash += '&step=0';
  });
  await shows(page, 'You are viewing the network at step 0.');
  await page.evaluate(() => {
    location.hash = '#recipe=backtrack&seed=2&hiddenNodes=20&epochs=1&step=2';
  });
  await shows(page, 'The link shows the network at step 2. Press Train: training pauses there.');
  assert.deepEqual(await page.problems(), []);
});
