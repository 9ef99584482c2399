import { html } from 'lit';
import { strongest } from '../../../ranking.js';
import { comesBack, wished, YES } from '../../wish.js';
import { aDigit, decimal } from '../format.js';

/** @typedef {import('../../wish.js').Wish} Wish */

/**
 * Does the network take a picture for what was wished for?
 *
 * @param {Wish} wish
 * @param {ArrayLike<number>} outputs
 */
export function verdict(wish, outputs) {
  const yes = comesBack(wish, outputs);
  return html`${question(wish)}
    <b class=${yes ? 'for' : 'against'}>${yes ? 'Yes' : 'No'}</b>: ${reason(wish, outputs)}`;
}

/** @param {Wish} wish */
function question(wish) {
  const digits = wished(wish);
  if (wish.kind === 'all') return `Do all ten say yes, above ${YES}?`;
  if (digits.length === 1) return `Does it come back as ${aDigit(digits[0])}?`;
  return `Does it come back as ${digits.map(aDigit).join(' and ')}?`;
}

/** @param {Wish} wish @param {ArrayLike<number>} outputs */
function reason(wish, outputs) {
  if (wish.kind === 'all') {
    const yeses = Array.from(outputs).filter((output) => output > YES).length;
    return `${yeses || 'none'} of the ten ${yeses === 1 ? 'does' : 'do'}.`;
  }
  const digits = wished(wish);
  const read = strongest(outputs, digits.length);
  const named = read.map((digit) => `${aDigit(digit)} (${decimal(outputs[digit])})`).join(' and ');
  const missed = digits.filter((digit) => !read.includes(digit));
  const missing = missed.map((digit) => `its output for ${digit} is ${decimal(outputs[digit])}`).join(', ');
  return `it is read as ${named}${missing && `; ${missing}`}.`;
}
