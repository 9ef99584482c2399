import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { trainingActions } from '../../web/features/training/actions.js';
import { newFile } from '../../web/shared/file-progress.js';

/** @param {'document' | 'navigator'} name @param {object | undefined} value */
const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });
beforeEach(() => {
  define('navigator', {});
  define('document', { documentElement: { dataset: {} } });
});
afterEach(() => {
  define('navigator', undefined);
  define('document', undefined);
});

/** What is asked for when the pointer reaches Train. @param {(state: ReturnType<typeof initialState>) => void} [change] */
function askedFor(change = () => {}) {
  const state = initialState(readLink(''));
  state.ready = true;
  change(state);
  /** @type {string[]} */
  const asked = [];
  const { getReady } = trainingActions(/** @type {any} */ ({ state, show() {} }), {
    put: () => assert.fail('put'),
    fetchMissing: (kind) => asked.push(kind),
    answersChanged: () => assert.fail('answersChanged'),
  });
  getReady();
  return asked;
}

test('when Train is about to be pressed, the records are asked for', () => {
  assert.deepEqual(askedFor(), ['train', 'test']);
});

test('not before the page is ready, nor again after a file has failed', () => {
  const notReady = askedFor((state) => {
    state.ready = false;
  });
  assert.deepEqual(notReady, []);
  const failed = askedFor(({ records }) => {
    records.train.mnist = { ...newFile('mnist_train.csv.gz', 'mnist'), state: 'failed' };
  });
  assert.deepEqual(failed, []);
});

test('not for a visitor who saves data, nor in the single file, which has them', () => {
  define('navigator', { connection: { saveData: true } });
  assert.deepEqual(askedFor(), []);
  define('navigator', { connection: { saveData: false } });
  assert.deepEqual(askedFor(), ['train', 'test']);
  define('document', { documentElement: { dataset: { single: '' } } });
  assert.deepEqual(askedFor(), []);
});
