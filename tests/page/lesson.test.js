import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CARDS } from '../../web/features/lesson/cards.js';
import { engines } from '../browser/engines.js';
import { DEEDS, done, foolIt, opened, pickLight } from './lesson-deeds.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, clickIn, draw, drawn, fact, inked, prediction, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

/** The cards, from 0, on which a part of the stage is clicked: focus that is set otherwise may scroll to it. */
const CLICKED = [0, 1, 4, 10];

/** How far the page is scrolled, and where the last of the lesson's buttons begins. @param {Page} page */
const places = (page) =>
  page.evaluate(() => {
    const next = [...document.querySelectorAll('.turning button')].at(-1)?.getBoundingClientRect();
    return { scrolled: scrollY, next: next && [Math.round(next.right), Math.round(next.top)] };
  });

/** Whether the choice of how the pictures are found is below the state of the run. To be evaluated in the page. */
const isClear = () => {
  const [line, way] = ['.run-line', '.outputs .way'].map((part) =>
    /** @type {Element} */ (document.querySelector(part)).getBoundingClientRect(),
  );
  return line.top >= 0 && way.top >= line.bottom;
};

/** Waits until the state of the run can be read at the top of the window. @param {Page} page */
const saysTheRun = (page) =>
  page.until(
    () => {
      const line = /** @type {Element} */ (document.querySelector('.run-line'));
      const { top, bottom } = line.getBoundingClientRect();
      const isInView = top >= 0 && bottom <= 60;
      return isInView && /Accuracy 9\d\.\d\d\s% at step [\d,]+\./.test(line.textContent ?? '');
    },
    { what: 'the state of the run' },
  );

