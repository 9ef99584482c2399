// The robust network that comes with the page: that it is what its own description says.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { readNpz } from '../../web/core/npz.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { firstRecords } from '../mnist.js';

const file = new Uint8Array(await readFile(new URL('../../web/robust.npz', import.meta.url)));
const about = JSON.parse(String((await readNpz(file)).run.data));
const glassbox = await loadGlassbox();

describe('the robust network that comes with the page', () => {
  test('its recipe trains the same weights, to the bit', async () => {
    assert.equal(about.recipe, 'robust');
    assert.deepEqual(about.settings, recipeSettings('robust'));
    const trainer = glassbox.trainer({ recipe: 'robust' });
    trainer.write('train', await firstRecords('train', 60_000));
    trainer.end('train');
    trainer.run({ samples: 1e9 });
    const { wih, who } = trainer.network.weights;
    const hash = createHash('sha256').update(new Uint8Array(wih.buffer)).update(new Uint8Array(who.buffer));
    assert.equal(hash.digest('hex'), about.sha256);
    trainer.free();
  });

  test('it is small, and reads 97 % of the test records', async () => {
    assert.ok(file.length <= 330e3, `${file.length} bytes`);
    const records = glassbox.records();
    records.write('test', await firstRecords('test', 10_000));
    records.end('test');
    const network = await glassbox.pretrained({ model: file });
    const { accuracy } = glassbox.evaluate(network, records);
    assert.ok(accuracy >= 0.97, `accuracy ${accuracy}`);
    assert.ok(Math.abs(accuracy - about.accuracy) <= 0.0005, `${accuracy}, not ${about.accuracy}`);
    network.free();
    records.free();
  });
});
