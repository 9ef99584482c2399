import { html } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { aDigit, decimal } from '../../ui/format.js';
import { comesBack, reached, targetsOf, wished } from './chosen-targets.js';

/** @typedef {import('./chosen-targets.js').Wish} Wish */

/**
 * What counts as coming back.
 *
 * @param {Wish} wish
 */
export function rule(wish) {
  const digits = wished(wish);
  if (wish.kind === 'all')
    return 'It comes back where each of the ten outputs is at least half of its target.';
  if (digits.length === 1) return `It comes back where the output for ${digits[0]} is the largest.`;
  return `It comes back where the outputs for ${digits.join(' and ')} are the two largest, and each is at least
    half of its target.`;
}

/**
 * Does the network take a picture for what was wished for?
 *
 * @param {Wish} wish
 * @param {ArrayLike<number>} outputs
 */
export function verdict(wish, outputs) {
  const yes = comesBack(wish, outputs);
  const what = wish.kind === 'all' ? 'all ten' : wished(wish).map(aDigit).join(' and ');
  return html`Does it come back as ${what}?
    <b class=${yes ? 'for' : 'against'}>${yes ? 'Yes' : 'No'}</b>: ${reason(wish, outputs)}`;
}

/** What there has to be room for: nothing comes back. @param {Wish} wish */
export const longestVerdict = (wish) => verdict(wish, new Float32Array(DIGITS));

/** @param {Wish} wish @param {ArrayLike<number>} outputs */
function reason(wish, outputs) {
  const digits = wished(wish);
  const reaching = reached(wish, outputs);
  if (wish.kind === 'all')
    return reaching.length === 1
      ? '1 of the ten outputs reaches half of its target.'
      : `${reaching.length || 'none'} of the ten outputs reach half of their target.`;
  const read = strongest(outputs, digits.length);
  const named = read.map((digit) => `${aDigit(digit)} (${decimal(outputs[digit])})`).join(' and ');
  const missed = digits.filter((digit) => !read.includes(digit));
  const missing = missed.map((digit) => `; its output for ${digit} is ${decimal(outputs[digit])}`).join('');
  const targets = targetsOf(wish);
  const weak =
    digits.length > 1 ? read.filter((digit) => digits.includes(digit) && !reaching.includes(digit)) : [];
  const lacking = weak
    .map((digit) => `; for ${digit}, half of ${decimal(targets[digit])} is not reached`)
    .join('');
  return `it is read as ${named}${missing}${lacking}.`;
}
