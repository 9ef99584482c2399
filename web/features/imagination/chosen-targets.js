import { largest, strongest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { TARGET_HIGH, TARGET_LOW, targetsFor } from '../../shared/targets.js';

/**
 * What the network is asked to imagine, and whether it knows it again when it sees it.
 *
 * @typedef {object} Wish
 * @property {'digit' | 'blend' | 'all'} kind one digit, a blend of two, or all ten at once
 * @property {number} first the digit, or the first of the two
 * @property {number} second of the two
 * @property {number} share of the second in a blend, 0..1
 */

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
 * The wished digits whose output is at least half of its target.
 *
 * @param {Wish} wish
 * @param {ArrayLike<number>} outputs ten answers to a picture, 0..1
 * @returns {number[]}
 */
export function reached(wish, outputs) {
  const targets = targetsOf(wish);
  return wished(wish).filter((digit) => outputs[digit] >= targets[digit] / 2);
}

/**
 * Whether the network takes a picture for what was wished for. One digit is read as everywhere on the page:
 * the largest output says it. Several have to lead, too; and as something always leads, each has to reach
 * half of its target.
 *
 * @param {Wish} wish
 * @param {ArrayLike<number>} outputs ten answers to the picture, 0..1
 */
export function comesBack(wish, outputs) {
  const digits = wished(wish);
  if (digits.length === 1) return largest(outputs) === digits[0];
  const leading = strongest(outputs, digits.length);
  return reached(wish, outputs).filter((digit) => leading.includes(digit)).length === digits.length;
}
