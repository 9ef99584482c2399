import { predict } from '../../shared/confidence.js';
import { aDigit, decimal, percent, whole } from '../../ui/format.js';

/** @typedef {import('./questions.js').Fooled} Fooled */

/**
 * The network that answers.
 *
 * @param {import('../../worker/answering.js').Answering | null} answering
 */
export const aboutAnswering = (answering) => ({ name: 'The network on the stage', about: origin(answering) });

/** The network with which it is compared. */
export const ROBUST = {
  name: 'A robust network',
  about: 'While it learned, every picture was first changed a little against it.',
};

export const ROBUST_MISSING =
  'The robust network could not be loaded. Close this part and open it to try again.';

/** @param {import('../../worker/answering.js').Answering | null} answering */
function origin(answering) {
  if (!answering) return '';
  const { kind, isTrained, step } = answering;
  if (!isTrained) return 'It has not learned anything yet.';
  if (kind === 'bundled') return 'It came with the page.';
  if (kind === 'file') return 'You opened it from a file.';
  return step === undefined
    ? 'You train it: this is how it is now.'
    : `You train it: this is how it was at step ${whole(step)}.`;
}

/**
 * What is said while there is nothing to show.
 *
 * @param {boolean} hasPicture whether there is something on the stage
 */
export const waiting = (hasPicture) =>
  hasPicture ? 'Looking for the smallest change…' : 'Draw a digit first, or put a record on the stage.';

/**
 * How much it takes to fool a network.
 *
 * @param {Fooled} fooled
 * @param {Fooled | null} other to compare it with
 */
export function outcome(fooled, other) {
  const { foil, digit, average, largest, outputs } = fooled;
  if (!foil) return `No change was found that makes it read ${aDigit(digit)}. Choose another digit.`;
  if (predict(outputs[0]).digit === digit)
    return `It reads this as ${digit} without any change. Choose another digit.`;
  const times = other && ratio(fooled, other);
  return times
    ? `It takes ${percent(average, 1)} of full ink per pixel on average, ${decimal(times, 1)} times as much, and ${percent(largest, 0)} at most.`
    : `It takes ${percent(average, 1)} of full ink per pixel on average, and ${percent(largest, 0)} at most.`;
}

/**
 * How much more one network takes than another that reads the picture as the same digit.
 *
 * @param {Fooled} one
 * @param {Fooled} other
 * @returns {number | null} null: they cannot be compared
 */
export function ratio(one, other) {
  const [before, otherBefore] = [one, other].map(({ outputs }) => predict(outputs[0]).likeliest);
  if (!one.foil || !other.foil || before !== otherBefore) return null;
  return other.average > 0 ? one.average / other.average : null;
}

/** As what a network reads a picture. @param {Float32Array} outputs */
export function reading(outputs) {
  const { digit } = predict(outputs);
  return digit === null ? 'No digit' : `Read as ${digit}`;
}

/** The outcome that needs the most room. */
export const LONGEST_OUTCOME =
  'It takes 88.8\u00a0% of full ink per pixel on average, 88.8 times as much, and 100\u00a0% at most.';
