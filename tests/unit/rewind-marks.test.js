import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marks } from '../../web/features/training/rewind.js';

/** The steps of the snapshots of a run of some steps, whose distances grow. @param {number} steps */
function snapshotsOf(steps) {
  const taken = [0];
  for (let step = 1; step <= steps; step = Math.ceil(step * 1.2)) taken.push(step);
  return taken;
}

test('the scale of the rewind has marks at powers of ten, at the snapshots there, and ends now', () => {
  const snapshots = snapshotsOf(240_000);
  const made = marks(snapshots);
  assert.deepEqual(
    made.map(({ text }) => text),
    ['0', '10', '100', '1K', '10K', '100K', 'now'].filter((text) => made.some((mark) => mark.text === text)),
  );
  assert.ok(made.length >= 5, `${made.length}`);
  const hundred = made.find(({ text }) => text === '100');
  const index = Math.round(Number(hundred?.at) * snapshots.length);
  assert.ok(snapshots[index] >= 100 && snapshots[index - 1] < 100);
  for (const [i, { at }] of made.entries()) if (i > 0) assert.ok(at - made[i - 1].at >= 0.12 - 1e-9);
});

test('without snapshots there is no scale, with one there are its ends', () => {
  assert.deepEqual(marks([]), []);
  assert.deepEqual(
    marks([0]).map(({ at }) => at),
    [0, 1],
  );
});
