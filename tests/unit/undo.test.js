import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeDrawing, initialStage, undoChange } from '../../web/features/stage/state.js';

/** A stage after drawings, one by one. @param {number[][][][]} drawings */
function after(...drawings) {
  const stage = initialStage();
  for (const strokes of drawings) changeDrawing(stage, strokes);
  return stage;
}

/** All drawings that undoing leads back to. @param {import('../../web/features/stage/state.js').Stage} stage */
function undone(stage) {
  const drawings = [];
  while (undoChange(stage)) drawings.push(stage.strokes);
  return drawings;
}

const [a, b, c] = [0.1, 0.2, 0.3].map((x) => [[x, x]]);

test('a stroke is undone as one, however many points it got, by pointer or by keys', () => {
  const growing = [[0.5, 0.5]];
  const stage = after([a], [a, growing]);
  growing.push([0.6, 0.6]);
  changeDrawing(stage, [a, growing]);
  changeDrawing(stage, [a, [...growing, [0.7, 0.7]]]);
  assert.equal(stage.strokes[1].length, 3);
  assert.deepEqual(undone(stage), [[a], []]);
});

test('so are Clear, an example, a tilt, and the removal of a stroke', () => {
  assert.deepEqual(undone(after([a], [])), [[a], []]);
  assert.deepEqual(undone(after([a], [c])), [[a], []]);
  const tilted = [a, b].map((stroke) => stroke.map(([x, y]) => [y, x]));
  assert.deepEqual(undone(after([a], [a, b], tilted)), [[a, b], [a], []]);
  assert.deepEqual(undone(after([a], [a, b], [b])), [[a, b], [a], []]);
});

test('clearing an empty pad is nothing to undo, and without a change there is nothing', () => {
  assert.deepEqual(undone(after([], [])), []);
});

test('what can be undone is bounded, the latest first', () => {
  const drawings = Array.from({ length: 150 }, (_, i) => [[[i, i]]]);
  assert.deepEqual(undone(after(...drawings)), drawings.slice(49, 149).reverse());
});
