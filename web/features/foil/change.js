import { INPUT_MIN } from '../../shared/shape.js';

/**
 * How much of a change is made to a picture: positions of a slider, from 0, none of it, to POSITIONS, all of it.
 */
export const POSITIONS = 20;

/**
 * A part of the change from a picture to its foil.
 *
 * @param {Float32Array} inputs
 * @param {Float32Array} foil
 * @param {number} position
 * @returns {Float32Array} what is added to each pixel, (28, 28)
 */
export const change = (inputs, foil, position) =>
  inputs.map((input, i) => ((foil[i] - input) * position) / POSITIONS);

/**
 * The picture with that part of the change.
 *
 * @param {Float32Array} inputs
 * @param {Float32Array} foil
 * @param {number} position
 * @returns {Float32Array} 784 inputs, 0.01..1
 */
export function changed(inputs, foil, position) {
  // The very numbers that the network was found to be fooled by.
  if (position === POSITIONS) return foil;
  const added = change(inputs, foil, position);
  return inputs.map((input, i) => Math.min(Math.max(input + added[i], INPUT_MIN), 1));
}

/**
 * How large the whole change is.
 *
 * @param {Float32Array} inputs
 * @param {Float32Array} foil
 * @returns {{ average: number, largest: number }} of a pixel's change, in units of full ink; the average is the root
 *   mean square, which a foil makes as small as it can
 */
export function size(inputs, foil) {
  const changes = change(inputs, foil, POSITIONS);
  const squares = changes.reduce((sum, each) => sum + each * each, 0);
  return { average: Math.sqrt(squares / changes.length), largest: Math.max(...changes.map(Math.abs)) };
}
