import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Turns } from '../../web/shared/turns.js';

test('tasks are done one after the other, also behind one that fails', async () => {
  const turns = new Turns();
  /** @type {string[]} */
  const log = [];
  const task = (/** @type {string} */ name) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} ends`);
    if (name === 'second') throw new Error(name);
    return name;
  };
  const asked = ['first', 'second', 'third'].map((name) => turns.take(task(name)));
  const results = Promise.allSettled(asked);
  await turns.ended();
  assert.deepEqual(
    log,
    ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
  assert.deepEqual(
    (await results).map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
});
