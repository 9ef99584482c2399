import { strongest } from '../../shared/ranking.js';
import { significant, sum } from './numbers.js';

/**
 * @typedef {object} Term of a weighted sum
 * @property {number} weight
 * @property {number} value that it multiplies
 * @property {string} [written] the value, where it is not to be written with three digits
 */

/** How many of a long sum's largest terms are written. */
const LARGEST = 3;

/** @param {Term[]} terms @returns {string} all of them, as 0.321 · 0.843 − 0.412 · 0.0100 */
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
 * A sum too long to be written: its first term, its largest, one that must be there, and the rest as one.
 *
 * @param {Term[]} terms
 * @param {number} wanted the index of the one that must be there
 */
export function writtenLongSum(terms, wanted) {
  const products = terms.map(({ weight, value }) => weight * value);
  const shown = new Set([0, wanted, ...strongest(products, LARGEST)]);
  const indices = [...shown].sort((a, b) => a - b);
  const written = writtenSum(indices.map((index) => terms[index]));
  const left = terms.length - indices.length;
  if (left === 0) return written;
  const rest = products.reduce((total, product, i) => (shown.has(i) ? total : total + product), 0);
  return `${written} + … [${left} more terms: ${sum(rest)}]`;
}
