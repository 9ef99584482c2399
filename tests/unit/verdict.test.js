import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule, verdict } from '../../web/features/imagination/verdict.js';

/** @typedef {import('../../web/features/imagination/chosen-targets.js').ChosenTargets} ChosenTargets */

const BLEND = /** @type {ChosenTargets} */ ({ kind: 'blend', first: 3, second: 8, share: 0.5 });
const ALL = /** @type {ChosenTargets} */ ({ ...BLEND, kind: 'all' });
const DIGIT = /** @type {ChosenTargets} */ ({ ...BLEND, kind: 'digit' });

/** @param {Record<number, number>} some */
const outputs = (some) => Array.from({ length: 10 }, (_, digit) => some[digit] ?? 0.1);

/** What is answered, and why. @param {ChosenTargets} chosen @param {number[]} outputs */
function said(chosen, outputs) {
  const { values } = verdict(chosen, outputs);
  return `${values.at(-2)}: ${values.at(-1)}`;
}

test('a digit is told by what leads', () => {
  assert.equal(said(DIGIT, outputs({ 3: 0.2 })), 'Yes: it is read as a 3 (0.20).');
  assert.equal(
    said(DIGIT, outputs({ 3: 0.2, 8: 0.6 })),
    'No: it is read as an 8 (0.60); its output for 3 is 0.20.',
  );
});

test('a blend that leads too weakly is told so', () => {
  assert.equal(said(BLEND, outputs({ 3: 0.25, 8: 0.5 })), 'Yes: it is read as an 8 (0.50) and a 3 (0.25).');
  assert.equal(
    said(BLEND, outputs({ 3: 0.24, 8: 0.5 })),
    'No: it is read as an 8 (0.50) and a 3 (0.24); for 3, half of 0.50 is not reached.',
  );
});

test('of all ten, those that reach half of their targets are counted', () => {
  assert.equal(said(ALL, Array(10).fill(0.5)), 'Yes: 10 of the ten outputs reach half of their target.');
  assert.equal(said(ALL, outputs({ 3: 0.9 })), 'No: 1 of the ten outputs reaches half of its target.');
  assert.equal(said(ALL, outputs({})), 'No: none of the ten outputs reach half of their target.');
});

test('the rule that is told names what was chosen', () => {
  assert.match(rule(DIGIT), /the output for 3 is the largest/);
  assert.match(rule(BLEND), /the outputs for 3 and 8 are the two largest, and each is at least\s+half/);
  assert.match(rule(ALL), /each of the ten outputs is at least half of its target/);
});
