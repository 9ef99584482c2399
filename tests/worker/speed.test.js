import assert from 'node:assert/strict';
import { SPEEDS } from '../../web/shared/speeds.js';
import { clientTest, drawn, SETTINGS, SEVEN } from './client.js';

/** @typedef {import('./client.js').Client} Client */

/** The steps that were told, each once. @param {Client} client */
const stepsTold = (client) => [
  ...new Set(client.messages.filter((m) => m.about === 'progress').map((m) => /** @type {any} */ (m).step)),
];

clientTest(
  'a speed that is set is kept to: the run waits for its time, not for the machine',
  async (client) => {
    await client.loadBoth();
    await client.api.runs.setSpeed('main', 10);
    await client.api.runs.play('main');
    await client.until(() => client.last('progress').step === 3);
    // At full speed, all 1,200 steps would be made while the third is told.
    assert.ok(client.last('progress').active);
    await client.api.runs.pause('main');
    const { step } = client.last('progress');
    assert.ok(step >= 3 && step < 1200, `${step} steps`);
  },
);

clientTest(
  'where one can watch, each record is told, with what the network imagines then',
  async (client) => {
    await client.loadBoth();
    await client.api.runs.imagineBy('main', 'backquery');
    await client.api.runs.setSpeed('main', 30);
    await client.api.runs.play('main');
    await client.until(() => client.last('progress').step >= 10);
    await client.api.runs.pause('main');
    const steps = stepsTold(client);
    assert.deepEqual(steps, [...Array(steps.length).keys()]);
    const pictures = client.messages.filter(({ about }) => about === 'pictures');
    assert.ok(pictures.length >= 10, `${pictures.length} times`);
  },
);

clientTest('a slow run answers, pauses and takes another speed before its next step', async (client) => {
  await client.loadBoth();
  await client.api.runs.setSpeed('main', 1);
  await client.api.runs.play('main');
  await client.until(() => client.last('progress').step === 1);
  await client.api.stage.answer('main', drawn(SEVEN));
  await client.api.runs.pause('main');
  assert.equal(client.last('progress').step, 1);
  assert.equal(client.last('progress').active, false);
  await client.api.runs.play('main');
  await client.api.runs.setSpeed('main', Number.POSITIVE_INFINITY);
  await client.until(() => client.last('progress').done);
});

clientTest('the way there does not change the network: slow, then fast', async (client) => {
  await client.loadBoth();
  const outputs = [];
  for (const slow of [true, false]) {
    await client.api.runs.reset('main', SETTINGS);
    await client.api.runs.setSpeed('main', slow ? 30 : Number.POSITIVE_INFINITY);
    await client.api.runs.play('main');
    if (slow) await client.until(() => client.last('progress').step > 3);
    await client.api.runs.setSpeed('main', Number.POSITIVE_INFINITY);
    await client.until(() => client.last('progress').done && client.last('progress').step === 1200);
    outputs.push((await client.api.stage.answer('main', drawn(SEVEN)))?.outputs);
  }
  assert.deepEqual(outputs[0], outputs[1]);
});

clientTest('a run is scored early at a slow speed, and training metrics are told, too', async (client) => {
  await client.loadBoth();
  await client.api.runs.setSpeed('main', 30);
  await client.api.runs.play('main');
  await client.until(() => client.messages.some((m) => m.about === 'score' && m.step === 30));
  assert.equal(client.last('trainingMetrics'), undefined);
  await client.api.runs.setSpeed('main', Number.POSITIVE_INFINITY);
  await client.until(() => client.last('score').step === 1200);
  const metrics = client.messages.filter((m) => m.about === 'trainingMetrics');
  const steps = metrics.map((m) => /** @type {any} */ (m).step);
  assert.equal(steps.at(-1), 1200);
  for (const [i, step] of steps.entries()) assert.ok(step - (steps[i - 1] ?? 0) >= 100, `${steps}`);
  const { accuracy, error } = client.last('trainingMetrics');
  assert.ok(accuracy > 0.5 && accuracy < 1 && error > 0 && error < 0.1, `${accuracy}, ${error}`);
  assert.ok(client.last('score').error > 0 && client.last('score').error < 0.1);
});

clientTest('the learning rate changes on the way, is said, and goes back at a reset', async (client) => {
  await client.loadBoth();
  await client.api.runs.step('main');
  assert.deepEqual(toldRate(client), [0.1, false]);
  await client.api.runs.changeLearningRate('main', 0.5);
  assert.deepEqual(toldRate(client), [0.5, true]);
  assert.equal(client.last('progress').step, 1);
  await client.api.runs.reset('main', SETTINGS);
  assert.deepEqual(toldRate(client), [0.1, false]);
  await assert.rejects(
    client.api.runs.changeLearningRate('main', 2),
    /learningRate takes a number from 0.0001 to 1, not 2/,
  );
  assert.deepEqual(toldRate(client), [0.1, false]);
});

/** @param {Client} client */
const toldRate = (client) => {
  const { learningRate, nextLearningRate, learningRateChanged } = client.last('progress');
  assert.equal(nextLearningRate, Math.fround(learningRate));
  return [learningRate, learningRateChanged];
};

clientTest('refuses speeds that cannot be', async (client) => {
  await client.loadBoth();
  for (const speed of [0, -1, Number.NaN]) {
    await assert.rejects(
      client.api.runs.setSpeed('main', speed),
      new RegExp(`recordsPerSecond takes a number from 1 to Infinity, not ${speed}`),
    );
  }
  await assert.rejects(
    client.api.runs.setSpeed('main', /** @type {any} */ ('fast')),
    /recordsPerSecond takes a number, not string/,
  );
  for (const speed of SPEEDS) await client.api.runs.setSpeed('main', speed);
});
