// What trained networks imagine, and whether they take it for the digit.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { largest } from '../../web/shared/ranking.js';
import { parseRecords, targetsFor } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { ascents, assertRefused, BLANK, backqueries, likeness } from './contract.js';

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

  test('all ten come back from the network that comes with the page', async () => {
    const network = await glassbox.pretrained();
    const { count, least } = ascents(network);
    assert.equal(count, 10);
    assert.ok(least >= 0.9, `an output of ${least}`);
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

describe('what the network that comes with the page imagines', () => {
  /** @type {Float32Array[]} */
  let pictures;
  /** @type {import('../../web/glassbox.js').Network} */
  let network;
  before(async () => {
    network = await glassbox.pretrained();
    pictures = Array.from({ length: 10 }, (_, digit) => network.imagine(digit));
  });
  after(() => network.free());

  test('it looks like its digit: so do at least seven of the ten test records most like it', async (t) => {
    const recordsLike = likeness(parseRecords(await firstRecords('test', 10_000)));
    const counts = pictures.map(
      (picture, digit) => recordsLike(picture, 10).filter(({ label }) => label === digit).length,
    );
    t.diagnostic(`of the ten test records most like each: ${counts}`);
    assert.ok(Math.min(...counts) >= 7, `${counts}`);
  });

  test('it is read as its digit, also by a network that has learned apart', async () => {
    const trainer = glassbox.trainer({ recipe: 'quick', seed: 7 });
    trainer.write('train', await firstRecords('train', 60_000));
    trainer.end('train');
    while (!trainer.run({ samples: 60_000 }).done);
    for (const reader of [network, trainer.network]) {
      const read = pictures.map((picture) => largest(reader.query(picture)));
      assert.deepEqual(read, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
    trainer.free();
  });

  test('it has full contrast, and no more ink than a digit', () => {
    for (const picture of pictures) {
      assert.ok(Math.abs(Math.max(...picture) - 1) < 1e-6);
      const ink = picture.reduce((sum, input) => sum + input - 0.01, 0);
      assert.ok(ink > 20 && ink < 110, `${ink}`);
    }
  });
});

test('imagining changes nothing, and needs a digit', () => {
  const network = glassbox.network({ hiddenNodes: 5 });
  const state = () => [network.wih, network.who];
  const before = state();
  assert.deepEqual(network.imagine(3), network.imagine(3));
  assert.deepEqual(state(), before);
  assertRefused(
    [
      [() => network.imagine(10), 'RangeError', /^digit takes a whole number from 0 to 9, not 10$/],
      [() => network.imagine(/** @type {any} */ ('3')), 'TypeError', /^digit takes a number, not string$/],
    ],
    state,
  );
  network.free();
  assert.throws(() => network.imagine(3), { message: /^this network was freed$/ });
});
