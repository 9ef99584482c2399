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

test('at full speed the first epoch is scored at distances that grow, later ones at their ends', () => {
  assert.deepEqual(
    scores(180_000, Number.POSITIVE_INFINITY, 60_000),
    [1000, 2000, 3000, 5000, 8000, 12_000, 18_000, 27_000, 41_000, 60_000, 120_000, 180_000],
  );
});

test('a slow run is scored early, and in between in each epoch', () => {
  assert.deepEqual(scores(200, 10, 80), [10, 20, 30, 50, 80, 120, 160, 180, 240]);
});

test('while the file arrives there are no ends of epochs', () => {
  assert.deepEqual(scores(5000, Number.POSITIVE_INFINITY, 0), [1000, 2000, 3000, 5000]);
});
