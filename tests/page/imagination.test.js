import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { plainDigit } from '../../web/shared/confidence.js';
import { targetsFor } from '../../web/shared/targets.js';
import { engines, preferringEngines } from '../browser/engines.js';
import { browserForTests, LONG, siteForTests } from './setup.js';
import { drawn, greys, ready, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });
/** What the network that comes with the page makes of its own pictures, in Node. */
const expected = {
  backquery: /** @type {(number | null)[]} */ ([]),
  ascent: /** @type {(number | null)[]} */ ([]),
};

before(async () => {
  const network = await (await loadGlassbox()).pretrained();
  for (let digit = 0; digit < 10; digit++) {
    expected.backquery.push(plainDigit(network.query(network.backquery(targetsFor(digit)))));
    expected.ascent.push(plainDigit(network.query(network.imagine(digit))));
  }
});

/**
 * How many pictures are read as what they were made for.
 *
 * @param {(number | null)[]} read
 */
const recognised = (read) => read.filter((answer, digit) => answer === digit).length;

/**
 * Chooses an option, or moves a slider: neither can be done alike in every engine by mouse or key.
 *
 * @param {Page} page
 * @param {string} label
 * @param {string} value
 */
const choose = (page, label, value) =>
  page.evaluate(
    (label, value) => {
      const labels = Array.from(document.querySelectorAll('label'));
      const found = labels.find((each) => each.textContent?.trim().startsWith(label));
      const control = /** @type {HTMLInputElement} */ (found?.control);
      control.value = value;
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    },
    label,
    value,
  );

/** @param {Page} page @param {'backquery' | 'ascent'} way */
const trip = async (page, way) =>
  (await page.text('status', `Round trip of the ${way}`)).replace(/\s+/g, ' ');

/** @param {Page} page @param {'Backquery' | 'Ascent'} way */
const answers = (page, way) =>
  page.evaluate(
    (way) =>
      Array.from(document.querySelectorAll(`[aria-label="${way}: the ten digits"] li`), (item) => {
        const read = item.textContent?.match(/read as\s+(\d|no digit)/)?.[1];
        return read === 'no digit' ? null : Number(read);
      }),
    way,
  );

/** @param {Page} page @param {string} list */
const rows = (page, list) =>
  page.evaluate(
    (list) =>
      Array.from(document.querySelectorAll(`[aria-label="${list}"] li span`), (number) => number.textContent),
    list,
  );

/**
 * What is laid out wrongly: what reaches out of the view, which fills its card, and which parts of the
 * twenty small readings lie on each other.
 *
 * @param {Page} page
 */
const misplaced = (page) =>
  page.evaluate(() => {
    const slack = 0.5;
    const view = /** @type {HTMLElement} */ (document.querySelector('.imagination'));
    const { left, right } = view.getBoundingClientRect();
    /** @param {string} selector */
    const boxes = (selector) =>
      Array.from(view.querySelectorAll(selector), (element) => ({
        name: `${element.localName} in ${element.parentElement?.textContent?.replace(/\s+/g, ' ').slice(0, 60)}`,
        box: element.getBoundingClientRect(),
      })).filter(({ box }) => box.width > 0);
    const parts = boxes('[aria-label$="the ten digits"] > li > *');
    return {
      parts: parts.length,
      outside: boxes(':not(.visually-hidden)')
        .filter(({ box }) => box.left < left - slack || box.right > right + slack)
        .map(({ name }) => name),
      overlaps: parts.flatMap(({ name, box: a }, i) =>
        parts
          .slice(i + 1)
          .filter(
            ({ box: b }) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack,
          )
          .map((other) => `${name} and ${other.name}`),
      ),
    };
  });

/**
 * Waits until a climb has ended.
 *
 * @param {Page} page
 * @param {string} question that it answers then
 */
async function climbed(page, question) {
  await page.until(
    (question) => {
      const output = document.querySelector('[aria-label="Round trip of the ascent"]');
      return output?.textContent?.startsWith(question);
    },
    { what: question },
    question,
  );
  await shows(page, 'Step 200 of 200');
}

