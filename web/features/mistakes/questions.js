import { predict } from '../../shared/confidence.js';
import { evaluateInSlices } from '../../shared/evaluate-in-slices.js';
import { saliencyMap } from './saliency.js';

/**
 * The mistakes' questions to the worker.
 *
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 */

/**
 * Evaluates the network that answers on all test records, while training and other questions continue.
 *
 * @param {QuestionContext} context
 * @returns {Promise<import('../../shared/evaluation.js').Evaluation | null>} null: there are no records, or they have
 *   changed meanwhile
 */
export async function evaluateRecords(context) {
  const { records, sets } = context;
  const { testSetVersion } = sets;
  const isSame = () => testSetVersion === sets.testSetVersion;
  const evaluation = records.count('test') > 0 ? await evaluateInSlices(context, records, isSame) : null;
  return isSame() ? evaluation : null;
}

/**
 * Pictures of test records.
 *
 * @param {QuestionContext} context
 * @param {number[]} indices in the file, from 0
 * @returns {Uint8Array[] | null} 784 greys each; null: these records no longer exist
 */
export function pictures({ records }, indices) {
  const count = records.count('test');
  if (indices.some((index) => index >= count)) return null;
  return indices.map((index) => records.record('test', index).pixels);
}

/**
 * Why a subject is read as one digit and not as its label; if it is read correctly or has no label, and not as the
 * digit of the second largest output.
 *
 * @param {QuestionContext} context
 * @param {import('../../worker/picture.js').Subject} subject
 * @returns {import('./saliency.js').Saliency | null} null: there is no ink, or no such record yet
 */
export function saliency({ answering, pictureOf }, subject) {
  const picture = pictureOf(subject);
  if (!picture) return null;
  const { label, inputs } = picture;
  const { hidden, outputs } = answering.network.signals(inputs);
  const { likeliest: answer, runnerUp } = predict(outputs);
  const rival = label === null || label === answer ? runnerUp : label;
  return { answer, rival, slopes: saliencyMap(answering.weights, hidden, answer, rival) };
}
