import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, LONG, SHORT, siteForTests } from './setup.js';
import { answered, draw, fact, prediction, ready, SEVEN, settled, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

for (const engine of engines) {
  describe(`training to watch in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} link */
    async function open(link) {
      page = await browser.openPage(site.url + link);
      await ready(page);
    }

    /**
     * Moves a slider by keyboard, from where a click on its middle puts it.
     *
     * @param {string} name
     * @param {string[]} keys
     */
    async function slide(name, keys) {
      await page.click('slider', name);
      for (const key of keys) await page.press(key);
    }

    /** @param {string} id @param {string} wanted */
    const slidTo = (id, wanted) =>
      page.until(
        (id, wanted) => document.getElementById(id)?.getAttribute('aria-valuetext') === wanted,
        { what: `${id}: ${wanted}` },
        id,
        wanted,
      );

    /** Values of the ten bars. */
    const bars = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll('[role="meter"]'), (bar) => bar.getAttribute('aria-valuenow')),
      );

    /** @param {(string | null)[]} wanted */
    const barsAre = (wanted) =>
      page.until(
        (wanted) => {
          const texts = Array.from(document.querySelectorAll('[role="meter"]'), (bar) =>
            bar.getAttribute('aria-valuenow'),
          );
          return texts.join() === wanted.join();
        },
        { what: `outputs ${wanted}` },
        wanted,
      );

    /** @param {number} least records shown */
    const recordsShown = (least) =>
      page.until(
        (least) => {
          const terms = [...document.querySelectorAll('dt')];
          const fact = terms.find((term) => term.textContent === 'Records shown')?.nextElementSibling;
          return Number(fact?.textContent?.replaceAll(',', '')) >= least;
        },
        { what: `${least} records shown` },
        least,
      );

    test('the records that it learns from show one by one, where it is slow, until one draws', async () => {
      await open(LONG);
      await page.click('button', 'Step');
      await shows(page, 'Training record 1: digit 5');
      await shows(page, 'Before it learned from this 5, the network answered');
      await slide('Speed', ['Home']);
      await slidTo('speed', '1 record per second');
      await page.click('button', 'Train');
      await recordsShown(3);
      await shows(page, 'Before it learned from this');
      await fact(page, 'Records per second', '1');

      await draw(page, SEVEN);
      await shows(page, '28\u00a0×\u00a028\u00a0pixels');
      await recordsShown(5);
      await shows(page, '28\u00a0×\u00a028\u00a0pixels');
      await slide('Speed', ['Home', 'ArrowRight']);
      await slidTo('speed', '2 records per second');
      await shows(page, 'Before it learned from this');

      await slide('Speed', ['End']);
      await slidTo('speed', 'full speed');
      await recordsShown(1000);
      await shows(page, '28\u00a0×\u00a028\u00a0pixels');
      assert.deepEqual(await page.problems(), []);
    });

    test('rewinds the whole page to any snapshot, says so, and comes back to now', async () => {
      await open(SHORT);
      await draw(page, SEVEN);
      await answered(page);
      const pretrained = await bars();
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      await page.click('button', 'Back to the drawing');
      await settled(page);
      const early = await bars();
      assert.notDeepEqual(early, pretrained);
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await shows(page, '4,000');
      await settled(page);
      assert.equal(await prediction(page), '7');
      const late = await bars();
      assert.notDeepEqual(early, late);
      await shows(page, 'snapshots of the network are kept');

      await slide('Rewind', ['Home']);
      await slidTo('rewind', 'step 0');
      await page.press('ArrowRight');
      await slidTo('rewind', 'step 1');
      await shows(page, 'Training has finished. You are viewing the network at step 1.');
      await barsAre(early);
      await shows(page, 'of 10,000');
      await page.click('button', 'Back to now');
      await slidTo('rewind', 'now');
      await barsAre(late);
      assert.equal(await prediction(page), '7');
      assert.deepEqual(await page.problems(), []);
    });

    test('curves have words, and a table with the same numbers', async () => {
      // On the page of the test before.
      await page.click('button', 'The curves as a table');
      const row = await page.until(
        () => {
          const last = [...document.querySelectorAll('.numbers tbody tr')].at(-1);
          const cells = [...(last?.children ?? [])].map((cell) => cell.textContent);
          return cells[0] === '4,000' && !cells.includes('–') && cells;
        },
        { what: 'all numbers of the last row, after 4,000 records' },
      );
      const [, accuracy, trained, error, trainError] = /** @type {string[]} */ (row);
      assert.equal((await page.text('status', 'Accuracy')).trim(), accuracy);
      for (const cell of [accuracy, trained]) assert.match(cell, /^\d\d\.\d\d\u00a0%$/);
      for (const cell of [error, trainError]) assert.match(cell, /^0\.\d{4}$/);
      await page.box('img', `Curve of the accuracy; test records: ${accuracy} after 4,000 records`);
      await page.box('img', `Curve of the error; test records: ${error} after 4,000 records`);
    });

    if (engine !== 'chromium') return;
    // What follows depends on no engine.
    test('the learning rate changes on the way, and goes back at a reset', async () => {
      await open(LONG);
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      await fact(page, 'Learning rate now', '0.1');
      await slide('Learning rate', ['End']);
      await slidTo('learning-rate', '1');
      await fact(page, 'Learning rate now', '1');
      await fact(page, 'Records shown', '1');
      await shows(page, 'this run no longer matches its link');
      await page.click('button', 'Reset');
      await slidTo('learning-rate', '0.1');
      await fact(page, 'Learning rate now', '0.1');
      await fact(page, 'Records shown', '0');
    });

    test('training continues from the latest step after an earlier one was viewed', async () => {
      // On the page of the test before, and so the next one.
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      await slide('Rewind', ['Home']);
      await shows(page, 'Paused. You are viewing the network at step 0.');
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '2');
      await slidTo('rewind', 'now');
      await page.click('button', 'Reset');
      await fact(page, 'Records shown', '0');
    });

    test('training that starts before an earlier snapshot has arrived goes on', async () => {
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      await page.evaluate(() => {
        for (const key of [',', '.', 't'])
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      });
      await recordsShown(2000);
      await shows(page, 'Learning.');
    });

    test('a reset can be undone, and the browser does not ask before the page is left: the run is kept', async () => {
      /** Whether the page has the browser ask. */
      const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
      /** What the training card says about the network. */
      const card = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('.training :is(.status, dl > div, .numbers)')]
            .map((part) => part.textContent?.trim() ?? '')
            .filter((text) => !text.startsWith('Records per second')),
        );
      /** Waits until the curves have come to the end of the run. */
      const whole = () =>
        page.until(
          () => {
            const row = document.querySelector('.numbers tbody tr:last-child')?.textContent;
            return row?.includes('4,000') && !row.includes('–');
          },
          { what: 'the last points of the curves' },
        );
      await open(SHORT);
      // The records come when the pointer reaches Train, and nothing is learned from them yet.
      const { x, y, width, height } = await page.box('button', 'Train');
      await page.drag([
        [1, 1],
        [x + width / 2, y + height / 2],
      ]);
      await shows(page, '5,000 records');
      await fact(page, 'Records shown', '0');
      await page.click('button', 'The curves as a table');
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      assert.equal(await asks(), false);
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await whole();
      const before = await card();
      const link = await page.evaluate(() => location.hash);
      assert.equal(await asks(), false);

      await page.click('button', 'Reset');
      await shows(page, 'Press Train to train a new network from scratch.');
      await fact(page, 'Records shown', '0');
      assert.equal(await asks(), false);
      await page.evaluate(() => {
        location.hash = '#recipe=notebook&seed=9';
      });
      await shows(page, '1 of 10');
      await page.click('button', 'Undo reset');
      await shows(page, 'Trained.');
      await whole();
      assert.deepEqual(await card(), before);
      assert.equal(await asks(), false);
      await page.until((link) => location.hash === link, { what: 'the link' }, link);

      await page.click('button', 'Reset');
      await fact(page, 'Records shown', '0');
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      await assert.rejects(page.click('button', 'Undo reset'), /is disabled/);

      await assert.rejects(page.click('button', 'Reset and choose another recipe'), /is disabled/);
      await page.click(
        'radio',
        'Notebook Ten times through all records, each as it is and turned by 10° to either side.',
      );
      await shows(page, 'Reset and choose Notebook');
      await fact(page, 'Records shown', '1');
      await page.click('button', 'Reset and choose Notebook');
      await fact(page, 'Records shown', '0');
      await page.until(() => location.hash.startsWith('#recipe=notebook'), {
        what: 'the recipe in the address',
      });
      assert.deepEqual(await page.problems(), []);
    });
  });
}
