import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../browser/engines.js';
import { serveSite } from './site.js';
import { accuracy, ready, shows } from './visitor.js';

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;

before(async () => {
  site = await serveSite();
  browser = await openBrowser('chromium');
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** @param {string} recipe trained in full, on all of MNIST, by pressing Train */
async function score(recipe) {
  const page = await browser.openPage(`${site.url}#recipe=${recipe}`);
  await ready(page);
  await page.click('button', 'Train');
  await shows(page, 'Trained.', 300_000);
  await shows(page, '0 s');
  const problems = await page.problems();
  assert.deepEqual(problems, []);
  return Number.parseFloat(await accuracy(page));
}

test('backtrack in full, from the page, reads at least 96.8 % of the test records', async () => {
  const percent = await score('backtrack');
  assert.ok(percent >= 96.8, `${percent} %`);
});

test('notebook in full, from the page, reads 95 to 97.5 % of the test records', async () => {
  const percent = await score('notebook');
  assert.ok(percent >= 95 && percent <= 97.5, `${percent} %`);
});
