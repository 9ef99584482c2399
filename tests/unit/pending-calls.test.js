import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PendingCalls } from '../../web/app/pending-calls.js';

const never = () => new Promise(() => {});

test('a call gives its result or its error, and is then forgotten', async () => {
  const calls = new PendingCalls();
  const answer = calls.add(async () => 7);
  const failure = calls.add(async () => {
    throw new Error('no such record');
  });
  assert.equal(calls.count, 2);
  assert.equal(await answer, 7);
  await assert.rejects(failure, /^Error: no such record$/);
  assert.equal(calls.count, 0);
});

test('all that are pending fail together, and none is kept', async () => {
  const calls = new PendingCalls();
  const pending = [calls.add(never), calls.add(never)];
  calls.failAll(new Error('the worker died'));
  assert.equal(calls.count, 0);
  for (const call of pending) await assert.rejects(call, /^Error: the worker died$/);
});

test('after that, nothing is called any more', async () => {
  const calls = new PendingCalls();
  calls.failAll(new Error('the worker died'));
  const called = calls.add(() => assert.fail('it was called'));
  await assert.rejects(called, /^Error: the worker died$/);
});
