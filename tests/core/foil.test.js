// Foils of the network that comes with the page, on test records.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { predict } from '../../web/shared/confidence.js';
import { INPUT_MIN } from '../../web/shared/shape.js';
import { parseRecords } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { assertRefused, picture, withValue } from './contract.js';

const glassbox = await loadGlassbox();
const network = await glassbox.pretrained();
const pictures = parseRecords(await firstRecords('test', 20)).map(({ inputs }) => Float32Array.from(inputs));

const csv = await firstRecords('train', 20_000);

/** @param {Float32Array} one @param {Float32Array} other */
const distance = (one, other) => Math.sqrt(one.reduce((sum, x, i) => sum + (x - other[i]) ** 2, 0));

describe('a foil', () => {
  test('is read as the digit, and with a little less of the change it is not', () => {
    for (const [i, inputs] of pictures.entries()) {
      for (const digit of [predict(network.query(inputs)).runnerUp, (i * 7) % 10]) {
        const foil = network.foil(inputs, digit);
        assert.ok(foil, `record ${i}, ${digit}`);
        assert.equal(predict(network.query(foil)).digit, digit, `record ${i}`);
        assert.ok(foil.every((input) => input >= INPUT_MIN && input <= 1));
        if (predict(network.query(inputs)).digit === digit) {
          assert.deepEqual(foil, inputs);
          continue;
        }
        const less = foil.map((input, j) => Math.max(inputs[j] + 0.98 * (input - inputs[j]), INPUT_MIN));
        assert.notEqual(predict(network.query(less)).digit, digit, `record ${i}: 98 % would do`);
      }
    }
  });

  test('is far smaller a change than the way to a picture of that digit', () => {
    const [seven, two] = pictures;
    const foil = network.foil(seven, 2);
    assert.ok(foil);
    assert.ok(distance(seven, foil) < distance(seven, two) / 3, `${distance(seven, foil)}`);
  });

  test('is none of a network that pixels do not move', () => {
    const dull = glassbox.network({ hiddenNodes: 3 });
    dull.setWeights({ wih: new Float32Array(3 * 784), who: new Float32Array(30) });
    assert.equal(dull.foil(pictures[0], 2), null);
    dull.free();
  });

  test('takes much more of a network that was trained adversarially', (t) => {
    const [easy, hard] = ['quick', 'robust'].map((recipe) => {
      const trainer = glassbox.trainer({ recipe });
      trainer.write('train', csv);
      trainer.end('train');
      while (!trainer.run({ samples: 20_000 }).done);
      const distances = pictures.map((inputs) => {
        const { runnerUp } = predict(trainer.network.query(inputs));
        return distance(/** @type {Float32Array} */ (trainer.network.foil(inputs, runnerUp)), inputs);
      });
      trainer.free();
      return distances.reduce((sum, each) => sum + each, 0) / distances.length;
    });
    t.diagnostic(`mean distance of the foils ${easy}, and ${hard} after adversarial training`);
    assert.ok(hard > 1.3 * easy, `${hard} after ${easy}`);
  });

  test('changes neither network nor inputs, and needs both inputs and a digit', () => {
    const any = glassbox.network({ hiddenNodes: 5 });
    const inputs = picture(1);
    const state = () => [any.wih, any.who, inputs];
    const before = state();
    any.foil(inputs, 3);
    assert.deepEqual(state(), before);
    const foil = /** @type {any} */ (any.foil).bind(any);
    assertRefused(
      [
        [() => foil(), 'TypeError', /^inputs takes a Float32Array of 784 numbers, not undefined$/],
        [() => foil(withValue(inputs, 7, 2), 3), 'RangeError', /^inputs\[7\] .* not 2$/],
        [() => foil(inputs), 'TypeError', /^digit takes a number, not undefined$/],
        [() => foil(inputs, 10), 'RangeError', /^digit takes a whole number from 0 to 9, not 10$/],
      ],
      state,
    );
    any.free();
    assert.throws(() => any.foil(inputs, 3), { message: /^this network was freed$/ });
  });
});
