// Both recipes in full, on MNIST.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { describe, test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { mnistPath } from '../mnist.js';

const glassbox = await loadGlassbox();

/** @param {string} recipe */
async function trained(recipe) {
  const trainer = glassbox.trainer({ recipe, seed: 1 });
  for (const kind of /** @type {const} */ (['test', 'train'])) {
    for await (const chunk of createReadStream(mnistPath(kind))) trainer.write(kind, chunk);
    trainer.end(kind);
  }
  assert.equal(trainer.records('train'), 60_000);
  assert.equal(trainer.records('test'), 10_000);
  while (!trainer.run({ samples: 20_000 }).done);
  return trainer;
}

describe('the recipes', () => {
  test('backtrack reads at least 96.8 % of the test records', { timeout: 300_000 }, async (t) => {
    const trainer = await trained('backtrack');
    assert.equal(trainer.progress.steps, 300_000);
    const { accuracy } = trainer.test();
    t.diagnostic(`accuracy ${accuracy}`);
    assert.ok(accuracy >= 0.968, `accuracy ${accuracy}`);
    trainer.free();
  });

  test('notebook reads 95 to 97.5 % of the test records', { timeout: 900_000 }, async (t) => {
    const trainer = await trained('notebook');
    assert.equal(trainer.progress.steps, 1_800_000);
    const { accuracy } = trainer.test();
    t.diagnostic(`accuracy ${accuracy}`);
    assert.ok(accuracy >= 0.95 && accuracy <= 0.975, `accuracy ${accuracy}`);
    trainer.free();
  });
});
