// The network that comes with the page: that it is what its own description says.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { addTrainingRecords, CHANGES, RECIPE, SETTINGS } from '../../data/bundled.js';
import { readNpz, writeNpz } from '../../web/core/npz.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { BUNDLED_HIDDEN_NODES } from '../../web/shared/bundled.js';
import { targetsFor } from '../../web/shared/targets.js';
import { firstRecords } from '../mnist.js';

const MODEL = new URL('../../web/model.npz', import.meta.url);
const file = new Uint8Array(await readFile(MODEL));
const { wih, who, run } = await readNpz(file);
const about = JSON.parse(String(run.data));
const glassbox = await loadGlassbox();

describe('the network that comes with the page', () => {
  test('it reads 99.1 % of the test records, as its description says to the record', async (t) => {
    const records = glassbox.records();
    records.write('test', await firstRecords('test', 10_000));
    records.end('test');
    const network = await glassbox.pretrained();
    assert.equal(network.hiddenNodes, BUNDLED_HIDDEN_NODES, 'the page makes room for as many');
    const { accuracy } = glassbox.evaluate(network, records);
    t.diagnostic(`accuracy ${accuracy}; ${about.accuracy} before the weights were rounded`);
    assert.ok(accuracy >= 0.991, `accuracy ${accuracy}`);
    assert.ok(Math.abs(accuracy - about.accuracy) <= 0.0003, `${accuracy}, not ${about.accuracy}`);
    network.free();
    records.free();
  });

  test('its settings and records train the same weights, to the bit, as far as a test can wait', async () => {
    assert.deepEqual([about.recipe, about.changes], [RECIPE, CHANGES]);
    const { steps, sha256 } = about.prefix;
    const [mnist, records] = [glassbox.records(), glassbox.records()];
    mnist.write('train', await firstRecords('train', steps));
    mnist.end('train');
    // As many as it can be shown by then.
    addTrainingRecords(glassbox, records, mnist, steps);
    const run = glassbox.run(records, SETTINGS);
    assert.equal(run.train({ samples: steps }).step, steps);
    const hash = createHash('sha256');
    for (const weights of [run.network.wih, run.network.who]) hash.update(new Uint8Array(weights.buffer));
    assert.equal(hash.digest('hex'), sha256);
    for (const each of [run, records, mnist]) each.free();
  });

  test('it is small, and a network like any other', async () => {
    assert.ok(file.length <= 1.5e6, `${file.length} bytes`);
    assert.deepEqual(
      [wih.shape, who.shape],
      [
        [800, 784],
        [10, 800],
      ],
    );
    const network = await glassbox.pretrained({ model: file });
    assert.equal(network.hiddenNodes, 800);
    assert.deepEqual(network.who, who.data);
    network.free();
  });

  test('it has with it what it imagines, which is what it finds, until its weights change', async () => {
    const [network, found] = [await glassbox.pretrained(), await glassbox.open(file)];
    assert.equal(found.imagined, null);
    const pictures = Array.from({ length: 10 }, (_, digit) => found.imagine(digit));
    assert.ok(network.imagined, 'node data/add-imagined.js adds it');
    assert.deepEqual(network.imagined, Float32Array.from(pictures.flatMap((picture) => [...picture])));
    for (const [digit, picture] of pictures.entries()) assert.deepEqual(network.imagine(digit), picture);
    /** @type {((network: import('../../web/glassbox.js').Network) => void)[]} */
    const changes = [
      (network) => network.train(pictures[3], targetsFor(4)),
      (network) => network.setWeights(found.weights),
      (network) => network.unpack(found.pack()),
    ];
    for (const change of changes) {
      for (const each of [network, found]) change(each);
      assert.equal(network.imagined, null);
      assert.deepEqual(network.imagine(3), found.imagine(3));
      network.setImagined(new Float32Array(7840).fill(1));
    }
    for (const each of [network, found]) each.free();
  });

  test('a damaged one is refused by name', async () => {
    const damaged = file.slice();
    damaged[1000] ^= 1;
    await assert.rejects(glassbox.pretrained({ model: damaged }), {
      name: 'NpzError',
      message: /^This file is damaged: wih\.npy cannot be read\.$/,
    });
    await assert.rejects(glassbox.pretrained({ model: file.subarray(0, 1000) }), { name: 'NpzError' });
    const one = { shape: [1], data: Float32Array.of(1) };
    await assert.rejects(glassbox.pretrained({ model: writeNpz({ wih: one }, '<f2') }), {
      name: 'NpzError',
      message: /This file has wih \(1\)\.$/,
    });
    await assert.rejects(glassbox.pretrained({ model: writeNpz({ wih: one, who: one }, '<f2') }), {
      message: /This file has wih \(1\) and who \(1\)\.$/,
    });
  });
});
