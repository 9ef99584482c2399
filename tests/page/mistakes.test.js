import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { outline } from '../../web/features/mistakes/outline.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { compareOutputs, worst } from '../../web/shared/evaluation.js';
import { engines } from '../browser/engines.js';
import { firstRecords } from '../mnist.js';
import { browserForTests, SHORT, siteForTests } from './setup.js';
import { draw, greys, ONE, ready, shows } from './visitor.js';

/** @typedef {import('../browser/page.js').Page} Page */

const site = siteForTests({ records: 5000 });
/** What the network that comes with the page does in Node. */
const expected = {
  /** @type {number[]} */ confusion: [],
  /** @type {number[]} */ worst: [],
  /** @type {number[]} */ ninesForFours: [],
  /** @type {{ label: number, pixels: Uint8Array }[]} */ records: [],
  /** @type {number[]} */ answers: [],
};

before(async () => {
  const glassbox = await loadGlassbox();
  const records = glassbox.records();
  records.write('test', await firstRecords('test', 10_000));
  records.end('test');
  const { outputs, confusion } = glassbox.evaluate(await glassbox.pretrained(), records);
  expected.confusion = [...confusion];
  expected.records = Array.from({ length: 10_000 }, (_, index) => records.record('test', index));
  const labels = Uint8Array.from(expected.records, ({ label }) => label);
  const evaluation = { labels, ...compareOutputs(outputs, labels) };
  expected.answers = [...evaluation.answers];
  expected.worst = worst(evaluation, null, 60);
  expected.ninesForFours = worst(evaluation, { label: 4, answer: 9 }, 60);
});

const digit = (/** @type {number} */ value) => `${value === 8 ? 'an' : 'a'} ${value}`;
const countName = (/** @type {number} */ count) => `${count} record${count === 1 ? '' : 's'}`;
/** What a record is called in the list. */
const called = (/** @type {number} */ index) =>
  `Test record ${(index + 1).toLocaleString('en')}: ${digit(expected.records[index].label)}, read as ${digit(expected.answers[index])}`;
/** What is said of a record on the stage. */
const onStage = (/** @type {number} */ index) => {
  const { label } = expected.records[index];
  const answer = expected.answers[index];
  const verdict = label === answer ? 'read correctly' : `read as ${answer}`;
  return `Test record ${(index + 1).toLocaleString('en')}: digit ${label}, ${verdict}`;
};
/** What a cell of the matrix is called. */
const cell = (/** @type {number} */ label, /** @type {number} */ answer) =>
  `${countName(expected.confusion[10 * label + answer])} of ${digit(label)} read as ${digit(answer)}`;

