import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { MARGIN, plainDigit, REJECTION_THRESHOLD } from '../../shared/confidence.js';
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
  const margin = decimal(MARGIN);
  return second === undefined
    ? msg(
        str`A picture counts as recognised if output ${first} is at least ${decimal(REJECTION_THRESHOLD)}, and at least ${margin} above all others.`,
      )
    : msg(
        str`A picture counts as recognised if outputs ${first} and ${second} are each at least half of their targets, and at least ${margin} above all others.`,
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

/** The text that needs the most room: all but the chosen digits could be meant. @param {ChosenTargets} chosen */
export const longestVerdict = (chosen) =>
  verdict(
    chosen,
    Float32Array.from({ length: DIGITS }, (_, digit) => (chosenDigits(chosen).includes(digit) ? 0 : 0.5)),
  );

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
    const read = reading(outputs);
    return highest === first ? read : `${read} ${outputIs(first, outputs)}`;
  }
  const read = msg(
    str`The two highest outputs are ${highest} (${decimal(outputs[highest])}) and ${next} (${decimal(outputs[next])}).`,
  );
  const lacking = digits.flatMap((digit) => shortcoming(digit, [highest, next], chosen, outputs));
  if (lacking.length > 0 || isRecognised(chosen, outputs)) return [read, ...lacking].join(' ');
  return `${read} ${msg('The others are hardly lower.')}`;
}

/** As what a picture is read. @param {ArrayLike<number>} outputs */
function reading(outputs) {
  const [highest, next] = strongest(outputs, 2);
  const value = decimal(outputs[highest]);
  if (plainDigit(outputs) !== null) return msg(str`It is read as ${highest} (${value}).`);
  return outputs[highest] < REJECTION_THRESHOLD
    ? msg(str`It is read as no digit: the highest output is ${highest} (${value}).`)
    : msg(
        str`It could be ${highest} (${value}) or ${next} (${decimal(outputs[next])}): they are as good as level.`,
      );
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
