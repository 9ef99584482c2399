import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule, verdict } from '../../web/features/imagination/verdict.js';

/** @typedef {import('../../web/features/imagination/chosen-targets.js').ChosenTargets} ChosenTargets */

const BLEND = /** @type {ChosenTargets} */ ({ kind: 'blend', first: 3, second: 8, share: 0.5 });
const ALL = /** @type {ChosenTargets} */ ({ ...BLEND, kind: 'all' });
const DIGIT = /** @type {ChosenTargets} */ ({ ...BLEND, kind: 'digit' });

/** @param {Record<number, number>} some */
const outputs = (some) => Array.from({ length: 10 }, (_, digit) => some[digit] ?? 0.1);

/** What is asked, what is answered, and why. @param {ChosenTargets} chosen @param {number[]} outputs */
function said(chosen, outputs) {
  const { values } = verdict(chosen, outputs);
  return `${values[0]} ${values.at(-2)} ${values.at(-1)}`;
}

test('a digit is recognised by an output that is plainly the largest', () => {
  assert.equal(said(DIGIT, outputs({ 3: 0.4 })), 'Is it recognised as 3? Yes. It is read as 3 (0.40).');
  assert.equal(
    said(DIGIT, outputs({ 3: 0.2, 8: 0.6 })),
    'Is it recognised as 3? No. It is read as 8 (0.60). Output 3 is 0.20.',
  );
});

test('outputs that are level or low are no yes', () => {
  assert.equal(
    said(DIGIT, [...Array(3).fill(0.48), 0.49, ...Array(6).fill(0.48)]),
    'Is it recognised as 3? No. It could be 3 (0.49) or 0 (0.48): they are as good as level.',
  );
  assert.equal(
    said(DIGIT, outputs({ 3: 0.25 })),
    'Is it recognised as 3? No. It is read as no digit: the highest output is 3 (0.25).',
  );
});

test('for a blend, what each of its digits lacks is said', () => {
  assert.equal(
    said(BLEND, outputs({ 3: 0.25, 8: 0.5 })),
    'Is it recognised as 3 and 8? Yes. The two highest outputs are 8 (0.50) and 3 (0.25).',
  );
  assert.equal(
    said(BLEND, outputs({ 3: 0.3, 5: 0.25, 8: 0.5 })),
    'Is it recognised as 3 and 8? No. The two highest outputs are 8 (0.50) and 3 (0.30). The others are hardly lower.',
  );
  assert.equal(
    said(BLEND, outputs({ 3: 0.24, 8: 0.5 })),
    'Is it recognised as 3 and 8? No. The two highest outputs are 8 (0.50) and 3 (0.24). ' +
      'Output 3 is less than half of its target, 0.50.',
  );
  assert.equal(
    said(BLEND, outputs({ 3: 0.2, 5: 0.4, 8: 0.21 })),
    'Is it recognised as 3 and 8? No. The two highest outputs are 5 (0.40) and 8 (0.21). ' +
      'Output 3 is 0.20. Output 8 is less than half of its target, 0.50.',
  );
});

test('of all ten, those that reach half of their targets are counted', () => {
  assert.equal(
    said(ALL, Array(10).fill(0.5)),
    'Is it recognised as all ten digits? Yes. Outputs that reach half of their target: 10 of 10.',
  );
  assert.equal(
    said(ALL, outputs({ 3: 0.9 })),
    'Is it recognised as all ten digits? No. Outputs that reach half of their target: 1 of 10.',
  );
  assert.equal(
    said(ALL, outputs({})),
    'Is it recognised as all ten digits? No. Outputs that reach half of their target: 0 of 10.',
  );
});

test('the rule names what was chosen', () => {
  assert.match(rule(DIGIT), /recognised if output 3 is at least 0.28, and at least 0.10 above all others/);
  assert.match(
    rule(BLEND),
    /recognised if outputs 3 and 8 are each at least half of their targets, and at least 0.10 above/,
  );
  assert.match(rule(ALL), /recognised if each of the ten outputs is at least half of its target/);
});
