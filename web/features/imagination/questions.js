import { DIGITS } from '../../shared/shape.js';
import { targetsFor } from '../../shared/targets.js';

/**
 * What imagination asks the worker: to run the network backwards, and to read the pictures that come out.
 *
 * @typedef {import('../../glassbox.js').Network} Network
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 *
 * @typedef {object} Reading a picture, fed forward
 * @property {Float32Array} inputs 784, 0.01..1
 * @property {Float32Array} outputs ten, 0..1
 *
 * A backquery with all that it computes on its way (src/network.h): ten logits, hidden sums, the same
 * rescaled, 784 sums, the same rescaled. And those of the ten digits.
 *
 * @typedef {Reading & ReturnType<Network['backquerySteps']> & { digits: Reading[] }} Backquery
 */

/**
 * @param {QuestionContext} context
 * @param {Float32Array} targets ten, between 0 and 1
 * @returns {Backquery}
 */
export function backquery({ answering: { network } }, targets) {
  const steps = network.backquerySteps(targets);
  const digits = Array.from({ length: DIGITS }, (_, digit) =>
    read(network, network.backquery(targetsFor(digit))),
  );
  return { ...steps, ...read(network, steps.inputs), digits };
}

/**
 * Some steps of gradient ascent on the inputs.
 *
 * @param {QuestionContext} context
 * @param {Float32Array} inputs reached so far
 * @param {Float32Array} targets ten, 0..1
 * @param {number} steps
 * @returns {Reading} the picture reached; several calls reach the same as one with all their steps
 */
export function ascend({ answering: { network } }, inputs, targets, steps) {
  return read(network, network.ascend(inputs, targets, { steps }));
}

/** @param {Network} network @param {Float32Array} inputs @returns {Reading} */
const read = (network, inputs) => ({ inputs, outputs: network.query(inputs) });
