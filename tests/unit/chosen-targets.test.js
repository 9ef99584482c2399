import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenDigits, isRecognised, targetsOf } from '../../web/features/imagination/chosen-targets.js';

/** @typedef {import('../../web/features/imagination/chosen-targets.js').ChosenTargets} ChosenTargets */

/** @param {Partial<ChosenTargets>} change @returns {ChosenTargets} */
const choose = (change) => ({ kind: 'digit', first: 3, second: 8, share: 0.25, ...change });

/** @param {ChosenTargets} chosen */
const rounded = (chosen) => Array.from(targetsOf(chosen), (target) => Number(target.toFixed(4)));

/** @param {Record<number, number>} some */
const outputs = (some) => Array.from({ length: 10 }, (_, digit) => some[digit] ?? 0.1);

test('a digit has the targets of training', () => {
  assert.deepEqual(rounded(choose({})), [0.01, 0.01, 0.01, 0.99, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01]);
});

test('a blend shares one yes between two digits', () => {
  assert.deepEqual(
    rounded(choose({ kind: 'blend' })),
    [0.01, 0.01, 0.01, 0.745, 0.01, 0.01, 0.01, 0.01, 0.255, 0.01],
  );
});

test('a blend of a digit with itself is that digit', () => {
  const itself = choose({ kind: 'blend', second: 3 });
  assert.deepEqual(targetsOf(itself), targetsOf(choose({})));
  assert.deepEqual(chosenDigits(itself), [3]);
  assert.ok(isRecognised(itself, outputs({ 3: 0.4 })));
});

test('all ten are yes at once', () => {
  assert.deepEqual(rounded(choose({ kind: 'all' })), Array(10).fill(0.99));
});

test('a digit is recognised where its output is plainly the largest, and not low', () => {
  assert.equal(isRecognised(choose({}), outputs({ 3: 0.4 })), true);
  assert.equal(isRecognised(choose({}), outputs({ 3: 0.25 })), false, 'it would count as no digit');
  assert.equal(isRecognised(choose({}), outputs({ 3: 0.8, 8: 0.9 })), false);
  assert.equal(isRecognised(choose({}), [...Array(3).fill(0.48), 0.49, ...Array(6).fill(0.48)]), false);
});

test('a blend is recognised where its two outputs are plainly the largest, in either order, and reach half of their targets', () => {
  const blend = choose({ kind: 'blend', share: 0.5 });
  assert.equal(isRecognised(blend, outputs({ 3: 0.3, 8: 0.9 })), true);
  assert.equal(isRecognised(blend, outputs({ 3: 0.9, 8: 0.3 })), true);
  assert.equal(isRecognised(blend, outputs({ 3: 0.9, 8: 0.3, 5: 0.4 })), false, '5 is before 8');
  assert.equal(isRecognised(blend, outputs({ 3: 0.9, 8: 0.5, 5: 0.45 })), false, '5 is as good as 8');
  assert.equal(isRecognised(blend, outputs({ 3: 0.9, 8: 0.24 })), false, 'half of 0.50 is more');
  assert.equal(
    isRecognised(choose({ kind: 'blend' }), outputs({ 3: 0.9, 8: 0.24 })),
    true,
    'half of 0.26 is less',
  );
});

test('all ten are recognised where every output reaches half of its target', () => {
  const all = choose({ kind: 'all' });
  assert.equal(isRecognised(all, Array(10).fill(0.51)), true);
  assert.equal(isRecognised(all, [...Array(9).fill(0.9), 0.49]), false);
});
