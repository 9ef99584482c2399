import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recipeSettings } from '../../web/shared/settings.js';
import { Discarded } from '../../web/worker/discarded.js';
import { clientTest, drawn, SETTINGS, SEVEN, testing } from './client.js';

/** @typedef {import('./client.js').Client} Client */

const OTHER = recipeSettings('quick', { epochs: 1, hiddenNodes: 20, seed: 7 });

/** The weights of the network that answers. @param {Client} client */
async function weights({ api }) {
  const sample = await api.microscope.sample('main', drawn(SEVEN));
  return { wih: sample?.wih, who: sample?.who };
}

/** Trains up to about a step, and pauses. @param {Client} client @param {number} least */
async function trainTo(client, least) {
  await client.api.runs.setSpeed('main', 2000);
  await client.api.runs.play('main');
  await client.until(() => client.last('progress').step >= least);
  await client.api.runs.pause('main');
  await client.api.runs.setSpeed('main', Number.POSITIVE_INFINITY);
}

clientTest(
  'a reset can be undone: the run goes on to the very network that it would have become',
  async (client) => {
    await client.loadBoth();
    await client.finish();
    const whole = await weights(client);
    await client.api.runs.reset('main', SETTINGS);
    assert.equal(client.last('progress').undoable, true);

    await trainTo(client, 300);
    const before = { ...client.last('progress'), generation: 0, recordsPerSecond: 0 };
    const then = await weights(client);
    const score = client.last('score');
    await client.api.runs.viewSnapshot('main', 0);
    // Whatever is chosen before the run learns again: what was learned is kept.
    await client.api.runs.reset('main', OTHER);
    await client.api.runs.reset('main', { ...OTHER, seed: 8 });
    assert.equal(client.last('progress').step, 0);
    assert.deepEqual(client.last('progress').snapshots, []);

    assert.equal(await client.api.runs.undoReset('main'), true);
    assert.deepEqual({ ...client.last('progress'), generation: 0, recordsPerSecond: 0 }, before);
    assert.equal(before.undoable, false);
    assert.deepEqual(await weights(client), then);
    await client.until(() => client.last('score').generation === client.last('progress').generation);
    assert.deepEqual({ ...client.last('score'), generation: 0 }, { ...score, generation: 0 });
    const [, second] = before.snapshots;
    assert.equal(await client.api.runs.viewSnapshot('main', second), second);

    await client.finish();
    assert.deepEqual(await weights(client), whole);
  },
);

clientTest('a run that is reset while it learns is paused when that is undone', async (client) => {
  await client.loadBoth();
  await client.api.runs.setSpeed('main', 500);
  await client.api.runs.changeLearningRate('main', 0.05);
  await client.api.runs.play('main');
  await client.until(() => client.last('progress').step > 20);
  await client.api.runs.reset('main', SETTINGS);
  await client.api.runs.undoReset('main');
  const { step, active, learningRate, learningRateChanged } = client.last('progress');
  assert.ok(step > 20);
  assert.deepEqual(
    { active, learningRate, learningRateChanged },
    {
      active: false,
      learningRate: 0.05,
      learningRateChanged: true,
    },
  );
});

clientTest(
  'there is nothing to undo once the run has learned again, or has other records',
  async (client) => {
    await client.loadBoth();
    for (const learnOrLoad of [
      () => client.api.runs.step('main'),
      () => client.finish(),
      () => client.api.records.loadMnist('train', { name: 'other.csv', file: testing }),
    ]) {
      await client.api.runs.reset('main', SETTINGS);
      await client.api.runs.step('main');
      await client.api.runs.reset('main', SETTINGS);
      assert.equal(client.last('progress').undoable, true);
      // Test records belong to no run.
      await client.api.records.loadMnist('test', { name: 'test.csv', file: testing });
      assert.equal(client.last('progress').undoable, true);
      await learnOrLoad();
      assert.equal(client.last('progress').undoable, false);
      assert.equal(await client.api.runs.undoReset('main'), false);
    }
  },
);

clientTest(
  'a reset that is refused changes nothing: there is none to undo, and snapshots stay',
  async (client) => {
    await client.loadBoth();
    for (const _ of [1, 2, 3]) await client.api.runs.step('main');
    const before = { ...client.last('progress'), recordsPerSecond: 0 };
    const then = await weights(client);
    const wrong = { ...SETTINGS, hiddenNodes: 0 };
    await assert.rejects(client.api.runs.reset('main', wrong), { code: 'takes-whole-number-in-range' });
    assert.equal(await client.api.runs.undoReset('main'), false);
    assert.equal(await client.api.runs.viewSnapshot('main', 2), 2);
    await client.api.runs.viewSnapshot('main', null);
    assert.deepEqual({ ...client.last('progress'), recordsPerSecond: 0 }, before);
    assert.deepEqual(await weights(client), then);
  },
);

clientTest('a run that has learned nothing leaves nothing to undo', async (client) => {
  await client.api.runs.reset('main', OTHER);
  assert.equal(client.last('progress').undoable, false);
  assert.equal(await client.api.runs.undoReset('main'), false);
});

test('where there is no memory to undo a reset, it can be undone later', () => {
  const bytes = new Uint8Array(3);
  let freed = 0;
  const kept = /** @type {any} */ ({ progress: { step: 3 }, save: () => bytes, free: () => freed++ });
  const around = /** @type {any} */ ({});
  const discarded = new Discarded();
  discarded.keep(kept, around);
  const full = () => {
    throw new Error('out of memory');
  };
  assert.throws(() => discarded.restoreTo(/** @type {any} */ ({ restoreAhead: full })), /out of memory/);
  assert.deepEqual([discarded.isThere, freed], [true, 0]);
  /** @type {Uint8Array[]} */
  const restored = [];
  const run = /** @type {any} */ ({
    restoreAhead: (/** @type {Uint8Array} */ saved) => restored.push(saved),
  });
  assert.equal(discarded.restoreTo(run), around);
  assert.deepEqual([restored, discarded.isThere, freed], [[bytes], false, 1]);
});
