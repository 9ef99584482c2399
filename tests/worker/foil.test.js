import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { change, changed, POSITIONS, size } from '../../web/features/foil/change.js';
import { foolAnswering, foolRobust } from '../../web/features/foil/questions.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { predict } from '../../web/shared/confidence.js';
import { INPUT_MIN } from '../../web/shared/shape.js';
import { maxDifference } from '../helpers.js';
import { clientTest, contextFor, drawn, SEVEN, testing } from './client.js';

/** @type {import('../../web/glassbox.js').Network} */
let network;
/** @type {Awaited<ReturnType<typeof contextFor>>} */
let context;

before(async () => {
  const glassbox = await loadGlassbox();
  network = await glassbox.pretrained();
  const answering = { kind: /** @type {const} */ ('bundled'), network, step: 0, weights: network.weights };
  context = { ...(await contextFor(glassbox, { test: testing })), answering };
});

/** @param {import('../../web/features/foil/questions.js').Fooled | null} fooled */
function found(fooled) {
  assert.ok(fooled?.foil);
  return { ...fooled, foil: fooled.foil };
}

describe('fooling the network that answers', () => {
  test('makes it read the digit that is second, or the one that is asked for', () => {
    const inputs = context.pictureOf(drawn(SEVEN))?.inputs;
    assert.ok(inputs);
    const { digit, likeliest, runnerUp } = predict(network.query(inputs));
    assert.equal(digit, likeliest);
    for (const [asked, wanted] of /** @type {const} */ ([
      [null, runnerUp],
      [3, 3],
      [5, 5],
    ])) {
      const fooled = found(foolAnswering(context, drawn(SEVEN), asked));
      assert.equal(fooled.digit, wanted);
      assert.deepEqual(fooled.inputs, inputs);
      assert.deepEqual(fooled.foil, network.foil(inputs, wanted));
      assert.equal(fooled.outputs.length, POSITIONS + 1);
      assert.deepEqual(fooled.outputs[0], network.query(inputs));
      const last = fooled.outputs.map((outputs) => predict(outputs).digit === wanted).indexOf(true);
      assert.equal(last, POSITIONS, 'only all of the change will do');
      const { average, largest } = size(inputs, fooled.foil);
      assert.deepEqual([fooled.average, fooled.largest], [average, largest]);
      assert.ok(average > 0.005 && average < 0.2 && largest > average && largest <= 0.99);
    }
  });

  test('works on a test record, and on the latest training record', async () => {
    const fooled = found(foolAnswering(context, { about: 'record', index: 7 }, null));
    assert.deepEqual(fooled.inputs, context.pictureOf({ about: 'record', index: 7 })?.inputs);
    assert.equal(foolAnswering(context, { about: 'training' }, null), null, 'none has been shown yet');
    assert.equal(foolAnswering(context, { about: 'record', index: 300 }, null), null, 'there are 300');
    assert.equal(foolAnswering(context, drawn([]), null), null, 'an empty pad');
  });

  test('into what it reads already takes nothing', () => {
    const { digit } = predict(network.query(found(foolAnswering(context, drawn(SEVEN), 1)).inputs));
    const fooled = found(foolAnswering(context, drawn(SEVEN), digit));
    assert.deepEqual(fooled.foil, fooled.inputs);
    assert.deepEqual([fooled.average, fooled.largest], [0, 0]);
  });

  test('cannot be done where pixels move nothing', async () => {
    const dull = (await loadGlassbox()).network({ hiddenNodes: 2 });
    dull.setWeights({ wih: new Float32Array(2 * 784), who: new Float32Array(20) });
    const answering = { kind: /** @type {const} */ ('run'), network: dull, step: 0, weights: dull.weights };
    const fooled = foolAnswering({ ...context, answering }, drawn(SEVEN), 4);
    assert.deepEqual([fooled?.foil, fooled?.average, fooled?.largest], [null, 0, 0]);
    assert.ok(fooled?.outputs.every((outputs) => maxDifference(outputs, fooled.outputs[0]) === 0));
  });
});

describe('the robust network', () => {
  test('takes more to be fooled than the one that reads drawings, as a rule', async (t) => {
    const times = [];
    for (let index = 0; index < 30; index++) {
      const answering = found(foolAnswering(context, { about: 'record', index }, null));
      const robust = found(await foolRobust(context, answering.inputs, answering.digit));
      assert.equal(predict(robust.outputs[POSITIONS]).digit, answering.digit);
      times.push(robust.average / answering.average);
    }
    times.sort((a, b) => a - b);
    t.diagnostic(`${times[15]} times as much in the median`);
    assert.ok(times[15] > 1.2 && times[15] < 3, `the median is ${times[15]}`);
  });

  clientTest('is asked through the worker like all else', async ({ api }) => {
    const own = found(await api.foil.foolAnswering('main', drawn(SEVEN), 2));
    const robust = found(await api.foil.foolRobust('main', own.inputs, 2));
    assert.equal(predict(robust.outputs[POSITIONS]).digit, 2);
  });
});

describe('a part of a change', () => {
  const inputs = Float32Array.of(INPUT_MIN, 1, 0.5);
  const foil = Float32Array.of(0.41, INPUT_MIN, 0.5);

  test('leads from the picture to its foil, exactly', () => {
    assert.deepEqual(changed(inputs, foil, 0), inputs);
    assert.equal(changed(inputs, foil, POSITIONS), foil);
    assert.ok(maxDifference(changed(inputs, foil, POSITIONS / 2), [0.21, 0.505, 0.5]) < 1e-6);
    assert.ok(maxDifference(change(inputs, foil, POSITIONS / 4), [0.1, -0.2475, 0]) < 1e-6);
  });

  test('never leaves what inputs can be', () => {
    for (let position = 0; position <= POSITIONS; position++) {
      for (const pair of [
        [inputs, foil],
        [foil, inputs],
      ]) {
        assert.ok(changed(pair[0], pair[1], position).every((input) => input >= INPUT_MIN && input <= 1));
      }
    }
  });

  test('is measured by its root mean square and its largest', () => {
    const { average, largest } = size(inputs, foil);
    assert.ok(Math.abs(average - Math.sqrt((0.4 ** 2 + 0.99 ** 2) / 3)) < 1e-6);
    assert.ok(Math.abs(largest - 0.99) < 1e-6);
  });
});
