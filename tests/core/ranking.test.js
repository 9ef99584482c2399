import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largest, strongest } from '../../web/shared/ranking.js';

test('the largest value is the first of equals', () => {
  assert.equal(largest([0.2, 0.7, 0.1, 0.7]), 1);
  assert.equal(largest([-3]), 0);
});

test('the strongest values are those furthest from 0, in their order, as sorting finds them', () => {
  const values = Float32Array.from({ length: 500 }, (_, i) => Math.sin(i * i));
  const sorted = Array.from(values.keys()).sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]) || a - b);
  for (const count of [0, 1, 7, 500]) assert.deepEqual(strongest(values, count), sorted.slice(0, count));
  assert.equal(strongest([1, 2], 5).length, 2);
});
