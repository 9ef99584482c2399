import { compareOutputs } from '../../shared/evaluation.js';
import { DIGITS } from '../../shared/shape.js';
import { nextTask } from '../../worker/timing.js';

/** Test records between two looks at the messages: some milliseconds of work. */
const SLICE = 500;

/**
 * How the network of this moment reads all test records. Training and questions go on meanwhile.
 *
 * @param {import('../../worker/session.js').Session} session
 * @returns {Promise<import('../../shared/evaluation.js').Evaluation | null>} null: there are no records, or others came
 *   meanwhile
 */
export async function evaluateRecords(session) {
  const { trainer, testSetVersion } = session;
  const total = trainer.records('test');
  if (total === 0) return null;
  const labels = new Uint8Array(total);
  const answers = new Uint8Array(total);
  const margins = new Float32Array(total);
  const confusion = new Uint32Array(DIGITS * DIGITS);
  let milliseconds = 0;
  // One that does not learn between the slices.
  const network = session.network.copy();
  try {
    for (let from = 0; from < total && testSetVersion === session.testSetVersion; from += SLICE) {
      const start = performance.now();
      const to = Math.min(from + SLICE, total);
      for (let i = from; i < to; i++) labels[i] = trainer.record('test', i).label;
      const part = trainer.test({ from, to, network });
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
  return testSetVersion === session.testSetVersion
    ? { labels, answers, margins, confusion, milliseconds }
    : null;
}
