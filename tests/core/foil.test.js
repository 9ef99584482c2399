// Foils: the smallest change of a picture that gets another answer.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { largest } from '../../web/shared/ranking.js';
import { parseRecords } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { assertRefused, picture, withValue } from './contract.js';

const glassbox = await loadGlassbox();
const csv = await firstRecords('train', 20_000);
const records = parseRecords(await firstRecords('test', 20));

/** @param {string} recipe */
function trained(recipe) {
  const trainer = glassbox.trainer({ recipe });
  trainer.write('train', csv);
  trainer.end('train');
  while (!trainer.run({ samples: 20_000 }).done);
  return trainer;
}

/** @param {Float32Array} one @param {Float32Array} other */
const distance = (one, other) => Math.sqrt(one.reduce((sum, x, i) => sum + (x - other[i]) ** 2, 0));

describe('a foil', () => {
  const [plain, robust] = ['quick', 'robust'].map(trained);
  after(() => {
    plain.free();
    robust.free();
  });

  test('of a test record it gets the answer that was asked for, whichever that is', () => {
    for (const { network } of [plain, robust]) {
      for (const { inputs } of records) {
        for (let digit = 0; digit < 10; digit++) {
          const foil = network.foil(inputs, digit);
          assert.ok(foil?.every((input) => input >= Math.fround(0.01) && input <= 1));
          assert.equal(largest(network.query(foil)), digit);
        }
      }
    }
  });

  test('it takes much more to fool a network that was trained adversarially', (t) => {
    const [easy, hard] = [plain, robust].map(({ network }) => {
      const distances = records.map(({ inputs, label }) => {
        const foil = network.foil(inputs, (label + 1) % 10);
        return distance(/** @type {Float32Array} */ (foil), inputs);
      });
      return distances.reduce((sum, each) => sum + each, 0) / distances.length;
    });
    t.diagnostic(`mean distance of the foils ${easy}, and ${hard} after adversarial training`);
    assert.ok(hard > 1.3 * easy, `${hard} after ${easy}`);
  });
});

test('a foil changes neither network nor inputs, and needs both inputs and a digit', () => {
  const network = glassbox.network({ hiddenNodes: 5 });
  const inputs = picture(1);
  const state = () => [network.wih, network.who, inputs];
  const before = state();
  network.foil(inputs, 3);
  assert.deepEqual(state(), before);
  assert.deepEqual(network.foil(inputs, largest(network.query(inputs))), inputs, 'it is the answer already');
  const any = /** @type {any} */ (network);
  assertRefused(
    [
      [() => any.foil(), 'TypeError', /^inputs takes a Float32Array of 784 numbers, not undefined$/],
      [() => any.foil(withValue(inputs, 7, 2), 3), 'RangeError', /^inputs\[7\] .* not 2$/],
      [() => any.foil(inputs), 'TypeError', /^digit takes a number, not undefined$/],
      [() => any.foil(inputs, 10), 'RangeError', /^digit takes a whole number from 0 to 9, not 10$/],
    ],
    state,
  );
  network.free();
  assert.throws(() => network.foil(inputs, 3), { message: /^this network was freed$/ });
});
