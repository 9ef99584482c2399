import { predict } from '../../shared/confidence.js';
import { changed, POSITIONS, size } from './change.js';

/**
 * The questions to the worker of ‘Fool it’: what it takes to make a network read a picture as another digit.
 *
 * @typedef {import('../../glassbox.js').Network} Network
 * @typedef {import('../../worker/question-context.js').QuestionContext} QuestionContext
 *
 * @typedef {object} Fooled
 * @property {Float32Array} inputs the picture as it is: 784, 0.01..1
 * @property {number} digit as which the network is to read it
 * @property {Float32Array | null} foil the nearest picture that it reads as that; null: none was found
 * @property {number} average by how much of full ink the change moves a pixel; the root mean square, which is as small as
 *   can be
 * @property {number} largest by how much it moves the pixel that it moves most
 * @property {Float32Array[]} outputs for the picture as it is, and with more and more of the change (change.js); ten each
 */

/**
 * Fools the network that answers.
 *
 * @param {QuestionContext} context
 * @param {import('../../worker/picture.js').Subject} subject
 * @param {number | null} digit null: that of the second largest output
 * @returns {Fooled | null} null: there is no ink, or no such record yet
 */
export function foolAnswering({ answering: { network }, pictureOf }, subject, digit) {
  const picture = pictureOf(subject);
  if (!picture) return null;
  const { inputs } = picture;
  return fool(network, inputs, digit ?? predict(network.query(inputs)).runnerUp);
}

/**
 * Fools the robust network that comes with the page.
 *
 * @param {QuestionContext} context
 * @param {Float32Array} inputs
 * @param {number} digit
 */
export const foolRobust = async ({ robust }, inputs, digit) => fool(await robust(), inputs, digit);

/** @param {Network} network @param {Float32Array} inputs @param {number} digit @returns {Fooled} */
function fool(network, inputs, digit) {
  const foil = network.foil(inputs, digit);
  const outputs = Array.from({ length: POSITIONS + 1 }, (_, position) =>
    network.query(changed(inputs, foil ?? inputs, position)),
  );
  return { inputs, digit, foil, ...size(inputs, foil ?? inputs), outputs };
}
