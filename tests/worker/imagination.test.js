import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ascend, backquery } from '../../web/features/imagination/questions.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { DIGITS, INPUT_MIN, PIXELS } from '../../web/shared/shape.js';
import { targetsFor } from '../../web/shared/targets.js';
import { contextFor, train } from './client.js';

/** @type {Awaited<ReturnType<typeof contextFor>>} */
let context;
/** @type {import('../../web/glassbox.js').Network} */
let network;

before(async () => {
  context = await contextFor(await loadGlassbox(), { train });
  context.run.train({ samples: 1200 });
  network = context.run.network;
});

describe('what the page asks of imagination', () => {
  test('targets are answered with the backquery, its steps, and what its picture is read as', () => {
    const { digits, outputs, ...steps } = backquery(context, targetsFor(4));
    assert.deepEqual(steps, network.backquerySteps(targetsFor(4)));
    assert.deepEqual(steps.inputs, network.backquery(targetsFor(4)));
    assert.deepEqual(outputs, network.query(steps.inputs));
    assert.deepEqual(digits[4], { inputs: steps.inputs, outputs });
  });

  test('each of the ten digits makes its round trip', () => {
    const { digits } = backquery(context, targetsFor(0));
    assert.equal(digits.length, DIGITS);
    for (const [digit, { inputs, outputs }] of digits.entries()) {
      assert.deepEqual(inputs, network.backquery(targetsFor(digit)));
      assert.deepEqual(outputs, network.query(inputs));
    }
  });

  test('an ascent in pieces comes to where it comes in one go, and is read there', () => {
    const blank = new Float32Array(PIXELS).fill(INPUT_MIN);
    const targets = targetsFor(7);
    const half = ascend(context, blank, targets, 10);
    const whole = ascend(context, half.inputs, targets, 10);
    const expected = network.ascend(blank, targets, { steps: 20 });
    assert.deepEqual(whole, { inputs: expected, outputs: network.query(expected) });
    assert.notDeepEqual(whole.inputs, blank);
  });

  test('no step at all reads a picture as it is', () => {
    const { inputs } = backquery(context, targetsFor(2));
    const read = ascend(context, inputs, targetsFor(5), 0);
    assert.deepEqual(read, { inputs, outputs: network.query(inputs) });
  });
});
