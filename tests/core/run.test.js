// Runs as JavaScript has them: what they train, what they tell, how several share their records.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recipeSettings } from '../../web/shared/settings.js';
import { maxDifference, parseRecords, targetsFor } from '../helpers.js';
import { copyOf, weights } from './contract.js';
import {
  answerOf,
  csv,
  errorOf,
  glassbox,
  load,
  loadedRecords,
  loadedRun,
  shownBy,
  small,
  stateOf,
  testCsv,
} from './fixtures.js';

describe('a run', () => {
  test('it makes as many steps as it is told and tells how far it is', () => {
    const { run, free } = loadedRun();
    assert.deepEqual(run.train({ samples: 0 }), { epoch: 0, step: 0, steps: 120, done: false });
    assert.deepEqual(run.train({ samples: 59 }), { epoch: 0, step: 59, steps: 120, done: false });
    assert.deepEqual(run.train({ samples: 1 }), { epoch: 1, step: 60, steps: 120, done: false });
    assert.deepEqual(run.train({ samples: 1e6 }), { epoch: 2, step: 120, steps: 120, done: true });
    assert.deepEqual(run.train({ samples: 5 }), { epoch: 2, step: 120, steps: 120, done: true });
    assert.deepEqual(run.progress, { epoch: 2, step: 120, steps: 120, done: true });
    free();
  });

  test('it trains its network as the network trains itself', () => {
    const { run, free } = loadedRun({ ...small, epochs: 1 });
    const network = glassbox.network({ hiddenNodes: 8, seed: 3 });
    run.train({ samples: 1e6 });
    for (const { label, inputs } of parseRecords(csv)) {
      network.train(inputs, targetsFor(label));
      network.train(glassbox.rotate(inputs, 10), targetsFor(label));
      network.train(glassbox.rotate(inputs, -10), targetsFor(label));
    }
    const [got, wanted] = [run.network.wih, network.wih];
    for (let i = 0; i < got.length; i++) assert.ok(Math.abs(got[i] - wanted[i]) < 1e-5, `wih[${i}]`);
    network.free();
    free();
  });

  test('a network can follow cross-entropy, meet moved pictures and decay as a run’s does', () => {
    const rule = { crossEntropy: 1, adversarial: 0.2, decay: 0.01 };
    const settings = recipeSettings('backtrack', { hiddenNodes: 8, epochs: 1, ...rule, seed: 3 });
    const { run, free } = loadedRun(settings);
    run.train({ samples: 1e6 });
    const train = (/** @type {Partial<typeof rule>} */ changes) => {
      const network = glassbox.network({ hiddenNodes: 8, learningRate: 0.1, ...rule, ...changes, seed: 3 });
      for (const { label, inputs } of parseRecords(csv)) network.train(inputs, targetsFor(label));
      const { who } = network;
      network.free();
      return who;
    };
    assert.ok(maxDifference(run.network.who, train({})) < 1e-5);
    assert.ok(maxDifference(run.network.who, train({ crossEntropy: 0 })) > 1e-2);
    assert.ok(maxDifference(run.network.who, train({ adversarial: 0 })) > 1e-3);
    assert.ok(maxDifference(run.network.who, train({ decay: 0 })) > 1e-3);
    free();
  });

  test('the first epoch runs while the file arrives', () => {
    const records = glassbox.records();
    const run = glassbox.run(records, small);
    assert.deepEqual(run.train({ samples: 9 }), { epoch: 0, step: 0, steps: 0, done: false });
    records.write('train', csv.subarray(0, csv.length - 5));
    assert.deepEqual(run.train({ samples: 1000 }), { epoch: 0, step: 57, steps: 114, done: false });
    records.write('train', csv.subarray(csv.length - 5));
    records.end('train');
    assert.deepEqual(run.train({ samples: 1000 }), { epoch: 2, step: 120, steps: 120, done: true });
    const whole = loadedRun();
    whole.run.train({ samples: 1000 });
    assert.deepEqual(copyOf(run.network), copyOf(whole.run.network));
    whole.free();
    run.free();
    records.free();
  });

  test('it tells what it showed last, how the network answered, and how well so far', () => {
    const { records: shared, run, free } = loadedRun();
    assert.equal(run.shown, null);
    assert.deepEqual(run.metrics, { shown: 0, correct: 0, error: 0 });
    const records = parseRecords(csv);
    let [correct, error] = [0, 0];
    for (let step = 0; step < 120; step++) {
      const before = run.network.copy();
      run.train({ samples: 1 });
      const shown = shownBy(run);
      const [record, variant] = [Math.floor(step / 3) % 20, step % 3];
      const { label, inputs } = records[record];
      assert.deepEqual([shown.record, shown.label, shown.variant], [record, label, variant]);
      const turned = glassbox.rotate(inputs, [0, 10, -10][variant]);
      assert.ok(maxDifference(shown.inputs, turned) < 1e-6, `step ${step}: another picture`);
      assert.ok(maxDifference(before.query(shown.inputs), shown.outputs) < 1e-6, `step ${step}: outputs`);
      before.free();
      correct += Number(answerOf(shown.outputs) === label);
      error += errorOf(shown.outputs, label);
      assert.deepEqual([run.metrics.shown, run.metrics.correct], [step + 1, correct]);
      assert.ok(Math.abs(run.metrics.error - error) < 1e-6 * error);
    }
    assert.ok(correct > 0 && correct < 120, `${correct} of 120: nothing is tested`);
    const { shown } = run;
    assert.deepEqual(run.train({ samples: 1 }).step, 120);
    assert.deepEqual(run.shown, shown);
    run.reset(small);
    assert.equal(run.shown, null);
    assert.deepEqual(run.metrics, { shown: 0, correct: 0, error: 0 });
    run.train({ samples: 5 });
    load(shared, 'train', testCsv);
    assert.equal(run.restartIfStale(), true);
    assert.equal(run.shown, null);
    assert.deepEqual(run.metrics, { shown: 0, correct: 0, error: 0 });
    free();
  });

  test('a picture that it showed can be asked about, bent and turned ones, too', () => {
    const changes = { hiddenNodes: 4, epochs: 50, distortion: 1, flashCards: 0.05 };
    const { run, free } = loadedRun(recipeSettings('quick', changes));
    const variants = new Set();
    while (!run.train({ samples: 1 }).done) {
      const shown = shownBy(run);
      run.network.query(shown.inputs);
      variants.add(shown.variant);
    }
    assert.deepEqual([...variants].sort(), [0, 1, 2]);
    free();
  });

  test('it tells its settings, in single precision and with a rate that was changed', () => {
    const settings = recipeSettings('quick', { hiddenNodes: 8, distortion: 0.3, seed: 2 ** 32 - 1 });
    const { run, free } = loadedRun(settings);
    const { learningRate, flashCards } = settings;
    const single = { learningRate: Math.fround(learningRate), flashCards: Math.fround(flashCards) };
    assert.deepEqual(run.settings, { ...settings, ...single });
    run.changeLearningRate(0.5);
    assert.deepEqual(run.settings, { ...settings, ...single, learningRate: 0.5 });
    run.reset(small);
    assert.deepEqual(run.settings, { ...small, learningRate: Math.fround(small.learningRate) });
    free();
  });

  test('the learning rate can be changed in the middle of a run, which reset forgets', () => {
    const changes = { hiddenNodes: 8, epochs: 4, records: 20, seed: 3 };
    for (const fallingRate of [0, 1]) {
      const settings = recipeSettings('backtrack', { ...changes, fallingRate, learningRate: 0.125 });
      const { run, free } = loadedRun(settings);
      assert.equal(run.learningRate, 0.125);
      run.changeLearningRate(0.5);
      assert.equal(run.learningRate, 0.5);
      run.train({ samples: 1e6 });
      const fast = loadedRun({ ...settings, learningRate: 0.5 });
      fast.run.train({ samples: 30 });
      assert.equal(fast.run.learningRate < 0.5, fallingRate === 1);
      fast.run.train({ samples: 1e6 });
      assert.deepEqual(copyOf(run.network), copyOf(fast.run.network));
      assert.equal(fast.run.learningRate, fallingRate ? 0 : 0.5);
      run.reset(settings);
      assert.equal(run.learningRate, 0.125);
      free();
      fast.free();
    }
  });

  test('a falling rate hardly falls with few records, unless the setting says how many', () => {
    const few = { hiddenNodes: 8, epochs: 4, fallingRate: 1, learningRate: 0.5 };
    for (const [records, from, to] of [
      [0, 0.499, 0.4999],
      [20, 0, 0],
    ]) {
      const { run, free } = loadedRun(recipeSettings('backtrack', { ...few, records }));
      run.train({ samples: 1e6 });
      const rate = run.learningRate;
      assert.ok(from <= rate && rate <= to, `${records}: ${rate}`);
      free();
    }
  });

  test('it starts anew when another training file takes the place of its own, a test file does nothing', () => {
    const { records, run, free } = loadedRun();
    const start = copyOf(run.network);
    const { step } = run.train({ samples: 10 });
    load(records, 'test', csv);
    assert.equal(run.restartIfStale(), false);
    records.write('train', testCsv);
    assert.equal(run.restartIfStale(), false);
    assert.equal(run.progress.step, step);
    records.end('train');
    assert.equal(run.restartIfStale(), true);
    assert.equal(run.restartIfStale(), false);
    assert.deepEqual(run.progress, { epoch: 0, step: 0, steps: 180, done: false });
    assert.deepEqual(copyOf(run.network), start);
    run.train({ samples: 10 });
    load(records, 'train', csv);
    assert.equal(run.train({ samples: 4 }).step, 4, 'training on does not start anew');
    free();
  });

  test('it starts anew with the file that follows a first one that failed', () => {
    const records = glassbox.records();
    const run = glassbox.run(records, small);
    records.write('train', testCsv);
    run.train({ samples: 10 });
    records.abandon('train');
    assert.equal(run.restartIfStale(), false);
    assert.deepEqual(run.train({ samples: 10 }), { epoch: 0, step: 10, steps: 0, done: false });
    records.write('train', csv);
    assert.equal(run.restartIfStale(), true);
    records.end('train');
    run.train({ samples: 1e6 });
    const plain = loadedRun();
    plain.run.train({ samples: 1e6 });
    assert.deepEqual(stateOf(run), stateOf(plain.run));
    plain.free();
    run.free();
    records.free();
  });

  test('other settings start a new run on the same records, in the same network', () => {
    const { run, free } = loadedRun();
    const { network } = run;
    run.train({ samples: 10 });
    const settings = recipeSettings('backtrack', { hiddenNodes: 12, records: 15, seed: 9 });
    run.reset(settings);
    assert.deepEqual(run.progress, { epoch: 0, step: 0, steps: 75, done: false });
    assert.equal(network, run.network);
    assert.equal(network.hiddenNodes, 12);
    const fresh = loadedRun(settings);
    assert.deepEqual(stateOf(run), stateOf(fresh.run));
    free();
    fresh.free();
  });

  test('its network can be given weights to start from', () => {
    const { run, free } = loadedRun();
    run.network.setWeights(weights(8));
    assert.deepEqual(copyOf(run.network), weights(8));
    run.train({ samples: 5 });
    assert.equal(run.progress.step, 5);
    const network = glassbox.network({ hiddenNodes: 8 });
    network.setWeights(weights(8));
    const records = parseRecords(csv);
    for (let step = 0; step < 5; step++) {
      const { label, inputs } = records[Math.floor(step / 3)];
      network.train(glassbox.rotate(inputs, [0, 10, -10][step % 3]), targetsFor(label));
    }
    assert.ok(maxDifference(run.network.wih, network.wih) < 1e-5, 'wih is not trained from those weights');
    assert.ok(maxDifference(run.network.who, network.who) < 1e-5, 'who is not trained from those weights');
    assert.ok(maxDifference(run.network.who, weights(8).who) > 1e-3, 'it learns at all');
    network.free();
    free();
  });

  test('two runs on the same records do what each would do alone', () => {
    const records = loadedRecords();
    const all = [small, recipeSettings('quick', { hiddenNodes: 5, records: 15, seed: 9 })];
    const runs = all.map((settings) => glassbox.run(records, settings));
    while (runs.some((run) => !run.progress.done)) {
      for (const [i, run] of runs.entries()) run.train({ samples: 7 - 4 * i });
    }
    for (const [i, run] of runs.entries()) {
      const alone = loadedRun(all[i]);
      alone.run.train({ samples: 1e6 });
      assert.deepEqual(stateOf(run), stateOf(alone.run));
      alone.free();
    }
    runs[0].reset(small);
    assert.equal(runs[1].progress.done, true);
    load(records, 'train', testCsv);
    assert.deepEqual(
      runs.map((run) => run.restartIfStale()),
      [false, true],
      'only one of them had begun',
    );
    for (const run of runs) run.free();
    records.free();
  });
});
