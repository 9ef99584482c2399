import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { picture, weights } from './contract.js';
import { csv, glassbox, load } from './fixtures.js';

/** @param {import('../../web/glassbox.js').Network} network */
const answers = (network) => [1, 2, 3].map((seed) => network.signals(picture(seed)));

test('a packed network answers and imagines in another module with the same bits, in the midst of a run', async () => {
  const other = await loadGlassbox();
  const records = glassbox.records();
  load(records, 'train', csv);
  for (const hiddenNodes of [1, 30, 200]) {
    // Decay changes the scale of the weights, and a step leaves an update pending.
    const settings = recipeSettings('quick', { hiddenNodes, decay: 0.001 });
    const run = glassbox.run(records, settings);
    run.train({ samples: 7 });
    const copy = other.network({ hiddenNodes: 3 });
    copy.unpack(run.network.pack());
    assert.equal(copy.hiddenNodes, hiddenNodes);
    assert.deepEqual(answers(copy), answers(run.network));
    assert.deepEqual(copy.imagine(3), run.network.imagine(3));
    run.free();
  }
  records.free();
});

test('packing does not change what a run learns', () => {
  const records = glassbox.records();
  load(records, 'train', csv);
  const settings = recipeSettings('notebook', { hiddenNodes: 20 });
  const [packed, other] = [glassbox.run(records, settings), glassbox.run(records, settings)];
  for (let step = 0; step < 20; step++) {
    packed.train({ samples: 1 });
    packed.network.pack();
  }
  other.train({ samples: 20 });
  assert.deepEqual(packed.network.weights, other.network.weights);
});

test('numbers that are no network are refused, and the network is as it was', () => {
  const network = glassbox.network({ hiddenNodes: 4 });
  network.setWeights(weights(4));
  const before = answers(network);
  const numbers = network.pack();
  for (const bad of [
    new Float32Array(0),
    numbers.subarray(1),
    numbers.subarray(0, numbers.length - 1),
    Float32Array.of(0, ...numbers.subarray(1)),
    Float32Array.of(Number.NaN, ...numbers.subarray(1)),
    Float32Array.of(1e9, ...numbers.subarray(1)),
  ]) {
    assert.throws(() => network.unpack(bad), /numbers takes what pack\(\) of a network gave/);
    assert.deepEqual(answers(network), before);
  }
  network.free();
});
