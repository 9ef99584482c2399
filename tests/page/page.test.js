import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadGlassbox } from '../../web/glassbox.js';
import { engines, touchEngines } from '../browser/engines.js';
import { firstRecords } from '../mnist.js';
import { browserForTests, siteForTests } from './setup.js';
import {
  accuracy,
  answered,
  draw,
  drawn,
  fact,
  greys,
  inked,
  ONE,
  prediction,
  reads,
  ready,
  SEVEN,
  shows,
} from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** Enough to be a trained network in a second. */
const SHORT = '#recipe=backtrack&seed=3&records=2000&epochs=2';
const LONG = '#recipe=backtrack&seed=3&epochs=1000';

const MNIST = readFileSync(new URL('../../data/mnist_train.csv.gz', import.meta.url));

const files = mkdtempSync(join(tmpdir(), 'glassbox-files-'));
/** @param {string} name @param {Uint8Array | string} content */
function file(name, content) {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
}

const site = siteForTests();
/** Runs that between them do all that training can do. */
const RUNS = [
  { recipe: 'backtrack', seed: 3, records: 2000, epochs: 2 },
  { recipe: 'quick', seed: 3, records: 1000, epochs: 2 },
  { recipe: 'best', seed: 3, records: 500, epochs: 3, hiddenNodes: 50, angle: 5 },
];
/** What these runs give in Node. */
const expected = { accuracy: '', digests: /** @type {string[]} */ ([]) };
/** @type {{ good: string, broken: string, cut: string }} */
let own;

before(async () => {
  const records = await firstRecords('train', 2000);
  const glassbox = await loadGlassbox();
  const testRecords = await firstRecords('test', 10_000);
  for (const settings of RUNS) {
    const trainer = glassbox.trainer(settings);
    trainer.write('train', records);
    trainer.end('train');
    trainer.write('test', testRecords);
    trainer.end('test');
    while (!trainer.run({ samples: 1000 }).done);
    expected.digests.push(digest(trainer.network.wih, trainer.network.who));
    expected.accuracy ||= `${(100 * trainer.test().accuracy).toFixed(2)}\u00a0%`;
    trainer.free();
  }
  const header = ['label', ...Array.from({ length: 784 }, (_, i) => `pixel${i}`)].join(',');
  const packed = gzipSync(records);
  own = {
    good: file(
      'mine.csv.gz',
      gzipSync(`${header}\r\n${Buffer.from(records).toString().replaceAll('\n', '\r\n')}`),
    ),
    broken: file(
      'broken.csv',
      Buffer.from(records)
        .toString()
        .replace(/\n(\d),0,/, '\n$1,300,'),
    ),
    cut: file('cut.csv.gz', packed.subarray(0, packed.length / 2)),
  };
});
after(() => {
  rmSync(files, { recursive: true });
});

/** @param {Float32Array} wih @param {Float32Array} who */
function digest(wih, who) {
  return createHash('sha256')
    .update(new Uint8Array(wih.buffer))
    .update(new Uint8Array(who.buffer))
    .digest('hex');
}

