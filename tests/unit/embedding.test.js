import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { teller } from '../../web/features/embedding/messages.js';

/** A page, and what it has told since it was asked last. */
function embedded() {
  const state = initialState(readLink('#recipe=backtrack&seed=3'));
  /** @type {unknown[]} */
  const posted = [];
  const tell = teller((message) => posted.push(message));
  return {
    state,
    told() {
      tell(state);
      tell(state);
      return posted.splice(0);
    },
  };
}

test('a page is ready once, and answers each drawing once it is answered', () => {
  const { state, told } = embedded();
  assert.deepEqual(told(), []);
  state.ready = true;
  assert.deepEqual(told(), [{ glassbox: 'ready' }, { glassbox: 'answer', digits: [], confidence: [] }]);
  const { stage } = state;
  stage.strokes = [[[0.5, 0.5]]];
  assert.deepEqual(told(), []);
  const predictions = [
    { digit: 4, likeliest: 4, confidence: 0.75, runnerUp: 9 },
    { digit: null, likeliest: 2, confidence: 0.5, runnerUp: 3 },
  ];
  Object.assign(stage, { answer: { predictions }, answered: stage.strokes });
  assert.deepEqual(told(), [{ glassbox: 'answer', digits: [4, null], confidence: [0.75, 0.5] }]);
  stage.strokes = [];
  assert.deepEqual(told(), [{ glassbox: 'answer', digits: [], confidence: [] }]);
});

test('the end of a run is told with its accuracy, and again after another one', () => {
  const { state, told } = embedded();
  Object.assign(state.records.test, { loaded: { records: 300 } });
  Object.assign(state.runs.main, { done: true, step: 1200 });
  assert.deepEqual(told(), [], 'it is not scored yet');
  state.runs.main.scores = /** @type {any} */ ([{ step: 1200, accuracy: 0.97 }]);
  const trained = { glassbox: 'trained', recipe: 'backtrack', seed: 3, step: 1200, accuracy: 0.97 };
  assert.deepEqual(told(), [trained]);
  state.runs.main.done = false;
  assert.deepEqual(told(), []);
  state.runs.main.done = true;
  assert.deepEqual(told(), [trained]);
});
