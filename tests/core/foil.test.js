// Foils of the network that comes with the page, on test records.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { predict } from '../../web/shared/confidence.js';
import { INPUT_MIN } from '../../web/shared/shape.js';
import { parseRecords } from '../helpers.js';
import { firstRecords } from '../mnist.js';

const glassbox = await loadGlassbox();
const network = await glassbox.pretrained();
const pictures = parseRecords(await firstRecords('test', 20)).map(({ inputs }) => Float32Array.from(inputs));

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
    const distance = (/** @type {Float32Array} */ a, /** @type {Float32Array} */ b) =>
      Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0));
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

  test('is of a digit, and of inputs', () => {
    assert.throws(() => network.foil(pictures[0], 10), { name: 'RangeError', message: /digit/ });
    assert.throws(() => network.foil(new Float32Array(3), 1), { message: /inputs/ });
  });
});
