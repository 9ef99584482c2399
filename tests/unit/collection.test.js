// A class's own records: what is asked for, kept, undone and stored.

import assert from 'node:assert/strict';
import { File as NodeFile } from 'node:buffer';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { collectionActions } from '../../web/features/collection/actions.js';
import { askedDigit } from '../../web/features/collection/asked.js';
import { csvOf } from '../../web/features/collection/files.js';
import { seenText } from '../../web/features/collection/texts.js';
import { setName } from '../../web/ui/set-name.js';
import { record } from './class-record.js';

// As in browsers: Node 18 has it in a module only.
Object.assign(globalThis, { File: NodeFile });

/** @typedef {import('../../web/features/collection/state.js').Kept} Kept */

const STROKES = [
  [
    [0.1, 0.2],
    [0.50004, 0.9],
  ],
];

/** A page with a collection, whose worker prepares every drawing as the same pixels. @param {Partial<import('../../web/features/collection/store.js').CollectionStore>} [store] */
function page(store = {}) {
  const state = initialState(readLink(''));
  state.ready = true;
  const stored = /** @type {Map<number, Kept>} */ (new Map());
  const loaded = /** @type {[File[], string][]} */ ([]);
  const worker = {
    collection: { prepare: async () => new Uint8Array(784).fill(9) },
  };
  const actions = collectionActions(
    {
      state,
      worker: () => /** @type {any} */ (worker),
      show() {},
      attempt: (call) => call.catch(() => null),
      addProblem: (problem) => void state.problems.push(problem),
    },
    {
      loadFiles: (files, place) => void loaded.push([files, place]),
      loadMade: async (name, making) => void loaded.push([[new File([await making], name)], 'train']),
      fetchMissing() {},
      evaluateRecords: async () => null,
      mnistSource: () => ({ name: 'mnist_train.csv.gz' }),
    },
    {
      all: async () => [...stored.values()],
      async change(added, removed) {
        for (const { id } of removed) stored.delete(id);
        for (const each of added) stored.set(each.id, each);
      },
      ...store,
    },
  );
  const keep = async () => {
    actions.drawAsked(STROKES);
    await actions.keepAsked();
    await new Promise(setImmediate);
  };
  return { state, actions, worker, stored, loaded, keep };
}

test('in every ten, each digit is asked for once, and never the same twice in a row', () => {
  const ask = () => Array.from({ length: 1000 }, (_, i) => askedDigit(i));
  const asked = ask();
  for (let ten = 0; ten < 100; ten++)
    assert.deepEqual(asked.slice(10 * ten, 10 * ten + 10).sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.ok(asked.every((digit, i) => digit !== asked[i - 1]));
  assert.notDeepEqual(asked.slice(0, 10), asked.slice(10, 20));
  assert.deepEqual(ask(), asked);
});

test('a drawing is kept as the digit that was asked for, stored, and the next one is asked for', async () => {
  const { state, keep, stored } = page();
  await keep();
  const [kept] = state.collection.records;
  assert.equal(kept.label, askedDigit(0));
  assert.deepEqual(kept.strokes, [
    [
      [100, 200],
      [500, 900],
    ],
  ]);
  assert.equal(kept.from, `${state.collection.machine}/1`);
  assert.deepEqual(state.collection.strokes, []);
  assert.equal(state.collection.asked, 1);
  assert.deepEqual([...stored.values()], [kept]);
  assert.match(String(state.collection.said?.()), /^Kept as an? \d\.$/);
});

test('a drawing stays on the pad, and its digit is asked for again, if the worker ends before it is kept', async () => {
  const { state, worker, keep } = page();
  worker.collection.prepare = async () => {
    throw new Error('ended');
  };
  await keep();
  const { strokes, asked, records } = state.collection;
  assert.deepEqual([strokes, asked, records], [STROKES, 0, []]);
});

test('the last keep can be undone, and its digit is asked for again', async () => {
  const { state, actions, keep, stored } = page();
  await keep();
  actions.nextPerson();
  await keep();
  assert.equal(state.collection.records[1].from, `${state.collection.machine}/2`);
  actions.undoCollecting();
  await new Promise(setImmediate);
  assert.equal(state.collection.records.length, 1);
  assert.equal(state.collection.asked, 1);
  assert.equal(stored.size, 1);
});

test('nothing is kept without ink, or before the page is ready', async () => {
  const { state, actions, worker } = page();
  await actions.keepAsked();
  worker.collection.prepare = /** @type {any} */ (async () => null);
  actions.drawAsked(STROKES);
  await actions.keepAsked();
  state.ready = false;
  actions.drawAsked(STROKES);
  await actions.keepAsked();
  assert.equal(state.collection.records.length, 0);
  assert.equal(state.collection.asked, 0);
});

test('a label is corrected, a record deleted, all of them deleted, and each is undone', async () => {
  const { state, actions, keep, stored } = page();
  await keep();
  await keep();
  const before = state.collection.records;
  actions.relabel(before[0], 3);
  assert.equal(state.collection.said?.(), 'Kept as a 3.');
  assert.deepEqual(
    state.collection.records.map(({ label }) => label),
    [3, before[1].label],
  );
  actions.undoCollecting();
  assert.deepEqual(state.collection.records, before);
  actions.deleteCollected([before[0]]);
  assert.equal(state.collection.said?.(), 'Deleted: 1 record.');
  assert.deepEqual(state.collection.records, [before[1]]);
  actions.undoCollecting();
  actions.deleteCollected(state.collection.records);
  assert.deepEqual(state.collection.records, []);
  await new Promise(setImmediate);
  assert.equal(stored.size, 0);
  actions.undoCollecting();
  await new Promise(setImmediate);
  assert.deepEqual(state.collection.records, before);
  assert.equal(stored.size, 2);
});

test('what was kept earlier is there again, beside what has been drawn and stored meanwhile', async () => {
  const { state, actions, keep } = page({
    all: async () => [record(1), record(2), ...state.collection.records],
  });
  await keep();
  await actions.openCollection();
  assert.equal(state.collection.records.length, 3);
  assert.equal(state.collection.asked, 3);
  assert.equal(state.collection.storage, 'stored');
});

test('a store that refuses or is full is told, and the records stay', async () => {
  const refuse = (/** @type {string} */ name) => () => Promise.reject(new DOMException('no', name));
  for (const [name, storage] of [
    ['SecurityError', 'refused'],
    ['QuotaExceededError', 'full'],
  ]) {
    const { state, actions, keep } = page({ all: refuse(name), change: refuse(name) });
    await actions.openCollection();
    assert.equal(state.collection.storage, 'refused');
    await keep();
    assert.equal(state.collection.storage, storage);
    assert.equal(state.collection.records.length, 1);
  }
});

test('records are used as a set under a name that says whose they are', async () => {
  const { actions, keep, loaded, state } = page();
  await keep();
  actions.useCollected('test');
  const [[[file], place]] = loaded;
  assert.equal(place, 'test');
  assert.equal(setName(file.name), 'Your class');
  assert.match(seenText(file.name), /in use for training, too/);
  assert.equal(seenText('mnist_train.csv.gz'), '');
  assert.equal(await file.text(), csvOf(state.collection.records));
  await actions.addToMnist();
  assert.equal(loaded.length, 1);
  assert.match(state.problems[0](), /^MNIST could not be loaded/);
});
