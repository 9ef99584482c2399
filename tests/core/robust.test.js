// The robust network that comes with the page: that it is what its own description says; and its recipe in full, which
// is learned from once for both.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { readNpz } from '../../web/core/npz.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { recipeSettings } from '../../web/shared/settings.js';
import { parseRecords, targetsFor } from '../helpers.js';
import { firstRecords } from '../mnist.js';
import { BLANK, likeness } from './contract.js';

const file = new Uint8Array(await readFile(new URL('../../web/robust.npz', import.meta.url)));
const about = JSON.parse(String((await readNpz(file)).run.data));
const glassbox = await loadGlassbox();
const testRecords = await firstRecords('test', 10_000);
const trainer = glassbox.trainer({ recipe: 'robust' });
before(async () => {
  trainer.write('train', await firstRecords('train', 60_000));
  trainer.end('train');
  assert.equal(trainer.run({ samples: 1e9 }).step, 240_000);
});
after(() => trainer.free());

describe('the robust network that comes with the page', () => {
  test('its recipe trains the same weights, to the bit', async () => {
    assert.equal(about.recipe, 'robust');
    assert.deepEqual(about.settings, recipeSettings('robust'));
    const { wih, who } = trainer.network.weights;
    const hash = createHash('sha256').update(new Uint8Array(wih.buffer)).update(new Uint8Array(who.buffer));
    assert.equal(hash.digest('hex'), about.sha256);
  });

  test('what it imagines by either way looks like its digits', async (t) => {
    const recordsLike = likeness(parseRecords(testRecords));
    /** @param {(targets: Float32Array) => Float32Array} imagine */
    const readable = (imagine) =>
      Array.from({ length: 10 }, (_, digit) => {
        const alike = recordsLike(imagine(targetsFor(digit)), 10);
        return alike.filter(({ label }) => label === digit).length;
      });
    const ascended = readable((targets) => trainer.network.ascend(BLANK, targets));
    const backqueried = readable((targets) => trainer.network.backquery(targets));
    t.diagnostic(`of the ten records most like each: ${ascended}; ${backqueried}`);
    assert.ok(Math.min(...ascended) >= 7, `${ascended}`);
    assert.ok(backqueried.filter((count) => count >= 6).length >= 6, `${backqueried}`);
  });

  test('it is small, and reads 97 % of the test records', async () => {
    assert.ok(file.length <= 330e3, `${file.length} bytes`);
    const records = glassbox.records();
    records.write('test', testRecords);
    records.end('test');
    const network = await glassbox.pretrained({ model: file });
    const { accuracy } = glassbox.evaluate(network, records);
    assert.ok(accuracy >= 0.97, `accuracy ${accuracy}`);
    assert.ok(Math.abs(accuracy - about.accuracy) <= 0.0005, `${accuracy}, not ${about.accuracy}`);
    network.free();
    records.free();
  });
});
