import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ascend, backquery, clarity, imagine } from '../../web/features/imagination/questions.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { largest } from '../../web/shared/ranking.js';
import { DIGITS, INPUT_MIN, PIXELS } from '../../web/shared/shape.js';
import { targetsFor } from '../../web/shared/targets.js';
import { WAYS } from '../../web/shared/ways.js';
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

  test('what the stage shows for a digit comes with what it is read as', () => {
    const inputs = network.imagine(6);
    assert.deepEqual(imagine(context, 6), { inputs, outputs: network.query(inputs) });
  });

  test('the network that comes with the page reads pictures of either way, to tell how clear they are', async () => {
    const bundled = await (await loadGlassbox()).pretrained();
    const digits = [...Array(DIGITS).keys()];
    for (const way of WAYS) {
      const outputs = digits.map((digit) =>
        bundled.query(way === 'ascent' ? network.imagine(digit) : network.backquery(targetsFor(digit))),
      );
      const read = digits.filter((digit) => largest(outputs[digit]) === digit);
      const sum = read.reduce((sum, digit) => sum + outputs[digit][digit], 0);
      assert.deepEqual(clarity({ ...context, bundled }, null, way, digits), { read: read.length, sum });
      for (const digit of digits) {
        const one = clarity({ ...context, bundled }, null, way, [digit]);
        assert.equal(one.read, Number(read.includes(digit)));
      }
    }
  });

  test('no step at all reads a picture as it is', () => {
    const { inputs } = backquery(context, targetsFor(2));
    const read = ascend(context, inputs, targetsFor(5), 0);
    assert.deepEqual(read, { inputs, outputs: network.query(inputs) });
  });
});
