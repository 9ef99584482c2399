import { html } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { aDigit, decimal } from '../../ui/format.js';
import { chosenDigits, comesBack, reached, targetsOf } from './chosen-targets.js';

/** @typedef {import('./chosen-targets.js').ChosenTargets} ChosenTargets */

/**
 * What counts as coming back.
 *
 * @param {ChosenTargets} chosen
 */
export function rule(chosen) {
  const digits = chosenDigits(chosen);
  if (chosen.kind === 'all')
    return 'It comes back where each of the ten outputs is at least half of its target.';
  if (digits.length === 1) return `It comes back where the output for ${digits[0]} is the largest.`;
  return `It comes back where the outputs for ${digits.join(' and ')} are the two largest, and each is at least
    half of its target.`;
}

/**
 * Does the network take a picture for what was chosen?
 *
 * @param {ChosenTargets} chosen
 * @param {ArrayLike<number>} outputs
 */
export function verdict(chosen, outputs) {
  const yes = comesBack(chosen, outputs);
  const what = chosen.kind === 'all' ? 'all ten' : chosenDigits(chosen).map(aDigit).join(' and ');
  return html`Does it come back as ${what}?
    <b class=${yes ? 'for' : 'against'}>${yes ? 'Yes' : 'No'}</b>: ${reason(chosen, outputs)}`;
}

/** @param {ChosenTargets} chosen @param {ArrayLike<number>} outputs */
function reason(chosen, outputs) {
  const digits = chosenDigits(chosen);
  const reaching = reached(chosen, outputs);
  if (chosen.kind === 'all')
    return reaching.length === 1
      ? '1 of the ten outputs reaches half of its target.'
      : `${reaching.length || 'none'} of the ten outputs reach half of their target.`;
  const read = strongest(outputs, digits.length);
  const named = read.map((digit) => `${aDigit(digit)} (${decimal(outputs[digit])})`).join(' and ');
  const missed = digits.filter((digit) => !read.includes(digit));
  const missing = missed.map((digit) => `; its output for ${digit} is ${decimal(outputs[digit])}`).join('');
  const targets = targetsOf(chosen);
  const weak =
    digits.length > 1 ? read.filter((digit) => digits.includes(digit) && !reaching.includes(digit)) : [];
  const lacking = weak
    .map((digit) => `; for ${digit}, half of ${decimal(targets[digit])} is not reached`)
    .join('');
  return `it is read as ${named}${missing}${lacking}.`;
}
