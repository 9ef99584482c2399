import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { readAs } from '../../web/features/stage/answer.js';
import { insteadOfDrawing, subjectName } from '../../web/features/stage/subject-name.js';
import { predict } from '../../web/shared/confidence.js';
import { newFile } from '../../web/shared/file-progress.js';

/** @typedef {import('../../web/app/page-state.js').Answer} Answer */

/** An answer as far as it matters here, with outputs as low as those for what is no digit. @param {number | null} label */
const low = (label) => {
  const predictions = [predict([0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.2, 0.01])];
  return /** @type {Answer} */ (/** @type {unknown} */ ({ label, predictions, digit: 0 }));
};

test('a drawing with low outputs is read as no digit, not as the highest', () => {
  assert.equal(readAs(low(null)), null);
});

test('a record is a digit: it is read as the highest, as in the accuracy', () => {
  assert.equal(readAs(low(8)), 8);
  assert.equal(readAs(low(3)), 8);
});

test('no training record is promised where none may come, as with other records before the first step', () => {
  const state = initialState(readLink(''));
  state.stage.shown = { about: 'training' };
  assert.equal(insteadOfDrawing(state), 'There is no training record on the stage yet.');
});

test('a test record that could not be loaded is not said to be on its way', () => {
  const state = initialState(readLink(''));
  state.stage.shown = { about: 'record', index: 0 };
  const said = () => [subjectName(state), insteadOfDrawing(state)];
  assert.deepEqual(said(), Array(2).fill('Loading the test records…'));
  state.records.test.mnist = { ...newFile('mnist_test.csv.gz', 'mnist'), state: 'failed' };
  assert.deepEqual(said(), Array(2).fill('The test records could not be loaded.'));
});
