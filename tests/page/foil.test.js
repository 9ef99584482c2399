import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { POSITIONS } from '../../web/features/foil/change.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { engines } from '../browser/engines.js';
import { parseRecords } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { browserForTests, siteForTests } from './setup.js';
import { answered, draw, drawn, greys, ready, SEVEN, settled, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const LONG = '#recipe=notebook&epochs=1000';
const OWN = 'The network on the stage';
const ROBUST = 'A robust network';

const site = siteForTests({ records: 5000 });
/**
 * The greys of the foils of the first test record as a 3, in Node.
 *
 * @type {Record<string, number[]>} by the network's name
 */
const foils = {};

before(async () => {
  const glassbox = await loadGlassbox();
  const model = new URL('../../web/robust.npz', import.meta.url);
  const [{ inputs }] = parseRecords(await firstRecords('test', 1));
  for (const [name, network] of /** @type {const} */ ([
    [OWN, await glassbox.pretrained()],
    [ROBUST, await glassbox.pretrained({ model })],
  ])) {
    const foil = network.foil(Float32Array.from(inputs), 3);
    foils[name] = Array.from(foil ?? [], (input) => input * 255);
  }
});

/** The answers to the changed pictures: of the network on the stage, and of the robust one. @param {Page} page */
const answers = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.foil output'), (output) => output.textContent?.trim()),
  );

/** @param {Page} page @param {string[]} wanted */
const answersAre = (page, ...wanted) =>
  page.until(
    (wanted) =>
      Array.from(document.querySelectorAll('.foil output'), (output) => output.textContent?.trim()).join() ===
      wanted,
    { what: `the answers ${wanted}` },
    wanted.join(),
  );

/** What is said of each network. @param {Page} page */
const outcomes = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.foil section > p:last-child'), (text) => text.textContent?.trim()),
  );

/** @param {Page} page @param {number} digit */
const choose = (page, digit) =>
  page.evaluate((digit) => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector('.foil select'));
    select.value = String(digit);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, digit);

/** The digit in the field. @param {Page} page */
const chosen = (page) =>
  page.evaluate(() => /** @type {HTMLSelectElement} */ (document.querySelector('.foil select')).value);

/** The requests for the robust network. @param {Page} page */
const loads = async (page) => (await page.requests()).filter((request) => /robust/.test(String(request)));

