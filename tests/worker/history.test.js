import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGlassbox } from '../../web/glassbox.js';
import { History } from '../../web/worker/history.js';

const glassbox = await loadGlassbox();
const MOST = 64e6;

/**
 * A history of a run of so many steps, as a session keeps it.
 *
 * @param {number} hiddenNodes
 * @param {number} steps
 */
function remembered(hiddenNodes, steps) {
  const network = glassbox.network({ hiddenNodes });
  const history = new History();
  for (; history.next <= steps; ) history.keep(history.next, network);
  network.free();
  return history;
}

/** Ratios of each moment to the one before. @param {number[]} steps */
const gaps = (steps) => steps.slice(1).map((step, i) => (step + 1) / (steps[i] + 1));

test('every step is kept at first, then steps that grow by a tenth', () => {
  const { steps } = remembered(5, 2000);
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
    const history = remembered(hiddenNodes, steps);
    assert.equal(history.steps.length, kept);
    assert.ok(history.bytes <= MOST && history.bytes > 0.95 * MOST, `${history.bytes} bytes`);
    assert.equal(history.steps[0], 0);
    assert.ok(Number(history.steps.at(-1)) > steps / 1.2);
    // Even would be the same ratio everywhere, but steps are whole.
    const even = steps ** (1 / (kept - 1));
    const widest = Math.max(...gaps(history.steps.filter((step) => step >= 20)));
    assert.ok(widest < even ** 2, `one gap is ${widest}, where ${even} would be even`);
    history.clear();
  });
}

test('memory goes back when a history is cleared, and when a network has to go', () => {
  remembered(200, 100_000).clear();
  const before = glassbox.memoryBytes;
  for (let i = 0; i < 3; i++) {
    const history = remembered(200, 1_800_000);
    history.clear();
    assert.deepEqual([history.steps, history.bytes, history.next], [[], 0, 0]);
  }
  assert.ok(glassbox.memoryBytes - before < 0.2 * MOST, `${glassbox.memoryBytes - before} bytes more`);
});

test('a step between two moments gives the one before', () => {
  const history = remembered(5, 100);
  assert.deepEqual(
    [0, 20, 21, 1e6].map((step) => history.at(step)?.step),
    [0, 20, 20, history.steps.at(-1)],
  );
  assert.equal(new History().at(5), null);
  history.clear();
});
