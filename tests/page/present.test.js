import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { ALL, cardsAre, focused, fragmentIs } from './cards.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, drawn, fact, inked, prediction, ready, SEVEN, shows, speaks } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

for (const engine of engines) {
  describe(`in a class, in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} link @param {{ width: number, height: number }} [size] */
    async function open(link, size) {
      page = await browser.openPage(site.url + link, size);
      await ready(page);
    }

    /** Waits until there is a button above the presentation. @param {string} name */
    const stripOffers = (name) =>
      page.until(
        (name) => [...document.querySelectorAll('.strip button')].some((each) => each.textContent === name),
        { what: name },
        name,
      );

    test('Present leaves the stage, the run and a way out, and Leave brings all back', async () => {
      await open('');
      await draw(page, SEVEN);
      await answered(page);
      await page.click('button', 'Present');
      await cardsAre(page, ['The network at work']);
      await fragmentIs(page, '#recipe=quick&seed=1&present=1');
      assert.equal(await prediction(page), '7');
      assert.equal((await page.text('status', 'Accuracy')).trim(), '–');
      for (const name of ['Train', 'Step', 'Reset', 'Clear', 'Example', 'Keys'])
        await page.box('button', name);
      assert.equal(await focused(page), 'Leave', 'the button that was pressed keeps the focus');
      await page.click('button', 'Curves');
      await cardsAre(page, ['Accuracy and error']);
      await page.click('button', 'Pictures');
      await cardsAre(page, ['What the network imagines']);
      assert.ok((await page.box('img', 'What the network imagines for 9')).width > 150);
      await page.click('button', 'Look closer');
      await cardsAre(page, ['Look closer']);
      await page.click('button', 'Lesson');
      await cardsAre(page, ['The network at work']);
      await shows(page, 'A picture is 784 numbers');
      await page.click('button', 'Leave the lesson');
      await fragmentIs(page, '#recipe=quick&seed=1&present=1');
      await page.click('button', 'Leave');
      await cardsAre(page, ALL);
      await fragmentIs(page, '#recipe=quick&seed=1');
      assert.equal(await prediction(page), '7', 'the drawing is still there');
      assert.deepEqual(await page.problems(), []);
    });

    test('a presentation goes on when a stroke ends full screen, and is left when anything else does', async () => {
      // On the page of the test before.
      await page.click('button', 'Clear');
      await page.click('button', 'Present');
      await cardsAre(page, ['The network at work']);
      await page.evaluate(() => {
        const pad = /** @type {HTMLElement} */ (document.querySelector('drawing-pad canvas'));
        let moves = 0;
        pad.addEventListener('pointermove', () => {
          if (++moves !== 2) return;
          // As when the browser ends it, but at once.
          Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true });
          document.dispatchEvent(new Event('fullscreenchange'));
          dispatchEvent(new Event('resize'));
        });
      });
      await draw(page, SEVEN);
      await drawn(page);
      await cardsAre(page, ['The network at work']);
      assert.ok((await inked(page)) > 0, 'the stroke is kept');
      await page.click('button', 'Clear');
      await draw(page, SEVEN);
      await answered(page);
      assert.equal(await prediction(page), '7');
      await page.evaluate(() => document.dispatchEvent(new Event('fullscreenchange')));
      await cardsAre(page, ALL);
      assert.deepEqual(await page.problems(), []);
    });

    test('on a projector a presentation needs no scrolling, and is read from the back row', async () => {
      await open('#present=1', { width: 1920, height: 1080 });
      await draw(page, SEVEN);
      await answered(page);
      // The readouts that say most.
      for (const [role, name, said] of [
        ['slider', 'Hidden nodes', 'Its pull on each output'],
        ['img', 'What the network imagines for 4', 'The Imagination tab shows how they are made.'],
      ]) {
        const { x, y, width: across, height: down } = await page.box(role, name);
        await page.drag([[x + across * 0.85, y + down * 0.79]]);
        await shows(page, said);
        for (const [width, height] of [
          [1280, 720],
          [1920, 1080],
        ]) {
          await page.resize(width, height);
          await drawn(page);
          const { scrolling, size } = await page.evaluate(() => {
            const readout = /** @type {Element} */ (document.querySelector('.readout'));
            return {
              scrolling: [document.documentElement, readout]
                .filter(
                  (each) => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth,
                )
                .map((each) => each.className),
              size: Number.parseFloat(
                getComputedStyle(/** @type {Element} */ (readout.querySelector('p'))).fontSize,
              ),
            };
          });
          assert.deepEqual(scrolling, [], `${name}, ${width} x ${height}`);
          assert.ok(size >= (24 * height) / 1080, `${size} px at ${height}`);
        }
      }
    });

    test('the numbers at the curves grow with the screen, so that they can be read from the back', async () => {
      // On the page of the test before.
      await page.evaluate(() => {
        const { prototype } = CanvasRenderingContext2D;
        const { fillText } = prototype;
        prototype.fillText = function (...text) {
          document.documentElement.dataset.drawn = this.font;
          return fillText.apply(this, text);
        };
        /** @type {HTMLElement} */ (document.querySelector('.views button:nth-child(2)')).click();
      });
      await shows(page, 'records read correctly');
      for (const [width, height] of [
        [1280, 720],
        [1920, 1080],
      ]) {
        await page.resize(width, height);
        await page.until(
          (least) =>
            Number.parseFloat(document.documentElement.dataset.drawn ?? '') / devicePixelRatio >= least,
          { what: `the size at ${height}` },
          (20 * height) / 1080,
        );
      }
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.views button')).click());
    });

    test('the run is in one row in every language', async () => {
      await page.resize(1280, 720);
      for (const language of ['es', 'pt', 'en']) {
        await page.evaluate((language) => {
          location.hash += `&lang=${language}`;
        }, language);
        await speaks(page, language);
        const [strip, button] = await page.evaluate(() =>
          ['.strip', '.strip button'].map((each) => document.querySelector(each)?.clientHeight ?? 0),
        );
        assert.ok(strip < 1.5 * button, `${strip} px in ${language}, a button ${button}`);
      }
    });

    test('keys draw, train, step, reset and present, and open tabs in front', async () => {
      // On the page of the test before.
      await page.evaluate(() => {
        location.hash = '#recipe=backtrack&seed=3&epochs=1000';
      });
      await cardsAre(page, ALL);
      // What is pinned would be unpinned first by the key that leaves a presentation.
      await page.press('Escape');
      await page.press('e');
      await answered(page);
      await page.press('c');
      await shows(page, 'nothing to read yet');
      await page.press('s');
      await fact(page, 'Records shown', '1');
      await page.press(',');
      await shows(page, 'You are viewing the network at step 0.');
      await page.press('.');
      await page.press('-');
      await shows(page, '10,000 records per second');
      await page.press('+');
      await page.press('t');
      await shows(page, 'Learning.');
      await page.press('p');
      await cardsAre(page, ['The network at work']);
      await page.box('button', 'Pause');
      await page.press('T');
      await stripOffers('Train');
      await page.press('3');
      await cardsAre(page, ['Look closer']);
      await fragmentIs(page, '#recipe=backtrack&seed=3&epochs=1000&view=mistakes&present=1');
      assert.equal(await focused(page), 'Mistakes');
      await page.press('0');
      await cardsAre(page, ['The network at work']);
      await page.press('r');
      await page.until(() => document.querySelector('.strip')?.textContent?.includes('0 records'), {
        what: 'a new run',
      });
      await stripOffers('Undo reset');
      await page.click('button', 'Undo reset');
      await stripOffers('Reset');
      await page.press('r');
      await stripOffers('Undo reset');
      await page.press('z');
      await stripOffers('Reset');
      await page.press('Escape');
      await cardsAre(page, ALL);
      await page.press('d');
      await page.until(() => document.documentElement.dataset.scheme === 'dark', { what: 'the dark' });
      await page.press('l');
      await page.until(() => document.documentElement.dataset.scheme === 'light', { what: 'the light' });
      assert.deepEqual(await page.problems(), []);
    });
  });
}
