import { checkWhole } from './checks.js';
import { DIGITS, PIXELS } from './shape.js';
import { TARGET_HIGH, TARGET_LOW, targetsFor } from './targets.js';

/** @typedef {import('../glassbox.js').Glassbox} Glassbox */

/**
 * One training step with all its numbers, as the notebook's train() computes it.
 *
 * @typedef {object} StepInput
 * @property {Float32Array} inputs 784, 0.01..1
 * @property {Float32Array} wih (hidden nodes, 784)
 * @property {Float32Array} who (10, hidden nodes)
 * @property {number} label 0..9
 * @property {number} learningRate the setting
 * @property {number} crossEntropy the setting, 1 or 0
 *
 * @typedef {object} TrainingStep
 * @property {Float64Array} hiddenInputs (hidden nodes)
 * @property {Float64Array} hiddenOutputs (hidden nodes)
 * @property {Float64Array} finalInputs (10)
 * @property {Float64Array} finalOutputs (10)
 * @property {Float64Array} targets (10)
 * @property {Float64Array} outputErrors (10)
 * @property {Float64Array} hiddenErrors (hidden nodes)
 * @property {Float64Array} whoChanges (10, hidden nodes)
 * @property {Float32Array} wihChanges (hidden nodes, 784)
 * @property {{ hidden: Float32Array, outputs: Float32Array }} after the values of hidden nodes and outputs for the same
 *   inputs, after the core has learned from them
 */

/** Replaces o (1 - o) at the outputs if cross-entropy is on (src/network_train.c). */
const CROSS_ENTROPY_SLOPE = 1 / 3;

/**
 * Computes a training step. The run does not change.
 *
 * @param {{ glassbox: Glassbox }} context
 * @param {StepInput} input
 * @returns {TrainingStep}
 * @throws {TypeError | RangeError} naming an invalid input
 */
export function trainingStep({ glassbox }, input) {
  checkWhole('label', input.label, 0, DIGITS - 1);
  const after = answerAfter(glassbox, input);

  const { inputs, wih, who, label, learningRate, crossEntropy } = input;
  const nodes = who.length / DIGITS;

  const hiddenInputs = new Float64Array(nodes);
  for (let j = 0; j < nodes; j++) {
    for (let i = 0; i < PIXELS; i++) hiddenInputs[j] += wih[j * PIXELS + i] * inputs[i];
  }
  const hiddenOutputs = hiddenInputs.map(sigmoid);

  const finalInputs = new Float64Array(DIGITS);
  for (let k = 0; k < DIGITS; k++) {
    for (let j = 0; j < nodes; j++) finalInputs[k] += who[k * nodes + j] * hiddenOutputs[j];
  }
  const finalOutputs = finalInputs.map(sigmoid);

  const targets = new Float64Array(DIGITS).fill(TARGET_LOW);
  targets[label] = TARGET_HIGH;
  const outputErrors = targets.map((target, k) => target - finalOutputs[k]);

  const hiddenErrors = new Float64Array(nodes);
  for (let j = 0; j < nodes; j++) {
    for (let k = 0; k < DIGITS; k++) hiddenErrors[j] += who[k * nodes + j] * outputErrors[k];
  }

  const whoChanges = new Float64Array(DIGITS * nodes);
  for (let k = 0; k < DIGITS; k++) {
    const slope = crossEntropy ? CROSS_ENTROPY_SLOPE : finalOutputs[k] * (1 - finalOutputs[k]);
    const move = learningRate * outputErrors[k] * slope;
    for (let j = 0; j < nodes; j++) whoChanges[k * nodes + j] = move * hiddenOutputs[j];
  }
  const wihChanges = new Float32Array(nodes * PIXELS);
  for (let j = 0; j < nodes; j++) {
    const move = learningRate * hiddenErrors[j] * hiddenOutputs[j] * (1 - hiddenOutputs[j]);
    for (let i = 0; i < PIXELS; i++) wihChanges[j * PIXELS + i] = move * inputs[i];
  }

  return {
    hiddenInputs,
    hiddenOutputs,
    finalInputs,
    finalOutputs,
    targets,
    outputErrors,
    hiddenErrors,
    whoChanges,
    wihChanges,
    after,
  };
}

/** @param {number} sum */
function sigmoid(sum) {
  return 1 / (1 + Math.exp(-sum));
}

/** @param {Glassbox} glassbox @param {StepInput} input */
function answerAfter(glassbox, { inputs, wih, who, label, learningRate, crossEntropy }) {
  const network = glassbox.network({ hiddenNodes: 1, learningRate, crossEntropy });
  try {
    network.setWeights({ wih, who });
    network.train(inputs, targetsFor(label));
    return network.signals(inputs);
  } finally {
    network.free();
  }
}
