// The network as JavaScript has it: shapes, answers, pictures, copies.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { maxDifference, targetsFor } from '../helpers.js';
import { copyOf, picture, weights } from './contract.js';

/** @typedef {{ wih: Float32Array, who: Float32Array }} Weights */

const glassbox = await loadGlassbox();

/**
 * sigmoid(weights . signals), the plain way.
 *
 * @param {Float32Array} weights row-major
 * @param {Float32Array} signals
 */
function answers(weights, signals) {
  const n = signals.length;
  return Float64Array.from({ length: weights.length / n }, (_, row) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += weights[row * n + i] * signals[i];
    return 1 / (1 + Math.exp(-sum));
  });
}

/**
 * The transpose of weights times signals, the plain way.
 *
 * @param {Float32Array} weights row-major
 * @param {Float32Array} signals
 */
function backwards(weights, signals) {
  const columns = weights.length / signals.length;
  return Float64Array.from({ length: columns }, (_, column) => {
    let sum = 0;
    for (let row = 0; row < signals.length; row++) sum += weights[row * columns + column] * signals[row];
    return sum;
  });
}

/** @param {Float32Array} values */
function rescaled(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (high > low ? ((value - low) / (high - low)) * 0.98 + 0.01 : 0.5));
}

describe('a network', () => {
  test('it has the notebook’s settings unless others are given', () => {
    const network = glassbox.network();
    assert.equal(network.hiddenNodes, 200);
    const given = glassbox.network({ hiddenNodes: 200, learningRate: 0.2, seed: 1 });
    for (const one of [network, given]) one.train(picture(1), targetsFor(1));
    assert.deepEqual(copyOf(network), copyOf(given));
  });

  test('answers and pictures have the sizes and ranges they should have', () => {
    for (const hiddenNodes of [1, 2, 3, 5, 199, 200, 201, 1024]) {
      const network = glassbox.network({ hiddenNodes, seed: 2 });
      const outputs = network.query(picture(1));
      assert.ok(outputs instanceof Float32Array && outputs.length === 10);
      assert.ok(
        outputs.every((output) => output > 0 && output < 1),
        outputs.join(),
      );
      const imagined = network.backquery(targetsFor(3));
      assert.ok(imagined instanceof Float32Array && imagined.length === 784);
      assert.ok(imagined.every((value) => value >= 0.0099999 && value <= 0.9900001));
      assert.ok(network.wih instanceof Float32Array && network.wih.length === 784 * hiddenNodes);
      assert.ok(network.who instanceof Float32Array && network.who.length === 10 * hiddenNodes);
      assert.equal(network.hiddenNodes, hiddenNodes);
      network.free();
    }
  });

  test('a backquery spans 0.01 to 0.99, and what it imagines can be asked about', () => {
    const network = glassbox.network({ hiddenNodes: 20 });
    for (let digit = 0; digit < 10; digit++) {
      const imagined = network.backquery(targetsFor(digit));
      assert.equal(Math.min(...imagined), Math.fround(0.01));
      assert.equal(Math.max(...imagined), Math.fround(0.99));
      network.query(imagined);
    }
  });

  test('a backquery tells its steps, of which the picture is the last', () => {
    for (const hiddenNodes of [1, 3, 200, 1024]) {
      const network = glassbox.network({ hiddenNodes, seed: 2 });
      network.train(picture(2), targetsFor(2));
      const { logits, hiddenSums, hidden, sums, inputs } = network.backquerySteps(targetsFor(3));
      assert.deepEqual(inputs, network.backquery(targetsFor(3)));
      const { wih, who } = network.weights;
      const logit = (/** @type {number} */ x) => Math.log(x / (1 - x));
      assert.ok(maxDifference(logits, targetsFor(3).map(logit)) < 1e-6);
      assert.ok(maxDifference(hiddenSums, backwards(who, logits)) < 1e-5);
      assert.ok(maxDifference(hidden, rescaled(hiddenSums)) < 1e-5);
      assert.ok(maxDifference(sums, backwards(wih, hidden.map(logit))) < 1e-3);
      assert.ok(maxDifference(inputs, rescaled(sums)) < 1e-5);
      network.free();
    }
  });

  test('an ascent in pieces is the same, to the bit, and leads towards the targets', () => {
    const network = glassbox.network({ hiddenNodes: 30, seed: 2 });
    for (let step = 0; step < 200; step++) network.train(picture(step % 10), targetsFor(step % 10));
    const blank = new Float32Array(784).fill(0.01);
    const whole = network.ascend(blank, targetsFor(6), { steps: 20 });
    let pieces = network.ascend(blank, targetsFor(6), { steps: 0 });
    for (let i = 0; i < 4; i++) pieces = network.ascend(pieces, targetsFor(6), { steps: 5 });
    assert.deepEqual(pieces, whole);
    assert.deepEqual(network.ascend(blank, targetsFor(6), { steps: 0 }), blank);
    assert.deepEqual(network.ascend(blank, targetsFor(6), { stepSize: 0 }), blank);
    assert.notDeepEqual(network.ascend(blank, targetsFor(6), { steps: 20, stepSize: 0.2 }), whole);
    assert.deepEqual(
      network.ascend(blank, targetsFor(6)),
      network.ascend(blank, targetsFor(6), { steps: 100, stepSize: 0.1 }),
    );
    assert.ok(network.query(whole)[6] > network.query(blank)[6]);
    assert.ok(whole.length === 784 && whole.every((input) => input >= Math.fround(0.01) && input <= 1));
    network.free();
  });

  test('signals are a query’s, with the answers of the hidden nodes', () => {
    for (const hiddenNodes of [1, 3, 200, 1024]) {
      const network = glassbox.network({ hiddenNodes, seed: 2 });
      network.train(picture(2), targetsFor(2));
      const { hidden, outputs } = network.signals(picture(1));
      assert.ok(hidden instanceof Float32Array && hidden.length === hiddenNodes);
      assert.deepEqual(outputs, network.query(picture(1)));
      const { wih, who } = network.weights;
      const [expectedHidden, expectedOutputs] = [answers(wih, picture(1)), answers(who, hidden)];
      assert.ok(maxDifference(hidden, expectedHidden) < 1e-6);
      assert.ok(maxDifference(outputs, expectedOutputs) < 1e-6);
      network.free();
    }
  });

  test('both weights at once are wih and who', () => {
    for (const hiddenNodes of [1, 5, 201]) {
      const network = glassbox.network({ hiddenNodes, seed: 2 });
      // Asked right after a step, which has left its update to the next one.
      network.train(picture(1), targetsFor(1));
      const { weights: both } = network;
      assert.deepEqual(both, copyOf(network));
      network.free();
    }
  });

  test('a copy goes on as the original would, each by itself', () => {
    const network = glassbox.network({ hiddenNodes: 7, learningRate: 0.4, seed: 2 });
    for (let step = 0; step < 20; step++) network.train(picture(step), targetsFor(step % 10));
    const copy = network.copy();
    assert.deepEqual(copyOf(copy), copyOf(network));
    const kept = copyOf(network);
    for (let step = 20; step < 40; step++) copy.train(picture(step), targetsFor(step % 10));
    assert.deepEqual(copyOf(network), kept);
    for (let step = 20; step < 40; step++) network.train(picture(step), targetsFor(step % 10));
    assert.deepEqual(copyOf(network), copyOf(copy));
    network.free();
    assert.equal(copy.query(picture(1)).length, 10);
    copy.free();
  });

  test('the seed makes the weights', () => {
    const seeds = [0, 1, 2, 4294967295];
    const all = seeds.map((seed) => copyOf(glassbox.network({ hiddenNodes: 4, seed })));
    for (const [i, seed] of seeds.entries()) {
      assert.deepEqual(copyOf(glassbox.network({ hiddenNodes: 4, seed })), all[i]);
      if (i > 0) assert.notDeepEqual(all[i], all[i - 1]);
    }
  });

  test('training moves the answer towards the targets', () => {
    const network = glassbox.network({ hiddenNodes: 30 });
    for (let step = 0; step < 100; step++) assert.equal(network.train(picture(1), targetsFor(6)), undefined);
    const outputs = network.query(picture(1));
    for (const [k, target] of targetsFor(6).entries()) assert.ok(Math.abs(outputs[k] - target) < 0.1);
  });

  test('asking changes nothing', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const before = copyOf(network);
    network.query(picture(1));
    network.signals(picture(1));
    network.backquery(targetsFor(1));
    network.backquerySteps(targetsFor(1));
    network.ascend(picture(1), targetsFor(1));
    network.copy().free();
    assert.deepEqual(copyOf(network), before);
  });

  test('what it returns is a copy', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const { wih, who } = network;
    const outputs = network.query(picture(1));
    const imagined = network.backquery(targetsFor(1));
    const { hidden } = network.signals(picture(1));
    const climbed = network.ascend(picture(1), targetsFor(1));
    const steps = Object.values(network.backquerySteps(targetsFor(1)));
    const all = [wih, who, outputs, imagined, hidden, climbed, ...steps];
    const kept = all.map((array) => array.slice());
    for (const array of all) array.fill(7);
    assert.deepEqual(network.wih, kept[0]);
    assert.deepEqual(network.who, kept[1]);
    assert.deepEqual(network.query(picture(1)), kept[2]);
    assert.deepEqual(network.backquery(targetsFor(1)), kept[3]);
    assert.deepEqual(network.signals(picture(1)).hidden, kept[4]);
    assert.deepEqual(network.ascend(picture(1), targetsFor(1)), kept[5]);
    assert.deepEqual(Object.values(network.backquerySteps(targetsFor(1))), kept.slice(6));
  });

  test('what it takes is copied and left alone', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const [inputs, targets, given] = [picture(1), targetsFor(1), weights(5)];
    network.query(inputs);
    network.train(inputs, targets);
    network.backquery(targets);
    network.ascend(inputs, targets);
    network.setWeights(given);
    assert.deepEqual([inputs, targets, given], [picture(1), targetsFor(1), weights(5)]);
    given.wih.fill(7);
    given.who.fill(7);
    assert.deepEqual(copyOf(network), weights(5));
  });

  test('what it returned stays when the memory grows', async () => {
    const own = await loadGlassbox();
    const network = own.network({ hiddenNodes: 5 });
    const outputs = network.query(picture(1));
    const kept = outputs.slice();
    const size = own.memoryBytes;
    const others = [];
    while (own.memoryBytes === size) others.push(own.network({ hiddenNodes: 1024 }));
    assert.deepEqual(outputs, kept);
    assert.deepEqual(network.query(picture(1)), kept);
  });

  test('plain arrays and double precision are taken, too', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const expected = network.query(picture(1));
    assert.deepEqual(network.query(/** @type {any} */ ([...picture(1)])), expected);
    assert.deepEqual(network.query(/** @type {any} */ (Float64Array.from(picture(1)))), expected);
    const blank = new Array(784).fill(0.01);
    assert.deepEqual(network.query(/** @type {any} */ (blank)), network.query(Float32Array.from(blank)));
  });

  test('weights of any size can be set', () => {
    const network = glassbox.network({ hiddenNodes: 5, learningRate: 0.3 });
    for (const hiddenNodes of [1, 2, 37, 1024, 5]) {
      network.setWeights(weights(hiddenNodes));
      assert.equal(network.hiddenNodes, hiddenNodes);
      assert.deepEqual(copyOf(network), weights(hiddenNodes));
      network.train(picture(1), targetsFor(1));
      assert.notDeepEqual(network.wih, weights(hiddenNodes).wih);
    }
  });

  test('the learning rate outlives weights that are set', () => {
    const [slow, fast] = [0.01, 1].map((learningRate) => glassbox.network({ hiddenNodes: 5, learningRate }));
    /** @param {typeof slow} network */
    const moved = (network) => {
      network.setWeights(weights(3));
      network.train(picture(1), targetsFor(1));
      return Math.abs(network.who[0] - weights(3).who[0]);
    };
    const ratio = moved(fast) / moved(slow);
    assert.ok(Math.abs(ratio - 100) < 1, `${ratio}`);
  });
});
