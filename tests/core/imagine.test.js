// What trained networks imagine, and whether they take it for the digit.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { targetsFor } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { ascents, BLANK, backqueries } from './contract.js';

const STEPS = 20_000;
const glassbox = await loadGlassbox();
const csv = await firstRecords('train', STEPS);

describe('ascent from a blank page', () => {
  // Of backquery's pictures, these many come back: exactly, since the weights are the same everywhere.
  for (const [recipe, counts] of /** @type {const} */ ([
    ['quick', [4, 5, 2]],
    ['notebook', [7, 7, 7]],
    ['backtrack', [8, 8, 7]],
  ])) {
    test(`after 20,000 steps of ${recipe} all ten digits come back, of backquery’s not all`, () => {
      for (const [i, count] of counts.entries()) {
        const trainer = glassbox.trainer({ recipe, seed: i + 1 });
        trainer.write('train', csv);
        trainer.run({ samples: STEPS });
        const { count: all, least } = ascents(trainer.network);
        assert.equal(all, 10);
        assert.ok(least >= 0.9, `seed ${i + 1}: an output of ${least}`);
        assert.equal(backqueries(trainer.network).count, count, `seed ${i + 1}`);
        trainer.free();
      }
    });
  }

  test('all ten come back from the network that comes with the page, one of backquery’s does', async () => {
    const network = await glassbox.pretrained();
    const { count, least } = ascents(network);
    assert.equal(count, 10);
    assert.ok(least >= 0.9, `an output of ${least}`);
    assert.equal(backqueries(network).count, 1);
    network.free();
  });

  test('there is little ink outside of the strokes', async () => {
    const network = await glassbox.pretrained();
    for (let digit = 0; digit < 10; digit++) {
      const picture = network.ascend(BLANK, targetsFor(digit));
      const blank = picture.filter((input) => input === BLANK[0]).length;
      assert.ok(blank > 392, `${digit}: only ${blank} of 784 pixels are blank`);
    }
    network.free();
  });
});
