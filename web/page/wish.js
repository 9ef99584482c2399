import { largest, strongest } from '../ranking.js';
import { DIGITS } from '../shape.js';
import { TARGET_HIGH, TARGET_LOW, targetsFor } from '../targets.js';

/**
 * What the network is asked to imagine, and whether it knows it again when it sees it.
 *
 * @typedef {object} Wish
 * @property {'digit' | 'blend' | 'all'} kind one digit, a blend of two, or all ten at once
 * @property {number} first the digit, or the first of the two
 * @property {number} second of the two
 * @property {number} share of the second in a blend, 0..1
 */

/** Above this, an output says yes. */
export const YES = 0.5;

/**
 * The outputs that are wished for.
 *
 * @param {Wish} wish
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
 * The digits that are wished for.
 *
 * @param {Wish} wish
 * @returns {number[]}
 */
export function wished({ kind, first, second }) {
  if (kind === 'all') return Array.from({ length: DIGITS }, (_, digit) => digit);
  return kind === 'blend' && second !== first ? [first, second] : [first];
}

/**
 * Whether the network takes a picture for what was wished for: a digit's output leads, a blend's two lead,
 * all ten say yes.
 *
 * @param {Wish} wish
 * @param {ArrayLike<number>} outputs ten answers to the picture, 0..1
 */
export function comesBack(wish, outputs) {
  if (wish.kind === 'all') return Array.from(outputs).every((output) => output > YES);
  const digits = wished(wish);
  if (digits.length === 1) return largest(outputs) === digits[0];
  const leading = strongest(outputs, digits.length);
  return digits.every((digit) => leading.includes(digit));
}
