import { SIDE } from '../shared/shape.js';

/** How the page writes numbers. */

/** @param {number} value with a sign, as +0.31 or −1.20; what rounds to nothing has none */
export function signed(value, digits = 2) {
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** @param {number} value as 0.31 or −1.20 */
export const decimal = (value, digits = 2) =>
  `${value < 0 && Number(value.toFixed(digits)) !== 0 ? '−' : ''}${Math.abs(value).toFixed(digits)}`;

/** @param {number} value as 12,345 */
export const whole = (value) => Math.round(value).toLocaleString('en');

/** @param {number} share as 97.12 % */
export const percent = (share, digits = 2) => `${(100 * share).toFixed(digits)} %`;

/** @param {number} index of an input, from 0 */
export const pixelName = (index) => `row ${Math.floor(index / SIDE) + 1}, column ${(index % SIDE) + 1}`;

/** @param {number} digit with its article: a 4, an 8 */
export const aDigit = (digit) => `${digit === 8 ? 'an' : 'a'} ${digit}`;

/** @param {number} count @param {string} noun as 1 record, 12 records */
export const counted = (count, noun) => `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;

/** @param {number} count as 1 record, 12,345 records */
export const records = (count) => counted(count, 'record');

/** @param {number} step of a run, looked back at */
export function snapshotName(step) {
  if (step === 0) return 'before it learnt anything';
  return step === 1 ? 'after one record' : `after ${records(step)}`;
}