for (const engine of engines) {
  describe(`mistakes in ${engine}`, () => {
    const browser = browserForTests(engine);
    /** @type {Page} */
    let page;

    /** @param {string} [link] @param {{ width: number, height: number }} [size] */
    async function open(link = '', size) {
      page = await browser.openPage(site.url + link, size);
      await ready(page);
      assert.ok(
        !(await page.requests()).some((url) => url.includes('mnist')),
        'a closed tab asks for nothing',
      );
      await page.click('tab', 'Mistakes');
    }

    /** What the records that are listed are called, once so many are. @param {number} count */
    const listed = (count) =>
      page.until(
        (count) => {
          const buttons = [...document.querySelectorAll('[role="group"][aria-labelledby="listed"] button')];
          return buttons.length === count && buttons.map((button) => button.getAttribute('aria-label'));
        },
        { what: `${count} records in the list` },
        count,
      );

    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

    /** The tab has the same size before records come, then, and when one is chosen. */
    async function keepsItsSize() {
      /** Of the tab, once it is there. */
      const size = () =>
        page.until(
          () => {
            const content = document.querySelector('#closer-content:has(.matrix)');
            return content && [content.scrollWidth - content.clientWidth, content.clientHeight];
          },
          { what: 'the tab' },
        );
      const before = await size();
      assert.equal(before?.[0], 0);
      await listed(60);
      assert.deepEqual(await size(), before);
      const [counts, narrowest] = await page.evaluate(() => {
        const range = document.createRange();
        const gaps = Array.from(document.querySelectorAll('.matrix td button'), (each) => {
          range.selectNodeContents(each);
          return (each.getBoundingClientRect().width - range.getBoundingClientRect().width) / 2;
        });
        return [gaps.length, Math.min(...gaps)];
      });
      assert.equal(counts, 100);
      assert.ok(narrowest >= 1, `${narrowest} px between a count and the edge of its cell`);
      await page.click('button', called(expected.worst[1]));
      await shows(page, onStage(expected.worst[1]));
      assert.deepEqual(await size(), before);
    }

    // The tests up to the one that trains go on with one page.
    test('fits 1280 pixels, and moves nothing as records come and are chosen', async () => {
      await open('', { width: 1280, height: 844 });
      await keepsItsSize();
    });

    test('shows the matrix of the network that answers, and its worst mistakes first', async () => {
      await page.resize(1280, 800);
      assert.deepEqual(await listed(60), expected.worst.map(called));
      await shows(page, 'Read correctly: 9,924 of 10,000. Misread: 76.');
      await shows(page, 'Accuracy of the page’s own network: 99.24\u00a0%.');
      const table = await page.evaluate(() =>
        Array.from(document.querySelectorAll('table.matrix tbody tr'), (row) =>
          Array.from(row.querySelectorAll('td'), (each) => Number(each.textContent)),
        ),
      );
      assert.deepEqual(table.flat(), expected.confusion);
      await page.box('table', 'Row: what a record is. Column: what it is read as.');
      assert.deepEqual(await page.problems(), []);
    });

    test('opens the records behind a cell, and closes them', async () => {
      await listed(60);
      await page.click('button', cell(4, 9));
      await shows(page, '4s read as 9s');
      assert.deepEqual(await listed(expected.ninesForFours.length), expected.ninesForFours.map(called));
      await page.click('button', cell(0, 9));
      await listed(0);
      await shows(page, 'There are none.');
      await page.click('button', 'All mistakes');
      await listed(60);
      assert.deepEqual(await page.problems(), []);
    });

    test('puts a record on the stage, and says why it is misread', async () => {
      await listed(60);
      const index = expected.worst[0];
      const [label, answer] = [expected.records[index].label, expected.answers[index]];
      await page.click('button', called(index));
      await shows(page, onStage(index));
      await shows(page, `For ${label}, ink on orange is missing.`);
      await shows(page, `The network predicts ${answer} (`);
      const place = () =>
        page.evaluate(
          () => document.querySelector('[aria-label="Prediction"]')?.closest('.pad, .inputs')?.className,
        );
      assert.equal(await place(), 'inputs', 'the answer is below the record');
      assert.deepEqual(await greys(page, 'What the network sees'), [...expected.records[index].pixels]);
      const edges = await page.evaluate(() => document.querySelector('.over path')?.getAttribute('d'));
      assert.equal(edges, outline(expected.records[index].pixels));
      await page.box('img', `Where ink speaks for the ${answer}, and where for the ${label}`);
      const coloured = await page.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('.over .signed-picture'));
        const copy = Object.assign(document.createElement('canvas'), { width: 28, height: 28 });
        const context = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d'));
        context.drawImage(canvas, 0, 0);
        const { data } = context.getImageData(0, 0, 28, 28);
        return Array.from({ length: 784 }, (_, i) => data[4 * i + 3] > 40 && data[4 * i + 2] > data[4 * i]);
      });
      assert.ok(coloured.includes(true), 'some ink speaks for the answer');
      await page.click('button', `Who spoke for the ${label}?`);
      assert.equal(await focused(), `Explain output ${label}`);
      await page.until(
        () => {
          const [stage, readout] = ['.stage', '.readout'].map((part) =>
            /** @type {Element} */ (document.querySelector(part)).getBoundingClientRect(),
          );
          return stage.top > -1 && readout.bottom <= innerHeight;
        },
        { what: 'the whole stage in view' },
      );
      await page.click('button', 'Back to mistakes');
      await page.until(
        (name) => document.activeElement?.textContent === name,
        { what: 'the way back' },
        `Who spoke for the ${label}?`,
      );
      await page.click('button', `Who spoke for the ${answer}?`);
      await page.until(
        (answer) => document.querySelector('.readout h3')?.textContent === `Output ${answer}`,
        { what: 'the output explained' },
        answer,
      );
      await draw(page, ONE);
      await shows(page, 'The drawing: read as ');
      assert.equal(await place(), 'pad', 'the answer is below the drawing');
      assert.deepEqual(await page.problems(), []);
    });

    test('shows any test record by its number, and the next', async () => {
      await listed(60);
      await page.click('spinbutton', 'Any test record');
      for (const key of ['4', '2', 'Enter']) await page.press(key);
      await shows(page, onStage(41));
      await shows(page, 'ink on orange would make it look more like');
      await page.click('button', 'Next record');
      await shows(page, onStage(42));
      await page.click('button', 'Previous record');
      await page.click('button', 'Previous record');
      await shows(page, onStage(40));
      // The label of the 62nd is 8.
      await page.click('spinbutton', 'Any test record');
      for (const key of ['Backspace', 'Backspace', '6', '2', 'Enter']) await page.press(key);
      await page.until(
        () => document.querySelector('.inputs .caption')?.textContent === 'Test record 62: digit 8',
        { what: 'the record by its number, with its label' },
      );
      await page.click('button', 'A random one');
      await page.until(
        (before) => {
          const heading = document.querySelector('.saliency h3')?.textContent ?? '';
          return heading.startsWith('Test record') && !heading.includes(before);
        },
        { what: 'another record' },
        onStage(61),
      );

      assert.deepEqual(await page.problems(), []);
    });

    test('goes by the arrow keys from cell to cell, and from record to record', async () => {
      await listed(60);
      await page.click('button', cell(4, 9));
      await page.press('ArrowUp');
      await page.press('ArrowLeft');
      assert.equal(await focused(), cell(3, 8));
      await page.press('Enter');
      await shows(page, '3s read as 8s');
      await page.click('button', 'All mistakes');
      const [first, second] = /** @type {string[]} */ (await listed(60));
      await page.click('button', first);
      await page.press('ArrowRight');
      assert.equal(await focused(), second);
      await page.press('Enter');
      await shows(page, onStage(expected.worst[1]));
      assert.deepEqual(await page.problems(), []);
    });

    test('fits 390 pixels, and moves nothing as records come and are chosen', async () => {
      await open('', { width: 390, height: 844 });
      await keepsItsSize();
    });

    if (engine !== 'chromium') return;
    // What follows depends on no engine.
    test('keeps up with a network that learns', async () => {
      await open(SHORT);
      await listed(60);
      await page.click('button', 'Train');
      await shows(page, 'Trained.');
      // The network at the end is scored after the end; the two counts of what it reads right agree.
      await page.until(
        () => {
          const score = document.querySelector('[aria-label="Accuracy"]')?.textContent ?? '';
          const right = Math.round(Number.parseFloat(score) * 100);
          const count = `${right.toLocaleString('en')} of 10,000`;
          const parts = [...document.querySelectorAll('.score, #closer-content')];
          return parts.length === 2 && parts.every((part) => part.textContent?.includes(count));
        },
        { what: 'the same accuracy in both places' },
      );
      await page.click('button', 'Reset');
      await shows(page, 'Read correctly: 9,924 of 10,000.');
      assert.deepEqual(await page.problems(), []);
    });

    test('says that the test records could not be loaded, and gets them at the next try', async () => {
      site.faults.set('/assets/mnist_test-.*csv.gz', (response) => void response.writeHead(404).end());
      await open();
      await shows(page, 'The test records could not be loaded.');
      site.faults.clear();
      await page.click('button', 'Fetch the test records again');
      await listed(60);
      const fetchesTraining = await page.evaluate(() => document.body.textContent?.includes('mnist_train'));
      assert.equal(fetchesTraining, false, 'one’s own training records would be lost');
    });
  });
}
