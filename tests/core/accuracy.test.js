// The recipes in full, on MNIST. The one of the robust network is in robust.test.js.

import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { describe, test } from 'node:test';
import { MEASURED } from '../../web/features/recipe/why-notebook.js';
import { loadGlassbox } from '../../web/glassbox.js';
import { mnistPath } from '../mnist.js';
import { ascents, backqueries } from './contract.js';

const glassbox = await loadGlassbox();

/** @param {string} recipe */
async function loaded(recipe) {
  const trainer = glassbox.trainer({ recipe, seed: 1 });
  for (const [kind, count] of /** @type {const} */ ([
    ['test', 10_000],
    ['train', 60_000],
  ])) {
    for await (const chunk of createReadStream(mnistPath(kind))) trainer.write(kind, chunk);
    assert.equal(trainer.end(kind), count);
  }
  return trainer;
}

/** @param {Awaited<ReturnType<typeof loaded>>} trainer @param {number} steps of the whole run */
function finish(trainer, steps) {
  let now;
  do now = trainer.run({ samples: 20_000 });
  while (!now.done);
  assert.equal(now.step, steps);
}

/**
 * Of what the network imagines by ascent, all ten digits come back; of its backqueries exactly so many.
 *
 * @param {Awaited<ReturnType<typeof loaded>>} trainer
 * @param {number} count
 */
function assertImagined({ network }, count) {
  const { count: all, least } = ascents(network);
  assert.equal(all, 10);
  assert.ok(least >= 0.9, `an output of ${least}`);
  assert.equal(backqueries(network).count, count);
}

describe('the recipes', () => {
  test('quick reads 97 % of the test records after one epoch, 98 % after four, and imagines all digits', {
    timeout: 300_000,
  }, async (t) => {
    const trainer = await loaded('quick');
    trainer.run({ samples: 60_000 });
    const early = trainer.test().accuracy;
    finish(trainer, 240_000);
    const { accuracy } = trainer.test();
    t.diagnostic(`accuracy ${early}, then ${accuracy}`);
    assert.ok(early >= 0.97, `accuracy ${early} after an epoch`);
    assert.ok(accuracy >= 0.98, `accuracy ${accuracy}`);
    assert.equal(accuracy.toFixed(3), MEASURED.quick.toFixed(3), 'as the page says');
    assertImagined(trainer, 2);
    trainer.free();
  });

  test('backtrack reads at least 96.8 % of the test records, and imagines all digits', {
    timeout: 300_000,
  }, async (t) => {
    const trainer = await loaded('backtrack');
    finish(trainer, 300_000);
    const { accuracy } = trainer.test();
    t.diagnostic(`accuracy ${accuracy}`);
    assert.ok(accuracy >= 0.968, `accuracy ${accuracy}`);
    assertImagined(trainer, 2);
    trainer.free();
  });

  test('notebook reads 95 to 97.5 % of the test records, and imagines all digits', {
    timeout: 900_000,
  }, async (t) => {
    const trainer = await loaded('notebook');
    finish(trainer, 1_800_000);
    const { accuracy } = trainer.test();
    t.diagnostic(`accuracy ${accuracy}`);
    assert.ok(accuracy >= 0.95 && accuracy <= 0.975, `accuracy ${accuracy}`);
    assert.equal(accuracy.toFixed(3), MEASURED.notebook.toFixed(3), 'as the page says');
    assertImagined(trainer, 1);
    trainer.free();
  });
});
