import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { saliencyMap } from '../../web/features/mistakes/saliency.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { compareOutputs, countBehind, worst } from '../../web/shared/evaluation.js';
import { Questions } from '../../web/worker/questions.js';
import { Session } from '../../web/worker/session.js';
import { maxDifference, parseRecords, uniform } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { drawn, SETTINGS, SEVEN, train } from './client.js';

/** Some slices of an evaluation. */
const TESTED = 1700;

/** @type {import('../../web/glassbox.js').Glassbox} */
let glassbox;
/** @type {Uint8Array<ArrayBuffer>} */
let testing;
/** @type {Session} */
let session;
/** @type {Questions} */
let questions;

/** @param {Uint8Array<ArrayBuffer>} csv */
const loadTesting = (csv) => session.load('test', { name: 'test.csv', file: new Blob([csv]) });

/** @param {Session} of */
async function idle(of) {
  while (!of.trainer.progress.done) await new Promise((resolve) => setTimeout(resolve, 5));
}

before(async () => {
  glassbox = await loadGlassbox();
  testing = await firstRecords('test', TESTED);
  session = new Session(glassbox, null, SETTINGS, () => {});
  questions = new Questions(glassbox, session);
  assert.equal(await questions.evaluateRecords(), null, 'there are no records yet');
  await session.load('train', { name: 'train.csv', file: train });
  await loadTesting(testing);
  session.play();
  await idle(session);
});

/** What a plain loop finds. @param {import('../../web/glassbox.js').Network} network */
function evaluatePlainly(network) {
  return parseRecords(testing).map(({ label, inputs }) => {
    const outputs = [...network.query(inputs)];
    const answer = outputs.indexOf(Math.max(...outputs));
    const others = outputs.filter((_, digit) => digit !== label);
    return { label, answer, margin: outputs[label] - Math.max(...others) };
  });
}

