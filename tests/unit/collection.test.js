// A class's own records: what is asked for, kept, undone, merged and stored.

import assert from 'node:assert/strict';
import { File as NodeFile } from 'node:buffer';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { collectionActions } from '../../web/features/collection/actions.js';
import { askedDigit } from '../../web/features/collection/asked.js';
import { areLines, csvOf, linesOf, readLines } from '../../web/features/collection/files.js';
import { initialCollection, MOST, merged } from '../../web/features/collection/state.js';
import { imported, mnistScore, ownScore, seenText } from '../../web/features/collection/texts.js';
import { setName } from '../../web/ui/set-name.js';

// As in browsers: Node 18 has it in a module only.
Object.assign(globalThis, { File: NodeFile });

/** @typedef {import('../../web/features/collection/state.js').Kept} Kept */

const STROKES = [
  [
    [0.1, 0.2],
    [0.50004, 0.9],
  ],
];

/** @param {number} ink @param {Partial<Kept>} [others] @returns {Kept} */
const record = (ink, others = {}) => ({
  id: ink,
  label: 4,
  from: 'a/1',
  strokes: [[[0, ink]]],
  pixels: new Uint8Array(784).fill(ink),
  ...others,
});

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

test('drawings are read from JSON lines as they were written', () => {
  const records = [record(1), record(2, { strokes: null }), record(3, { from: '' })];
  const lines = linesOf(records);
  assert.equal(lines, '{"label":4,"from":"a/1","strokes":[[[0,1]]]}\n{"label":4,"strokes":[[[0,3]]]}\n');
  assert.ok(areLines(lines));
  assert.ok(!areLines('4,0,0'));
  assert.deepEqual(readLines(`\ufeff\n${lines.replaceAll('\n', '\r\n')}`), [
    { label: 4, from: 'a/1', strokes: [[[0, 1]]] },
    { label: 4, from: '', strokes: [[[0, 3]]] },
  ]);
});

test('a line that is no drawing is named', () => {
  for (const line of [
    '{',
    '1',
    'null',
    '{"label":10,"strokes":[[[0,0]]]}',
    '{"label":"4","strokes":[[[0,0]]]}',
    '{"label":4}',
    '{"label":4,"strokes":[]}',
    '{"label":4,"strokes":[[]]}',
    '{"label":4,"strokes":[[[0,null]]]}',
    '{"label":4,"strokes":[[[0,1,2]]]}',
  ])
    assert.throws(() => readLines(`{"label":4,"strokes":[[[0,0]]]}\n${line}`), {
      code: 'drawing-line',
      parameters: { line: 2 },
      message: /^Line 2 is not a drawing/,
    });
});

test('the same records are left out, and a drawing takes the place of its pixels', () => {
  const collection = { ...initialCollection(), records: [record(1), record(2, { strokes: null })] };
  const made = merged(collection, [
    record(1),
    record(1, { label: 5 }),
    record(2, { strokes: null }),
    record(2),
    record(3, { strokes: null }),
    record(3),
  ]);
  assert.deepEqual(
    made.added.map(({ label, pixels, strokes }) => [label, pixels[0], strokes !== null]),
    [
      [5, 1, true],
      [4, 2, true],
      [4, 3, true],
    ],
  );
  assert.deepEqual(made.removed, [collection.records[1]]);
  assert.equal(made.added[1].id, collection.records[1].id);
  assert.equal(
    imported(2, made),
    'Added 2 records from 2 files. 4 records were there already, and were left out.',
  );
});

test('each accuracy says what was measured', () => {
  const result = {
    records: [record(1), record(2)],
    answers: Uint8Array.of(4, 9),
    network: { kind: /** @type {const} */ ('run'), step: 57_868 },
    mnist: {
      correct: 9_876,
      total: 10_000,
      network: { kind: /** @type {const} */ ('snapshot'), step: 56_000 },
    },
  };
  assert.equal(
    ownScore(result),
    'Your class: 1 of 2 records read correctly, 50.00\u00a0%. Measured at step 57,868.',
  );
  assert.equal(
    mnistScore(result, false),
    'MNIST: 9,876 of 10,000 records read correctly, 98.76\u00a0%. Measured at step 56,000.',
  );
});

test('of files that are all refused, the page says no more than why', () => {
  assert.equal(imported(0, merged(initialCollection(), [])), '');
});

test('of more records than fit, as many as fit are taken', () => {
  const collection = initialCollection();
  collection.records = Array.from({ length: MOST - 1 }, (_, id) =>
    record(id, { pixels: new Uint8Array(new Uint32Array(196).fill(id + 1000).buffer) }),
  );
  const made = merged(collection, [record(1), record(2), record(3)]);
  assert.equal(made.added.length, 1);
  assert.equal(made.left, 2);
});
