// What a run refuses, and how: nothing has changed after an error.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { targetsFor } from '../helpers.js';
import { assertRefused, picture, weights } from './contract.js';
import { glassbox, loadedRecords, loadedRun, small, stateOf } from './fixtures.js';

describe('a run', () => {
  test('what does not fit is refused, and nothing has changed', async () => {
    const { run, free } = loadedRun();
    run.train({ samples: 7 });
    const any = /** @type {any} */ (run);
    assertRefused(
      [
        [() => any.train(), 'TypeError', /samples/],
        [() => any.train({}), 'TypeError', /^samples takes a number, not undefined$/],
        [() => any.train({ samples: '5' }), 'TypeError', /^samples takes a number, not string$/],
        [() => any.train({ samples: -1 }), 'RangeError', /^samples .* from 0 to \d+, not -1$/],
        [() => any.train({ samples: 1.5 }), 'RangeError', /^samples .* not 1\.5$/],
        [() => any.train({ samples: Number.NaN }), 'RangeError', /^samples .* not NaN$/],
        [() => any.train({ samples: Number.POSITIVE_INFINITY }), 'RangeError', /^samples .* not Infinity$/],
        [() => any.changeLearningRate(0), 'RangeError', /^learningRate takes a number .* to 1, not 0$/],
        [() => any.changeLearningRate(1.5), 'RangeError', /^learningRate .* not 1\.5$/],
        [() => any.changeLearningRate(Number.NaN), 'RangeError', /^learningRate .* not NaN$/],
        [() => any.changeLearningRate('0.1'), 'TypeError', /^learningRate .* not '0\.1'$/],
        [() => any.reset(), 'TypeError', /^settings takes \{ hiddenNodes, .* \}, not undefined$/],
        [() => any.reset({ ...small, recipe: 'quick' }), 'TypeError', /^unknown 'recipe' in settings/],
        [() => any.reset({ ...small, seed: undefined }), 'TypeError', /^seed .* not undefined$/],
        [() => any.reset({ ...small, epochs: 0 }), 'RangeError', /^epochs .* from 1 to 1000, not 0$/],
        [() => any.network.free(), 'Error', /^this network belongs to its run: free the run$/],
        [() => any.network.query([]), 'RangeError', /^inputs takes 784 numbers, not 0$/],
      ],
      () => stateOf(run),
    );
    free();
  });

  test('records and settings that do not fit are refused', async () => {
    const records = loadedRecords();
    const elsewhere = (await loadGlassbox()).records();
    const any = /** @type {any} */ (glassbox);
    assertRefused(
      [
        [() => any.run(), 'TypeError', /^records takes Records, not undefined$/],
        [() => any.run({}, small), 'TypeError', /^records takes Records, not Object$/],
        [
          () => any.run(elsewhere, small),
          'TypeError',
          /^records takes those of this module, not of another$/,
        ],
        [() => any.run(records), 'TypeError', /^settings takes \{ .* \}, not undefined$/],
        [() => any.run(records, {}), 'TypeError', /^hiddenNodes .* not undefined$/],
        [() => any.run(records, { ...small, hiddenNodes: 1025 }), 'RangeError', /^hiddenNodes .* not 1025$/],
        [() => any.run(records, { ...small, speed: 5 }), 'TypeError', /^unknown 'speed' in settings/],
      ],
      () => glassbox.memoryBytes,
    );
    records.free();
  });

  test('one that was freed says so, and so does its network', () => {
    const { records, run } = loadedRun();
    const { network } = run;
    run.free();
    const message = /^this run was freed$/;
    for (const call of [
      () => run.train({ samples: 1 }),
      () => run.progress,
      () => run.shown,
      () => run.metrics,
      () => run.learningRate,
      () => run.changeLearningRate(0.1),
      () => run.settings,
      () => run.reset(small),
      () => run.restartIfStale(),
      () => run.save(),
      () => run.restore(new Uint8Array(9)),
      () => run.free(),
      () => network.query(picture(1)),
      () => network.copy(),
      () => network.weights,
      () => network.train(picture(1), targetsFor(1)),
      () => network.backquery(targetsFor(1)),
      () => network.wih,
      () => network.hiddenNodes,
      () => network.setWeights(weights(2)),
    ]) {
      assert.throws(call, { name: 'Error', message }, `${call}`);
    }
    records.free();
  });
});
