import { html, nothing } from 'lit';
import { SIDE } from '../shared/shape.js';
import { canvasDirective, contextOf } from './canvas.js';

/**
 * @typedef {object} Options default: 28 x 28 values up to 1
 * @property {number} [empty] the value of paper, default: 0
 * @property {number} [full] the value of full ink
 * @property {number} [columns]
 * @property {number} [rows]
 */

/** Paints values on a `<canvas>` with one pixel for each. Null clears it. */
const ink = canvasDirective(
  (
    canvas,
    /** @type {ArrayLike<number> | null} */ values,
    /** @type {number} */ empty,
    /** @type {number} */ full,
  ) => {
    const context = contextOf(canvas);
    const image = context.createImageData(canvas.width, canvas.height);
    for (let i = 0; values && i < values.length; i++)
      image.data[4 * i + 3] = ((values[i] - empty) / (full - empty)) * 255;
    context.putImageData(image, 0, 0);
  },
);

/**
 * A picture of values, from `empty` (paper) to `full` (ink). Ink is black; CSS inverts it in the dark scheme.
 *
 * @param {string} label '': hidden from assistive technology
 * @param {ArrayLike<number> | null} values null: none yet
 * @param {Options} [options]
 */
export const picture = (label, values, { empty = 0, full = 1, columns = SIDE, rows = SIDE } = {}) => html`
  <canvas class="picture" width=${columns} height=${rows} role="img" aria-label=${label || nothing}
    aria-hidden=${!label} ${ink(values, empty, full)}></canvas>
`;
