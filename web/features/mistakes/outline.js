import { SIDE } from '../../shared/shape.js';

/** Half ink. Lighter pixels are the soft edge of a stroke. */
const INKED = 128;

/**
 * The border between ink and paper, along the edges of pixels. It shows the digit without hiding any pixel.
 *
 * @param {ArrayLike<number>} pixels greys 0..255, (28, 28)
 * @returns {string} an SVG path, one unit per pixel
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
