// Links: what they open and hide, how they are made, and what a mailer does to them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { ALL, becomes, cards, cardsAre, fragment, fragmentIs } from './cards.js';
import { browserForTests, siteForTests } from './setup.js';
import { fact, greys, ready, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

const WITHOUT_TABS = ALL.filter((card) => card !== 'Look closer');

/**
 * What is selected in the field that has the focus.
 *
 * @param {Page} page
 */
const selected = (page) =>
  page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (document.activeElement);
    return value.slice(Number(selectionStart), Number(selectionEnd));
  });

for (const engine of engines) {
  describe(`links in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} link */
    async function open(link) {
      page = await browser.openPage(site.url + link);
      await ready(page);
    }

    /** Follows a link on the page that is open. @param {string} link */
    const go = (link) =>
      page.evaluate((link) => {
        location.hash = link;
      }, link);

    test('a link that a mailer has maimed opens what it says, and the page’s address says it plainly', async () => {
      await open('?utm_source=mail&recipe=backtrack&amp;seed=5&view=mistakes).');
      await fragmentIs(page, '#recipe=backtrack&seed=5&view=mistakes');
      assert.equal(await page.evaluate(() => location.search), '?utm_source=mail');
      assert.equal(await page.evaluate(() => document.querySelector('.problems')?.textContent?.trim()), '');
      await page.click('button', 'Link');
      await becomes(page, 'link', true);
      assert.equal(
        await page.evaluate(
          () => /** @type {HTMLInputElement} */ (document.querySelector('#link-field')).value,
        ),
        `${site.url}?utm_source=mail#recipe=backtrack&seed=5&view=mistakes`,
      );
    });

    test('a link to another place leaves a run with the same settings alone; other settings start another', async () => {
      await open('#recipe=backtrack&seed=3');
      await page.press('s');
      await fact(page, 'Records shown', '1');
      await go('#seed=3&recipe=backtrack&view=imagination&hide=files');
      await cardsAre(
        page,
        ALL.filter((card) => card !== 'Records'),
      );
      await fragmentIs(page, '#recipe=backtrack&seed=3&view=imagination&hide=files');
      assert.equal(
        await page.evaluate(() => document.querySelector('[role=tab][aria-selected=true]')?.textContent),
        'Imagination',
      );
      await fact(page, 'Records shown', '1');
      await go('#recipe=backtrack&seed=4');
      await fact(page, 'Records shown', '0');
      await cardsAre(page, ALL);
    });

    test('Make a link shows the link with what it is to open and hide, and copies it', async () => {
      // On the page of the test before.
      await go('#recipe=notebook&seed=9');
      await page.until(
        () =>
          document.querySelector('[name=recipe]:checked')?.parentElement?.textContent?.includes('Notebook'),
        { what: 'the recipe of the link' },
      );
      await page.click('button', 'Link');
      await becomes(page, 'link', true);
      const made = () =>
        page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#link-field')).value);
      assert.equal(await made(), `${site.url}#recipe=notebook&seed=9`);
      await page.click('checkbox', 'Recipe');
      await page.click('checkbox', 'Records');
      await page.click('checkbox', 'Recipe');
      await page.click('checkbox', 'Training');
      await page.click('checkbox', 'Start as a presentation');
      await page.until(
        (wanted) => /** @type {HTMLInputElement} */ (document.querySelector('#link-field')).value === wanted,
        { what: 'the link' },
        `${site.url}#recipe=notebook&seed=9&present=1&hide=training,files`,
      );
      assert.equal(await fragment(page), '#recipe=notebook&seed=9', 'this page stays as it is');
      await page.click('button', 'Copy link');
      await page.until(() => document.querySelector('.copied')?.textContent, { what: 'a word on it' });
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await page.click('button', 'Copy link');
      await shows(page, 'The link is selected');
      assert.equal(await selected(page), await made());
      assert.deepEqual(await page.problems(), []);
    });

    if (engine !== 'chromium') return;
    // What follows depends on no engine.
    test('a link hides what a lesson does without, and says what it does not know', async () => {
      await open(
        '#seed=5&view=mistakes&card=3&hide=settings,files,collection,network,machine,download,training,cake',
      );
      await cardsAre(page, ['The network at work', 'Look closer']);
      await shows(page, 'The link hides a part');
      await fragmentIs(
        page,
        '#recipe=quick&seed=5&view=mistakes&card=3&hide=training,settings,files,collection,network,machine,download',
      );
      await open('#hide=preparation,tools,closer');
      assert.deepEqual(await cards(page), WITHOUT_TABS);
      assert.equal(
        await page.evaluate(
          () => document.querySelector('.preparation') || document.querySelector('.scheme'),
        ),
        null,
      );
      await page.press('1');
      await page.press('p');
      await cardsAre(page, ['The network at work']);
      await page.click('button', 'Leave');
      await cardsAre(page, WITHOUT_TABS);
      assert.deepEqual(await page.problems(), []);
    });

    test('the same link gives the same network in two windows, before and after a step', async () => {
      const link = '#recipe=backtrack&seed=11&hiddenNodes=30&hide=settings,files';
      /** What the network imagines for 0, before and after the first record: each weight counts in it. */
      const seen = async () => {
        await open(link);
        const imagined = async () => (await greys(page, 'What the network imagines for 0')).join();
        const blank = Array(784).fill(0).join();
        let before = await imagined();
        while (before === blank) before = await imagined();
        await page.press('s');
        await fact(page, 'Records shown', '1');
        let after = await imagined();
        while (after === before) after = await imagined();
        return { before, after };
      };
      const [one, other] = [await seen(), await seen()];
      assert.ok(one.before === other.before, 'untrained');
      assert.ok(one.after === other.after, 'after a step');
    });
  });
}
