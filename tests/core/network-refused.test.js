// What a network refuses, and how: nothing has changed after an error, and freed memory is used again.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { targetsFor } from '../helpers.js';
import { assertRefused, copyOf, picture, weights, withValue } from './contract.js';

const glassbox = await loadGlassbox();

describe('a network', () => {
  test('settings that do not fit are refused', () => {
    const make = (/** @type {any} */ settings) => () => glassbox.network(settings);
    assertRefused(
      [
        [make({ hiddenNodes: 0 }), 'RangeError', /^hiddenNodes takes a whole number from 1 to 1024, not 0$/],
        [make({ hiddenNodes: 1025 }), 'RangeError', /^hiddenNodes .* not 1025$/],
        [make({ hiddenNodes: 2.5 }), 'RangeError', /^hiddenNodes .* not 2\.5$/],
        [make({ hiddenNodes: Number.NaN }), 'RangeError', /^hiddenNodes .* not NaN$/],
        [make({ hiddenNodes: '200' }), 'TypeError', /^hiddenNodes .* not '200'$/],
        [make({ hiddenNodes: null }), 'TypeError', /^hiddenNodes .* not null$/],
        [make({ learningRate: 0 }), 'RangeError', /^learningRate takes a number from 0\.0001 to 1, not 0$/],
        [make({ learningRate: 1.1 }), 'RangeError', /^learningRate .* not 1\.1$/],
        [make({ learningRate: Number.NaN }), 'RangeError', /^learningRate .* not NaN$/],
        [make({ learningRate: Number.POSITIVE_INFINITY }), 'RangeError', /^learningRate .* not Infinity$/],
        [make({ seed: -1 }), 'RangeError', /^seed takes a whole number from 0 to 4294967295, not -1$/],
        [make({ seed: 2 ** 32 }), 'RangeError', /^seed .* not 4294967296$/],
        [make({ seed: 0.5 }), 'RangeError', /^seed .* not 0\.5$/],
      ],
      () => glassbox.memoryBytes,
    );
  });

  test('inputs and targets that do not fit are refused, and nothing has changed', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const ok = picture(1);
    const targets = targetsFor(1);
    const any = /** @type {any} */ (network);
    assertRefused(
      [
        [() => any.query(), 'TypeError', /^inputs takes a Float32Array of 784 numbers, not undefined$/],
        [() => any.query(null), 'TypeError', /^inputs .* not null$/],
        [() => any.query('784'), 'TypeError', /^inputs .* not string$/],
        [() => any.query(new Uint8Array(784)), 'TypeError', /^inputs .* not Uint8Array$/],
        [() => network.query(new Float32Array(783)), 'RangeError', /^inputs takes 784 numbers, not 783$/],
        [() => network.query(new Float32Array(0)), 'RangeError', /^inputs takes 784 numbers, not 0$/],
        [() => any.query(withValue(ok, 9, Number.NaN)), 'RangeError', /^inputs\[9\] .* not NaN$/],
        [() => any.query(withValue(ok, 783, 1.01)), 'RangeError', /^inputs\[783\] .* to 1, not 1\.01$/],
        [() => any.query(withValue(ok, 0, 0)), 'RangeError', /^inputs\[0\] .* from 0\.0.*, not 0$/],
        [() => any.query(withValue(ok, 5, '1')), 'TypeError', /^inputs\[5\] takes a number, not string$/],
        [() => any.query(withValue(ok, 5, undefined)), 'TypeError', /^inputs\[5\] .* not undefined$/],
        [() => network.signals(new Float32Array(3)), 'RangeError', /^inputs takes 784 numbers, not 3$/],
        [() => any.train(), 'TypeError', /^inputs .* not undefined$/],
        [() => any.train(ok), 'TypeError', /^targets takes a Float32Array of 10 numbers, not undefined$/],
        [() => network.train(ok, ok), 'RangeError', /^targets takes 10 numbers, not 784$/],
        [() => any.train(withValue(ok, 700, 2), targets), 'RangeError', /^inputs\[700\] .* not 2$/],
        [() => any.train(ok, withValue(targets, 9, 1.5)), 'RangeError', /^targets\[9\] .* to 1, not 1\.5$/],
        [() => any.train(ok, withValue(targets, 3, -0.1)), 'RangeError', /^targets\[3\] .* not -0\.1$/],
        [() => any.train(ok, withValue(targets, 3, Number.NaN)), 'RangeError', /^targets\[3\] .* not NaN$/],
        [() => any.backquerySteps(withValue(targets, 4, 1)), 'RangeError', /^targets\[4\] .* not 1$/],
        [() => any.ascend(), 'TypeError', /^inputs .* not undefined$/],
        [() => any.ascend(withValue(ok, 7, 0), targets), 'RangeError', /^inputs\[7\] .* not 0$/],
        [() => any.ascend(ok), 'TypeError', /^targets .* not undefined$/],
        [() => any.ascend(ok, withValue(targets, 4, 1.1)), 'RangeError', /^targets\[4\] .* not 1\.1$/],
        [() => any.ascend(ok, targets, 5), 'TypeError', /^pace takes \{ steps, stepSize \}, not number$/],
        [() => any.ascend(ok, targets, { speed: 1 }), 'TypeError', /^unknown 'speed' in pace/],
        [() => any.ascend(ok, targets, { steps: -1 }), 'RangeError', /^steps .* from 0 to 10000, not -1$/],
        [() => any.ascend(ok, targets, { steps: 2.5 }), 'RangeError', /^steps .* not 2\.5$/],
        [
          () => any.ascend(ok, targets, { stepSize: 1.5 }),
          'RangeError',
          /^stepSize .* from 0 to 1, not 1\.5$/,
        ],
        [() => any.ascend(ok, targets, { stepSize: Number.NaN }), 'RangeError', /^stepSize .* not NaN$/],
        [
          () => any.ascend(ok, targets, { stepSize: '1' }),
          'TypeError',
          /^stepSize takes a number, not string$/,
        ],
        [() => any.backquery(), 'TypeError', /^targets .* not undefined$/],
        [() => network.backquery(ok), 'RangeError', /^targets takes 10 numbers, not 784$/],
        [() => any.backquery(withValue(targets, 0, 0)), 'RangeError', /^targets\[0\] .* not 0$/],
        [() => any.backquery(withValue(targets, 0, 1)), 'RangeError', /^targets\[0\] .* not 1$/],
        [() => any.backquery(withValue(targets, 4, Number.NaN)), 'RangeError', /^targets\[4\] .* not NaN$/],
      ],
      () => [copyOf(network), network.query(ok)],
    );
  });

  test('weights that do not fit are refused, and nothing has changed', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    const { wih, who } = weights(3);
    const any = /** @type {any} */ (network);
    const badWih = withValue(wih, 2000, Number.NaN);
    const badWho = withValue(who, 29, Number.POSITIVE_INFINITY);
    assertRefused(
      [
        [() => any.setWeights(), 'TypeError', /wih/],
        [() => any.setWeights({ wih }), 'RangeError', /^the number of hidden nodes \(who\.length \/ 10\)/],
        [() => any.setWeights({ who }), 'TypeError', /^wih takes .* 2352 .* not undefined$/],
        [() => any.setWeights({ wih, who: null }), 'RangeError', /^the number of hidden nodes/],
        [() => any.setWeights({ wih, who: who.subarray(1) }), 'RangeError', /who\.length .* not 2\.9$/],
        [() => any.setWeights({ wih, who: who.subarray(10) }), 'RangeError', /^wih takes 1568 .* not 2352$/],
        [() => any.setWeights({ wih: wih.subarray(1), who }), 'RangeError', /^wih takes 2352 .* not 2351$/],
        [() => any.setWeights({ wih: [], who: [] }), 'RangeError', /hidden nodes .* from 1 to 1024, not 0$/],
        [() => any.setWeights({ wih, who: { length: 30 } }), 'TypeError', /^who takes .* not Object$/],
        [() => any.setWeights({ wih: badWih, who }), 'RangeError', /^wih\[2000\] .* not NaN$/],
        [() => any.setWeights({ wih, who: badWho }), 'RangeError', /^who\[29\] .* not Infinity$/],
        [() => network.setWeights(weights(1025)), 'RangeError', /hidden nodes .* to 1024, not 1025$/],
      ],
      () => [network.hiddenNodes, copyOf(network), network.query(picture(1))],
    );
  });

  test('a network that was freed says so', () => {
    const network = glassbox.network({ hiddenNodes: 5 });
    network.free();
    const message = /^this network was freed$/;
    for (const call of [
      () => network.query(picture(1)),
      () => network.signals(picture(1)),
      () => network.weights,
      () => network.copy(),
      () => network.train(picture(1), targetsFor(1)),
      () => network.backquery(targetsFor(1)),
      () => network.backquerySteps(targetsFor(1)),
      () => network.ascend(picture(1), targetsFor(1)),
      () => network.wih,
      () => network.who,
      () => network.hiddenNodes,
      () => network.setWeights(weights(2)),
      () => network.free(),
    ]) {
      assert.throws(call, { name: 'Error', message }, `${call}`);
    }
  });

  test('freed memory is used again', async () => {
    const own = await loadGlassbox();
    const use = () => {
      const network = own.network({ hiddenNodes: 1024 });
      network.query(picture(1));
      network.copy().free();
      assert.throws(() => network.query(new Float32Array(1)), { message: /^inputs/ });
      network.free();
    };
    use();
    const size = own.memoryBytes;
    for (let i = 0; i < 50; i++) use();
    assert.equal(own.memoryBytes, size);
  });
});
