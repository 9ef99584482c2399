import * as format from '../../ui/format.js';

/**
 * Number formats for the worked lines, with enough digits to check a line by hand.
 *
 * Factors have three significant digits. A number that is subtracted from 1 or from a target has enough decimals for
 * three significant digits of the difference.
 */
const DIGITS_SHOWN = 3;

/** Python writes a decimal point in every language. */
const PYTHON = 'en';

/** @param {number} value @param {number} digits after the point */
export const decimal = (value, digits) => format.decimal(value, digits, PYTHON);

/** @param {number} value @param {number} digits after the point */
export const signed = (value, digits) => format.signed(value, digits, PYTHON);

/** Smaller numbers are written with a power of ten. */
const TINY = 1e-5;

/**
 * @param {number} value as 2.31, −0.0412 or 1.20·10⁻⁷
 * @param {number} [digits] that are shown, not counting leading zeros
 */
export function significant(value, digits = DIGITS_SHOWN) {
  const size = Math.abs(value);
  if (size === 0 || size >= TINY) return decimal(value, decimals([value], digits));
  const power = Math.floor(Math.log10(size));
  return `${decimal(value / 10 ** power, digits - 1)}·10${raised(power)}`;
}

/** @param {number} value a sum, precise enough to check its sigmoid: as −12.345 */
export const sum = (value) => decimal(value, 3);

/** @param {number} value an input, a target or a rate: as 0.843, without trailing zeros */
export function plain(value) {
  const rounded = Number(value.toPrecision(DIGITS_SHOWN));
  const exact = value >= TINY && Math.abs(rounded - value) < 1e-6;
  return exact ? format.significant(rounded, DIGITS_SHOWN, PYTHON) : significant(value);
}

/** @param {number} value the result of a sigmoid: as 0.910, or as 0.99874 if fewer digits would round to 1 */
export const squashed = (value) =>
  value < TINY ? significant(value) : decimal(value, decimals([value, 1 - value]));

/**
 * An output and its error, precise enough to check the error against the target.
 *
 * @param {number} output
 * @param {number} error
 */
export function compared(output, error) {
  const places = decimals([output, 1 - output, error]);
  return { output: decimal(output, places), error: decimal(error, places) };
}

/**
 * A weight, its change and the new weight, each with as many decimals as the change needs.
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

/** @param {number[]} values @returns {number} decimals needed for this many significant digits of each value */
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
