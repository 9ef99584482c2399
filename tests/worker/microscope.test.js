import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sample, trainingStep } from '../../web/features/microscope/questions.js';
import { answer } from '../../web/features/stage/questions.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { maxDifference, parseRecords, targetsFor } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { contextFor, drawn, SEVEN, testing, train } from './client.js';

/** @type {import('../../web/glassbox.js').Glassbox} */
let glassbox;
/** @type {{ label: number, inputs: Float32Array }[]} */
let records;
before(async () => {
  glassbox = await loadGlassbox();
  records = parseRecords(await firstRecords('train', 300));
});

/** A network that has learned a little, and may go on. @param {number} crossEntropy */
function learner(crossEntropy) {
  const network = glassbox.network({ hiddenNodes: 30, learningRate: 0.2, crossEntropy, seed: 5 });
  for (const { inputs, label } of records.slice(0, 200)) network.train(inputs, targetsFor(label));
  return network;
}

/** @param {ArrayLike<number>} after @param {ArrayLike<number>} before */
const less = (after, before) => Array.from(after, (value, i) => value - before[i]);

for (const crossEntropy of [0, 1]) {
  const how = crossEntropy ? 'with cross-entropy' : 'as in the notebook';

  test(`works out what the core answers and changes, ${how}`, () => {
    const network = learner(crossEntropy);
    for (const { inputs, label } of records.slice(200)) {
      const { wih, who } = network.weights;
      const { hidden, outputs } = network.signals(inputs);
      const step = trainingStep({ glassbox }, { inputs, wih, who, label, learningRate: 0.2, crossEntropy });
      assert.ok(maxDifference(step.hiddenOutputs, hidden) < 1e-6);
      assert.ok(maxDifference(step.finalOutputs, outputs) < 1e-6);
      network.train(inputs, targetsFor(label));
      const changed = network.weights;
      const changes = { wih: less(changed.wih, wih), who: less(changed.who, who) };
      assert.ok(maxDifference(step.wihChanges, changes.wih) < 1e-6);
      assert.ok(maxDifference(step.whoChanges, changes.who) < 1e-6);
      assert.ok(Math.max(...changes.wih.map(Math.abs)) > 1e-5, 'it learns at all');
      const after = network.signals(inputs);
      assert.ok(maxDifference(step.after.outputs, after.outputs) < 1e-6);
      assert.ok(maxDifference(step.after.hidden, after.hidden) < 1e-6);
    }
  });
}

test('tells its sums, targets and errors as the notebook defines them', () => {
  const network = learner(0);
  const { inputs, label } = records[250];
  const { wih, who } = network.weights;
  const step = trainingStep({ glassbox }, { inputs, wih, who, label, learningRate: 0.2, crossEntropy: 0 });
  const logit = (/** @type {number} */ p) => Math.log(p / (1 - p));
  assert.ok(maxDifference(step.hiddenOutputs.map(logit), step.hiddenInputs) < 1e-6);
  assert.ok(maxDifference(step.finalOutputs.map(logit), step.finalInputs) < 1e-6);
  assert.ok(maxDifference(step.targets, targetsFor(label)) < 1e-7);
  assert.deepEqual(Array.from(step.outputErrors), less(step.targets, step.finalOutputs));
  const blame = Array.from(step.hiddenErrors, (_, j) =>
    step.outputErrors.reduce((sum, error, k) => sum + who[30 * k + j] * error, 0),
  );
  assert.ok(maxDifference(step.hiddenErrors, blame) < 1e-12);
});

test('a sample stays as it was taken, and looking at it changes nothing in the run', async () => {
  const context = await contextFor(glassbox, { train, test: testing });
  assert.equal(sample(context, { about: 'training' }), null);
  assert.equal(sample(context, { about: 'record', index: 300 }), null);
  assert.equal(sample(context, drawn([])), null);
  context.run.train({ samples: 1 });

  const shown = sample(context, { about: 'training' });
  assert.ok(shown);
  assert.deepEqual([shown.about, shown.label, shown.record], ['training', 5, 0]);
  const taken = sample(context, drawn(SEVEN));
  assert.ok(taken);
  const before = answer(context, drawn(SEVEN));
  assert.equal(taken.guess, before?.outputs.indexOf(Math.max(...before.outputs)));
  const look = () => {
    const { inputs, wih, who } = taken;
    const { learningRate, crossEntropy } = recipeSettings('notebook');
    return trainingStep(context, { inputs, wih, who, label: 7, learningRate, crossEntropy });
  };
  const first = look();
  assert.deepEqual(answer(context, drawn(SEVEN)), before);
  assert.ok(maxDifference(first.finalOutputs, /** @type {Float32Array} */ (before?.outputs)) < 1e-6);
  assert.ok(first.after.outputs[7] > first.finalOutputs[7]);
  context.run.train({ samples: 20 });
  assert.notDeepEqual(answer(context, drawn(SEVEN))?.outputs, before?.outputs);
  assert.deepEqual(look(), first);
});

test('refuses what cannot be, by name', () => {
  const { wih, who } = learner(0).weights;
  const { inputs } = records[0];
  const input = { inputs, wih, who, label: 3, learningRate: 0.2, crossEntropy: 0 };
  const step = (/** @type {object} */ change) => () => trainingStep({ glassbox }, { ...input, ...change });
  assert.throws(step({ label: 10 }), /^RangeError: label takes a whole number from 0 to 9, not 10$/);
  assert.throws(step({ label: '3' }), /^TypeError: label takes a number, not string$/);
  assert.throws(
    step({ learningRate: 2 }),
    /^RangeError: learningRate takes a number from 0.0001 to 1, not 2$/,
  );
  assert.throws(step({ inputs: inputs.slice(1) }), /^RangeError: inputs takes 784 numbers, not 783$/);
  assert.throws(step({ wih: wih.slice(1) }), /^RangeError: wih takes 23520 numbers, not 23519$/);
});
