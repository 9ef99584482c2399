import { DIGITS } from '../../shared/shape.js';
import { targetsFor } from '../../shared/targets.js';

/**
 * The network run backwards, and what it makes of the pictures that come out.
 *
 * @typedef {import('../../glassbox.js').Network} Network
 *
 * @typedef {object} Reading a picture, fed forward
 * @property {Float32Array} inputs 784, 0.01..1
 * @property {Float32Array} outputs ten, 0..1
 *
 * A backquery with all that it computes on its way (src/network.h): ten logits, hidden sums, the same
 * rescaled, 784 sums, the same rescaled.
 *
 * @typedef {Reading & ReturnType<Network['backquerySteps']>} Backquery
 */

/**
 * @param {Network} network
 * @param {Float32Array} targets ten, between 0 and 1
 * @returns {Backquery}
 */
export function backquery(network, targets) {
  const steps = network.backquerySteps(targets);
  return { ...steps, outputs: network.query(steps.inputs) };
}

/**
 * The backqueries of the ten digits, fed forward.
 *
 * @param {Network} network
 * @returns {Reading[]}
 */
export function roundTrips(network) {
  return Array.from({ length: DIGITS }, (_, digit) => {
    const inputs = network.backquery(targetsFor(digit));
    return { inputs, outputs: network.query(inputs) };
  });
}

/**
 * Gradient ascent on the inputs, some steps of it.
 *
 * @param {Network} network
 * @param {Float32Array} inputs where it has come to
 * @param {Float32Array} targets ten, 0..1
 * @param {number} steps
 * @returns {Reading} where it comes to; in pieces, it comes to the same
 */
export function ascend(network, inputs, targets, steps) {
  const reached = network.ascend(inputs, targets, { steps });
  return { inputs: reached, outputs: network.query(reached) };
}
