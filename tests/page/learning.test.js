// Runs on the page: as in Node, to the bit.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { engines } from '../browser/engines.js';
import { trainInNode } from './in-node.js';
import { browserForTests, LONG, SHORT, siteForTests } from './setup.js';
import { accuracy, answered, draw, fact, greys, prediction, reads, ready, SEVEN, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });
/** Runs that between them do all that training can do: first that of the link `SHORT`. */
const RUNS = [
  { recipe: 'backtrack', seed: 3, records: 2000, epochs: 2 },
  { recipe: 'quick', seed: 3, records: 1000, epochs: 2 },
  { recipe: 'best', seed: 3, records: 500, epochs: 3, hiddenNodes: 50, angle: 5 },
];
/** What these runs give in Node. */
const expected = { accuracy: '', digests: /** @type {string[]} */ ([]) };

before(async () => {
  const runs = await trainInNode(RUNS);
  expected.accuracy = runs[0].accuracy;
  expected.digests = runs.map(({ digest }) => digest);
});

for (const engine of engines) {
  describe(`learning in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} link */
    async function open(link) {
      page = await browser.openPage(site.url + link);
      await ready(page);
    }

    test('learns to the very score that Node gets, shows it, and reads a seven', async () => {
      await open(SHORT);
      assert.equal(await accuracy(page), 'not measured yet');
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await shows(page, expected.accuracy);
      assert.equal(await accuracy(page), expected.accuracy);
      await draw(page, SEVEN);
      await reads(page, '7');
      const progress = await page.evaluate(
        () => /** @type {HTMLProgressElement} */ (document.querySelector('[aria-label="Training"]')).value,
      );
      assert.equal(progress, 1);
      assert.deepEqual(await page.problems(), []);
    });

    test('shows how it prepares a drawing, and sees it as drawn where that is switched off', async () => {
      // On the page of the test before.
      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      const stages = ['As drawn', 'Fitted', 'Inked', 'Placed'];
      const blank = async (/** @type {string} */ name) =>
        (await greys(page, name)).every((grey) => grey === 0);
      /** Waits until what the network sees is one of the stages. */
      const sees = (/** @type {string} */ stage) =>
        page.until(
          (stage) => {
            const [seen, wanted] = ['What the network sees', stage].map((name) =>
              /** @type {HTMLCanvasElement} */ (
                document.querySelector(`canvas[aria-label="${name}"]`)
              ).toDataURL(),
            );
            return seen === wanted;
          },
          { what: `the network to see: ${stage}` },
          stage,
        );
      const lowestRow = async () =>
        Math.floor((await greys(page, 'What the network sees')).findLastIndex((grey) => grey > 0) / 28);
      const answer = () => page.evaluate(() => document.querySelector('.answer')?.textContent);
      /** Where on the page all of the card's parts are. */
      const places = () =>
        page.evaluate(() =>
          Array.from(
            document.querySelectorAll(
              '.stage :is(.pad, .preparation) :is(canvas, button, input, summary, li)',
            ),
            (each) => {
              const { x, y, height } = each.getBoundingClientRect();
              return [x, y + scrollY, height];
            },
          ),
        );
      const stays = async (/** @type {number[][]} */ before) => {
        const now = await places();
        assert.ok(before.length > stages.length, `${before.length} parts`);
        assert.equal(now.length, before.length, 'parts have gone');
        const moves = now.map((place, i) => place.map((at, axis) => at - before[i][axis]));
        assert.ok(
          moves.flat().every((move) => Math.abs(move) < 0.5),
          JSON.stringify(moves),
        );
      };

      await page.click('button', 'How the drawing becomes what the network sees');
      for (const stage of stages) {
        await page.box('img', stage);
        assert.ok(await blank(stage), stage);
      }
      const before = await places();
      await draw(page, [SEVEN[0].map(([x, y]) => [x / 2.5, y / 2.5])]);
      await answered(page);

      await page.click('checkbox', 'Prepare drawings like MNIST');
      await sees('As drawn');
      for (const stage of stages) assert.ok(!(await blank(stage)), stage);
      assert.ok((await lowestRow()) < 14);
      const unprepared = await answer();
      await stays(before);

      await page.click('checkbox', 'Prepare drawings like MNIST');
      await sees('Placed');
      assert.ok((await lowestRow()) > 20);
      assert.equal(await prediction(page), '7');
      assert.notEqual(await answer(), unprepared);
      await stays(before);

      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      for (const stage of stages) assert.ok(await blank(stage), stage);
      assert.deepEqual(await page.problems(), []);
    });

    test('learns the very weights that Node does, by every recipe’s means', async () => {
      const found = await page.evaluate(async (runs) => {
        const load = (/** @type {string} */ path) => import(new URL(path, document.baseURI).href);
        const { loadGlassbox } = await load('web/glassbox.js');
        const { recipeSettings } = await load('web/shared/settings.js');
        const glassbox = await loadGlassbox();
        const records = glassbox.records();
        const response = await fetch('data/mnist_train.csv.gz');
        const stream = /** @type {ReadableStream} */ (response.body).pipeThrough(
          new DecompressionStream('gzip'),
        );
        const reader = stream.getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          if (records.write('train', part.value) >= 2000) break;
        }
        const digests = [];
        for (const { recipe, ...changes } of runs) {
          const run = glassbox.run(records, recipeSettings(recipe, changes));
          while (!run.train({ samples: 333 }).done);
          const { wih, who } = run.network;
          const both = new Uint8Array(wih.byteLength + who.byteLength);
          both.set(new Uint8Array(wih.buffer));
          both.set(new Uint8Array(who.buffer), wih.byteLength);
          const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', both));
          digests.push(Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''));
        }
        return digests;
      }, RUNS);
      assert.deepEqual(found, expected.digests);
    });

    test('pauses, steps and resets, and draws ten changing pictures', async () => {
      await open(LONG);
      /** Waits until all ten pictures differ from those before, and from each other. They come one by one. */
      const newPictures = (/** @type {string[]} */ before) =>
        page.until(
          (before) => {
            const now = Array.from({ length: 10 }, (_, digit) => {
              const name = `What the network imagines for ${digit}`;
              return /** @type {HTMLCanvasElement} */ (
                document.querySelector(`[aria-label="${name}"]`)
              ).toDataURL();
            });
            const isNew = now.every((picture, digit) => picture !== before[digit]);
            return isNew && new Set(now).size === 10 && now;
          },
          { what: 'ten new pictures' },
          before,
        );
      await page.click('button', 'Step');
      await fact(page, 'Records shown', '1');
      await shows(page, 'Paused.');
      const first = /** @type {string[]} */ (await newPictures([]));
      await page.click('button', 'Train');
      await shows(page, 'Learning.');
      await draw(page, SEVEN);
      await answered(page);
      await page.click('button', 'Pause');
      await shows(page, 'Paused.');
      const second = /** @type {string[]} */ (await newPictures(first));
      await page.click('button', 'Reset');
      await shows(page, 'Press Train');
      await newPictures(second);
      await fact(page, 'Records shown', '0');
      assert.deepEqual(await page.problems(), []);
    });
  });
}
