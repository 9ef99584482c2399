import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { Snapshots } from '../../web/worker/snapshots.js';

const glassbox = await loadGlassbox();
const MOST = 64e6;

/**
 * The snapshots of a run of so many steps, as the worker takes them.
 *
 * @param {number} hiddenNodes
 * @param {number} steps
 */
function snapshotsOf(hiddenNodes, steps) {
  const network = glassbox.network({ hiddenNodes });
  const snapshots = new Snapshots();
  for (; snapshots.next <= steps; ) snapshots.take(snapshots.next, network);
  network.free();
  return snapshots;
}

/** Ratios of each step to the one before. @param {number[]} steps */
const gaps = (steps) => steps.slice(1).map((step, i) => (step + 1) / (steps[i] + 1));

test('every step has a snapshot at first, then steps that grow by a tenth', () => {
  const { steps } = snapshotsOf(5, 2000);
  assert.deepEqual(steps.slice(0, 24), [...Array(21).keys(), 22, 24, 26]);
  const late = gaps(steps.filter((step) => step >= 100));
  assert.ok(Math.max(...late) <= 1.1 && Math.min(...late) > 1.09, `${late}`);
});

for (const [hiddenNodes, kept] of [
  [200, 100],
  [800, 25],
]) {
  test(`${kept} networks of ${hiddenNodes} hidden nodes are kept at most, evenly, the first and the latest among them`, () => {
    const steps = 9_000_000;
    const snapshots = snapshotsOf(hiddenNodes, steps);
    assert.equal(snapshots.steps.length, kept);
    assert.ok(snapshots.bytes <= MOST && snapshots.bytes > 0.95 * MOST, `${snapshots.bytes} bytes`);
    assert.equal(snapshots.steps[0], 0);
    assert.ok(Number(snapshots.steps.at(-1)) > steps / 1.2);
    // Even would be the same ratio everywhere, but steps are whole.
    const even = steps ** (1 / (kept - 1));
    const widest = Math.max(...gaps(snapshots.steps.filter((step) => step >= 20)));
    assert.ok(widest < even ** 2, `one gap is ${widest}, where ${even} would be even`);
    snapshots.clear();
  });
}

test('memory is given back when snapshots are cleared, and when one has to go', () => {
  snapshotsOf(200, 100_000).clear();
  const before = glassbox.memoryBytes;
  for (let i = 0; i < 3; i++) {
    const snapshots = snapshotsOf(200, 1_800_000);
    snapshots.clear();
    assert.deepEqual([snapshots.steps, snapshots.bytes, snapshots.next], [[], 0, 0]);
  }
  assert.ok(glassbox.memoryBytes - before < 0.2 * MOST, `${glassbox.memoryBytes - before} bytes more`);
});

test('a step between two snapshots gives the earlier one', () => {
  const snapshots = snapshotsOf(5, 100);
  assert.deepEqual(
    [0, 20, 21, 1e6].map((step) => snapshots.at(step)?.step),
    [0, 20, 20, snapshots.steps.at(-1)],
  );
  assert.equal(new Snapshots().at(5), null);
  snapshots.clear();
});