describe('an evaluation', () => {
  test('has the label, the answer and the margin of each record', async () => {
    const evaluation = await questions.evaluateRecords();
    assert.ok(evaluation);
    const plain = evaluatePlainly(session.network);
    assert.deepEqual(
      [...evaluation.labels],
      plain.map(({ label }) => label),
    );
    assert.deepEqual(
      [...evaluation.answers],
      plain.map(({ answer }) => answer),
    );
    const margins = plain.map(({ margin }) => margin);
    assert.ok(maxDifference(evaluation.margins, margins) < 1e-6);
    assert.deepEqual(evaluation.confusion, session.trainer.test().confusion);
    assert.ok(evaluation.milliseconds > 0);
    const wrong = plain.filter(({ label, answer }) => label !== answer).length;
    assert.ok(wrong > 0);
    assert.equal(countBehind(evaluation, null), wrong);
  });

  test('is about the network of one moment, though that goes on learning', async () => {
    session.reset({ ...SETTINGS, epochs: 5 });
    session.trainer.run({ samples: 300 });
    const plain = evaluatePlainly(session.network);
    const asked = questions.evaluateRecords();
    session.play();
    const evaluation = await asked;
    const learnt = session.trainer.progress.step;
    assert.ok(learnt > 300, 'it did learn meanwhile');
    assert.deepEqual(
      [...(evaluation?.answers ?? [])],
      plain.map(({ answer }) => answer),
    );
    await idle(session);
    assert.notDeepEqual(
      evaluatePlainly(session.network).map(({ answer }) => answer),
      plain.map(({ answer }) => answer),
    );
  });

  test('is dropped when other records take the place of those it is about', async () => {
    const others = await firstRecords('test', TESTED + 1);
    // All of the file has been read when the evaluation begins: it ends between two of its slices.
    const loading = loadTesting(others);
    const evaluations = [];
    while (session.trainer.records('test') === TESTED) evaluations.push(await questions.evaluateRecords());
    await loading;
    assert.equal(evaluations.at(-1), null);
    assert.equal((await questions.evaluateRecords())?.labels.length, TESTED + 1);
    await loadTesting(testing);
  });

  test('gives each label its margin over the best of the others, and to equals the first as answer', () => {
    const outputs = Float32Array.of(
      ...[0.5, 0.25, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[0.5, 0.25, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 0, 0, 0.5, 0, 0.5, 0, 0, 0, 0],
    );
    assert.deepEqual(compareOutputs(outputs, Uint8Array.of(0, 1, 5)), {
      answers: Uint8Array.of(0, 0, 3),
      margins: Float32Array.of(0.25, -0.25, 0),
    });
  });
});

describe('the worst records', () => {
  const evaluation = {
    labels: Uint8Array.of(4, 4, 4, 9, 4, 4, 4),
    answers: Uint8Array.of(9, 4, 9, 4, 9, 4, 7),
    margins: Float32Array.of(-0.1, 0.9, -0.7, -0.8, -0.1, 0.2, -0.3),
  };

  test('are the surest of those that are misread', () => {
    assert.deepEqual(worst(evaluation, null, 10), [3, 2, 6, 0, 4]);
    assert.deepEqual(worst(evaluation, null, 2), [3, 2]);
  });

  test('are of the chosen cell alone', () => {
    assert.deepEqual(worst(evaluation, { label: 4, answer: 9 }, 10), [2, 0, 4]);
    assert.deepEqual(worst(evaluation, { label: 9, answer: 9 }, 10), []);
  });

  test('are the least sure of those that are read right', () => {
    assert.deepEqual(worst(evaluation, { label: 4, answer: 4 }, 10), [5, 1]);
  });
});

describe('pictures of records', () => {
  test('are those of the file', () => {
    const csv = new TextDecoder().decode(testing).split('\n');
    const pictures = questions.pictures([7, 0]);
    assert.deepEqual(
      pictures?.map((pixels) => [...pixels]),
      [7, 0].map((index) => csv[index].split(',').slice(1).map(Number)),
    );
  });

  test('are none where a record is not there any more', () => {
    assert.equal(questions.pictures([0, TESTED]), null);
  });
});

describe('saliency', () => {
  const HIDDEN = 12;
  /** @param {Float64Array} inputs @param {number} output @param {{ wih: Float32Array, who: Float32Array }} weights */
  const sum = (inputs, output, { wih, who }) => {
    let sum = 0;
    for (let node = 0; node < HIDDEN; node++) {
      let x = 0;
      for (let pixel = 0; pixel < 784; pixel++) x += wih[node * 784 + pixel] * inputs[pixel];
      sum += who[output * HIDDEN + node] / (1 + Math.exp(-x));
    }
    return sum;
  };

  test('tells the slopes that small changes of the inputs show', () => {
    const random = uniform(5);
    const weights = {
      wih: Float32Array.from({ length: HIDDEN * 784 }, () => (random() - 0.5) / 5),
      who: Float32Array.from({ length: 10 * HIDDEN }, () => random() * 4 - 2),
    };
    const inputs = Float64Array.from({ length: 784 }, () => 0.01 + 0.99 * random());
    const network = glassbox.network({ hiddenNodes: HIDDEN, seed: 1 });
    network.setWeights(weights);
    const { hidden } = network.signals(Float32Array.from(inputs));
    network.free();
    const slopes = saliencyMap(weights, hidden, 9, 4);
    assert.ok(Math.max(...slopes.map(Math.abs)) > 0.05, 'they are not all 0');
    for (let pixel = 0; pixel < 784; pixel += 29) {
      const [up, down] = [1e-4, -1e-4].map((change) => {
        const moved = inputs.map((input, i) => (i === pixel ? input + change : input));
        return sum(moved, 9, weights) - sum(moved, 4, weights);
      });
      const slope = (up - down) / 2e-4;
      assert.ok(Math.abs(slopes[pixel] - slope) < 1e-5, `pixel ${pixel}: ${slopes[pixel]}, not ${slope}`);
    }
  });

  test('sets the answer against what the record is, or else against the second best', async () => {
    const { labels, answers } = /** @type {import('../../web/shared/evaluation.js').Evaluation} */ (
      await questions.evaluateRecords()
    );
    /** @param {number} index */
    const ranked = (index) => {
      const outputs = [...session.network.query(parseRecords(testing)[index].inputs)];
      return outputs.map((_, digit) => digit).sort((a, b) => outputs[b] - outputs[a]);
    };
    const wrong = labels.findIndex((label, i) => label !== answers[i] && label !== ranked(i)[1]);
    const right = labels.findIndex((label, i) => label === answers[i]);
    for (const [index, rival] of [
      [wrong, labels[wrong]],
      [right, ranked(right)[1]],
    ]) {
      const saliency = questions.saliency({ about: 'record', index });
      assert.deepEqual([saliency?.answer, saliency?.rival], [answers[index], rival]);
      const { wih, who } = session.network;
      const { hidden } = session.network.signals(parseRecords(testing)[index].inputs);
      assert.deepEqual(saliency?.slopes, saliencyMap({ wih, who }, hidden, answers[index], rival));
    }
  });

  test('is told of drawings, but not of an empty pad', () => {
    const saliency = questions.saliency(drawn(SEVEN));
    assert.ok(saliency && saliency.answer !== saliency.rival);
    assert.equal(questions.saliency(drawn([])), null);
  });
});
