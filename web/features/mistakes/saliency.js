import { PIXELS } from '../../shared/shape.js';

/**
 * Why a picture is read as one digit and not as another.
 *
 * @typedef {object} Saliency
 * @property {number} answer the digit as which it is read
 * @property {number} rival the digit with which it is compared
 * @property {Float32Array} slopes how much more each pixel's ink raises the answer's sum than the rival's, (28, 28):
 *   above 0, ink speaks for the answer; below 0, for the rival
 */

/**
 * The slope of the difference between two outputs' sums (before the sigmoid) with respect to each input. It is
 * backpropagation, continued to the pixels.
 *
 * @param {{ wih: Float32Array, who: Float32Array }} weights row-major, (hidden nodes, 784) and
 *   (10, hidden nodes)
 * @param {Float32Array} hidden the values of the hidden nodes
 * @param {number} answer
 * @param {number} rival
 * @returns {Float32Array} (784)
 */
export function saliencyMap({ wih, who }, hidden, answer, rival) {
  const count = hidden.length;
  const slopes = new Float32Array(PIXELS);
  for (let node = 0; node < count; node++) {
    const pull = who[answer * count + node] - who[rival * count + node];
    const slope = pull * hidden[node] * (1 - hidden[node]);
    for (let pixel = 0; pixel < PIXELS; pixel++) slopes[pixel] += slope * wih[node * PIXELS + pixel];
  }
  return slopes;
}
