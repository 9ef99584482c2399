// The core against the notebook's arithmetic in float64: tests/golden/make_golden.py made the numbers.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { maxDifference, parseRecords, targetsFor, uniform } from '../helpers.js';
import { firstRecords } from '../mnist.js';

const golden = JSON.parse(await readFile(new URL('../golden/golden.json', import.meta.url), 'utf8'));

/** @param {string} base64 */
function unpack(base64) {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}

/** @param {string} base64 16-bit numbers for 0..1 */
function unpackShort(base64) {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return Float32Array.from(new Uint16Array(bytes.buffer), (value) => value / 65535);
}

/** The starting weights of make_golden.py. @param {number} hiddenNodes */
function startingWeights(hiddenNodes) {
  const next = uniform(hiddenNodes);
  /** @param {number} rows @param {number} columns */
  const matrix = (rows, columns) => {
    const bound = Math.sqrt(3 / columns);
    return Float32Array.from({ length: rows * columns }, () => (2 * next() - 1) * bound);
  };
  return { wih: matrix(hiddenNodes, 784), who: matrix(10, hiddenNodes) };
}

/** @param {Float32Array} values @param {(value: number) => number} of */
function mean(values, of) {
  let sum = 0;
  for (const value of values) sum += of(value);
  return sum / values.length;
}

const glassbox = await loadGlassbox();
const trainCsv = await firstRecords('test', golden.trainRecords);
const records = parseRecords(await firstRecords('test', golden.trainRecords + golden.queryRecords));

describe('the golden numbers', () => {
  test('the file says how it was made, and has all that is compared', () => {
    assert.match(golden.about, /make_golden\.py/);
    assert.match(golden.date, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(Object.keys(golden.versions), ['python', 'numpy', 'scipy']);
    assert.deepEqual(
      golden.networks.map((/** @type {{ hiddenNodes: number }} */ one) => one.hiddenNodes),
      [1, 3, 100, 200],
    );
    assert.deepEqual(golden.angles, [-180, -135, -90, -45, -13.7, -10, 0, 0.5, 10, 45, 77.7, 180]);
    assert.deepEqual([golden.trainRecords, golden.queryRecords], [120, 20]);
  });
});

describe('rotate', () => {
  const next = uniform(28);
  const noise = Float32Array.from({ length: 784 }, () => 0.01 + 0.99 * next());
  for (const [a, angle] of golden.angles.entries()) {
    test(`a turn by ${angle} degrees is scipy’s to within 1e-5`, (t) => {
      let largest = 0;
      for (const [name, picture] of Object.entries({ noise, record: records[0].inputs })) {
        const turned = glassbox.rotate(picture, angle);
        largest = Math.max(largest, maxDifference(turned, unpack(golden.rotations[name][a])));
      }
      t.diagnostic(`largest difference ${largest.toExponential(1)}`);
      assert.ok(largest <= 1e-5, `differs by ${largest}`);
    });
  }
});

for (const expected of golden.networks) {
  const { hiddenNodes } = expected;
  const weights = `${hiddenNodes} hidden node${hiddenNodes === 1 ? '' : 's'}`;

  /** @param {{ wih: Float32Array, who: Float32Array }} network */
  const compareWeights = ({ wih, who }) => {
    const rows = expected.wihRows ?? Array.from({ length: hiddenNodes }, (_, j) => j);
    const row = (/** @type {number} */ j) => wih.subarray(784 * j, 784 * (j + 1));
    const sampled = Float32Array.from(rows.flatMap((/** @type {number} */ j) => [...row(j)]));
    const largest = Math.max(
      maxDifference(sampled, unpack(expected.wih)),
      maxDifference(who, unpack(expected.who)),
    );
    assert.ok(largest <= 1e-4, `weights differ by ${largest}`);
    if (!expected.wihRows) return { largest, means: 0 };

    // Every weight counts in these.
    const all = Array.from({ length: hiddenNodes }, (_, j) => row(j));
    const column = (/** @type {number} */ i) => Float32Array.from(all, (one) => one[i]);
    const columns = Array.from({ length: 784 }, (_, i) => mean(column(i), (w) => w));
    const rowMeans = all.map((one) => mean(one, (w) => w));
    const rowMeanSquares = all.map((one) => mean(one, (w) => w * w));
    const means = Math.max(
      maxDifference(rowMeans, unpack(expected.wihRowMeans)),
      maxDifference(rowMeanSquares, unpack(expected.wihRowMeanSquares)),
      maxDifference(columns, unpack(expected.wihColumnMeans)),
    );
    assert.ok(means <= 1e-6, `means of weights differ by ${means}`);
    return { largest, means };
  };

  describe(`a network of ${weights}, trained as in the notebook`, () => {
    /** @type {ReturnType<typeof glassbox.network>} */
    let network;

    before(() => {
      network = glassbox.network({ hiddenNodes, learningRate: golden.learningRate });
      network.setWeights(startingWeights(hiddenNodes));
      for (const { label, inputs } of records.slice(0, golden.trainRecords)) {
        const targets = targetsFor(label);
        network.train(inputs, targets);
        network.train(glassbox.rotate(inputs, 10), targets);
        network.train(glassbox.rotate(inputs, -10), targets);
      }
    });

    test('weights are the notebook’s to within 1e-4', (t) => {
      const { largest, means } = compareWeights(network);
      t.diagnostic(`largest difference ${largest.toExponential(1)}, of means ${means.toExponential(1)}`);
    });

    test('the training has moved the weights', () => {
      const start = startingWeights(hiddenNodes);
      assert.ok(maxDifference(network.wih, start.wih) > 0.05);
      assert.ok(maxDifference(network.who, start.who) > 0.05);
    });

    test('a trainer’s weights are the notebook’s to within 1e-4', (t) => {
      const settings = { recipe: 'notebook', hiddenNodes, learningRate: golden.learningRate, epochs: 1 };
      const trainer = glassbox.trainer(settings);
      trainer.network.setWeights(startingWeights(hiddenNodes));
      trainer.write('train', trainCsv);
      trainer.end('train');
      assert.equal(trainer.run({ samples: 1e9 }).step, 3 * golden.trainRecords);
      const { largest, means } = compareWeights(trainer.network);
      t.diagnostic(`largest difference ${largest.toExponential(1)}, of means ${means.toExponential(1)}`);
      trainer.free();
    });

    test('queries are the notebook’s to within 1e-4', (t) => {
      const answers = records.slice(golden.trainRecords).flatMap(({ inputs }) => [...network.query(inputs)]);
      const largest = maxDifference(answers, unpack(expected.queries));
      t.diagnostic(`largest difference ${largest.toExponential(1)}`);
      assert.ok(largest <= 1e-4, `differs by ${largest}`);
    });

    if (hiddenNodes === 1) {
      // The notebook divides by zero here; src/network.h says what the core does.
      test('backqueries are grey all over', () => {
        for (let label = 0; label < 10; label++) {
          assert.deepEqual(network.backquery(targetsFor(label)), new Float32Array(784).fill(0.5));
        }
      });
      return;
    }

    test('backqueries are the notebook’s to within 2e-3', (t) => {
      const pictures = [];
      for (let label = 0; label < 10; label++) pictures.push(...network.backquery(targetsFor(label)));
      const largest = maxDifference(pictures, unpackShort(expected.backqueries));
      t.diagnostic(`largest difference ${largest.toExponential(1)}`);
      assert.ok(largest <= 2e-3, `differs by ${largest}`);
    });
  });
}
