// What is asked for when the pointer or the focus reaches Train, before it is pressed.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState, takeMessage } from '../../web/app/page-state.js';
import { recordsActions } from '../../web/features/records/actions.js';
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

/** A page that is ready, with a worker that notes what it is asked to load. */
function watchedPage() {
  const state = initialState(readLink(''));
  state.ready = true;
  /** @type {string[]} */
  const asked = [];
  const loadMnist = async (/** @type {string} */ kind) => void asked.push(kind);
  const actions = recordsActions({
    state,
    worker: () => /** @type {any} */ ({ records: { loadMnist } }),
    show() {},
    attempt: (call) => call.catch(() => null),
    addProblem: (problem) => assert.fail(problem()),
  });
  /** @param {'train' | 'test'} kind */
  const fail = (kind) =>
    takeMessage(state, {
      about: 'file',
      kind,
      ...newFile(`mnist_${kind}.csv.gz`, 'mnist'),
      state: 'failed',
      error: { code: 'file-connection-lost', parameters: { bytes: 7, total: 9 } },
    });
  return { state, asked, actions, fail };
}

test('both of MNIST’s files, once', () => {
  const { actions, asked } = watchedPage();
  actions.fetchAhead();
  assert.deepEqual(asked, ['train', 'test']);
  actions.fetchAhead();
  actions.fetchMissing('train');
  assert.deepEqual(asked, ['train', 'test'], 'they are on their way');
});

test('if they can’t be had, nothing is said until Train is pressed, which asks again', () => {
  const { state, actions, asked, fail } = watchedPage();
  const told = () => state.records.train.mnist?.state;
  actions.fetchAhead();
  fail('train');
  assert.equal(told(), undefined);
  assert.deepEqual(state.problems, []);
  asked.length = 0;
  actions.fetchMissing('train');
  assert.deepEqual(asked, ['train']);
  fail('train');
  assert.equal(told(), 'failed');
  assert.equal(state.problems.length, 1);
  actions.fetchAhead();
  assert.deepEqual(asked, ['train'], 'what has failed waits for a press');
});

test('nothing, before the page is ready', () => {
  const { state, actions, asked } = watchedPage();
  state.ready = false;
  actions.fetchAhead();
  assert.deepEqual(asked, []);
});

test('nothing, for a visitor who saves data', () => {
  const { actions, asked } = watchedPage();
  define('navigator', { connection: { saveData: true } });
  actions.fetchAhead();
  assert.deepEqual(asked, []);
  define('navigator', { connection: { saveData: false } });
  actions.fetchAhead();
  assert.deepEqual(asked, ['train', 'test']);
});

test('nothing, in the single file, which has them or can’t have them', () => {
  const { actions, asked } = watchedPage();
  define('document', { documentElement: { dataset: { single: '' } } });
  actions.fetchAhead();
  assert.deepEqual(asked, []);
});
