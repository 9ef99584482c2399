import { html, nothing } from 'lit';
import { SIDE } from '../shared/shape.js';
import { canvasDirective, contextOf } from './canvas.js';

/**
 * @typedef {object} Look
 * @property {number} [full] the value that is strongest
 * @property {number} [columns]
 * @property {number} [rows]
 */

/** On a `<canvas>` that has as many pixels as there are values. Null clears it. */
const ink = canvasDirective(
  (canvas, /** @type {ArrayLike<number> | null} */ values, /** @type {number} */ full) => {
    const context = contextOf(canvas);
    const image = context.createImageData(canvas.width, canvas.height);
    for (let i = 0; values && i < values.length; i++) image.data[4 * i + 3] = (values[i] / full) * 255;
    context.putImageData(image, 0, 0);
  },
);

/**
 * Values from 0 (paper) to `full`, 1 unless told (ink), as ink: black, and the page's style inverts it in the
 * dark.
 *
 * @param {string} label '': what it shows is said elsewhere
 * @param {ArrayLike<number> | null} values null: none yet
 * @param {Look} [look] 28 x 28 unless told
 */
export const picture = (label, values, { full = 1, columns = SIDE, rows = SIDE } = {}) => html`
  <canvas class="picture" width=${columns} height=${rows} role="img" aria-label=${label || nothing}
    aria-hidden=${!label} ${ink(values, full)}></canvas>
`;
