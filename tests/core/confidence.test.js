// How sure one may be of an answer, with the network that comes with the page.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { digitDrawings } from '../../data/handwriting/material.js';
import { notDigitDrawings } from '../../data/handwriting/not-digits.js';
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

  test('hardly any test record is taken for no digit; most of what is none is', (t) => {
    const refused = answers.filter(({ prediction }) => prediction.digit === null).length / answers.length;
    assert.ok(refused <= 0.01, `${refused} of the test records`);
    t.diagnostic(`${refused} of the test records are refused`);
    for (const [name, drawings, least] of /** @type {const} */ ([
      ['drawings of no digit', notDigitDrawings(2000, 11, { heldOut: true }), 0.85],
      ['scribbles', scribbles(2000, 7), 0.75],
    ])) {
      const share =
        drawings.filter((strokes) => network.read(strokes)?.digit === null).length / drawings.length;
      t.diagnostic(`${share} of the ${name} are refused`);
      assert.ok(share >= least, `${share} of the ${name}`);
    }
  });

  test('digits are read as people write them elsewhere, in forms that were never learned', (t) => {
    const drawings = digitDrawings(2000, 12, { heldOut: true });
    const read = drawings.map(({ strokes }) => network.read(strokes));
    const right =
      read.filter((answer, i) => answer?.likeliest === drawings[i].label).length / drawings.length;
    const refused = read.filter((answer) => answer?.digit === null).length / drawings.length;
    t.diagnostic(`${right} right, ${refused} refused`);
    assert.ok(right >= 0.98, `${right} right`);
    assert.ok(refused <= 0.02, `${refused} refused`);
  });
});

test('reading a drawing is asking about its picture; where there is no ink, there is nothing to read', () => {
  const seven = [
    [
      [0, 0],
      [9, 0],
      [4, 20],
    ],
  ];
  const { outputs, ...prediction } = /** @type {NonNullable<ReturnType<typeof network.read>>} */ (
    network.read(seven)
  );
  assert.equal(prediction.digit, 7);
  assert.deepEqual(outputs, network.query(/** @type {Float32Array} */ (glassbox.drawing(seven)?.inputs)));
  assert.deepEqual(prediction, predict(outputs));
  assert.equal(network.read([]), null);
  assert.equal(network.read([[]]), null);
  assert.throws(() => network.read(/** @type {any} */ (7)), {
    name: 'TypeError',
    message: /^strokes takes an array of strokes, not number$/,
  });
});
