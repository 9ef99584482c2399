import { trainingStep } from '../../shared/training-step.js';
import { rounded, workInputs, workOutputs } from './by-hand.js';
import { chooseParts } from './choose-parts.js';
import { instructiveRecords } from './instructive-records.js';

/**
 * The questions of the part for teachers to the worker.
 *
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 * @typedef {import('./by-hand.js').Sum} Sum
 * @typedef {import('./by-hand.js').Change} Change
 *
 * @typedef {object} Worksheet one training step with one test record, worked out by hand for two inputs, two hidden nodes
 *   and two outputs
 * @property {number} record its index in the file, from 0
 * @property {Uint8Array} pixels greys 0..255, (28, 28)
 * @property {number} learningRate
 * @property {number} hiddenNodes of the network
 * @property {QuestionContext['answering']['kind']} kind of the network
 * @property {number} step of the run, if the network is the run's
 * @property {WorkedInput[]} inputs two
 * @property {WorkedNode[]} nodes two
 * @property {import('./by-hand.js').WorkedOutput[]} outputs two: that of the label first
 * @property {number[]} after what the network gives for these outputs once it has learned from the record
 *
 * @typedef {{ pixel: number, grey: number, value: number }} WorkedInput
 *
 * @typedef {object} WorkedNode
 * @property {number} node its index, from 0
 * @property {Sum} forward from the two inputs
 * @property {number} value after the sigmoid
 * @property {Sum} backward its error, from the errors of the two outputs
 * @property {Change} toOutput the change of its weight to the label's output
 * @property {Change} fromInput the change of its weight from the first input
 */

/** With two hidden nodes, there would be no others whose part is given. */
const NODES_MIN = 3;

/**
 * A worksheet from the network that answers. The same network gives the same worksheets.
 *
 * @param {Pick<QuestionContext, 'glassbox' | 'records' | 'answering' | 'pictureOf'>} context
 * @param {number} learningRate
 * @param {number} turn 0: with the most instructive record, 1: with the next, and so on
 * @returns {Worksheet | null} null: no record or no network for it
 */
export function worksheet(context, learningRate, turn) {
  const { glassbox, answering } = context;
  const { hiddenNodes } = answering.network;
  const records = hiddenNodes < NODES_MIN ? [] : instructiveRecords(context);
  if (records.length === 0) return null;
  const { record, pixels, inputs, digits } = records[turn % records.length];
  const { wih, who } = answering.weights;
  const [label] = digits;
  const step = trainingStep({ glassbox }, { inputs, wih, who, label, learningRate, crossEntropy: 0 });
  const task = { pixels, wih, who, step, learningRate, digits };
  const parts = chooseParts(task);
  const { outputs, ...back } = workOutputs(task, parts.nodes, rounded);
  const fore = workInputs(task, parts, back, rounded);
  return {
    ...{ record, pixels, learningRate, hiddenNodes, kind: answering.kind, step: answering.step, outputs },
    inputs: parts.pixels.map((pixel, i) => ({ pixel, grey: pixels[pixel], value: fore.inputs[i] })),
    nodes: parts.nodes.map((node, i) => ({
      node,
      forward: fore.forward[i],
      value: back.values[i],
      backward: back.backward[i],
      toOutput: back.changes[i],
      fromInput: fore.changes[i],
    })),
    after: digits.map((digit) => step.after.outputs[digit]),
  };
}