for (const engine of engines) {
  describe(`fooling the network in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    async function open(link = '') {
      page = await browser.openPage(site.url + link);
      await ready(page);
    }

    test('is closed at first; opened, it shows what makes both networks read another digit', async () => {
      await open(LONG);
      await draw(page, SEVEN);
      await answered(page);
      assert.equal(await page.evaluate(() => document.querySelector('.foil section')), null);
      assert.deepEqual(await loads(page), []);
      await page.click('button', 'Fool it');
      await shows(page, 'times as much');
      const second = await chosen(page);
      assert.equal((await loads(page)).length, 1);
      await shows(page, `Second guess: ${second}.`);
      assert.deepEqual(await answers(page), [`Read as ${second}`, `Read as ${second}`]);
      assert.match(
        String((await outcomes(page))[0]),
        /^It takes \d+\.\d\s% of full ink per pixel on average, and/,
      );
      const { top, bottom, height } = await page.evaluate(() => {
        const part = /** @type {Element} */ (document.querySelector('.foil')).getBoundingClientRect();
        return { top: part.top, bottom: part.bottom, height: innerHeight };
      });
      assert.ok(top < height / 3 || bottom <= height + 1, 'it can be seen');
      await page.click('button', 'Fool it');
      await page.until(() => !document.querySelector('.foil section'), { what: 'it to be closed' });
      assert.deepEqual(await page.problems(), []);
    });

    // On the page of the test before, and so the next four.
    test('the slider goes by keyboard from the picture as it is to the changed one', async () => {
      await page.evaluate(() => document.querySelector('.foil button')?.scrollIntoView());
      await page.click('button', 'Fool it');
      await shows(page, 'times as much');
      await choose(page, 3);
      await drawn(page);
      assert.equal(await chosen(page), '3', 'while the foil is looked for');
      await answersAre(page, 'Read as 3', 'Read as 3');
      await page.evaluate(() => document.getElementById('foil-position')?.focus());
      await page.press('ArrowLeft');
      await shows(page, '95\u00a0%');
      assert.doesNotMatch(String(await answers(page)), /Read as 3/, 'all of it is needed');
      await page.press('Home');
      await answersAre(page, 'Read as 7', 'Read as 7');
      await drawn(page);
      for (const name of [OWN, ROBUST]) {
        assert.deepEqual(
          await greys(page, `${name}: the changed picture`),
          await greys(page, `${name}: the picture as it is`),
        );
        assert.ok((await greys(page, `${name}: the change`)).every((grey) => grey === 0));
      }
      for (let presses = 0; presses < POSITIONS; presses++) await page.press('ArrowRight');
      await answersAre(page, 'Read as 3', 'Read as 3');
      await drawn(page);
      assert.ok(Math.max(...(await greys(page, `${ROBUST}: the change`))) > 250, 'the largest change');
      assert.deepEqual(await page.problems(), []);
    });

    test('without a picture, or with the digit that is read anyway, it says so', async () => {
      await page.click('button', 'Clear');
      await shows(page, 'Draw a digit first, or put a record on the stage.');
      await draw(page, SEVEN);
      await settled(page);
      await shows(page, 'times as much');
      await choose(page, 7);
      await shows(page, 'It reads this as 7 without any change. Choose another digit.');
      await page.click('button', 'Clear');
      await shows(page, 'Draw a digit first, or put a record on the stage.');
      assert.deepEqual(await page.problems(), []);
    });

    test('a test record is fooled as in Node', async () => {
      await page.click('tab', 'Mistakes');
      await shows(page, 'Read correctly:');
      await page.evaluate(() => {
        const input = /** @type {HTMLInputElement} */ (document.getElementById('pick-record'));
        input.value = '1';
        input.form?.requestSubmit();
      });
      await shows(page, 'Test record 1: digit 7');
      await choose(page, 3);
      await answersAre(page, 'Read as 3', 'Read as 3');
      await drawn(page);
      for (const name of [OWN, ROBUST]) {
        const seen = await greys(page, `${name}: the changed picture`);
        const worst = Math.max(...seen.map((grey, i) => Math.abs(grey - foils[name][i])));
        assert.ok(worst <= 1, `${name}: ${worst}`);
      }
    });

    if (engine !== 'chromium') return;
    // What follows depends on no engine.
    test('it goes on while the network learns, and names the network', async () => {
      await page.click('tab', 'Hidden nodes');
      await draw(page, SEVEN);
      await shows(page, 'It came with the page.');
      await page.click('button', 'Train');
      await shows(page, 'You train it: this is how it is now.');
      const first = (await outcomes(page))[0];
      await page.until(
        (first) => {
          const [text] = Array.from(document.querySelectorAll('.foil section > p:last-child'));
          return text.textContent?.trim().startsWith('It takes') && text.textContent.trim() !== first;
        },
        { what: 'another outcome' },
        String(first),
      );
      assert.deepEqual(await page.problems(), []);
      await page.goto('about:blank');
    });

    test('a robust network that cannot be loaded is told in its place alone; opened again, it is tried again', async () => {
      for (const fault of [
        (/** @type {import('./site.js').Response} */ response) => void response.writeHead(404).end(),
        (/** @type {import('./site.js').Response} */ response) => void response.end('<title>Log in</title>'),
      ]) {
        site.faults.set('robust-[^/]*\\.npz$', fault);
        await open();
        await draw(page, SEVEN);
        await answered(page);
        await page.click('button', 'Fool it');
        await shows(page, 'its file is missing on the web server, or damaged there.');
        assert.match(String((await outcomes(page))[0]), /^It takes /);
        assert.equal(await page.evaluate(() => document.querySelector('.problems p')), null);
      }
      site.faults.clear();
      await page.click('button', 'Fool it');
      await page.click('button', 'Fool it');
      await shows(page, 'times as much');
    });
  });
}
