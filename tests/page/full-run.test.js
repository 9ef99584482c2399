import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserForTests, siteForTests } from './setup.js';
import { accuracy, ready, shows } from './visitor.js';

const site = siteForTests();
const browser = browserForTests('chromium');

test('training goes on while the file arrives, and not only when all of it is there', async () => {
  const page = await browser.openPage(site.url);
  await ready(page);
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      if (!document.body.textContent.includes('mnist_train.csv.gz: 60,000 records')) return;
      observer.disconnect();
      const fact = [...document.querySelectorAll('dt')].find((dt) => dt.textContent === 'Records shown');
      Object.assign(globalThis, { shown: Number(fact?.nextElementSibling?.textContent?.replace(',', '')) });
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  await page.click('button', 'Train');
  const shown = await page.until(() => /** @type {any} */ (globalThis).shown, { what: 'the whole file' });
  assert.ok(shown > 20_000, `${shown} records shown when all 60,000 were there`);
});

/** @param {string} recipe trained in full, on all of MNIST, by pressing Train */
async function score(recipe) {
  const page = await browser.openPage(`${site.url}#recipe=${recipe}`);
  await ready(page);
  await page.click('button', 'Train');
  await shows(page, 'Trained.', 300_000);
  await shows(page, '0 sec');
  const problems = await page.problems();
  assert.deepEqual(problems, []);
  return Number.parseFloat(await accuracy(page));
}

test('quick in full, from the page, reads at least 98 % of the test records', async () => {
  const percent = await score('quick');
  assert.ok(percent >= 98, `${percent} %`);
});

test('backtrack in full, from the page, reads at least 96.8 % of the test records', async () => {
  const percent = await score('backtrack');
  assert.ok(percent >= 96.8, `${percent} %`);
});

test('notebook in full, from the page, reads 95 to 97.5 % of the test records', async () => {
  const percent = await score('notebook');
  assert.ok(percent >= 95 && percent <= 97.5, `${percent} %`);
});
