import { compareOutputs } from '../../shared/evaluation.js';
import { nextTask } from '../../shared/next-task.js';
import { largest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { saliencyMap } from './saliency.js';

/**
 * The mistakes' questions to the worker.
 *
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 */

/** How many test records are evaluated before messages are served: some milliseconds of work. */
const SLICE = 500;

/**
 * Evaluates the network that answers on all test records, while training and other questions continue.
 *
 * @param {QuestionContext} context
 * @returns {Promise<import('../../shared/evaluation.js').Evaluation | null>} null: there are no records, or they have
 *   changed meanwhile
 */
export async function evaluateRecords({ glassbox, records, sets, answering }) {
  const { testSetVersion } = sets;
  const total = records.count('test');
  if (total === 0) return null;
  const labels = new Uint8Array(total);
  const answers = new Uint8Array(total);
  const margins = new Float32Array(total);
  const confusion = new Uint32Array(DIGITS * DIGITS);
  let milliseconds = 0;
  const { kind, step } = answering;
  // A copy, because training continues between the slices.
  const network = answering.network.copy();
  try {
    for (let from = 0; from < total && testSetVersion === sets.testSetVersion; from += SLICE) {
      const start = performance.now();
      const to = Math.min(from + SLICE, total);
      for (let i = from; i < to; i++) labels[i] = records.record('test', i).label;
      const part = glassbox.evaluate(network, records, { from, to });
      const compared = compareOutputs(part.outputs, labels.subarray(from, to));
      part.confusion.forEach((count, i) => {
        confusion[i] += count;
      });
      answers.set(compared.answers, from);
      margins.set(compared.margins, from);
      milliseconds += performance.now() - start;
      await nextTask();
    }
  } finally {
    network.free();
  }
  return testSetVersion === sets.testSetVersion
    ? { labels, answers, margins, confusion, network: { kind, step }, milliseconds }
    : null;
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
  const answer = largest(outputs);
  const second = largest(outputs.map((output, digit) => (digit === answer ? -1 : output)));
  const rival = label === null || label === answer ? second : label;
  return { answer, rival, slopes: saliencyMap(answering.weights, hidden, answer, rival) };
}
