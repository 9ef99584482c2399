import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { trainingActions } from '../../web/features/training/actions.js';
import { currentRun } from '../../web/features/training/state.js';

test('a look back asks anew at once, without waiting for the worker', async () => {
  const state = initialState(readLink(''));
  /** @type {unknown[]} */
  const asked = [];
  const answers = /** @type {((step: number) => void)[]} */ ([]);
  const viewSnapshot = (/** @type {string} */ _, /** @type {number} */ step) => {
    asked.push(step);
    return new Promise((resolve) => answers.push(resolve));
  };
  const context = {
    state,
    worker: () => /** @type {any} */ ({ runs: { viewSnapshot } }),
    show() {},
    attempt: (/** @type {Promise<any>} */ call) => call,
    addProblem: (/** @type {() => string} */ problem) => assert.fail(problem()),
  };
  const { rewind } = trainingActions(context, {
    put: () => assert.fail('put'),
    fetchMissing: () => assert.fail('fetchMissing'),
    answersChanged: () => asked.push('answers'),
  });
  rewind(1210);
  assert.deepEqual(asked, [1210, 'answers']);
  // While one is on its way, only the latest waits.
  rewind(900);
  rewind(800);
  answers[0](1200);
  await new Promise(setImmediate);
  assert.deepEqual(asked, [1210, 'answers', 800, 'answers']);
  assert.equal(currentRun(state).viewedStep, 800);
  answers[1](797);
  await new Promise(setImmediate);
  assert.equal(currentRun(state).viewedStep, 797, 'the snapshot at or before');
});
