import { predict } from '../shared/confidence.js';

/**
 * What it takes to fool a network.
 *
 * @typedef {object} Fooled
 * @property {Float32Array | null} foil the picture that does; null: none was found
 * @property {number} average by how much of full ink it differs
 * @property {Float32Array[]} outputs first for the picture as it is, ten each
 */

/**
 * How much more one network takes than another that reads the picture as the same digit: of one that reads it otherwise,
 * it would be a different change.
 *
 * @param {Fooled} one
 * @param {Fooled} other
 * @returns {number | null} null: they cannot be compared
 */
export function timesAsMuch(one, other) {
  const [before, otherBefore] = [one, other].map(({ outputs }) => predict(outputs[0]).likeliest);
  if (!one.foil || !other.foil || before !== otherBefore) return null;
  return other.average > 0 ? one.average / other.average : null;
}
