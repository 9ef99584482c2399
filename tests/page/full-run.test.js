import assert from 'node:assert/strict';
import { browserForTests, inChromium, siteForTests } from './setup.js';
import { accuracy, ready, shows } from './visitor.js';

const site = siteForTests();
const browser = browserForTests('chromium');

/** @type {import('../browser/page.js').Page} */
let page;

inChromium('training goes on while the file arrives, and not only when all of it is there', async () => {
  page = await browser.openPage(`${site.url}#recipe=quick`);
  await ready(page);
  await page.evaluate(() => {
    const whole = 'mnist_train.csv.gz: 60,000 records';
    const fact = [...document.querySelectorAll('dt')].find((dt) => dt.textContent === 'Records shown');
    /** What the page showed while the file was still arriving. @type {Set<number>} */
    const shown = new Set();
    new MutationObserver((_, observer) => {
      if (document.body.textContent.includes(whole)) {
        observer.disconnect();
        Object.assign(globalThis, { shown: [...shown] });
      } else shown.add(Number(fact?.nextElementSibling?.textContent?.replaceAll(',', '')));
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  await page.click('button', 'Train');
  const shown = await page.until(() => /** @type {any} */ (globalThis).shown, {
    what: 'the whole file',
    timeout: 60_000,
  });
  // Again and again, not once: the order of events is the same on a slow machine.
  assert.ok(shown.length >= 4, `records shown while the file arrived: ${shown.join(', ')}`);
  assert.ok(Math.max(...shown) > 1000, `records shown while the file arrived: ${shown.join(', ')}`);
});

/** What the run reads at its end, on all of MNIST. */
async function score() {
  await shows(page, 'Trained.', 300_000);
  await shows(page, '0 sec');
  const problems = await page.problems();
  assert.deepEqual(problems, []);
  return Number.parseFloat(await accuracy(page));
}

inChromium('quick in full, from the page, reads at least 98 % of the test records', async () => {
  // The run of the test before.
  const percent = await score();
  assert.ok(percent >= 98, `${percent} %`);
});

inChromium('backtrack in full, from the page, reads at least 96.8 % of the test records', async () => {
  page = await browser.openPage(`${site.url}#recipe=backtrack`);
  await ready(page);
  await page.click('button', 'Train');
  const percent = await score();
  assert.ok(percent >= 96.8, `${percent} %`);
});
