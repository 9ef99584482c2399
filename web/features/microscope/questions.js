import { largest } from '../../shared/ranking.js';

/**
 * The microscope's questions to the worker.
 *
 * @typedef {import('../../worker/picture.js').Subject} Subject
 *
 * @typedef {object} Sample a copy of a picture and of the network that answers
 * @property {Subject['about']} about
 * @property {Uint8Array} pixels greys 0..255, (28, 28)
 * @property {Float32Array} inputs the same, 0.01..1
 * @property {number | null} label the digit that it shows, if known
 * @property {number | null} record its index in the file, from 0
 * @property {number} guess the network's prediction
 * @property {Float32Array} wih (hidden nodes, 784)
 * @property {Float32Array} who (10, hidden nodes)
 */

export { trainingStep } from '../../shared/training-step.js';

/**
 * Everything that a training step with a subject needs.
 *
 * @param {import('../../worker/question-context.js').QuestionContext} context
 * @param {Subject} subject
 * @returns {Sample | null} null: there is no ink, or no such record yet
 */
export function sample({ answering, pictureOf }, subject) {
  const picture = pictureOf(subject);
  if (!picture) return null;
  const { pixels, inputs, label, record } = picture;
  const guess = largest(answering.network.query(inputs));
  return { about: subject.about, pixels, inputs, label, record, guess, ...answering.weights };
}
