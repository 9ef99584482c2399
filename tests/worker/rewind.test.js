import assert from 'node:assert/strict';
import { loadGlassbox } from '../../web/glassbox.js';
import { clientTest, drawn, SETTINGS, SEVEN } from './client.js';

/** @typedef {import('./client.js').Client} Client */

const glassbox = await loadGlassbox();

/** What the network that answers makes of a drawing, and what it imagines. @param {Client} client */
async function seen(client) {
  const answer = await client.questions.answer(drawn(SEVEN));
  const weights = await client.questions.node(7);
  return {
    outputs: answer?.outputs,
    hidden: answer?.hidden,
    weights,
    pictures: client.last('pictures').pictures,
  };
}

/** @param {Client} client */
const finish = async (client) => {
  await client.session.play();
  await client.until(() => client.last('run').done && client.last('score')?.step === 1200);
};

clientTest('looking back gives to the bit what the network answered and imagined then', async (client) => {
  await client.loadBoth();
  const then = [];
  for (let step = 1; step <= 12; step++) {
    await client.session.step();
    then.push(await seen(client));
  }
  await finish(client);
  const now = await seen(client);
  for (const step of [3, 11, 1, 7]) {
    assert.equal(await client.session.viewSnapshot(step), step);
    assert.deepEqual(await seen(client), then[step - 1]);
  }
  assert.equal(await client.session.viewSnapshot(null), null);
  assert.deepEqual(await seen(client), now);
});

clientTest('a look pauses the run, and looks go on to the same network as none', async (client) => {
  await client.loadBoth();
  await finish(client);
  const wanted = await seen(client);
  await client.session.reset(SETTINGS);
  await client.session.setSpeed(1000);
  await client.session.play();
  await client.until(() => client.last('run').step > 100);
  await client.session.viewSnapshot(10);
  const { step, active } = client.last('run');
  assert.equal(active, false);
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(client.last('run').step, step);
  await client.session.viewSnapshot(50);
  await client.session.step();
  assert.equal(client.last('run').step, step + 1, 'a step goes on from now');
  await client.session.viewSnapshot(0);
  await finish(client);
  assert.deepEqual(await seen(client), wanted);
});

clientTest(
  'the first snapshot is the untrained network; between two the earlier one answers',
  async (client) => {
    await client.loadBoth();
    await finish(client);
    const { snapshots, snapshotBytes } = client.last('run');
    assert.equal(snapshots[0], 0);
    assert.equal(snapshotBytes, snapshots.length * 794 * SETTINGS.hiddenNodes * 4);
    const latest = Number(snapshots.at(-1));
    assert.equal(await client.session.viewSnapshot(1200), latest);
    assert.equal(await client.session.viewSnapshot(0), 0);
    const untrained = glassbox.network({ hiddenNodes: SETTINGS.hiddenNodes, seed: SETTINGS.seed });
    const drawing = /** @type {{ inputs: Float32Array }} */ (glassbox.drawing(SEVEN));
    assert.deepEqual((await seen(client)).outputs, untrained.query(drawing.inputs));
    untrained.free();
  },
);

clientTest('the network of then is scored, where one stays', async (client) => {
  await client.loadBoth();
  await client.session.step();
  await client.until(() => client.last('score')?.step === 1);
  const first = client.last('score');
  await finish(client);
  const last = client.last('score');
  await client.session.viewSnapshot(1);
  await client.until(() => client.last('score') !== last);
  assert.deepEqual(client.last('score'), first);
});

clientTest(
  'a training record was answered before it was learnt from only where that was now',
  async (client) => {
    await client.loadBoth();
    await client.session.step();
    const untrained = glassbox.network({ hiddenNodes: SETTINGS.hiddenNodes, seed: SETTINGS.seed });
    const now = await client.questions.answer({ about: 'training' });
    assert.deepEqual(now?.before, untrained.query(/** @type {Float32Array} */ (now?.inputs)));
    assert.notDeepEqual(now?.outputs, now?.before);
    await client.session.viewSnapshot(0);
    const then = await client.questions.answer({ about: 'training' });
    assert.equal(then?.before, null);
    assert.deepEqual(then?.outputs, now?.before);
    untrained.free();
  },
);

clientTest(
  'the untrained network can be looked at before anything is learnt, and is that of the run',
  async (client) => {
    await client.loadBoth();
    assert.equal(await client.session.viewSnapshot(0), 0);
    const untrained = await seen(client);
    assert.deepEqual([client.last('run').step, client.last('run').snapshots], [0, [0]]);
    await finish(client);
    assert.notDeepEqual(await seen(client), untrained);
    await client.session.viewSnapshot(0);
    assert.deepEqual(await seen(client), untrained);
  },
);

clientTest('a reset and another training file forget the past', async (client) => {
  await client.loadBoth();
  await client.session.step();
  await client.session.viewSnapshot(0);
  await client.session.reset(SETTINGS);
  assert.deepEqual(client.last('run').snapshots, []);
  await client.session.step();
  await client.session.viewSnapshot(0);
  await client.loadBoth();
  assert.deepEqual(client.last('run').snapshots, []);
});

clientTest('refuses to look where nothing is yet', async (client) => {
  await client.loadBoth();
  await client.session.step();
  await assert.rejects(client.session.viewSnapshot(2), /step takes a whole number from 0 to 1, not 2/);
  await assert.rejects(client.session.viewSnapshot(-1), /step takes a whole number from 0 to 1, not -1/);
});
