import { checkObject, checkWhole } from '../shared/checks.js';
import { codedError } from '../shared/errors.js';
import { DIGITS } from '../shared/shape.js';
import { Network } from './network.js';
import { Records } from './records.js';

/**
 * @typedef {object} Evaluation
 * @property {number} accuracy 0..1
 * @property {number} correct
 * @property {number} total records evaluated
 * @property {Uint32Array} confusion number of records, [10 * label + answer]
 * @property {number} error mean over records and outputs of (target - output)^2
 * @property {Float32Array} outputs the answers, row-major (total, 10)
 */

/**
 * Evaluates a network on test records (src/evaluate.h).
 *
 * @param {import('./memory.js').Core} core
 * @param {Network} network
 * @param {Records} records
 * @param {{ from?: number, to?: number }} part from..to - 1; default: all of them
 * @returns {Evaluation}
 */
export function evaluate(core, network, records, part) {
  const networkAddress = Network.addressIn(core, network);
  const recordsAddress = Records.addressIn(core, records);
  checkObject('part', part, ['from', 'to']);
  const count = records.count('test');
  if (count === 0) throw codedError(Error, 'no-test-records');
  const to = checkWhole('to', part.to ?? count, 1, count);
  const from = checkWhole('from', part.from ?? 0, 0, to - 1);
  const [counts, total] = [DIGITS * DIGITS, to - from];
  return core.withMemory([counts * 4, total * DIGITS * 4], (confusionAddress, outputsAddress) => {
    core.words(confusionAddress, counts).fill(0);
    const addresses = [networkAddress, recordsAddress, from, to, confusionAddress, outputsAddress];
    const error = core.call.glassbox_evaluate(...addresses) / total;
    const confusion = core.words(confusionAddress, counts).slice();
    const outputs = core.floats(outputsAddress, total * DIGITS).slice();
    let correct = 0;
    for (let digit = 0; digit < DIGITS; digit++) correct += confusion[DIGITS * digit + digit];
    return { accuracy: correct / total, correct, total, confusion, error, outputs };
  });
}
