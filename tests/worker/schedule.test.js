import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextScore } from '../../web/worker/schedule.js';

/** The steps at which a run is scored. @param {number} steps @param {number} speed @param {number} epochSteps */
function scores(steps, speed, epochSteps) {
  const marks = [];
  for (let step = 0; step < steps; ) {
    step = nextScore(step, speed, epochSteps);
    marks.push(step);
  }
  return marks;
}

test('a run is scored at distances that grow, and at the ends of epochs', () => {
  assert.deepEqual(
    scores(180_000, Number.POSITIVE_INFINITY, 60_000),
    [1, 2, 4, 8, 16, 26, 36, 46, 56, 60, 66, 76, 86, 97, 110, 120, 124, 140, 158, 178, 180].map(
      (n) => n * 1000,
    ),
  );
});

test('a slow run is scored early, and in between in each epoch', () => {
  assert.deepEqual(scores(200, 10, 80), [10, 20, 40, 80, 160, 240]);
});

test('while the file arrives there are no ends of epochs', () => {
  assert.deepEqual(scores(5000, Number.POSITIVE_INFINITY, 0), [1000, 2000, 4000, 8000]);
});
