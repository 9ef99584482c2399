import { inputOf } from '../../shared/inputs.js';
import { PIXELS } from '../../shared/shape.js';

/**
 * The arithmetic of the worksheet, as a student with a calculator does it: each result is rounded, and the next one is
 * worked out from rounded numbers. What the rest of the network adds to a sum is given on the sheet, as whatever is
 * missing to the network's own sum. So each sum is the network's own, rounded, and rounding errors do not pile up.
 *
 * @typedef {object} Task what the worksheet is made of
 * @property {Uint8Array} pixels greys 0..255
 * @property {Float32Array} wih (hidden nodes, 784)
 * @property {Float32Array} who (10, hidden nodes)
 * @property {import('../../shared/training-step.js').TrainingStep} step by the notebook's rule
 * @property {number} learningRate
 * @property {number[]} digits the two outputs that are shown: that of the label first
 *
 * @typedef {object} Parts of the network that are shown
 * @property {number[]} nodes two hidden nodes
 * @property {number[]} pixels two inputs
 *
 * @typedef {object} Sum
 * @property {number[]} weights the two that are shown
 * @property {number[]} products of these weights
 * @property {number} others all other products together
 * @property {number} total
 *
 * @typedef {object} WorkedOutput
 * @property {number} digit
 * @property {Sum} forward
 * @property {number} value after the sigmoid
 * @property {number} target
 * @property {number} error
 *
 * @typedef {object} Change of a weight
 * @property {number} before
 * @property {number} change
 * @property {number} after
 *
 * @typedef {(value: number, places: number) => number} Round
 */

/** Decimals of results, and of weights and their changes. */
export const PLACES = 3;
export const WEIGHT_PLACES = 4;

/** More than the error of the machine's own arithmetic, which makes 0.285 · 100 = 28.499999999999996. */
const NUDGE = 1 + 1e-12;

/** A number as it is written down: a half is rounded away from 0. @type {Round} */
export function rounded(value, places) {
  const unit = 10 ** places;
  const size = Math.round(Math.abs(value) * unit * NUDGE);
  return size === 0 ? 0 : (Math.sign(value) * size) / unit;
}

/** @param {number} sum @param {Round} round */
const sigmoid = (sum, round) => round(1 / (1 + Math.exp(-sum)), PLACES);

/**
 * Whether an output that is worked out from its rounded sum is the network's own, rounded.
 *
 * @param {number} value
 */
export const survivesRounding = (value) =>
  sigmoid(rounded(Math.log(value / (1 - value)), PLACES), rounded) === rounded(value, PLACES);

/**
 * @param {number[]} weights
 * @param {number[]} values
 * @param {number} own the network's own sum
 * @param {Round} round
 * @returns {Sum}
 */
function weightedSum(weights, values, own, round) {
  const written = weights.map((weight) => round(weight, WEIGHT_PLACES));
  const products = written.map((weight, i) => round(weight * values[i], PLACES));
  const total = round(own, PLACES);
  return { weights: written, products, others: round(total - products[0] - products[1], PLACES), total };
}

/**
 * @param {number} weight
 * @param {number} by
 * @param {Round} round
 * @returns {Change}
 */
function changed(weight, by, round) {
  const [before, change] = [round(weight, WEIGHT_PLACES), round(by, WEIGHT_PLACES)];
  return { before, change, after: round(before + change, WEIGHT_PLACES) };
}

/**
 * The part of the sheet that does not depend on which inputs are shown: from the values of two hidden nodes to the
 * outputs, back to the errors of these nodes, and the changes of their weights to the label's output.
 *
 * @param {Task} task
 * @param {number[]} nodes two
 * @param {Round} round
 */
export function workOutputs({ who, step, learningRate, digits }, nodes, round) {
  const count = step.hiddenInputs.length;
  const values = nodes.map((node) => sigmoid(round(step.hiddenInputs[node], PLACES), round));
  /** @type {WorkedOutput[]} */
  const outputs = digits.map((digit) => {
    const weights = nodes.map((node) => who[digit * count + node]);
    const forward = weightedSum(weights, values, step.finalInputs[digit], round);
    const [value, target] = [sigmoid(forward.total, round), step.targets[digit]];
    return { digit, forward, value, target, error: round(target - value, PLACES) };
  });
  const errors = outputs.map(({ error }) => error);
  const backward = nodes.map((node) => {
    const weights = digits.map((digit) => who[digit * count + node]);
    return weightedSum(weights, errors, step.hiddenErrors[node], round);
  });
  const [{ digit, value, error }] = outputs;
  const changes = nodes.map((node, i) =>
    changed(who[digit * count + node], learningRate * error * value * (1 - value) * values[i], round),
  );
  return { values, outputs, backward, changes };
}

/**
 * The part that does: the sums of these nodes, and the changes of their weights from the first input.
 *
 * @param {Task} task
 * @param {Parts} parts
 * @param {{ values: number[], backward: Sum[] }} worked from workOutputs()
 * @param {Round} round
 */
export function workInputs({ pixels, wih, step, learningRate }, parts, { values, backward }, round) {
  const inputs = parts.pixels.map((pixel) => round(inputOf(pixels[pixel]), PLACES));
  /** @param {number} node @param {number} pixel */
  const weight = (node, pixel) => wih[node * PIXELS + pixel];
  const forward = parts.nodes.map((node) => {
    const weights = parts.pixels.map((pixel) => weight(node, pixel));
    return weightedSum(weights, inputs, step.hiddenInputs[node], round);
  });
  const changes = parts.nodes.map((node, i) => {
    const by = learningRate * backward[i].total * values[i] * (1 - values[i]) * inputs[0];
    return changed(weight(node, parts.pixels[0]), by, round);
  });
  return { inputs, forward, changes };
}

/** Worse than any number of short ones is one number that is not the network's own. */
const NOT_ITS_OWN = 100;

/**
 * How badly numbers suit a worksheet: how many of those worked out by hand differ from what the network itself
 * calculates, rounded; and how many have one digit only, so that there is little to work out.
 *
 * @param {(round: Round) => unknown} work
 */
export function faults(work) {
  /** @type {number[]} */
  const written = [];
  let short = 0;
  work((value, places) => {
    const number = rounded(value, places);
    if (Math.abs(number) < 10 ** (1 - places)) short++;
    written.push(number);
    return number;
  });
  let [at, different] = [0, 0];
  work((value, places) => {
    if (rounded(value, places) !== written[at++]) different++;
    return value;
  });
  return NOT_ITS_OWN * different + short;
}
