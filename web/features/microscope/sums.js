import { msg, str } from '@lit/localize';
import { strongest } from '../../shared/ranking.js';
import { whole } from '../../ui/format.js';
import { significant, sum } from './numbers.js';

/**
 * @typedef {object} Term of a weighted sum
 * @property {number} weight
 * @property {number} value that it multiplies
 * @property {string} [written] the value as text, if not with three digits
 */

/** The number of largest terms that are written of a long sum. */
const LARGEST = 3;

/** @param {Term[]} terms @returns {string} all terms, as 0.321 · 0.843 − 0.412 · 0.0100 */
export function writtenSum(terms) {
  return terms
    .map(({ weight, value, written = significant(value) }, i) => {
      const sign = weight < 0 ? '−' : '+';
      const first = weight < 0 ? '−' : '';
      return `${i > 0 ? ` ${sign} ` : first}${significant(Math.abs(weight))} · ${written}`;
    })
    .join('');
}

/**
 * A long sum: its first term, its largest terms, one term that must be shown, and the rest as one number.
 *
 * @param {Term[]} terms
 * @param {number} wanted the index of the term that must be shown
 */
export function writtenLongSum(terms, wanted) {
  const products = terms.map(({ weight, value }) => weight * value);
  const shown = new Set([0, wanted, ...strongest(products, LARGEST)]);
  const indices = [...shown].sort((a, b) => a - b);
  const written = writtenSum(indices.map((index) => terms[index]));
  const left = terms.length - indices.length;
  if (left === 0) return written;
  const rest = products.reduce((total, product, i) => (shown.has(i) ? total : total + product), 0);
  return msg(str`${written} + … [${whole(left)} more: ${sum(rest)}]`);
}
