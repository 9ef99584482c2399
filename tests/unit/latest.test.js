import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestOnly } from '../../web/ui/latest.js';

/** A task that notes what it is asked and whether that was the latest in the end. */
function slowTask() {
  /** @type {(() => void)[]} */
  const waiting = [];
  /** @type {unknown[]} */
  const done = [];
  const ask = latestOnly(async (/** @type {string} */ asked, isLatest) => {
    await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    done.push([asked, isLatest()]);
  });
  const finish = async () => {
    waiting.shift()?.();
    await new Promise(setImmediate);
  };
  return { ask, done, waiting, finish };
}

test('one thing at a time is done, then the latest of those that were asked for meanwhile', async () => {
  const { ask, done, waiting, finish } = slowTask();
  for (const asked of ['first', 'second', 'third']) ask(asked);
  assert.equal(waiting.length, 1);
  await finish();
  await finish();
  assert.deepEqual(done, [
    ['first', false],
    ['third', true],
  ]);
  assert.equal(waiting.length, 0);
});

test('what is asked for later is done, too', async () => {
  const { ask, done, finish } = slowTask();
  ask('first');
  await finish();
  ask('second');
  await finish();
  assert.deepEqual(done, [
    ['first', true],
    ['second', true],
  ]);
});
