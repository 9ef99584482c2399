import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink } from '../../web/app/link.js';
import { initialState } from '../../web/app/page-state.js';
import { collectionActions } from '../../web/features/collection/actions.js';
import { readLines, writeLines } from '../../web/features/collection/lines.js';
import { askedDigit } from '../../web/features/collection/state.js';

/** @typedef {import('../../web/features/collection/state.js').Drawing} Drawing */

/** Another stroke for each number. @param {number} i */
const stroke = (i) => [
  [0.1 + (i % 8) / 10, 0.2],
  [0.5, 0.3 + Math.floor(i / 8) / 100],
];

/** Actions on a page whose store is in memory, or refuses. */
function collecting({ refuses = false } = {}) {
  const state = initialState(readLink(''));
  /** @type {Drawing[]} */
  let stored = [];
  const store = {
    readDrawings: async () => stored,
    changeDrawings: async (/** @type {(drawings: Drawing[]) => Drawing[]} */ change) => {
      if (refuses) throw new Error('full');
      stored = change(stored);
    },
  };
  const context = /** @type {any} */ ({ state, show() {} });
  const actions = collectionActions(context, { loadFiles() {}, openTab() {} }, store);
  const { collection } = state;
  const draw = (/** @type {number} */ i) => {
    actions.drawSample([stroke(i)]);
    actions.keepSample();
  };
  return { collection, actions, draw, stored: () => stored };
}

/** A file of JSON lines. @param {string} text @returns {any} */
const file = (text, name = 'class.jsonl') => ({ name, text: async () => text });

test('of ten in a row each digit is asked for once, and in another order the next time', () => {
  const rounds = Array.from({ length: 30 }, (_, round) =>
    Array.from({ length: 10 }, (_, i) => askedDigit(10 * round + i)),
  );
  for (const round of rounds) assert.deepEqual([...round].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.ok(new Set(rounds.map(String)).size > 25);
});

test('what is drawn is kept under the digit that was asked for, taken back, corrected and deleted', () => {
  const { collection, actions, draw, stored } = collecting();
  actions.drawnBy('Ana');
  for (let i = 0; i < 12; i++) draw(i);
  assert.deepEqual(
    collection.drawings.map(({ label }) => label),
    Array.from({ length: 12 }, (_, i) => askedDigit(i)),
  );
  assert.equal(new Set(collection.drawings.map(({ id }) => id)).size, 12);
  assert.equal(collection.drawings[3].from, 'Ana');
  actions.keepSample();
  assert.equal(collection.drawings.length, 12, 'nothing is drawn');
  actions.takeBackSample();
  assert.deepEqual(collection.strokes, [stroke(11)]);
  const [first, second] = collection.drawings;
  actions.relabelSample(first.id, 7);
  actions.deleteSamples([second.id]);
  assert.equal(collection.drawings[0].label, 7);
  assert.equal(collection.drawings.length, 10);
  actions.undoDeletion();
  assert.equal(collection.drawings.length, 11);
  assert.deepEqual(stored(), collection.drawings);
});

test('a store that refuses is said, and what was drawn stays on the page', async () => {
  const { collection, draw } = collecting({ refuses: true });
  draw(1);
  await Promise.resolve();
  await Promise.resolve();
  assert.equal(collection.drawings.length, 1);
  assert.equal(collection.isStored, false);
  assert.match(collection.said, /stores no more digits/);
});

test('200 drawings in 30 files are put together, and what two files share is there once', async () => {
  const all = Array.from({ length: 200 }, (_, i) => ({
    id: String(i),
    label: i % 10,
    from: `machine ${i % 30}`,
    strokes: [stroke(i)],
  }));
  const files = Array.from({ length: 30 }, (_, k) =>
    file(writeLines(all.filter((_, i) => i % 30 === k)), `${k}.jsonl`),
  );
  const { collection, actions, stored } = collecting();
  await actions.importSamples(files);
  assert.equal(collection.said, '200 digits were added.');
  assert.equal(collection.drawings.length, 200);
  await actions.importSamples([file(`${writeLines(all.slice(0, 3))}{"label":1,"strokes":[[[0.5,0.5]]]}`)]);
  assert.equal(collection.said, '1 digit was added. 3 were here already, and were left out.');
  assert.equal(stored().length, 201);
});

test('what is written is read again, and strokes in other units are fitted to the pad', () => {
  const drawing = { id: 'a', label: 8, from: 'Zoë', strokes: [stroke(1), [[0.5, 0.5]]] };
  const { id, ...line } = drawing;
  assert.deepEqual(readLines(writeLines([drawing, drawing])), { lines: [line, line], wrong: null });
  const { lines } = readLines('{"label":1,"from":"aga","strokes":[[[126,-365],[145,-225]]]}\r\n\r\n');
  const [[[left, top], [right, bottom]]] = lines[0].strokes;
  assert.ok(Math.abs(bottom - top - 0.7) < 1e-9 && Math.abs(top + bottom - 1) < 1e-9);
  assert.ok(right > left && Math.abs(left + right - 1) < 1e-9);
});

test('a file that holds anything else is refused by its line, and nothing of it is added', async () => {
  const good = '{"label":1,"strokes":[[[0.5,0.5]]]}';
  for (const bad of [
    'x',
    '{"label":10,"strokes":[[[0,0]]]}',
    '{"label":1,"strokes":[]}',
    '{"label":1,"strokes":[[[0]]]}',
    '{"label":1,"strokes":[[[0,null]]]}',
    '[]',
    'null',
  ]) {
    const { collection, actions } = collecting();
    await actions.importSamples([file(good), file(`${good}\n${bad}`, 'bad.jsonl')]);
    assert.match(collection.said, /^bad\.jsonl was not added: line 2 is not a drawing/, bad);
    assert.equal(collection.drawings.length, 0);
  }
});
