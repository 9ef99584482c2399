import { largest, strongest } from '../../shared/ranking.js';
import { INPUT_MIN, PIXELS } from '../../shared/shape.js';

/**
 * The inked pixels that move a hidden node.
 *
 * @typedef {object} Path
 * @property {number} node
 * @property {{ pixel: number, strength: number }[]} pixels that move it most; strength: how far
 */

/** The number of paths, and of pixels in each. */
const PATHS = 6;
const PATH_PIXELS = 5;

/**
 * Paths to the hidden nodes with the strongest pull on the highest output, for or against it.
 *
 * @param {{ wih: Float32Array, who: Float32Array }} weights (hidden nodes, 784) and (10, hidden nodes)
 * @param {Float32Array} inputs
 * @param {{ hidden: Float32Array, outputs: Float32Array }} signals for these inputs
 * @returns {Path[]}
 */
export function strongestPaths({ wih, who }, inputs, { hidden, outputs }) {
  const answer = largest(outputs);
  const pulls = hidden.map((value, node) => value * who[answer * hidden.length + node]);
  return strongest(pulls, PATHS).map((node) => {
    // Without the background, 0.01, which all pixels share.
    const moves = inputs.map((input, pixel) => (input - INPUT_MIN) * wih[node * PIXELS + pixel]);
    const pixels = strongest(moves, PATH_PIXELS).filter((pixel) => moves[pixel] !== 0);
    return { node, pixels: pixels.map((pixel) => ({ pixel, strength: moves[pixel] })) };
  });
}
