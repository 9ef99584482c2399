import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { Runs } from '../../web/worker/runs.js';
import { clientTest, drawn, SETTINGS, SEVEN, testing, train } from './client.js';

/** @typedef {import('./client.js').Client} Client */

const OTHER = recipeSettings('quick', { epochs: 2, hiddenNodes: 20, seed: 7 });

/** The very network that a trainer makes of the same files, and its score. */
async function alone() {
  const glassbox = await loadGlassbox();
  const trainer = glassbox.trainer(OTHER);
  trainer.write('train', new Uint8Array(await train.arrayBuffer()));
  trainer.end('train');
  trainer.write('test', new Uint8Array(await testing.arrayBuffer()));
  trainer.end('test');
  while (!trainer.run({ samples: 97 }).done);
  return { weights: trainer.network.weights, accuracy: trainer.test().accuracy };
}

/** @param {Client} client @param {string} run @param {string} about */
const about = (client, run, about) =>
  client.messages.filter((message) => message.about === about && 'run' in message && message.run === run);

clientTest(
  'a second run trains beside the first, on the same records, to the bits it gets alone',
  async (client) => {
    await client.api.runs.create('other', OTHER);
    await client.loadBoth();
    await Promise.all([client.finish('main'), client.finish('other')]);
    const expected = await alone();
    const sample = await client.api.microscope.sample('other', drawn(SEVEN));
    assert.deepEqual({ wih: sample?.wih, who: sample?.who }, expected.weights);
    assert.equal(client.last('score', 'other').accuracy, expected.accuracy);
    assert.equal(client.last('progress', 'main').step, 1200);
  },
);

clientTest('what is told of one run is apart from what is told of the other', async (client) => {
  await client.api.runs.create('other', OTHER);
  await client.loadBoth();
  await client.api.runs.setSpeed('other', 1);
  await client.api.runs.step('main');
  await client.api.runs.step('main');
  await client.api.runs.step('other');
  const [main, other] = [client.last('progress', 'main'), client.last('progress', 'other')];
  assert.deepEqual([main.step, other.step], [2, 1]);
  assert.deepEqual([main.learningRate, other.learningRate], [SETTINGS.learningRate, OTHER.learningRate]);
  assert.deepEqual(
    [client.last('answering', 'main').answering, client.last('answering', 'other').answering],
    [
      { kind: 'run', run: 'main', isTrained: true, hiddenNodes: 30 },
      { kind: 'run', run: 'other', isTrained: true, hiddenNodes: 20 },
    ],
  );
  const scores = about(client, 'main', 'score').length;
  await client.api.runs.reset('other', OTHER);
  assert.equal(client.last('progress', 'other').generation, other.generation + 1);
  assert.equal(client.last('progress', 'main').generation, main.generation);
  assert.equal(about(client, 'main', 'score').length, scores);
  assert.equal((await client.api.stage.answer('other', drawn(SEVEN)))?.hidden.length, 20);
  assert.equal((await client.api.stage.answer('main', drawn(SEVEN)))?.hidden.length, 30);
});

clientTest('other training records start every run anew that was trained on those before', async (client) => {
  await client.api.runs.create('other', OTHER);
  await client.loadBoth();
  await client.api.runs.step('main');
  const other = client.last('progress', 'other');
  await client.loadBoth();
  assert.equal(client.last('progress', 'main').step, 1, 'the same records again');
  await client.api.records.loadMnist('train', { name: 'other.csv', file: testing });
  assert.deepEqual(
    [client.last('progress', 'main').generation, client.last('progress', 'main').step],
    [2, 0],
  );
  assert.equal(client.last('progress', 'other').generation, other.generation, 'it had learned nothing');
});

clientTest(
  'a run that is not there is refused by name, and so is a second one of the same name',
  async ({ api }) => {
    await assert.rejects(api.runs.play('other'), /run takes one of main, not ‘other’/);
    await assert.rejects(api.stage.node('other', 3), /run takes one of main, not ‘other’/);
    await assert.rejects(api.runs.create('main', SETTINGS), /there is a run ‘main’ already/);
  },
);

test('records are enough while runs train, and none is to wait for more within 2,000 steps', async () => {
  const glassbox = await loadGlassbox();
  const records = glassbox.records();
  records.write('train', new Uint8Array(await train.arrayBuffer()));
  records.end('train');
  const parts = /** @type {any} */ ({
    glassbox,
    records,
    sets: { testSetVersion: 0 },
    loader: { isLoading: () => false },
    bundled: null,
    observing: { observers: 0 },
    tell() {},
  });
  const runs = new Runs(parts);
  runs.create('main', SETTINGS, 'backquery');
  runs.create('other', OTHER, 'backquery');
  assert.equal(runs.haveEnough(60_000), false, 'nobody trains');
  await runs.get('main').step();
  runs.get('main').setSpeed(1);
  runs.get('main').play();
  assert.equal(runs.haveEnough(2002), true);
  assert.equal(runs.haveEnough(2000), false, 'after one step or two');
  await runs.get('main').pause();
  assert.equal(runs.haveEnough(60_000), false);
});
