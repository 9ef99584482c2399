import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines, touchEngines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, drawn, inked, ONE, prediction, reads, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

for (const engine of engines) {
  describe(`the page in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} link @param {{ width: number, height: number }} [size] */
    async function open(link, size) {
      page = await browser.openPage(site.url + link, size);
      await ready(page);
    }

    test('opens without a problem, asks only its own server, and names a drawing', async () => {
      await open('');
      assert.equal(await prediction(page), 'nothing to read yet');
      await draw(page, [[[0.5, 0.5]]]);
      await answered(page);
      assert.ok((await inked(page)) > 50, 'a dot shows on the pad');
      await draw(page, ONE);
      await answered(page);
      assert.match(await prediction(page), /^\d$/);
      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      assert.equal(await inked(page), 0);
      await draw(page, SEVEN);
      await reads(page, '7');
      await shows(page, '% sure. Second guess: ');
      assert.deepEqual(await page.problems(), []);
      const foreign = (await page.requests()).filter(
        (url) => !url.startsWith(site.url) && !url.startsWith('data:'),
      );
      assert.deepEqual(foreign, []);
    });

    test('says that its worker failed, and goes on with another without a reload', async () => {
      site.faults.set('/assets/worker-.*', (response) => void response.writeHead(500).end());
      page = await browser.openPage(site.url);
      await shows(page, 'The network has stopped working.');
      site.faults.clear();
      site.faults.set('/assets/glassbox-.*wasm', (response) => void response.writeHead(404).end());
      await page.click('button', 'Start again');
      await shows(page, 'The server answered 404');
      site.faults.clear();
      await page.click('button', 'Start again');
      await ready(page);
      await draw(page, ONE);
      await answered(page);
    });

    test('takes its settings from the link, and says what is wrong in it', async () => {
      await open('#recipe=notebook&hiddenNodes=20&seed=abc');
      await shows(page, 'for seed. It takes a whole number from 0 to 4294967295.');
      await page.click('button', 'Dismiss');
      await page.until(() => !document.querySelector('.problems')?.textContent?.trim(), {
        what: 'the problem to be dismissed',
      });
      await page.click('button', 'All settings');
      const hiddenNodes = (/** @type {string} */ value) =>
        page.until(
          (wanted) => {
            const input = /** @type {HTMLInputElement} */ (document.querySelector('#setting-hiddenNodes'));
            return input.value === wanted;
          },
          { what: `${value} hidden nodes` },
          value,
        );
      await hiddenNodes('20');
      await page.evaluate(() => {
        location.hash = '#recipe=backtrack&hiddenNodes=50';
      });
      await hiddenNodes('50');
      await page.click(
        'radio',
        'Notebook Ten times through all records, each as it is and turned by 10° to either side.',
      );
      await page.until(() => location.hash.startsWith('#recipe=notebook'), {
        what: 'the recipe in the address',
      });
      await hiddenNodes('200');
    });

    test('refuses a setting that cannot be, and keeps the focus where it was', async () => {
      // On the page of the test before, which shows all settings.
      await page.evaluate(() => {
        location.hash = '#recipe=backtrack&seed=1';
      });
      await page.until(
        () => /** @type {HTMLInputElement} */ (document.querySelector('#setting-epochs')).value === '5',
        { what: 'the settings of the link' },
      );
      await page.click('spinbutton', 'Hidden nodes');
      for (const key of ['End', 'Backspace', 'Backspace']) await page.press(key);
      // The page is drawn anew for some other reason: what is being typed stays.
      await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')));
      await drawn(page);
      for (const key of ['Backspace', '0', 'Tab']) await page.press(key);
      assert.equal(await page.evaluate(() => location.hash), '#recipe=backtrack&seed=1');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('button.main')).focus());
      await page.press('Enter');
      await shows(page, 'Learning');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Train');
    });

    test('fits a phone: nothing is wider than the screen, and a finger draws', async () => {
      await open('', { width: 360, height: 740 });
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(widths[0] <= widths[1], `${widths[0]} px on ${widths[1]} px`);
      await page.box('img', 'Drawing pad');
      const before = await page.evaluate(() => scrollY);
      await draw(page, ONE, touchEngines.includes(engine) ? 'touch' : 'drag');
      await answered(page);
      assert.equal(await page.evaluate(() => scrollY), before);
      assert.deepEqual(await page.problems(), []);
    });
  });
}
