import { decimal } from '../../ui/format.js';

/**
 * How the worked lines write numbers: with so many digits that a line can be checked by hand.
 *
 * Three digits of whatever is multiplied or divided; as many decimals as that takes where something is
 * then taken from 1 or from a target.
 */
const DIGITS_SHOWN = 3;

/** So small, and a number is written with a power of ten. */
const TINY = 1e-5;

/**
 * @param {number} value as 2.31, −0.0412 or 1.20·10⁻⁷
 * @param {number} [digits] that are shown, leading zeros aside
 */
export function significant(value, digits = DIGITS_SHOWN) {
  const size = Math.abs(value);
  if (size === 0 || size >= TINY) return decimal(value, decimals([value], digits));
  const power = Math.floor(Math.log10(size));
  return `${decimal(value / 10 ** power, digits - 1)}·10${raised(power)}`;
}

/** @param {number} value a sum, so that its sigmoid can be checked: as −12.345 */
export const sum = (value) => decimal(value, 3);

/** @param {number} value an input, a target or a rate: as 0.843, and 0.01 where it is just that */
export function plain(value) {
  const written = significant(value);
  return Math.abs(Number(written) - value) < 1e-6 ? String(Number(written)) : written;
}

/** @param {number} value what a sigmoid answers: as 0.910, or 0.99874 where less would look like 1 */
export const squashed = (value) =>
  value < TINY ? significant(value) : decimal(value, decimals([value, 1 - value]));

/**
 * An output, its target and its error, so that the difference can be checked.
 *
 * @param {number} output
 * @param {number} error
 */
export function compared(output, error) {
  const places = decimals([output, 1 - output, error]);
  return { output: decimal(output, places), error: decimal(error, places) };
}

/**
 * A weight, its change, and the weight after: as many decimals each as show the change.
 *
 * @param {number} weight
 * @param {number} change
 */
export function moved(weight, change) {
  const places = decimals([change]);
  return {
    before: decimal(weight, places),
    change: decimal(Math.abs(change), places),
    after: decimal(weight + change, places),
  };
}

/** @param {number[]} values @returns {number} of decimals that show so many digits of each */
function decimals(values, digits = DIGITS_SHOWN) {
  const places = values.map((value) =>
    value === 0 ? 0 : digits - 1 - Math.floor(Math.log10(Math.abs(value))),
  );
  return Math.min(Math.max(...places, 0), 15);
}

/** @param {number} power */
function raised(power) {
  const digits = Array.from(String(Math.abs(power)), (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  return `${power < 0 ? '⁻' : ''}${digits.join('')}`;
}
