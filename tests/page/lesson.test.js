import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CARDS } from '../../web/features/lesson/cards.js';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, drawn, fact, inked, prediction, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

/** @param {Page} page @param {string} role @param {string} name clicked somewhere near its middle */
async function pick(page, role, name) {
  const { x, y, width, height } = await page.box(role, name);
  await page.drag([[x + 0.52 * width, y + 0.52 * height]]);
}

/**
 * Picks a light by keyboard, going on until it is as wanted.
 *
 * @param {Page} page
 * @param {(value: number) => boolean} wanted
 */
async function pickLight(page, wanted) {
  await page.evaluate(() =>
    /** @type {HTMLElement} */ (document.querySelector('[aria-label="Hidden nodes"]')).focus(),
  );
  let before = '';
  for (let presses = 0; presses < 100; presses++) {
    await page.press('ArrowRight');
    before =
      (await page.until(
        (before) => {
          const text =
            document.querySelector('[aria-label="Hidden nodes"]')?.getAttribute('aria-valuetext') ?? '';
          return text !== before && text.includes(': ') && text;
        },
        { what: 'the number of the next light' },
        before,
      )) || '';
    if (wanted(Number(before.split(': ')[1]))) {
      await page.press('Enter');
      return;
    }
  }
  assert.fail('there is no such light');
}

/** Tilts until the card is content, and sees that the angle is said meanwhile. @param {Page} page */
async function tiltOn(page) {
  for (let angle = 15; angle <= 90; angle += 15) {
    await page.click('button', 'Tilt right');
    const said = await page.until(
      (angle) => {
        const text = document.querySelector('.lesson [role=status]')?.textContent ?? '';
        // It goes on learning, so the answer can change between two tilts.
        return (text.includes('Done.') || text.includes(`ilted by ${angle}°`)) && text;
      },
      { what: `${angle}° to be said` },
      angle,
    );
    if (String(said).includes('Done.')) return;
    assert.match(String(said), /it is still read as \d/);
  }
}

/** Moves the slider by keyboard until the network is fooled, which all of the change does. @param {Page} page */
async function foolIt(page) {
  await page.until(
    () => {
      const answers = [...document.querySelectorAll('.sum output')].map((each) => each.textContent ?? '');
      return answers.length === 2 && answers.every((each) => /Read as \d|No digit/.test(each));
    },
    { what: 'answers of both networks' },
  );
  await page.evaluate(() => document.getElementById('foil-position')?.focus());
  for (let presses = 0; presses < 10; presses++) await page.press('ArrowRight');
  await page.until(
    () =>
      /So far, it (still )?reads/.test(document.querySelector('.lesson [role=status]')?.textContent ?? ''),
    { what: 'what half of the change does' },
  );
  await page.press('End');
}

/**
 * How the tasks are done, and what is said to it, in the order of cards.
 *
 * @type {[does: (page: Page) => Promise<void>, said: RegExp][]}
 */
const DEEDS = [
  [
    async (page) => {
      await answered(page);
      await pick(page, 'slider', 'Inputs');
    },
    /That pixel \(row 1[56], column 1[56]\) is the number \d\.\d\d\./,
  ],
  [(page) => pick(page, 'slider', 'Hidden nodes'), /the 784 weights of node \d+ as a picture/],
  [(page) => pickLight(page, (value) => value < 0.5), /below zero, so it passes on only 0\.[0-4]\d/],
  [
    (page) => page.click('button', 'Before any record'),
    /the network before any record: its weights are random/,
  ],
  [
    async (page) => {
      await shows(page, 'Test record 1: digit 7');
      await page.click('button', 'Explain output 7');
    },
    /Output 7 is 0\.[3-7]\d, and its target is 0\.99\. So its error is \+0\.\d\d: it should be higher\./,
  ],
  [
    (page) => pick(page, 'slider', 'Hidden nodes'),
    /weight is strongest: [+−]0\.\d\d\. .* = [+−]?0\.\d\d\. It gets such a share from each of the ten/,
  ],
  [(page) => page.click('button', 'Step'), /on 10,000 other digits is still about a tenth/],
  [
    (page) => page.click('button', 'Train'),
    /At step \d[\d,]*, the network read 9\d\.\d\d\s% of the other digits correctly/,
  ],
  [tiltOn, /Tilted by \d+° to the right.* it was never shown that a tilted digit is still the same digit/],
  [
    foolIt,
    /It reads an? \d now\. On average, \d+\.\d\s% of full ink .* (it takes \d+\.\d times as much|usually take more)\./,
  ],
  [
    (page) => pick(page, 'img', 'What the network imagines for 4'),
    /this picture of 4: it comes from the weights alone/,
  ],
];

