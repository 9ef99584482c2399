import { largest, strongest } from '../../shared/ranking.js';
import { INPUT_MIN, PIXELS } from '../../shared/shape.js';

/**
 * The hidden node, the output and the weight (from a pixel to that node) that the microscope follows through a
 * training step. Indices start at 0.
 *
 * @typedef {{ node: number, output: number, pixel: number }} Selection
 *
 * @typedef {import('./questions.js').Sample} Sample
 * @typedef {import('../../shared/training-step.js').TrainingStep} TrainingStep
 */

/**
 * The most instructive selection: the output of the label, and the node whose weights the step changes most.
 *
 * @param {Sample} sample
 * @param {TrainingStep} step
 * @param {number} label
 * @returns {Selection}
 */
export function tellingSelection(sample, { hiddenErrors, hiddenOutputs }, label) {
  const moves = hiddenErrors.map((error, node) => error * hiddenOutputs[node] * (1 - hiddenOutputs[node]));
  const [node] = strongest(moves, 1);
  return { node, output: label, pixel: tellingPixel(sample, node) };
}

/**
 * The pixel whose ink changes a node's sum most.
 *
 * @param {Sample} sample
 * @param {number} node
 */
export function tellingPixel({ inputs, wih }, node) {
  return largest(inputs.map((input, pixel) => Math.abs((input - INPUT_MIN) * wih[node * PIXELS + pixel])));
}
