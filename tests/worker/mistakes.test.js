import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { evaluateRecords, pictures, saliency } from '../../web/features/mistakes/questions.js';
import { saliencyMap } from '../../web/features/mistakes/saliency.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { compareOutputs, countBehind, worst } from '../../web/shared/evaluation.js';
import { maxDifference, parseRecords, uniform } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { clientTest, contextFor, drawn, SETTINGS, SEVEN, train } from './client.js';

/** Some slices of an evaluation. */
const TESTED = 1700;

/** @type {import('../../web/glassbox.js').Glassbox} */
let glassbox;
/** @type {Uint8Array<ArrayBuffer>} */
let testing;
/** @type {Awaited<ReturnType<typeof contextFor>>} */
let context;
/** @type {import('../../web/glassbox.js').Network} */
let network;

before(async () => {
  glassbox = await loadGlassbox();
  testing = await firstRecords('test', TESTED);
  const empty = await contextFor(glassbox, {});
  assert.equal(await evaluateRecords(empty), null, 'there are no records yet');
  context = await contextFor(glassbox, { train, test: new Blob([testing]) });
  context.run.train({ samples: 1200 });
  network = context.run.network;
});

/** What a plain loop finds. */
function evaluatePlainly() {
  return parseRecords(testing).map(({ label, inputs }) => {
    const outputs = [...network.query(inputs)];
    const answer = outputs.indexOf(Math.max(...outputs));
    const others = outputs.filter((_, digit) => digit !== label);
    return { label, answer, margin: outputs[label] - Math.max(...others) };
  });
}

describe('an evaluation', () => {
  test('has the label, the answer and the margin of each record', async () => {
    const evaluation = await evaluateRecords(context);
    assert.ok(evaluation);
    const plain = evaluatePlainly();
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
    assert.deepEqual(evaluation.confusion, glassbox.evaluate(network, context.records).confusion);
    assert.ok(evaluation.milliseconds > 0);
    const wrong = plain.filter(({ label, answer }) => label !== answer).length;
    assert.ok(wrong > 0);
    assert.equal(countBehind(evaluation, null), wrong);
  });

  test('is about the network as it was when asked, though that goes on learning', async () => {
    context.run.reset({ ...SETTINGS, epochs: 5 });
    context.run.train({ samples: 300 });
    const plain = evaluatePlainly();
    const asked = evaluateRecords(context);
    // It has begun, and comes to its next slice only after this.
    context.run.train({ samples: 2700 });
    const evaluation = await asked;
    assert.deepEqual(evaluation?.network, { kind: 'run', step: 300 });
    assert.deepEqual(
      [...(evaluation?.answers ?? [])],
      plain.map(({ answer }) => answer),
    );
    assert.notDeepEqual(
      evaluatePlainly().map(({ answer }) => answer),
      plain.map(({ answer }) => answer),
    );
  });

  clientTest('is dropped when other records take the place of those it is about', async ({ api }) => {
    await api.records.loadMnist('test', { name: 'test.csv', file: new Blob([testing]) });
    const evaluations = /** @type {(object | null)[]} */ ([]);
    let more = 0;
    // Whether the records come while an evaluation is under way is chance.
    while (!evaluations.includes(null) && more++ < 50) {
      const others = new Blob([await firstRecords('test', TESTED + more)]);
      let loaded = false;
      const loading = api.records.loadMnist('test', { name: 'others.csv', file: others }).then(() => {
        loaded = true;
      });
      while (!loaded) evaluations.push(await api.mistakes.evaluateRecords('main'));
      await loading;
      assert.equal((await api.mistakes.evaluateRecords('main'))?.labels.length, TESTED + more);
    }
    assert.ok(evaluations.includes(null), `of ${evaluations.length} evaluations none was dropped`);
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
    const found = pictures(context, [7, 0]);
    assert.deepEqual(
      found?.map((pixels) => [...pixels]),
      [7, 0].map((index) => csv[index].split(',').slice(1).map(Number)),
    );
  });

  test('are none where a record is not there any more', () => {
    assert.equal(pictures(context, [0, TESTED]), null);
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
      await evaluateRecords(context)
    );
    /** @param {number} index */
    const ranked = (index) => {
      const outputs = [...network.query(parseRecords(testing)[index].inputs)];
      return outputs.map((_, digit) => digit).sort((a, b) => outputs[b] - outputs[a]);
    };
    const wrong = labels.findIndex((label, i) => label !== answers[i] && label !== ranked(i)[1]);
    const right = labels.findIndex((label, i) => label === answers[i]);
    assert.ok(wrong >= 0 && right >= 0, `records ${wrong} and ${right}: one of the cases does not occur`);
    for (const [index, rival] of [
      [wrong, labels[wrong]],
      [right, ranked(right)[1]],
    ]) {
      const found = saliency(context, { about: 'record', index });
      assert.deepEqual([found?.answer, found?.rival], [answers[index], rival]);
      const { wih, who } = network;
      const { hidden } = network.signals(parseRecords(testing)[index].inputs);
      assert.deepEqual(found?.slopes, saliencyMap({ wih, who }, hidden, answers[index], rival));
    }
  });

  test('is told of drawings, but not of an empty pad', () => {
    const found = saliency(context, drawn(SEVEN));
    assert.ok(found && found.answer !== found.rival);
    assert.equal(saliency(context, drawn([])), null);
  });
});
