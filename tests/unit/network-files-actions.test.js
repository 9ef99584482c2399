import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { networkFilesActions } from '../../web/features/network-files/actions.js';
import { fileName, isNetworkFile } from '../../web/features/network-files/file-name.js';

test('of several networks that are dropped, the first is opened, and that is said', async () => {
  /** @type {string[]} */
  const opened = [];
  /** @type {string[]} */
  const problems = [];
  const openNetwork = async (/** @type {string} */ _run, /** @type {string} */ name) =>
    void opened.push(name);
  const { openFirst } = networkFilesActions(
    /** @type {any} */ ({
      state: initialState(readLink('')),
      worker: () => ({ runs: { openNetwork } }),
      show() {},
      addProblem: (/** @type {() => string} */ problem) => void problems.push(problem()),
    }),
    { rewind() {}, latestScore: () => null, changeRun() {} },
  );
  const files = ['a.npz', 'b.npz', 'c.npz'].map((name) => /** @type {File} */ ({ name }));
  await openFirst(files.slice(0, 1));
  assert.deepEqual(problems, []);
  await openFirst(files.slice(1));
  assert.deepEqual(opened, ['a.npz', 'b.npz']);
  assert.deepEqual(problems, ['One network answers at a time, so only b.npz is opened.']);
});

test('a file is named after the network in it, and known by its name', () => {
  const { settings } = readLink('#recipe=quick&seed=7');
  const run = /** @type {const} */ ({ kind: 'run', recipe: 'quick', settings, step: 60000 });
  assert.equal(fileName(run), 'glassbox-quick-seed7-step60000.npz');
  assert.equal(fileName({ kind: 'bundled' }), 'glassbox.npz');
  assert.equal(fileName({ kind: 'file', file: 'mine.npz' }), 'mine.npz');
  assert.ok(isNetworkFile(/** @type {File} */ ({ name: 'MINE.NPZ' })));
  assert.ok(!isNetworkFile(/** @type {File} */ ({ name: 'mine.npz.csv' })));
});
