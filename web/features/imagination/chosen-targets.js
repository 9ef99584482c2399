import { MARGIN, plainDigit } from '../../shared/confidence.js';
import { DIGITS } from '../../shared/shape.js';
import { TARGET_HIGH, TARGET_LOW, targetsFor } from '../../shared/targets.js';

/**
 * The visitor's choice of what the network should imagine.
 *
 * @typedef {object} ChosenTargets
 * @property {'digit' | 'blend' | 'all'} kind one digit, a blend of two, or all ten at once
 * @property {number} first the digit, or the first digit of a blend
 * @property {number} second the second digit of a blend
 * @property {number} share of the second digit in a blend, 0..1
 */

/**
 * The chosen targets of the outputs.
 *
 * @param {ChosenTargets} chosen
 * @returns {Float32Array} ten, 0.01 to 0.99; a blend's two add up to 1
 */
export function targetsOf({ kind, first, second, share }) {
  if (kind === 'all') return new Float32Array(DIGITS).fill(TARGET_HIGH);
  const targets = targetsFor(first);
  if (kind === 'blend' && second !== first) {
    targets[first] -= share * (TARGET_HIGH - TARGET_LOW);
    targets[second] += share * (TARGET_HIGH - TARGET_LOW);
  }
  return targets;
}

/**
 * The chosen digits.
 *
 * @param {ChosenTargets} chosen
 * @returns {number[]}
 */
export function chosenDigits({ kind, first, second }) {
  if (kind === 'all') return Array.from({ length: DIGITS }, (_, digit) => digit);
  return kind === 'blend' && second !== first ? [first, second] : [first];
}

/**
 * The chosen digits whose output is at least half of its target.
 *
 * @param {ChosenTargets} chosen
 * @param {ArrayLike<number>} outputs ten, for a picture, 0..1
 * @returns {number[]}
 */
export function reached(chosen, outputs) {
  const targets = targetsOf(chosen);
  return chosenDigits(chosen).filter((digit) => outputs[digit] >= targets[digit] / 2);
}

/**
 * Whether the network recognises the chosen digits in a picture. One digit is recognised if it is plainly read. Several
 * digits must have the largest outputs, plainly larger than the others, and each must reach half of its target.
 *
 * @param {ChosenTargets} chosen
 * @param {ArrayLike<number>} outputs ten, for the picture, 0..1
 */
export function isRecognised(chosen, outputs) {
  const digits = chosenDigits(chosen);
  if (digits.length === 1) return plainDigit(outputs) === digits[0];
  const others = Array.from(outputs).filter((_, digit) => !digits.includes(digit));
  const highest = Math.max(...others);
  return (
    reached(chosen, outputs).length === digits.length &&
    digits.every((digit) => outputs[digit] - highest >= MARGIN)
  );
}
