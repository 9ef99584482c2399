import { msg, str } from '@lit/localize';
import { predict } from '../../shared/confidence.js';
import { aDigit, decimal, percent, whole } from '../../ui/format.js';
import { timesAsMuch } from '../../ui/times-as-much.js';

/** @typedef {import('./questions.js').Fooled} Fooled */

/**
 * The network that answers.
 *
 * @param {import('../../worker/answering.js').Answering | null} answering
 */
export const aboutAnswering = (answering) => ({
  name: msg('The network on the stage'),
  about: origin(answering),
});

/** The network with which it is compared. */
export const aboutRobust = () => ({
  name: msg('A robust network'),
  about: msg('While it learned, every picture was first changed a little against it.'),
});

export const robustMissing = () =>
  msg(
    'The robust network could not be loaded. Close this part and open it to try again. If that does not help, its file is missing on the web server, or damaged there.',
  );

/** @param {import('../../worker/answering.js').Answering | null} answering */
function origin(answering) {
  if (!answering) return '';
  const { kind, isTrained, step } = answering;
  if (!isTrained) return msg('It has not learned anything yet.');
  if (kind === 'bundled') return msg('It came with the page.');
  if (kind === 'file') return msg('You opened it from a file.');
  return step === undefined
    ? msg('You train it: this is how it is now.')
    : msg(str`You train it: this is how it was at step ${whole(step)}.`);
}

/**
 * What is said while there is nothing to show.
 *
 * @param {boolean} hasPicture whether there is something on the stage
 */
export const waiting = (hasPicture) =>
  hasPicture
    ? msg('Looking for the smallest change…')
    : msg('Draw a digit first, or put a record on the stage.');

/**
 * How much it takes to fool a network.
 *
 * @param {Fooled} fooled
 * @param {Fooled | null} other to compare it with
 */
export function outcome(fooled, other) {
  const { foil, digit, average, largest, outputs } = fooled;
  if (!foil) return msg(str`No change was found that makes it read ${aDigit(digit)}. Choose another digit.`);
  if (predict(outputs[0]).digit === digit)
    return msg(str`It reads this as ${digit} without any change. Choose another digit.`);
  const times = other && timesAsMuch(fooled, other);
  return taken(average, times, largest);
}

/** @param {number} average @param {number | null} times as much as another network @param {number} largest */
function taken(average, times, largest) {
  return times
    ? msg(
        str`It takes ${percent(average, 1)} of full ink per pixel on average, ${decimal(times, 1)} times as much, and ${percent(largest, 0)} at most.`,
      )
    : msg(
        str`It takes ${percent(average, 1)} of full ink per pixel on average, and ${percent(largest, 0)} at most.`,
      );
}

/** As what a network reads a picture. @param {Float32Array} outputs */
export function reading(outputs) {
  const { digit } = predict(outputs);
  return digit === null ? msg('No digit') : readAs(digit);
}

/** @param {number} digit */
const readAs = (digit) => msg(str`Read as ${digit}`);

/** Any of them: all need as much room. */
export const anyReading = () => readAs(8);

/** The outcome that needs the most room. */
export const longestOutcome = () => taken(0.888, 88.8, 1);
