import { compareOutputs } from './evaluation.js';
import { nextTask } from './next-task.js';
import { DIGITS } from './shape.js';

/** How many records are evaluated before messages are served: some milliseconds of work. */
const SLICE = 500;

/**
 * Evaluates the network that answers, as it is now, on test records, while training and other questions continue.
 *
 * @param {Pick<import('../worker/question-context.js').QuestionContext, 'glassbox' | 'answering'>} context
 * @param {import('../glassbox.js').Records} records
 * @param {() => boolean} [isWanted] once it is false, what is left is not evaluated; default: all is
 * @returns {Promise<import('./evaluation.js').Evaluation>}
 */
export async function evaluateInSlices({ glassbox, answering }, records, isWanted = () => true) {
  const total = records.count('test');
  const labels = records.labels('test');
  const answers = new Uint8Array(total);
  const margins = new Float32Array(total);
  const confusion = new Uint32Array(DIGITS * DIGITS);
  let milliseconds = 0;
  const { kind, step } = answering;
  // A copy, because training continues between the slices.
  const network = answering.network.copy();
  try {
    for (let from = 0; from < total && isWanted(); from += SLICE) {
      const start = performance.now();
      const to = Math.min(from + SLICE, total);
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
  return { labels, answers, margins, confusion, network: { kind, step }, milliseconds };
}