for (const engine of engines) {
  describe(`the lesson in ${engine}`, () => {
    const browser = browserForTests(engine);

    /** @type {Page} */
    let page;

    /** @param {string} link @param {{ width: number, height: number }} [size] */
    async function open(link = '', size) {
      page = await browser.openPage(site.url + link, size);
      await ready(page);
    }

    test('all cards drive the page, wait for the visitor and answer what was done', async () => {
      await open('', { width: 1280, height: 720 });
      await page.click('button', 'Lesson');
      const nexts = [];
      for (const [card, [does]] of DEEDS.entries()) {
        await opened(page, card);
        const before = await places(page);
        const status = await page.evaluate(
          () => document.querySelector('.lesson [role=status]')?.textContent,
        );
        assert.equal(status?.trim(), '', CARDS[card].title());
        await does(page);
        await done(page, card);
        if (CARDS[card].title() === 'Again and again') await saysTheRun(page);
        const after = await places(page);
        nexts.push(before.next, after.next);
        if (CARDS[card].title() === 'Dreaming')
          await page.until(isClear, { what: 'the choice of the pictures' });
        if (CLICKED.includes(card)) assert.equal(after.scrolled, before.scrolled, `card ${card + 1} jumps`);
        const main = await page.evaluate(() => document.querySelector('.lesson .main')?.ariaLabel);
        const last = card === CARDS.length - 1;
        assert.equal(main, last ? 'Explore freely' : 'Next card');
        await page.click('button', last ? 'Explore freely' : 'Next card');
      }
      await page.until(() => !document.querySelector('.lesson, [data-pointed-out]'), {
        what: 'the end of the lesson',
      });
      for (const next of nexts)
        assert.deepEqual(next, nexts[0], 'the button is clicked again and again at one place');
      assert.equal(DEEDS.length, CARDS.length);
      assert.deepEqual(await page.problems(), []);
      // Training goes on by itself; other tests shall not wait for it.
      await page.goto('about:blank');
    });

    test('a visitor keeps the drawing, may go on without doing anything, leave, and return to the card', async () => {
      await open();
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
      await open('#recipe=backtrack&seed=3&card=3', { width: 390, height: 844 });
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
        location.hash = '#recipe=backtrack&seed=3&card=7';
      });
      await opened(page, 6);
      const empty = await page.evaluate(() => {
        const ring = /** @type {Element} */ (document.querySelector('[data-pointed-out]'));
        return (
          ring.getBoundingClientRect().bottom - Number(ring.lastElementChild?.getBoundingClientRect().bottom)
        );
      });
      assert.ok(empty < 8, `${empty} px below the buttons in the ring`);
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

    test('on a laptop, card, stage and explanation are in view together, and nothing covers what was picked', async () => {
      await open('#recipe=backtrack&seed=3&card=2', { width: 1280, height: 720 });
      await opened(page, 1);
      await answered(page);
      const isBeside = (/** @type {string} */ part) =>
        page.until(
          (part) => {
            const [picked, readout, panel, line] = [part, '.explaining', '.lesson', '.run-line'].map((each) =>
              /** @type {Element} */ (document.querySelector(each)).getBoundingClientRect(),
            );
            const isClear = picked.bottom <= readout.top || picked.top >= readout.bottom;
            return isClear && picked.top >= line.bottom && readout.bottom <= panel.top + 1;
          },
          { what: `${part} beside its explanation` },
          part,
        );
      for (const down of [0.97, 0.03]) {
        await clickIn(page, 'Hidden nodes', 0.5, down);
        await isBeside('[data-field=node] .marker');
      }
      await page.click('button', 'Explain output 9');
      await isBeside('.outputs .chosen');
      // Without the lesson, on a lower screen, too.
      await page.click('button', 'Leave the lesson');
      for (const height of [720, 480]) {
        await page.resize(1280, height);
        for (const down of [0.97, 0.03]) {
          await clickIn(page, 'Hidden nodes', 0.5, down);
          await page.until(
            () => {
              const [picked, readout] = ['[data-field=node] .marker', '.explaining'].map((each) =>
                /** @type {Element} */ (document.querySelector(each)).getBoundingClientRect(),
              );
              const isClear = picked.bottom <= readout.top || picked.top >= readout.bottom;
              return isClear && readout.top >= 0 && readout.bottom <= innerHeight + 1;
            },
            { what: 'the node beside its explanation' },
          );
        }
      }
      assert.deepEqual(await page.problems(), []);
    });

    test('in a presentation a card points at what is there, and nothing stays hidden behind it', async () => {
      await open('#recipe=backtrack&seed=3&present=1&card=8');
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
      await page.click('button', 'Leave');
      await page.until(
        () => {
          const [controls, panel] = ['.training [data-pointed-out]', '.lesson'].map((each) =>
            /** @type {Element} */ (document.querySelector(each)).getBoundingClientRect(),
          );
          return controls.top >= 0 && controls.bottom <= panel.top;
        },
        { what: 'the same in view on the page' },
      );
      assert.deepEqual(await page.problems(), []);
    });

    if (engine !== 'chromium') return;
    // What follows depends on no engine.
    test('a link to the card on fooling opens what it is about, in view', async () => {
      await open('#recipe=backtrack&seed=3&card=10');
      await opened(page, 9);
      await foolIt(page);
      await shows(page, '✓ Done.');
      assert.deepEqual(await page.problems(), []);
    });

    test('a light that is not dark gets its number for an answer', async () => {
      await open('#recipe=backtrack&seed=3&card=3');
      await opened(page, 2);
      await answered(page);
      await pickLight(page, (value) => value >= 0.5);
      await page.until(
        () =>
          /That node is not dark\. Find a darker one, below 0\.5\.\s*Node \d+: sum [\d.]+, squashed to (0\.[5-9]\d|1\.00)/.test(
            document.querySelector('.lesson .task')?.textContent ?? '',
          ),
        { what: 'the number of the light' },
      );
      await pickLight(page, (value) => value < 0.49);
      await shows(page, '✓ Done.');
    });

    test('what a network answered before any record is shown, and nothing that it learned is lost', async () => {
      // On the page of the test before, at the third card.
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

    test('where a link hides Training, its cards have its buttons', async () => {
      await open('#recipe=backtrack&seed=3&hide=training&card=7');
      await shows(page, 'A small step');
      await page.click('button', 'Step');
      await shows(page, 'still about a tenth');
      await page.click('button', 'Next card');
      await shows(page, 'Again and again');
      await page.click('button', 'Train');
      await shows(page, 'never been shown any of the digits', 30_000);
      assert.deepEqual(await page.problems(), []);
      await page.goto('about:blank');
    });
  });
}
