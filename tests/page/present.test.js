import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, drawn, fact, greys, inked, prediction, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });

const ALL = [
  'The network at work',
  'Train',
  'Look closer',
  'Recipe',
  'Records',
  'Your class',
  'Network files',
  'On this machine',
  'Take it with you',
];
const WITHOUT_TABS = ALL.filter((card) => card !== 'Look closer');

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

    /** The headings of the cards that are there. */
    const cards = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll('main .card > h2'), (title) => title.textContent),
      );

    /** @param {string[]} wanted */
    const cardsAre = (wanted) =>
      page.until(
        (wanted) =>
          Array.from(document.querySelectorAll('main .card > h2'), (title) => title.textContent).join() ===
          wanted,
        { what: `the cards ${wanted}` },
        wanted.join(),
      );

    const fragment = () => page.evaluate(() => location.hash);
    /** @param {string} wanted */
    const fragmentIs = (wanted) =>
      page.until((wanted) => location.hash === wanted, { what: `the address ${wanted}` }, wanted);

    /** The name of what has the focus. */
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());

    /** @param {string} id */
    const isOpen = (id) =>
      page.evaluate((id) => /** @type {HTMLDialogElement} */ (document.getElementById(id)).open, id);

    /**
     * Waits until a dialog is open or closed, and the page knows it.
     *
     * @param {string} id
     * @param {boolean} open
     */
    const becomes = (id, open) =>
      page.until(
        (id, open) => {
          const dialog = /** @type {HTMLDialogElement} */ (document.getElementById(id));
          return dialog.open === open && dialog.childElementCount > 1 === open;
        },
        { what: `the dialog ${id} to be ${open ? 'open' : 'closed'}` },
        id,
        open,
      );

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
      await cardsAre(['The network at work']);
      await fragmentIs('#recipe=quick&seed=1&present=1');
      assert.equal(await prediction(page), '7');
      assert.equal((await page.text('status', 'Accuracy')).trim(), '–');
      for (const name of ['Train', 'Step', 'Reset', 'Clear', 'Example', 'Keys'])
        await page.box('button', name);
      assert.equal(await focused(), 'Leave', 'the button that was pressed keeps the focus');
      await page.click('button', 'Curves');
      await cardsAre(['Accuracy and error']);
      await page.click('button', 'Pictures');
      await cardsAre(['What the network imagines']);
      assert.ok((await page.box('img', 'What the network imagines for 9')).width > 150);
      await page.click('button', 'Look closer');
      await cardsAre(['Look closer']);
      await page.click('button', 'Lesson');
      await cardsAre(['The network at work']);
      await shows(page, 'A picture is 784 numbers');
      await page.click('button', 'Leave the lesson');
      await fragmentIs('#recipe=quick&seed=1&present=1');
      await page.click('button', 'Leave');
      await cardsAre(ALL);
      await fragmentIs('#recipe=quick&seed=1');
      assert.equal(await prediction(page), '7', 'the drawing is still there');
      assert.deepEqual(await page.problems(), []);
    });

    test('on a projector a presentation needs no scrolling, and is read from the back row', async () => {
      for (const [width, height] of [
        [1920, 1080],
        [1280, 720],
      ]) {
        await open('#present=1', { width, height });
        await draw(page, SEVEN);
        await answered(page);
        // The readout that says most.
        const { x, y, width: across, height: down } = await page.box('slider', 'Hidden nodes');
        await page.drag([[x + across * 0.85, y + down * 0.79]]);
        await shows(page, 'Its pull on each output');
        const { scrolls, size } = await page.evaluate(() => ({
          scrolls:
            document.documentElement.scrollHeight > innerHeight ||
            document.documentElement.scrollWidth > innerWidth,
          size: Number.parseFloat(
            getComputedStyle(/** @type {Element} */ (document.querySelector('.readout p'))).fontSize,
          ),
        }));
        assert.equal(scrolls, false, `${width} x ${height}`);
        assert.ok(size >= (24 * height) / 1080, `${size} px at ${height}`);
      }
    });

    test('keys draw, train, step, reset and present, and open tabs in front', async () => {
      await open('#recipe=backtrack&seed=3&epochs=1000');
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
      await cardsAre(['The network at work']);
      await page.box('button', 'Pause');
      await page.press('T');
      await stripOffers('Train');
      await page.press('3');
      await cardsAre(['Look closer']);
      await fragmentIs('#recipe=backtrack&seed=3&epochs=1000&view=mistakes&present=1');
      assert.equal(await focused(), 'Mistakes');
      await page.press('0');
      await cardsAre(['The network at work']);
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
      await cardsAre(ALL);
      await page.press('d');
      await page.until(() => document.documentElement.dataset.scheme === 'dark', { what: 'the dark' });
      await page.press('l');
      await page.until(() => document.documentElement.dataset.scheme === 'light', { what: 'the light' });
      assert.deepEqual(await page.problems(), []);
    });

    test('keys write where something is written, and leave the page alone', async () => {
      await open('');
      await page.click('button', 'All settings');
      await page.click('spinbutton', 'Seed');
      for (const key of ['3', 'p']) await page.press(key);
      const field = await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))));
        return document.activeElement?.id;
      });
      assert.equal(field, 'setting-seed');
      assert.deepEqual(await cards(), ALL);
      assert.equal(await fragment(), '#recipe=quick&seed=1');
    });

    test('the list of keys opens with ? and its button, closes with Escape and Close, and gives the focus back', async () => {
      await open('');
      await page.click('button', 'Example');
      await answered(page);
      await page.press('?');
      await becomes('keys', true);
      const list = await page.text('dialog', 'Keys');
      for (const what of [
        'Train or pause',
        'Look closer: Imagination',
        'leave the presentation or the lesson',
      ]) {
        assert.ok(list.includes(what), what);
      }
      await page.press('p');
      assert.deepEqual(await cards(), ALL, 'no key works behind it');
      await page.press('Escape');
      await becomes('keys', false);
      assert.equal(await focused(), 'Example');
      await page.click('button', 'Keys');
      await becomes('keys', true);
      await page.click('button', 'Close');
      await becomes('keys', false);
      assert.equal(await focused(), 'Keys');
      assert.deepEqual(await page.problems(), []);
    });

    test('keys can be switched off, for the next visit, too', async () => {
      await open('');
      await page.press('?');
      await becomes('keys', true);
      await page.click('checkbox', 'Keys are on');
      await page.press('Escape');
      await becomes('keys', false);
      await page.press('p');
      await page.press('?');
      assert.equal(await isOpen('keys'), false);
      assert.deepEqual(await cards(), ALL);
      await page.reload();
      await ready(page);
      await page.press('p');
      await page.click('button', 'Keys');
      await becomes('keys', true);
      assert.deepEqual(await cards(), ALL);
      await page.click('checkbox', 'Keys are on');
      await page.press('Escape');
      await becomes('keys', false);
      await page.press('p');
      await cardsAre(['The network at work']);
    });

    test('a link hides what a lesson does without, and says what it does not know', async () => {
      await open(
        '#seed=5&view=mistakes&card=3&hide=settings,files,collection,network,machine,download,training,cake',
      );
      await cardsAre(['The network at work', 'Look closer']);
      await shows(page, 'The link hides a part');
      await fragmentIs(
        '#recipe=quick&seed=5&view=mistakes&card=3&hide=training,settings,files,collection,network,machine,download',
      );
      await open('#hide=preparation,tools,closer');
      assert.deepEqual(await cards(), WITHOUT_TABS);
      assert.equal(
        await page.evaluate(
          () => document.querySelector('.preparation') || document.querySelector('.scheme'),
        ),
        null,
      );
      await page.press('1');
      await page.press('p');
      await cardsAre(['The network at work']);
      await page.click('button', 'Leave');
      await cardsAre(WITHOUT_TABS);
      assert.deepEqual(await page.problems(), []);
    });

    test('a link that a mailer has maimed opens what it says, and the page’s address says it plainly', async () => {
      await open('?utm_source=mail&recipe=backtrack&amp;seed=5&view=mistakes).');
      await fragmentIs('#recipe=backtrack&seed=5&view=mistakes');
      assert.equal(await page.evaluate(() => location.search), '?utm_source=mail');
      assert.equal(await page.evaluate(() => document.querySelector('.problems')?.textContent?.trim()), '');
      await page.click('button', 'Link');
      await becomes('link', true);
      assert.equal(
        await page.evaluate(
          () => /** @type {HTMLInputElement} */ (document.querySelector('#link-field')).value,
        ),
        `${site.url}?utm_source=mail#recipe=backtrack&seed=5&view=mistakes`,
      );
    });

    test('a presentation goes on when a stroke ends full screen, and is left when anything else does', async () => {
      await open('');
      await page.click('button', 'Present');
      await cardsAre(['The network at work']);
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
      await cardsAre(['The network at work']);
      assert.ok((await inked(page)) > 0, 'the stroke is kept');
      await page.click('button', 'Clear');
      await draw(page, SEVEN);
      await answered(page);
      assert.equal(await prediction(page), '7');
      await page.evaluate(() => document.dispatchEvent(new Event('fullscreenchange')));
      await cardsAre(ALL);
      assert.deepEqual(await page.problems(), []);
    });

    test('a link to another place leaves a run with the same settings alone; other settings start another', async () => {
      await open('#recipe=backtrack&seed=3');
      await page.press('s');
      await fact(page, 'Records shown', '1');
      /** @param {string} link */
      const go = (link) =>
        page.evaluate((link) => {
          location.hash = link;
        }, link);
      await go('#seed=3&recipe=backtrack&view=imagination&hide=files');
      await cardsAre(ALL.filter((card) => card !== 'Records'));
      await fragmentIs('#recipe=backtrack&seed=3&view=imagination&hide=files');
      assert.equal(
        await page.evaluate(() => document.querySelector('[role=tab][aria-selected=true]')?.textContent),
        'Imagination',
      );
      await fact(page, 'Records shown', '1');
      await go('#recipe=backtrack&seed=4');
      await fact(page, 'Records shown', '0');
      await cardsAre(ALL);
    });

    test('Make a link shows the link with what it is to open and hide, and copies it', async () => {
      await open('#recipe=notebook&seed=9');
      await page.click('button', 'Link');
      await becomes('link', true);
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
      assert.equal(await fragment(), '#recipe=notebook&seed=9', 'this page stays as it is');
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