for (const engine of engines) {
  describe(`the page in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} link @param {{ width: number, height: number }} [size] */
    async function open(link, size) {
      page = await browser.openPage(site.url + link, size);
      await ready(page);
    }

    test('opens without a problem, asks only its own server, and names a drawing', async () => {
      await open('');
      assert.equal(await prediction(page), 'nothing to read yet');
      await draw(page, [[[0.5, 0.5]]]);
      await answered(page);
      assert.ok((await inked(page)) > 50, 'a dot shows on the pad');
      await draw(page, ONE);
      await answered(page);
      assert.match(await prediction(page), /^\d$/);
      await page.click('button', 'Clear');
      await shows(page, 'nothing to read yet');
      assert.equal(await inked(page), 0);
      await draw(page, SEVEN);
      await reads(page, '7');
      await shows(page, '% sure. Second guess: ');
      assert.deepEqual(await page.problems(), []);
      const foreign = (await page.requests()).filter(
        (url) => !url.startsWith(site.url) && !url.startsWith('data:'),
      );
      assert.deepEqual(foreign, []);
    });

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
      await open(SHORT);
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

      await page.click('button', 'Train');
      await shows(page, 'Trained.');
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

    test('refuses a setting that cannot be, and keeps the focus where it was', async () => {
      await open('#recipe=backtrack&seed=1');
      await page.click('button', 'All settings');
      await page.click('spinbutton', 'Hidden nodes');
      for (const key of ['End', 'Backspace', 'Backspace']) await page.press(key);
      // The page is drawn anew for some other reason: what is being typed stays.
      await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')));
      await drawn(page);
      for (const key of ['Backspace', '0', 'Tab']) await page.press(key);
      assert.equal(await page.evaluate(() => location.hash), '#recipe=backtrack&seed=1');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('button.main')).focus());
      await page.press('Enter');
      await shows(page, 'Learning');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Train');
    });

    test('learns the very weights that Node does, by every recipe’s means', async () => {
      await open('');
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

    test('takes files of the visitor’s own, says what is wrong with one, and keeps what was there', async () => {
      await open(SHORT);
      await page.setFiles('#file-train', [own.good]);
      await shows(page, 'mine.csv.gz: 1,800 records; every tenth is held out');
      await shows(page, 'held out of mine.csv.gz: 200 records');
      await page.setFiles('#file-train', [own.broken]);
      await shows(page, 'broken.csv could not be loaded. Row 2, column 2: The pixel is outside 0 to 255');
      await shows(page, 'mine.csv.gz: 1,800 records');
      await page.setFiles('#file-train', [own.cut]);
      await shows(
        page,
        'cut.csv.gz could not be loaded. This gzip file is damaged or ends before it should.',
      );
      await page.click('button', 'Dismiss');
      // Tested on MNIST, whose test records have not been asked for so far.
      await page.click('checkbox', 'Hold out every tenth record of my training file for testing');
      await shows(page, 'mine.csv.gz: 2,000 records');
      await shows(page, 'mnist_test.csv.gz: 10,000 records');
      await shows(page, 'Accuracy on MNIST’s test records, not on your data');
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await shows(page, expected.accuracy);
      assert.deepEqual(await page.problems(), []);
    });

    test('says that the records can’t be had, and gets them at the next try', async (t) => {
      await open(SHORT);
      site.faults.set('/assets/mnist_train-.*csv.gz', (response) => void response.writeHead(404).end());
      await page.click('button', 'Train');
      await shows(page, 'mnist_train.csv.gz could not be loaded. The server answered 404');
      let lose = () => {};
      t.after(() => lose());
      site.faults.set('/assets/mnist_train-.*csv.gz', (response) => {
        response.setHeader('Content-Length', MNIST.length);
        let sent = 0;
        const sending = setInterval(() => {
          response.write(MNIST.subarray(sent, sent + 10_000));
          sent += 10_000;
        }, 20);
        lose = () => {
          clearInterval(sending);
          response.destroy();
        };
      });
      await page.click('button', 'Try again: mnist_train.csv.gz');
      await page.until(() => /mnist_train.csv.gz: [1-9].* records, /.test(document.body.textContent ?? ''), {
        what: 'some records',
      });
      lose();
      await shows(page, 'mnist_train.csv.gz could not be loaded. The connection was lost after ');
      site.faults.clear();
      await page.click('button', 'Try again: mnist_train.csv.gz');
      await shows(page, '60,000 records');
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      await shows(page, expected.accuracy);
    });

    test('says that its worker failed, and goes on with another without a reload', async () => {
      site.faults.set('/assets/worker-.*', (response) => void response.writeHead(500).end());
      page = await browser.openPage(site.url);
      await shows(page, 'The network has stopped working.');
      site.faults.clear();
      site.faults.set('/assets/glassbox-.*wasm', (response) => void response.writeHead(404).end());
      await page.click('button', 'Start again');
      await shows(page, 'The server answered 404');
      site.faults.clear();
      await page.click('button', 'Start again');
      await ready(page);
      await draw(page, ONE);
      await answered(page);
    });

    test('takes its settings from the link, and says what is wrong in it', async () => {
      await open('#recipe=notebook&hiddenNodes=20&seed=abc');
      await shows(page, 'for seed. It takes a whole number from 0 to 4294967295.');
      await page.click('button', 'Dismiss');
      await page.until(() => !document.querySelector('.problems')?.textContent?.trim(), {
        what: 'the problem to be dismissed',
      });
      await page.click('button', 'All settings');
      const hiddenNodes = (/** @type {string} */ value) =>
        page.until(
          (wanted) => {
            const input = /** @type {HTMLInputElement} */ (document.querySelector('#setting-hiddenNodes'));
            return input.value === wanted;
          },
          { what: `${value} hidden nodes` },
          value,
        );
      await hiddenNodes('20');
      await page.evaluate(() => {
        location.hash = '#recipe=backtrack&hiddenNodes=50';
      });
      await hiddenNodes('50');
      await page.click(
        'radio',
        'Notebook Ten times through all records, each as it is and turned by 10° to either side.',
      );
      await page.until(() => location.hash.startsWith('#recipe=notebook'), {
        what: 'the recipe in the address',
      });
      await hiddenNodes('200');
    });

    test('fits a phone: nothing is wider than the screen, and a finger draws', async () => {
      await open(SHORT, { width: 360, height: 740 });
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(widths[0] <= widths[1], `${widths[0]} px on ${widths[1]} px`);
      await page.box('img', 'Drawing pad');
      const before = await page.evaluate(() => scrollY);
      await draw(page, ONE, touchEngines.includes(engine) ? 'touch' : 'drag');
      await answered(page);
      assert.equal(await page.evaluate(() => scrollY), before);
      assert.deepEqual(await page.problems(), []);
    });
  });
}
