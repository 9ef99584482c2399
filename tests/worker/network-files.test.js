// Networks from files among those that answer.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { readNetwork } from '../../web/worker/read-network.js';
import { clientTest, drawn, SEVEN } from './client.js';

const glassbox = await loadGlassbox();
const network = glassbox.network({ hiddenNodes: 12, seed: 3 });
const file = new Blob([network.save()]);
const OPENED = { kind: 'file', file: 'mine.npz', isTrained: true, hiddenNodes: 12 };
const inputs = /** @type {import('../../web/glassbox.js').Glassbox} */ (glassbox).drawing(SEVEN)?.inputs;
const wanted = network.query(/** @type {Float32Array} */ (inputs));

clientTest('a network from a file answers, until the run’s own is viewed or goes on', async (client) => {
  const { runs, stage } = client.api;
  const own = client.last('answering').answering;
  await runs.openNetwork('main', 'mine.npz', file);
  assert.deepEqual(client.last('answering').answering, OPENED);
  assert.deepEqual((await stage.answer('main', drawn(SEVEN)))?.outputs, wanted);
  await runs.viewSnapshot('main', null);
  assert.deepEqual(client.last('answering').answering, own);
  await runs.openNetwork('main', 'mine.npz', file);
  await client.loadBoth();
  await runs.step('main');
  assert.equal(client.last('answering').answering.kind, 'run');
  assert.equal(client.last('progress').step, 1);
});

clientTest(
  'of two, the one that was opened last answers, though the other takes longer to read',
  async (client) => {
    const { runs } = client.api;
    const large = new Blob([glassbox.network({ hiddenNodes: 13 }).save()]);
    const read = Blob.prototype.arrayBuffer;
    const reading = mock.method(
      Blob.prototype,
      'arrayBuffer',
      /** @this {Blob} */ async function () {
        if (this.size === large.size) await opened;
        return read.call(this);
      },
    );
    const before = runs.openNetwork('main', 'large.npz', large);
    const opened = runs.openNetwork('main', 'mine.npz', file);
    await before;
    reading.mock.restore();
    assert.deepEqual(client.last('answering').answering, OPENED);
  },
);

clientTest('one that is still being read when the run goes on does not answer', async (client) => {
  await client.loadBoth();
  const read = Blob.prototype.arrayBuffer;
  const reading = mock.method(
    Blob.prototype,
    'arrayBuffer',
    /** @this {Blob} */ async function () {
      await stepped;
      return read.call(this);
    },
  );
  const opened = client.api.runs.openNetwork('main', 'mine.npz', file);
  const stepped = client.api.runs.step('main');
  assert.equal(await opened, false);
  reading.mock.restore();
  assert.equal(client.last('answering').answering.kind, 'run');
  assert.equal(await client.api.runs.openNetwork('main', 'mine.npz', file), true);
});

clientTest('opening one pauses the run, and leaves it and its score as they are', async (client) => {
  await client.loadBoth();
  await client.api.runs.setSpeed('main', 1000);
  await client.api.runs.play('main');
  await client.until(() => client.last('progress').step > 100);
  await client.api.runs.openNetwork('main', 'mine.npz', file);
  const { step, active } = client.last('progress');
  assert.equal(active, false);
  const scores = client.messages.filter(({ about }) => about === 'score').length;
  await client.api.runs.pause('main');
  assert.equal(client.messages.filter(({ about }) => about === 'score').length, scores);
  await client.api.runs.viewSnapshot('main', null);
  assert.equal(client.last('progress').step, step);
  await client.api.runs.setSpeed('main', Number.POSITIVE_INFINITY);
  await client.finish();
});

clientTest('the network that answers is saved, whichever it is', async (client) => {
  const { runs, networkFiles } = client.api;
  await runs.openNetwork('main', 'mine.npz', file);
  const saved = await networkFiles.save('main', { kind: 'file', file: 'mine.npz' });
  const opened = await glassbox.open(saved);
  assert.deepEqual(opened.weights, network.weights);
  opened.free();
});

clientTest('a file that is none leaves everything as it was', async (client) => {
  const { runs } = client.api;
  await runs.openNetwork('main', 'mine.npz', file);
  const told = () =>
    client.messages.filter(({ about }) => about === 'answering' || about === 'changed').length;
  const before = told();
  await assert.rejects(runs.openNetwork('main', 'other.npz', new Blob(['1,2,3'])), {
    code: 'npz-not-a-zip',
  });
  assert.equal(told(), before);
  assert.deepEqual(client.last('answering').answering, OPENED);
});

test('a file that is larger than any network is refused before it is read, and one that is gone is said to be', async () => {
  /** @param {number} size */
  const unreadable = (size) =>
    /** @type {Blob} */ ({ size, arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
  await assert.rejects(readNetwork(glassbox, 'big.npz', unreadable(2 ** 28 + 1)), { code: 'npz-too-large' });
  await assert.rejects(readNetwork(glassbox, 'gone.npz', unreadable(9)), { code: 'file-unreadable' });
});
