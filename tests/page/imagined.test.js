import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { targetsFor } from '../../web/shared/targets.js';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { greys, ready, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */
/** @typedef {import('../../web/shared/ways.js').Way} Way */

const TEN = [...Array(10).keys()];

const site = siteForTests({ records: 5000 });
/** What the network that comes with the page imagines, in Node. @type {Record<Way, number[][]>} */
const expected = { ascent: [], backquery: [] };

before(async () => {
  const network = await (await loadGlassbox()).pretrained();
  const asGreys = (/** @type {Float32Array} */ values) =>
    Array.from(values, (value) => Math.round(255 * value));
  for (const digit of TEN) {
    expected.ascent.push(asGreys(network.imagine(digit)));
    expected.backquery.push(asGreys(network.backquery(targetsFor(digit))));
  }
});

/** The name of a picture. @param {number} digit */
const named = (digit) => `What the network imagines for ${digit}`;

/**
 * Waits until the ten pictures are those that Node finds.
 *
 * @param {Page} page
 * @param {Way} way
 */
async function areFoundBy(page, way) {
  for (const digit of TEN) {
    let largestDifference = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 100 && largestDifference > 1; attempt++) {
      const seen = await greys(page, named(digit));
      const differences = seen.map((grey, pixel) => Math.abs(grey - expected[way][digit][pixel]));
      largestDifference = Math.max(...differences);
    }
    assert.ok(largestDifference <= 1, `${way} of ${digit}`);
  }
}

const WAY = 'How the pictures are found';

/** @param {Page} page @param {Way} way */
const choose = (page, way) =>
  page.evaluate(
    (name, way) => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector(`[aria-label="${name}"]`));
      select.value = way;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    WAY,
    way,
  );

/** The chosen way, as the page names it. @param {Page} page */
const chosen = (page) =>
  page.evaluate((name) => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector(`[aria-label="${name}"]`));
    return select.selectedOptions[0].textContent;
  }, WAY);

/** Where the ten pictures are. @param {Page} page */
const places = (page) => Promise.all(TEN.map((digit) => page.box('img', named(digit))));

for (const engine of engines) {
  describe(`what the stage shows as imagined in ${engine}`, () => {
    const browser = browserForTests(engine);

    /** @type {Page} */
    let page;

    /** @param {string} link */
    async function open(link) {
      page = await browser.openPage(site.url + link);
      await ready(page);
    }

    test('pictures are found by gradient ascent, or by backquery, as in Node, and all stays in place', async () => {
      await open('');
      const empty = await places(page);
      await areFoundBy(page, 'ascent');
      assert.equal(await chosen(page), 'gradient ascent');
      await choose(page, 'backquery');
      await areFoundBy(page, 'backquery');
      await choose(page, 'ascent');
      await areFoundBy(page, 'ascent');
      assert.deepEqual(await places(page), empty);
      assert.deepEqual(await page.problems(), []);
    });

    test('the choice holds in a presentation and for the explanation', async () => {
      // On the page of the test before.
      await page.click('img', named(4));
      await shows(page, 'This picture was found by gradient ascent.');
      await choose(page, 'backquery');
      await shows(page, 'It shows what sets 4 apart from the other digits.');
      await page.click('button', 'Present');
      await page.until(() => document.documentElement.hasAttribute('data-present'), {
        what: 'the presentation',
      });
      assert.equal(await chosen(page), 'backquery');
      await areFoundBy(page, 'backquery');
      assert.deepEqual(await page.problems(), []);
    });

    if (engine !== 'chromium') return;
    // What follows depends on no engine.
    test('the rewind goes to where the pictures are clearest, and the answer says which step that is', async () => {
      await open('#recipe=backtrack&epochs=1&hiddenNodes=30&seed=2');
      const button = 'Show the ten pictures at their clearest';
      await assert.rejects(page.click('button', button), /is disabled/);
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      for (const way of /** @type {Way[]} */ (['ascent', 'backquery'])) {
        await choose(page, way);
        await page.evaluate(() => {
          const { heard } = Object.assign(globalThis, { heard: /** @type {string[]} */ ([]) });
          const said = /** @type {HTMLElement} */ (document.querySelector('.clearest [role=status]'));
          const listen = () => said.ariaLive === 'polite' && heard.push(String(said.textContent));
          new MutationObserver(listen).observe(said, { childList: true, characterData: true, subtree: true });
        });
        await page.click('button', button);
        const found = way === 'ascent' ? 'found by gradient ascent' : 'found by backquery';
        await shows(page, `The pictures ${found} are clearest at step`, 20_000);
        const heard = await page.evaluate(() => /** @type {any} */ (globalThis).heard.join());
        assert.match(heard, /are clearest at step/);
        assert.doesNotMatch(heard, /Compared so far/, 'no count is read out');
        const step = await page.evaluate(
          () => document.body.textContent?.match(/are clearest at step ([\d,]+)/)?.[1] ?? '',
        );
        await shows(page, step === '5,000' ? 'Trained.' : `You are viewing the network at step ${step}.`);
      }
      assert.deepEqual(await page.problems(), []);
    });
  });
}
