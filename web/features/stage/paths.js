import { largest, strongest } from '../../shared/ranking.js';
import { INPUT_MIN, PIXELS } from '../../shared/shape.js';

/**
 * From inked pixels to a hidden node.
 *
 * @typedef {object} Path
 * @property {number} node
 * @property {{ pixel: number, strength: number }[]} pixels those that move the node most, and how far
 */

/** How many nodes' paths are told, and how many pixels of each. */
const PATHS = 6;
const PATH_PIXELS = 5;

/**
 * To the hidden nodes that speak loudest for or against the answer.
 *
 * @param {{ wih: Float32Array, who: Float32Array }} weights (hidden nodes, 784) and (10, hidden nodes)
 * @param {Float32Array} inputs
 * @param {{ hidden: Float32Array, outputs: Float32Array }} signals what the network makes of them
 * @returns {Path[]}
 */
export function strongestPaths({ wih, who }, inputs, { hidden, outputs }) {
  const answer = largest(outputs);
  const pulls = hidden.map((value, node) => value * who[answer * hidden.length + node]);
  return strongest(pulls, PATHS).map((node) => {
    // What a pixel brings beyond the background's 0.01, which is the same for all.
    const moves = inputs.map((input, pixel) => (input - INPUT_MIN) * wih[node * PIXELS + pixel]);
    const pixels = strongest(moves, PATH_PIXELS).filter((pixel) => moves[pixel] !== 0);
    return { node, pixels: pixels.map((pixel) => ({ pixel, strength: moves[pixel] })) };
  });
}
