// How sure one may be of an answer, with the network that comes with the page.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scribbles } from '../../data/handwriting/scribbles.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { calibrationError, confidence, predict } from '../../web/shared/confidence.js';
import { parseRecords } from '../helpers.js';
import { firstRecords } from '../mnist.js';

const glassbox = await loadGlassbox();
const network = await glassbox.pretrained();
const answers = parseRecords(await firstRecords('test', 10_000)).map(({ label, inputs }) => {
  const outputs = network.query(inputs);
  return { outputs, label, prediction: predict(outputs) };
});

describe('a prediction', () => {
  test('names the likeliest digit and the runner-up, the smaller digit when two are equal', () => {
    const outputs = [0.01, 0.02, 0.9, 0.3, 0.01, 0.3, 0.01, 0.01, 0.01, 0.01];
    const { digit, likeliest, runnerUp } = predict(outputs);
    assert.deepEqual([digit, likeliest, runnerUp], [2, 2, 3]);
  });

  test('is none where all outputs are low, but says what it looks like most', () => {
    const { digit, likeliest } = predict(Array.from({ length: 10 }, (_, k) => (k === 4 ? 0.05 : 0.01)));
    assert.equal(digit, null);
    assert.equal(likeliest, 4);
  });

  test('has a confidence between 0.1 and 1, whatever the outputs', () => {
    assert.ok(Math.abs(confidence(Array(10).fill(0.5), 1) - 0.1) < 1e-9);
    const sure = confidence([1, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1);
    assert.ok(sure > 0.99 && sure <= 1, `${sure}`);
    for (const value of [0, 1]) assert.ok(Math.abs(confidence(Array(10).fill(value), 1) - 0.1) < 1e-9);
  });

  test('an empty list, a perfect and a bad confidence have the calibration errors they should', () => {
    assert.equal(calibrationError([]), Number.NaN, 'of no answers there is none');
    const perfect = Array.from({ length: 100 }, (_, i) => ({ confidence: 0.75, right: i % 4 > 0 }));
    assert.ok(calibrationError(perfect) < 1e-9);
    const bad = Array.from({ length: 100 }, (_, i) => ({ confidence: 1, right: i % 2 === 0 }));
    assert.ok(Math.abs(calibrationError(bad) - 0.5) < 1e-9);
  });

  test('its confidence is closer to the share of right answers on test records than the outputs are', (t) => {
    const right = answers.map(({ prediction, label }) => prediction.likeliest === label);
    const before = calibrationError(
      answers.map(({ outputs }, i) => ({ confidence: Math.max(...outputs), right: right[i] })),
    );
    const after = calibrationError(
      answers.map(({ prediction }, i) => ({ confidence: prediction.confidence, right: right[i] })),
    );
    t.diagnostic(`expected calibration error ${before} of the largest output, ${after} of the confidence`);
    assert.ok(after < before, `${after}, not less than ${before}`);
    assert.ok(after < 0.01, `${after}`);
  });

  test('hardly any test record is taken for no digit, and many scribbles are', (t) => {
    const refused = answers.filter(({ prediction }) => prediction.digit === null).length / answers.length;
    const told = scribbles(2000, 7).filter((strokes) => {
      const { inputs } = /** @type {{ inputs: Float32Array }} */ (glassbox.drawing(strokes));
      return predict(network.query(inputs)).digit === null;
    }).length;
    t.diagnostic(`${refused} of the test records and ${told / 2000} of the scribbles are no digit`);
    assert.ok(refused <= 0.01, `${refused} of the test records`);
    assert.ok(told / 2000 >= 0.3, `${told} of 2000 scribbles`);
  });
});
