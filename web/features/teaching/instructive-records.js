import { strongest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { survivesRounding } from './by-hand.js';

/** How many test records are looked at: all ten thousand would take the worker seconds. */
const RECORDS = 1000;

/**
 * The test records from which a network learns most: those of which it is unsure, so that errors are neither 0 nor met by
 * the flat ends of the sigmoid.
 *
 * @param {Pick<import('../../worker/question-context.js').QuestionContext, 'records' | 'answering' | 'pictureOf'>} context
 * @returns {{ record: number, pixels: Uint8Array, inputs: Float32Array, digits: number[] }[]} the most instructive first;
 *   digits: the two that the network thinks of, the label first. Left out are records of which it thinks of two others, and
 *   those whose outputs come out different by hand.
 */
export function instructiveRecords({ records, answering, pictureOf }) {
  const found = [];
  const count = Math.min(records.count('test'), RECORDS);
  for (let record = 0; record < count; record++) {
    const picture = pictureOf({ about: 'record', index: record });
    const label = picture?.label ?? DIGITS;
    if (!picture || label === DIGITS) continue;
    const { pixels, inputs } = picture;
    const outputs = answering.network.query(inputs);
    const two = strongest(outputs, 2);
    if (!two.includes(label)) continue;
    const digits = [label, ...two.filter((digit) => digit !== label)];
    if (!digits.every((digit) => survivesRounding(outputs[digit]))) continue;
    const moves = digits.map((digit) => {
      const [value, target] = [outputs[digit], digit === label ? 1 : 0];
      return Math.abs(target - value) * value * (1 - value);
    });
    found.push({ record, pixels, inputs, digits, move: Math.min(...moves) });
  }
  return found.sort((a, b) => b.move - a.move || a.record - b.record);
}
