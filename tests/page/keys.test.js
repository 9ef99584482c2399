import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { ALL, becomes, cards, cardsAre, focused, fragment, isOpen } from './cards.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, ready } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 2000 });

for (const engine of engines) {
  describe(`keys in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    // One opening for all: each leaves the page as it was.
    before(async () => {
      page = await browser.openPage(site.url);
      await ready(page);
    });

    test('the list of keys opens with ? and its button, closes with Escape and Close, and gives the focus back', async () => {
      await page.click('button', 'Example');
      await answered(page);
      await page.press('?');
      await becomes(page, 'keys', true);
      const list = await page.text('dialog', 'Keys');
      for (const what of [
        'Train or pause',
        'Look closer: Imagination',
        'leave the presentation or the lesson',
      ]) {
        assert.ok(list.includes(what), what);
      }
      await page.press('p');
      assert.deepEqual(await cards(page), ALL, 'no key works behind it');
      await page.press('Escape');
      await becomes(page, 'keys', false);
      assert.equal(await focused(page), 'Example');
      await page.click('button', 'Keys');
      await becomes(page, 'keys', true);
      await page.click('button', 'Close');
      await becomes(page, 'keys', false);
      assert.equal(await focused(page), 'Keys');
      assert.deepEqual(await page.problems(), []);
    });

    test('keys can be switched off, for the next visit, too', async () => {
      await page.press('?');
      await becomes(page, 'keys', true);
      await page.click('checkbox', 'Keys are on');
      await page.press('Escape');
      await becomes(page, 'keys', false);
      await page.press('p');
      await page.press('?');
      assert.equal(await isOpen(page, 'keys'), false);
      assert.deepEqual(await cards(page), ALL);
      await page.reload();
      await ready(page);
      await page.press('p');
      await page.click('button', 'Keys');
      await becomes(page, 'keys', true);
      assert.deepEqual(await cards(page), ALL);
      await page.click('checkbox', 'Keys are on');
      await page.press('Escape');
      await becomes(page, 'keys', false);
      await page.press('p');
      await cardsAre(page, ['The network at work']);
      await page.press('p');
      await cardsAre(page, ALL);
    });

    test('a presentation begins with what it presents, and the focus stays near what it takes away', async () => {
      const place = () => page.evaluate(() => document.activeElement?.localName);
      await page.resize(640, 360);
      await page.evaluate(() =>
        /** @type {HTMLElement} */ (document.querySelector('#tab-imagination')).focus(),
      );
      await page.press('p');
      await cardsAre(page, ['The network at work']);
      // In Firefox, the screen is full: the controls above have room there.
      const top = () => Number(document.querySelector('main')?.getBoundingClientRect().top) / innerHeight;
      assert.ok((await page.evaluate(top)) < 0.5);
      assert.equal(await place(), 'main');
      await page.click('button', 'Network');
      await page.press('p');
      await cardsAre(page, ALL);
      assert.equal(await place(), 'div');
      await page.press('Tab');
      assert.equal(await focused(page), 'Lesson');
      await page.resize(1280, 800);
    });

    test('keys write where something is written, and leave the page alone', async () => {
      await page.click('button', 'All settings');
      await page.click('spinbutton', 'Seed');
      for (const key of ['3', 'p']) await page.press(key);
      const field = await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))));
        return document.activeElement?.id;
      });
      assert.equal(field, 'setting-seed');
      assert.deepEqual(await cards(page), ALL);
      assert.equal(await fragment(page), '#recipe=quick&seed=1');
    });
  });
}
