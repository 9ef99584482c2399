import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { ready, settled, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 1000 });

/** The fragment of the page's address becomes this. @param {Page} page @param {string} wanted */
const fragmentIs = (page, wanted) =>
  page.until((wanted) => location.hash === wanted, { what: `the address ${wanted}` }, wanted);

/** Waits for a sheet. @param {Page} page @param {string} title */
const sheetIs = (page, title) =>
  page.until(
    (title) => document.querySelector('.sheet h3')?.textContent === title,
    { what: title, timeout: 60_000 },
    title,
  );

const WORKSHEET = 'Worksheet: one step of learning, by hand';
const SOLUTION = 'Solution: one step of learning, by hand';

/** The cells of all tables of the sheet; '?' for a blank. @param {Page} page */
const cells = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.sheet td'), (cell) =>
      cell.querySelector('.blank') ? '?' : (cell.textContent ?? '').trim(),
    ),
  );

for (const engine of engines) {
  describe(`the part for teachers in ${engine}`, () => {
    const browser = browserForTests(engine);

    test('opens the page for a plan, and makes the same worksheet for everybody, with its solution', async () => {
      const page = await browser.openPage(site.url);
      await ready(page);
      await page.click('button', 'For teachers');
      await shows(page, 'A guide for teachers');
      await fragmentIs(page, '#recipe=quick&seed=1&teach=guide');
      const cards = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.card-guide h4 a'), ({ textContent }) => textContent),
      );
      assert.deepEqual([cards.length, cards[10]], [11, '11. Dreaming']);
      await page.click('link', 'Open the page for 90 minutes');
      await shows(page, '1 of 11');
      await fragmentIs(page, '#recipe=backtrack&seed=90&card=1&hide=settings,files,network,machine,download');
      assert.equal(
        await page.evaluate(() => document.querySelector('#teaching[open]')),
        null,
        'the guide is closed',
      );
      await shows(page, '1 record per second');

      await page.click('button', 'For teachers');
      await page.until(() => document.querySelector('#teaching[open] .tabs'), { what: 'the guide' });
      await page.click('tab', 'Worksheet');
      await sheetIs(page, WORKSHEET);
      const asked = await cells(page);
      await page.click('tab', 'Solution');
      await sheetIs(page, SOLUTION);
      const solved = await cells(page);
      assert.equal(asked.length, solved.length);
      const blanks = asked.filter((cell, i) => cell === '?' && /^−?\d\.\d{3,4}$/.test(solved[i]));
      assert.ok(blanks.length > 30, `${blanks.length} blanks`);
      assert.deepEqual(
        solved.filter((cell, i) => asked[i] !== '?' && asked[i] !== cell),
        [],
        'what is given is the same on both',
      );

      assert.deepEqual(await page.problems(), []);

      const other = await browser.openPage(`${site.url}#recipe=backtrack&seed=90&speed=30&teach=solution`);
      await sheetIs(other, SOLUTION);
      assert.deepEqual(await cells(other), solved, 'on another machine');
      await shows(other, '30 records per second');
      const { shown, hidden } = await other.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        /** @param {string} selector */
        const isSeen = (selector) => Number(document.querySelector(selector)?.getClientRects().length) > 0;
        const seen = {
          shown: isSeen('.sheet'),
          hidden: ['main', 'h1', '#teaching .tabs', '#teaching .controls', '#teaching .title'].filter(isSeen),
        };
        dispatchEvent(new Event('afterprint'));
        return seen;
      });
      assert.deepEqual([shown, hidden], [true, []]);

      await other.click('button', 'Another worksheet');
      await other.until(
        (before) => document.querySelector('.sheet td')?.textContent !== before,
        { what: 'another record', timeout: 60_000 },
        solved[0],
      );
      const record = /Test record ([\d,]+)\./.exec(await other.text('dialog', 'For teachers'))?.[1];
      await other.click('button', 'Show its record on the stage');
      await settled(other);
      await shows(other, `Test record ${record}`);
      assert.deepEqual(await other.problems(), []);
    });
  });
}