for (const engine of engines) {
  describe(`imagination in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    async function open(link = '') {
      page = await browser.openPage(site.url + link);
      await ready(page);
    }

    async function openImagination() {
      await page.click('tab', 'Imagination');
      await shows(page, 'Backquery, step by step');
    }

    if (preferringEngines.includes(engine)) {
      test('who prefers less motion sees the end of the climb at once', async () => {
        await open();
        await page.prefer('prefers-reduced-motion', 'reduce');
        await page.evaluate(() => {
          const seen = new Set();
          Object.assign(globalThis, { seen });
          new MutationObserver(() => {
            const step = document.body.textContent?.match(/Step (\d+) of 200/)?.[1];
            if (step) seen.add(step);
          }).observe(document.body, { childList: true, characterData: true, subtree: true });
        });
        await openImagination();
        await climbed(page, 'Is it recognised as 3?');
        assert.deepEqual(await page.evaluate(() => [.../** @type {any} */ (globalThis).seen]), ['0', '200']);
      });
    }

    test('shows a backquery step by step, and both round trips, as Node makes them', async () => {
      await open(LONG);
      await openImagination();
      await climbed(page, 'Is it recognised as 3?');
      await shows(page, `Recognised: ${recognised(expected.ascent)} of 10 digits.`);
      await shows(page, `Recognised: ${recognised(expected.backquery)} of 10 digits.`);
      assert.deepEqual(await answers(page, 'Backquery'), expected.backquery);
      assert.deepEqual(await answers(page, 'Ascent'), expected.ascent);
      assert.equal(recognised(expected.ascent), 10);

      assert.deepEqual((await rows(page, 'Targets')).slice(2, 5), ['0.01', '0.99', '0.01']);
      assert.deepEqual((await rows(page, 'Logits of the targets')).slice(2, 5), ['−4.60', '+4.60', '−4.60']);
      const pictures = [
        'Sums at the hidden nodes',
        'Hidden nodes, rescaled',
        'Sums at the pixels',
        'The picture of the backquery',
        'Backquery',
        'Ascent',
        'Backquery for 7',
        'Ascent for 7',
      ];
      for (const name of pictures) {
        await page.box('img', name);
        assert.ok(new Set(await greys(page, name)).size > 10, name);
      }
      assert.match(await trip(page, 'ascent'), /^Is it recognised as 3\? Yes\. It is read as 3 \(0\.9\d\)/);
      const read = expected.backquery[3] === 3 ? 'Yes' : 'No';
      assert.match(
        await trip(page, 'backquery'),
        new RegExp(`^Is it recognised as 3\\? ${read}\\. It is read`),
      );
      assert.deepEqual(await page.problems(), []);
    });

    test('on a phone, a laptop and a projector, all is inside of the card and no two digits overlap', async () => {
      // On the page of the test before.
      await shows(page, `Recognised: ${recognised(expected.ascent)} of 10 digits.`);
      for (const width of [320, 390, 700, 1000, 1280, 1920]) {
        await page.resize(width, 900);
        await drawn(page);
        assert.deepEqual(await misplaced(page), { parts: 60, outside: [], overlaps: [] }, `${width} px`);
      }
    });

    if (engine !== 'chromium') return;
    // What follows depends on no engine.
    test('imagines another digit, a blend of two, and all ten at once', async () => {
      // On the page of the tests before, and so the next two.
      await page.resize(1280, 800);
      await choose(page, 'Digit', '8');
      await climbed(page, 'Is it recognised as 8?');
      assert.match(await trip(page, 'ascent'), /^Is it recognised as 8\? Yes\. It is read as 8/);

      await page.click('radio', 'A blend of two');
      await choose(page, 'Second digit', '1');
      await choose(page, 'Share of the second', '0.3');
      await climbed(page, 'Is it recognised as 8 and 1?');
      await shows(page, 'Two digits share one yes: 0.70 for 8 and 0.30 for 1.');
      await shows(page, 'outputs 8 and 1 are each at least half');
      assert.deepEqual((await rows(page, 'Targets')).slice(0, 2), ['0.01', '0.30']);
      assert.equal((await rows(page, 'Targets'))[8], '0.70');
      assert.match(
        await trip(page, 'ascent'),
        /\? (Yes|No)\. The two highest outputs are \d \(0\.\d\d\) and \d \(/,
      );

      await page.click('radio', 'All ten at once');
      await climbed(page, 'Is it recognised as all ten digits?');
      await shows(page, '0.99, which means yes, for every digit.');
      await shows(page, 'each of the ten outputs is at least half of its target');
      assert.match(
        await trip(page, 'ascent'),
        /(Yes\. Outputs that reach half of their target: 10|No\. Outputs that reach half of their target: \d) of 10\.$/,
      );
      assert.deepEqual(await rows(page, 'Targets'), Array(10).fill('0.99'));
      await assert.rejects(page.click('combobox', 'Digit'), /is disabled/);
      assert.deepEqual(await page.problems(), []);
    });

    test('the climb can be held, gone on with step by step, and begun again', async () => {
      await page.click('radio', 'One digit');
      await shows(page, `Recognised: ${recognised(expected.ascent)} of 10 digits.`);
      await choose(page, 'Digit', '3');
      await shows(page, 'Climbing…');
      await page.click('button', 'Hold');
      await page.until(() => !document.body.textContent?.includes('Climbing…'), { what: 'the climb to end' });
      const at = await page.evaluate(() =>
        Number(document.body.textContent?.match(/Step (\d+) of 200/)?.[1]),
      );
      assert.ok(at < 200, 'it can be held on its way');
      await page.click('button', 'One step');
      await shows(page, `Step ${at + 1} of 200`);
      await page.click('button', 'Blank page');
      await shows(page, 'Step 0 of 200');
      await shows(page, 'The page is blank.');
      assert.equal(new Set(await greys(page, 'Ascent')).size, 1);
      await page.click('button', 'Climb');
      await climbed(page, 'Is it recognised as 3?');
      assert.match(await trip(page, 'ascent'), /Yes/);
    });

    test('backquery follows a network that learns; the climb waits until it is settled', async () => {
      const before = (await greys(page, 'Backquery')).join();
      await page.click('button', 'Train');
      await shows(page, 'the hidden nodes (200 in all)');
      await shows(page, 'The digits are counted when training pauses.');
      await page.until(
        () => !document.querySelector('[aria-label="Ascent: the ten digits"]')?.textContent?.includes('read'),
        { what: 'the count of another network to go' },
      );
      assert.notEqual((await greys(page, 'Backquery')).join(), before);
      await page.click('button', 'Pause');
      await climbed(page, 'Is it recognised as 3?');
      await page.until(
        () =>
          document.querySelectorAll('[aria-label="Ascent: the ten digits"] .visually-hidden').length === 10,
        { what: 'all ten climbs', timeout: 30_000 },
      );
      assert.deepEqual(await page.problems(), []);
    });
  });
}
