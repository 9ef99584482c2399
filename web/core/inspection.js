import { checkWhole } from '../shared/checks.js';
import { codedError } from '../shared/errors.js';
import { DIGITS, ORIENTATIONS } from '../shared/shape.js';

/** @typedef {import('./memory.js').Core} Core */

/** corrections of src/inspection.h, above the orientations. */
const CORRECTIONS = { invert: 8, stretch: 9, label: 10 };

/**
 * How to correct records. A number turns and mirrors the pictures: the sum of 1 to transpose, 2 to mirror left and
 * right, 4 to mirror top and bottom, in this order. invert: dark ink on a light ground. stretch: the highest pixel becomes
 * 255, the others in proportion. label: the label is what was taken for the last pixel.
 *
 * @typedef {number | keyof typeof CORRECTIONS} Correction
 *
 * @typedef {object} Inspection
 * @property {number[]} labels records of each
 * @property {number} ground mean of the outermost pixels, 0..255
 * @property {number} highest of all pixels
 * @property {boolean} lastIsLabel all labels are 0, or all 1, and the last pixels could be labels
 */

/**
 * Records.inspect().
 *
 * @param {Core} core
 * @param {number} records their address
 * @param {number} kind
 * @returns {Inspection}
 */
export const inspect = (core, records, kind) =>
  core.withMemory([(DIGITS + 3) * 4], (address) => {
    core.call.glassbox_records_inspect(records, kind, address);
    const numbers = [...core.words(address, DIGITS + 3)];
    const [ground, highest, lastIsLabel] = numbers.splice(DIGITS);
    return { labels: numbers, ground, highest, lastIsLabel: lastIsLabel === 1 };
  });

/**
 * Records.readTurned().
 *
 * @param {Core} core
 * @param {number} records their address
 * @param {number} kind
 * @param {number} network its address
 */
export const readTurned = (core, records, kind, network) =>
  core.withMemory([ORIENTATIONS * 4], (address) => {
    const pictures = core.call.glassbox_records_read_turned(records, kind, network, address);
    return [...core.words(address, ORIENTATIONS)].map((correct) => correct / Math.max(pictures, 1));
  });

/**
 * Records.correct().
 *
 * @param {Core} core
 * @param {number} records their address
 * @param {number} kind
 * @param {Correction} correction
 */
export function correct(core, records, kind, correction) {
  const number = typeof correction === 'number' ? correction : CORRECTIONS[correction];
  checkWhole('correction', number, 0, Math.max(...Object.values(CORRECTIONS)));
  const fits = core.call.glassbox_records_correct(records, kind, number);
  if (!fits) throw codedError(RangeError, 'bad-label');
}
