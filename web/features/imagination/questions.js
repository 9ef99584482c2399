import { largest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { targetsFor } from '../../shared/targets.js';

/**
 * The imagination's questions to the worker: it runs the network backwards and reads the resulting pictures.
 *
 * @typedef {import('../../glassbox.js').Network} Network
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 *
 * @typedef {object} Reading a picture, fed forward
 * @property {Float32Array} inputs 784, 0.01..1
 * @property {Float32Array} outputs ten, 0..1
 *
 * A backquery with its intermediate steps (src/imagine.h), and the backqueries of the ten digits.
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
 * @param {Float32Array} inputs where to start
 * @param {Float32Array} targets ten, 0..1
 * @param {number} steps
 * @returns {Reading} the picture reached. Several calls reach the same picture as one call with all their steps.
 */
export function ascend({ answering: { network } }, inputs, targets, steps) {
  return read(network, network.ascend(inputs, targets, { steps }));
}

/**
 * What the stage shows beside an output, if its pictures are found by gradient ascent.
 *
 * @param {QuestionContext} context
 * @param {number} digit
 * @returns {Reading}
 */
export const imagine = ({ answering: { network } }, digit) => read(network, network.imagine(digit));

/**
 * How clear the pictures of some digits are at a step of the run: the network that comes with the page reads them.
 *
 * @param {QuestionContext} context
 * @param {number | null} step of a snapshot; null: the run's current network
 * @param {import('../../shared/ways.js').Way} way in which the pictures are found
 * @param {number[]} digits
 * @returns {{ read: number, sum: number }} how many are read as their digit; the sum of these digits' outputs
 */
export function clarity({ bundled, run }, step, way, digits) {
  const network = run.networkAt(step);
  // Without it, the page does not ask.
  const reader = /** @type {Network} */ (bundled);
  let [read, sum] = [0, 0];
  for (const digit of digits) {
    const found = way === 'ascent' ? network.imagine(digit) : network.backquery(targetsFor(digit));
    const outputs = reader.query(found);
    if (largest(outputs) === digit) {
      read++;
      sum += outputs[digit];
    }
  }
  return { read, sum };
}

/** @param {Network} network @param {Float32Array} inputs @returns {Reading} */
const read = (network, inputs) => ({ inputs, outputs: network.query(inputs) });