/**
 * Waits for a card: its heading has the focus, what it points at has the ring, and is where the panel does
 * not cover it (or begins there, if it is too high).
 *
 * @param {Page} page
 * @param {number} card from 0
 */
async function opened(page, card) {
  const { title, target } = CARDS[card];
  await page.until(
    (title, target) => {
      const panel = document.querySelector('.lesson')?.getBoundingClientRect();
      const part = document.querySelector(target)?.getBoundingClientRect();
      const rings = [...document.querySelectorAll('[data-pointed-out]')];
      if (!panel || !part || rings.length !== 1 || !rings[0].matches(target)) return false;
      const seen = part.top >= 0 && (part.bottom <= panel.top || part.height > panel.top - 40);
      return document.activeElement?.textContent === title && seen && part.top < panel.top;
    },
    { what: `the card ‘${title}’, and ${target} in view` },
    title,
    target,
  );
}

/** What the card says to what was done, or ''. @param {Page} page */
const answer = (page) =>
  page.evaluate(
    () =>
      document.querySelector('.lesson [role=status]')?.textContent?.replace(/\s+/g, ' ').trim() ??
      'no lesson',
  );

for (const engine of engines) {
  describe(`the lesson in ${engine}`, () => {
    const browser = browserForTests(engine);

    /** @param {string} link @param {{ width: number, height: number }} [size] */
    async function open(link = '', size) {
      const page = await browser.openPage(site.url + link, size);
      await ready(page);
      return page;
    }

    test('all cards drive the page, wait for the visitor and answer what was done', async () => {
      const page = await open();
      await page.click('button', 'Lesson');
      for (const [card, [does, said]] of DEEDS.entries()) {
        await opened(page, card);
        assert.equal(await answer(page), '', CARDS[card].title);
        await does(page);
        await page.until(
          () => document.querySelector('.lesson [role=status]')?.textContent?.includes('✓ Done.'),
          { what: `‘${CARDS[card].title}’ to be done`, timeout: 30_000 },
        );
        assert.match(await answer(page), said);
        const main = await page.evaluate(() => document.querySelector('.lesson .main')?.textContent);
        const last = card === CARDS.length - 1;
        assert.equal(main, last ? 'Explore freely' : 'Next card');
        await page.click('button', last ? 'Explore freely' : 'Next card');
      }
      await page.until(() => !document.querySelector('.lesson, [data-pointed-out]'), {
        what: 'the end of the lesson',
      });
      assert.equal(DEEDS.length, CARDS.length);
      assert.deepEqual(await page.problems(), []);
      // Training goes on by itself; other tests shall not wait for it.
      await page.goto('about:blank');
    });

    test('a visitor keeps the drawing, may go on without doing anything, leave, and return to the card', async () => {
      const page = await open();
      await draw(page, SEVEN);
      await answered(page);
      await drawn(page);
      const before = await inked(page);
      await page.click('button', 'Lesson');
      for (let card = 0; card < 3; card++) {
        await opened(page, card);
        await page.click('button', 'Next card');
      }
      await opened(page, 3);
      await page.click('button', 'Previous card');
      await opened(page, 2);
      await page.press('Escape');
      await page.until(() => !document.querySelector('.lesson, [data-pointed-out]'), { what: 'no lesson' });
      assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Lesson');
      assert.equal(await inked(page), before);
      assert.equal(await prediction(page), '7');
      await page.click('button', 'Lesson');
      await opened(page, 2);
      await page.click('button', 'Leave the lesson');
      await page.until(() => !document.querySelector('.lesson'), { what: 'no lesson' });
      assert.deepEqual(await page.problems(), []);
    });

    test('a link opens its card, on a phone too, and each card has one', async () => {
      const page = await open('#recipe=backtrack&seed=3&card=3', { width: 390, height: 844 });
      await opened(page, 2);
      const { top, height } = await page.evaluate(() => {
        const { top } = /** @type {Element} */ (document.querySelector('.lesson')).getBoundingClientRect();
        return { top, height: innerHeight };
      });
      assert.ok(height - top <= 0.4 * height + 1, `${height - top} of ${height} px`);
      const link = await page.evaluate(() =>
        [...document.querySelectorAll('a')]
          .find((each) => each.textContent === 'Link to this card')
          ?.getAttribute('href'),
      );
      assert.equal(link, '#recipe=backtrack&seed=3&card=3');
      await page.evaluate(() => {
        location.hash = '#recipe=backtrack&seed=3&card=9';
      });
      await opened(page, 8);
      await page.evaluate(() => {
        location.hash = '#recipe=backtrack&seed=3&card=99';
      });
      await shows(page, 'The link asks for card 99 of the lesson, which has 11.');
      assert.deepEqual(await page.problems(), []);
    });

    test('the panel leaves the stage free, and what was picked stays in sight beside its explanation', async () => {
      const page = await open('#recipe=backtrack&seed=3&card=1');
      await opened(page, 0);
      await answered(page);
      const box = (/** @type {string} */ part) =>
        page.evaluate((part) => {
          const { top, bottom } = /** @type {Element} */ (
            document.querySelector(part)
          ).getBoundingClientRect();
          return { top, bottom };
        }, part);
      const panel = await box('.lesson');
      assert.ok(panel.bottom - panel.top <= 11 * 16, `${panel.bottom - panel.top} px`);
      const stage = await box('.flow');
      assert.ok(stage.top >= 0 && stage.bottom <= panel.top, JSON.stringify(stage));
      await pick(page, 'slider', 'Inputs');
      await page.until(() => document.querySelector('.readout[data-pointed-out]'), { what: 'the readout' });
      const [picked, readout] = [await box('.inputs .marker'), await box('.readout')];
      assert.ok(picked.top >= 0 && picked.bottom <= panel.top, JSON.stringify(picked));
      assert.ok(readout.top >= 0 && readout.bottom <= panel.top, JSON.stringify(readout));
    });

    test('a link to the card on fooling opens what it is about, in view', async () => {
      const page = await open('#recipe=backtrack&seed=3&card=10');
      await opened(page, 9);
      await foolIt(page);
      await shows(page, '✓ Done.');
      assert.deepEqual(await page.problems(), []);
    });

    test('in a presentation a card points at what is there, and nothing stays hidden behind it', async () => {
      const page = await open('#recipe=backtrack&seed=3&present=1&card=8');
      await page.until(() => document.querySelector('.strip[data-pointed-out]'), {
        what: 'the run in the page’s head to be pointed out',
      });
      const hidden = await page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight);
        const bottom = (/** @type {string} */ part) =>
          /** @type {Element} */ (document.querySelector(part)).getBoundingClientRect();
        return bottom('.stage').bottom - bottom('.lesson').top;
      });
      assert.ok(hidden <= 0, `${hidden} px of the stage`);
      assert.deepEqual(await page.problems(), []);
    });

    test('what a network answered before any record is shown, and nothing that it learned is lost', async () => {
      const page = await open('#recipe=backtrack&seed=3&card=3');
      await opened(page, 2);
      await answered(page);
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '2');
      await page.click('button', 'Next card');
      await opened(page, 3);
      await page.click('button', 'Before any record');
      await shows(page, 'Just a guess: this network has not learned anything yet.');
      await page.until(
        () => {
          const bars = [...document.querySelectorAll('.outputs .bar')];
          const values = bars.map((bar) => Number(bar.getAttribute('aria-valuenow')));
          return values.length === 10 && values.every((value) => value > 0.1 && value < 0.9);
        },
        { what: 'ten bars of middling length' },
      );
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '3');
      assert.deepEqual(await page.problems(), []);
    });

    test('a light that is not dark gets its number for an answer', async () => {
      const page = await open('#recipe=backtrack&seed=3&card=3');
      await opened(page, 2);
      await answered(page);
      await pickLight(page, (value) => value >= 0.5);
      await page.until(
        () =>
          /^\s*That node is (0\.[5-9]\d|1\.00)\. Find a darker one/.test(
            document.querySelector('.lesson [role=status]')?.textContent ?? '',
          ),
        { what: 'the number of the light' },
      );
      await pickLight(page, (value) => value < 0.49);
      await shows(page, '✓ Done.');
    });

    test('where a link hides Training, its cards have its buttons', async () => {
      const page = await open('#recipe=backtrack&seed=3&hide=training&card=7');
      await shows(page, 'A small step');
      await page.click('button', 'Step');
      await shows(page, 'still about a tenth');
      await page.click('button', 'Next card');
      await shows(page, 'Again and again');
      await page.click('button', 'Train');
      await shows(page, 'of the other digits correctly', 30_000);
      assert.deepEqual(await page.problems(), []);
      await page.goto('about:blank');
    });
  });
}
