import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { largest } from '../../web/shared/ranking.js';
import { targetsFor } from '../../web/shared/targets.js';
import { createApi } from '../../web/worker/api.js';
import { clientTest, drawn, SETTINGS, SEVEN, testing, train } from './client.js';

/** @typedef {import('./client.js').Client} Client */

const glassbox = await loadGlassbox();

/** What the network that answers makes of a drawing, and what it imagines. @param {Client} client */
async function seen(client) {
  await client.api.runs.imagineBy('main', 'backquery');
  const answer = await client.api.stage.answer('main', drawn(SEVEN));
  const weights = await client.api.stage.node('main', 7);
  return {
    outputs: answer?.outputs,
    hidden: answer?.hidden,
    weights,
    pictures: client.last('pictures').pictures,
  };
}

clientTest('a snapshot answers and imagines, to the bit, as the network did then', async (client) => {
  await client.loadBoth();
  const then = [];
  for (let step = 1; step <= 12; step++) {
    await client.api.runs.step('main');
    then.push(await seen(client));
  }
  await client.finish();
  const now = await seen(client);
  for (const step of [3, 11, 1, 7]) {
    assert.equal(await client.api.runs.viewSnapshot('main', step), step);
    assert.deepEqual(await seen(client), then[step - 1]);
  }
  assert.equal(await client.api.runs.viewSnapshot('main', null), null);
  assert.deepEqual(await seen(client), now);
});

clientTest(
  'what is asked right after viewing a snapshot is answered by it, and no news asks again',
  async (client) => {
    await client.loadBoth();
    await client.finish();
    const now = await seen(client);
    client.messages.length = 0;
    client.api.runs.viewSnapshot('main', 3);
    const answer = await client.api.stage.answer('main', drawn(SEVEN));
    assert.ok(answer);
    assert.notDeepEqual(answer.outputs, now.outputs);
    assert.equal(client.last('answering').answering.step, 3);
    assert.ok(!client.messages.some(({ about }) => about === 'changed'));
  },
);

clientTest(
  'viewing a snapshot pauses the run, which then goes on to the same network as without',
  async (client) => {
    await client.loadBoth();
    await client.finish();
    const wanted = await seen(client);
    await client.api.runs.reset('main', SETTINGS);
    await client.api.runs.setSpeed('main', 1000);
    await client.api.runs.play('main');
    await client.until(() => client.last('progress').step > 100);
    await client.api.runs.viewSnapshot('main', 10);
    const { step, active } = client.last('progress');
    assert.equal(active, false);
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(client.last('progress').step, step);
    await client.api.runs.viewSnapshot('main', 50);
    await client.api.runs.step('main');
    assert.equal(client.last('progress').step, step + 1, 'a step goes on from now');
    await client.api.runs.viewSnapshot('main', 0);
    await client.finish();
    assert.deepEqual(await seen(client), wanted);
  },
);

clientTest(
  'the first snapshot is the untrained network; between two the earlier one answers',
  async (client) => {
    await client.loadBoth();
    await client.finish();
    const { snapshots, snapshotBytes } = client.last('progress');
    assert.equal(snapshots[0], 0);
    assert.equal(snapshotBytes, snapshots.length * 794 * SETTINGS.hiddenNodes * 4);
    const latest = Number(snapshots.at(-1));
    assert.equal(await client.api.runs.viewSnapshot('main', 1200), latest);
    assert.equal(await client.api.runs.viewSnapshot('main', 0), 0);
    const untrained = glassbox.network({ hiddenNodes: SETTINGS.hiddenNodes, seed: SETTINGS.seed });
    const drawing = /** @type {{ inputs: Float32Array }} */ (glassbox.drawing(SEVEN));
    assert.deepEqual((await seen(client)).outputs, untrained.query(drawing.inputs));
    untrained.free();
  },
);

clientTest('a snapshot that stays in view is scored', async (client) => {
  await client.loadBoth();
  await client.api.runs.step('main');
  await client.until(() => client.last('score')?.step === 1);
  const first = client.last('score');
  await client.finish();
  const last = client.last('score');
  await client.api.runs.viewSnapshot('main', 1);
  await client.until(() => client.last('score') !== last);
  assert.deepEqual(client.last('score'), first);
});

clientTest(
  'a training record has an answer from before it was learned from only where the network of now answers',
  async (client) => {
    await client.loadBoth();
    await client.api.runs.step('main');
    const untrained = glassbox.network({ hiddenNodes: SETTINGS.hiddenNodes, seed: SETTINGS.seed });
    const now = await client.api.stage.answer('main', { about: 'training' });
    assert.deepEqual(now?.before, untrained.query(/** @type {Float32Array} */ (now?.inputs)));
    assert.notDeepEqual(now?.outputs, now?.before);
    await client.api.runs.viewSnapshot('main', 0);
    const then = await client.api.stage.answer('main', { about: 'training' });
    assert.equal(then?.before, null);
    assert.deepEqual(then?.outputs, now?.before);
    untrained.free();
  },
);

clientTest(
  'the untrained network can be viewed before anything is learned, and is that of the run',
  async (client) => {
    await client.loadBoth();
    assert.equal(await client.api.runs.viewSnapshot('main', 0), 0);
    const untrained = await seen(client);
    assert.deepEqual([client.last('progress').step, client.last('progress').snapshots], [0, [0]]);
    await client.finish();
    assert.notDeepEqual(await seen(client), untrained);
    await client.api.runs.viewSnapshot('main', 0);
    assert.deepEqual(await seen(client), untrained);
  },
);

clientTest('a reset and another training file clear the snapshots', async (client) => {
  await client.loadBoth();
  await client.api.runs.step('main');
  await client.api.runs.viewSnapshot('main', 0);
  await client.api.runs.reset('main', SETTINGS);
  assert.deepEqual(client.last('progress').snapshots, []);
  await client.api.runs.step('main');
  await client.api.runs.viewSnapshot('main', 0);
  await client.api.records.loadMnist('train', { name: 'other.csv', file: testing });
  assert.deepEqual(client.last('progress').snapshots, []);
});

clientTest('a step that the run has not reached, as after a reset, is not viewed', async (client) => {
  await client.loadBoth();
  for (let step = 1; step <= 3; step++) await client.api.runs.step('main');
  // The page may ask before it has heard of the reset.
  client.api.runs.reset('main', SETTINGS);
  assert.equal(await client.api.runs.viewSnapshot('main', 3), null);
  assert.notEqual(client.last('answering').answering.kind, 'snapshot');
  await assert.rejects(client.api.runs.viewSnapshot('main', -1), /step takes a whole number from 0 to /);
});

test('how clear pictures are is told of any snapshot, whichever is viewed', async () => {
  const bundled = await glassbox.pretrained();
  const { records, runs, imagination } = createApi(glassbox, bundled, () => {});
  await records.loadMnist('train', { name: 'train.csv', file: train });
  runs.create('main', SETTINGS);
  await runs.step('main');
  await runs.step('main');
  const digits = [...Array(10).keys()];
  for (const step of [0, 1, null]) {
    const told = imagination.clarity('main', step, 'backquery', digits);
    runs.viewSnapshot('main', step);
    const outputs = imagination
      .backquery('main', targetsFor(0))
      .digits.map(({ inputs }) => bundled.query(inputs));
    const read = digits.filter((digit) => largest(outputs[digit]) === digit);
    const sum = read.reduce((sum, digit) => sum + outputs[digit][digit], 0);
    assert.deepEqual(told, { read: read.length, sum });
  }
  bundled.free();
});
