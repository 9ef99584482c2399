import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { strongest } from '../../shared/ranking.js';
import { DIGITS } from '../../shared/shape.js';
import { decimal, whole } from '../../ui/format.js';
import { chosenDigits, isRecognised, reached, targetsOf } from './chosen-targets.js';

/** @typedef {import('./chosen-targets.js').ChosenTargets} ChosenTargets */

/**
 * When a picture counts as recognised.
 *
 * @param {ChosenTargets} chosen
 */
export function rule(chosen) {
  if (chosen.kind === 'all')
    return msg('A picture counts as recognised if each of the ten outputs is at least half of its target.');
  const [first, second] = chosenDigits(chosen);
  if (second === undefined)
    return msg(str`A picture counts as recognised if output ${first} is the largest.`);
  return msg(
    str`A picture counts as recognised if outputs ${first} and ${second} are the two largest, and each is at least half of its target.`,
  );
}

/**
 * Whether the network recognises the chosen digits in a picture, and why.
 *
 * @param {ChosenTargets} chosen
 * @param {ArrayLike<number>} outputs ten, for the picture
 */
export function verdict(chosen, outputs) {
  const yes = isRecognised(chosen, outputs);
  const answer = yes ? msg('Yes.') : msg('No.');
  return html`<span .textContent=${question(chosen)}></span> <b class=${yes ? 'for' : 'against'}
    .textContent=${answer}></b> <span .textContent=${reason(chosen, outputs)}></span>`;
}

/** The text that needs the most room: nothing is recognised. @param {ChosenTargets} chosen */
export const longestVerdict = (chosen) => verdict(chosen, new Float32Array(DIGITS));

/** @param {ChosenTargets} chosen */
function question(chosen) {
  if (chosen.kind === 'all') return msg('Is it recognised as all ten digits?');
  const [first, second] = chosenDigits(chosen);
  return second === undefined
    ? msg(str`Is it recognised as ${first}?`)
    : msg(str`Is it recognised as ${first} and ${second}?`);
}

/** @param {ChosenTargets} chosen @param {ArrayLike<number>} outputs */
function reason(chosen, outputs) {
  const digits = chosenDigits(chosen);
  if (chosen.kind === 'all')
    return msg(
      str`Outputs that reach half of their target: ${whole(reached(chosen, outputs).length)} of 10.`,
    );
  const [highest, next] = strongest(outputs, 2);
  const [first, second] = digits;
  if (second === undefined) {
    const read = msg(str`It is read as ${highest} (${decimal(outputs[highest])}).`);
    return highest === first ? read : `${read} ${outputIs(first, outputs)}`;
  }
  const read = msg(
    str`It is read as ${highest} (${decimal(outputs[highest])}) and ${next} (${decimal(outputs[next])}).`,
  );
  const lacking = digits.flatMap((digit) => shortcoming(digit, [highest, next], chosen, outputs));
  return [read, ...lacking].join(' ');
}

/** @param {number} digit @param {ArrayLike<number>} outputs */
const outputIs = (digit, outputs) => msg(str`Output ${digit} is ${decimal(outputs[digit])}.`);

/**
 * A sentence on what one of two digits lacks, if anything.
 *
 * @param {number} digit
 * @param {number[]} highest the digits of the two largest outputs
 * @param {ChosenTargets} chosen
 * @param {ArrayLike<number>} outputs
 * @returns {string[]}
 */
function shortcoming(digit, highest, chosen, outputs) {
  if (!highest.includes(digit)) return [outputIs(digit, outputs)];
  if (reached(chosen, outputs).includes(digit)) return [];
  return [msg(str`Output ${digit} is less than half of its target, ${decimal(targetsOf(chosen)[digit])}.`)];
}
