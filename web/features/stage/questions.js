import { predict } from '../../shared/confidence.js';
import { PIXELS } from '../../shared/shape.js';
import { strongestPaths } from './paths.js';

/**
 * The stage's questions to the worker.
 *
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 * @typedef {import('../../worker/picture.js').Subject} Subject
 * @typedef {Omit<import('../../worker/picture.js').Picture, 'digits'> & Signals} Answer
 *
 * @typedef {object} Signals
 * @property {Subject['about']} about
 * @property {Float32Array} hidden values of the hidden nodes, 0..1
 * @property {Float32Array} outputs ten, 0..1
 * @property {Float32Array} who the weights from hidden nodes to outputs, (10, hidden nodes)
 * @property {import('../../shared/confidence.js').Prediction[]} predictions for each digit of a drawing, from left to
 *   right; those of records have one
 * @property {import('./paths.js').Path[]} paths to the hidden nodes with the strongest pull
 */

/**
 * The network's answer to a subject.
 *
 * @param {QuestionContext} context
 * @param {Subject} subject
 * @returns {Answer | null} null: there is no ink, or no such record yet
 */
export function answer({ answering, pictureOf }, subject) {
  const asked = pictureOf(subject);
  if (!asked) return null;
  const { digits, ...picture } = asked;
  const { network, weights } = answering;
  const predictions = digits.map((inputs) => predict(network.query(inputs)));
  const signals = network.signals(picture.inputs);
  const paths = strongestPaths(weights, picture.inputs, signals);
  return { about: subject.about, ...picture, predictions, ...signals, who: weights.who, paths };
}

/**
 * The weights of a hidden node.
 *
 * @param {QuestionContext} context
 * @param {number} node
 * @returns {Float32Array} from all pixels, (784)
 */
export function node({ answering }, node) {
  return answering.weights.wih.slice(node * PIXELS, (node + 1) * PIXELS);
}

/**
 * The weights from a pixel.
 *
 * @param {QuestionContext} context
 * @param {number} pixel
 * @returns {Float32Array} to all hidden nodes
 */
export function pixel({ answering }, pixel) {
  return answering.weights.wih.filter((_, i) => i % PIXELS === pixel);
}
