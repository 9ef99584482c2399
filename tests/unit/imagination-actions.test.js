import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { imaginationActions } from '../../web/features/imagination/actions.js';
import { BLANK } from '../../web/features/imagination/state.js';

/** A page that is ready, with a worker that notes what it is asked. */
function watchedPage() {
  const state = initialState(readLink(''));
  state.ready = true;
  /** @type {string[]} */
  const asked = [];
  const imagination = {
    backquery: async () => void asked.push('backquery'),
    ascend: async () => void asked.push('ascend'),
  };
  const context = {
    state,
    worker: () => /** @type {any} */ ({ imagination }),
    show() {},
    attempt: (/** @type {Promise<any>} */ call) => call,
    addProblem: (/** @type {() => string} */ problem) => assert.fail(problem()),
  };
  return { state, asked, actions: imaginationActions(context, { rewind: () => assert.fail() }) };
}

test('while its view is closed, nothing is asked', () => {
  const { state, asked, actions } = watchedPage();
  state.tab = 'mistakes';
  actions.imagineAnew();
  assert.deepEqual(asked, []);
});

test('a network that learns is asked twice a second at most, and no ascent begins', async (context) => {
  const clock = { now: 5000 };
  context.mock.method(performance, 'now', () => clock.now);
  const { state, asked, actions } = watchedPage();
  state.tab = 'imagination';
  state.runs.main.active = true;
  state.imagination.digitAscents = [{ inputs: new Float32Array(784), outputs: new Float32Array(10) }];
  for (let change = 0; change < 10; change++) actions.imagineAnew();
  assert.deepEqual(asked, ['backquery']);
  assert.deepEqual(state.imagination.digitAscents, [], 'they were another network’s');
  await new Promise(setImmediate);
  clock.now += 499;
  actions.imagineAnew();
  assert.deepEqual(asked, ['backquery'], 'half a second is not over');
  clock.now += 1;
  actions.imagineAnew();
  assert.deepEqual(asked, ['backquery', 'backquery']);
});

test('where an ascent has come to is read again by the network that learns', () => {
  const { state, asked, actions } = watchedPage();
  state.tab = 'imagination';
  state.runs.main.active = true;
  state.imagination.ascent = { ...BLANK, step: 200 };
  actions.imagineAnew();
  assert.deepEqual(asked, ['backquery', 'ascend']);
});
