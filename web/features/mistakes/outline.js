import { SIDE } from '../../shared/shape.js';

/** Half ink: what is lighter is the soft edge of a stroke. */
const INKED = 128;

/**
 * The border between ink and paper, along the edges of pixels: it shows a digit and hides nothing.
 *
 * @param {ArrayLike<number>} pixels greys 0..255, (28, 28)
 * @returns {string} an SVG path, a pixel a unit
 */
export function outline(pixels) {
  const inked = (/** @type {number} */ row, /** @type {number} */ column) =>
    row >= 0 && row < SIDE && column >= 0 && column < SIDE && pixels[row * SIDE + column] >= INKED;
  const edges = [];
  for (let row = 0; row <= SIDE; row++) {
    for (let column = 0; column <= SIDE; column++) {
      if (inked(row, column) !== inked(row - 1, column)) edges.push(`M${column} ${row}h1`);
      if (inked(row, column) !== inked(row, column - 1)) edges.push(`M${column} ${row}v1`);
    }
  }
  return edges.join('');
}
