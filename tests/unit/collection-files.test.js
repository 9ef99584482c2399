// A class's records in files, what is added from others', and what is said of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areLines, linesOf, readLines } from '../../web/features/collection/files.js';
import { initialCollection, MOST, merged } from '../../web/features/collection/state.js';
import { imported, mnistScore, ownScore } from '../../web/features/collection/texts.js';
import { record } from './class-record.js';

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
