// How long training goes on before messages are served.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TrainingLoop } from '../../web/worker/training-loop.js';

test('slices are long while nobody asks, and short for a while after a question', async (context) => {
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  let step = 0;
  /** What a slice took, in milliseconds, by the time at which it began. @type {[start: number, took: number][]} */
  const slices = [];
  const run = {
    progress: { step: 0 },
    train(/** @type {{ samples: number }} */ { samples }) {
      slices.push([now, samples / 50]);
      now += samples / 50;
      step += samples;
      run.progress = { step };
      return { step, done: now > 2000 };
    },
  };
  await new Promise((resolve) => {
    const loop = new TrainingLoop(/** @type {any} */ (run), () => false, {
      started() {},
      before: () => Number.POSITIVE_INFINITY,
      after() {
        if (now > 1000 && now < 1020) loop.asked();
      },
      progressed() {},
      ended: async () => resolve(undefined),
    });
    loop.start();
  });
  const took = (/** @type {number} */ from, /** @type {number} */ to) =>
    slices.filter(([start]) => start >= from && start < to).map(([, took]) => Math.round(took));
  assert.deepEqual([...new Set(took(200, 1000))], [12]);
  assert.deepEqual([...new Set(took(1020, 1100))], [5]);
  assert.deepEqual([...new Set(took(1200, 2000))], [12]);
});

test('it is told again how far training has come when it waits for records, as they arrive', async () => {
  let [here, step] = [3, 0];
  const run = {
    progress: { step: 0 },
    train() {
      if (step < here) step++;
      run.progress = { step };
      return { step, done: step === 4 };
    },
  };
  /** @type {number[]} */
  const told = [];
  await new Promise((resolve) => {
    const loop = new TrainingLoop(/** @type {any} */ (run), () => true, {
      started() {},
      before: () => Number.POSITIVE_INFINITY,
      after() {},
      progressed() {
        told.push(step);
        if (told.length === 5) here = 4;
        if (told.length >= 4) setTimeout(() => loop.wake());
      },
      ended: async () => resolve(undefined),
    });
    loop.start();
  });
  assert.deepEqual(told, [1, 2, 3, 3, 3]);
});
