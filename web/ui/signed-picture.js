import { html } from 'lit';
import { SIDE } from '../shared/shape.js';
import { canvasDirective, colours, contextOf } from './canvas.js';

/** The colours of positive and negative values, each as the number of a pixel without opacity. */
export const signColours = () =>
  colours('--positive', '--negative').map((rgb) => {
    const [red, green, blue] = Array.from(rgb.matchAll(/\d+/g), Number);
    return red | (green << 8) | (blue << 16);
  });

/**
 * @param {Uint8ClampedArray<ArrayBuffer>} data of the pixels
 * @param {ArrayLike<number>} values
 * @param {number} full the size of the strongest value
 * @param {number[]} signs from signColours
 */
export function paintSigned(data, values, full, [positive, negative]) {
  // A number for each pixel takes half the time. Little-endian, as all machines with browsers are.
  const pixels = new Uint32Array(data.buffer);
  const scale = 255 / full;
  for (let i = 0; i < values.length; i++) {
    // The shift drops the fraction.
    const opacity = Math.min(Math.abs(values[i]) * scale + 0.5, 255);
    pixels[i] = (values[i] < 0 ? negative : positive) | (opacity << 24);
  }
}

const signs = canvasDirective(
  (canvas, /** @type {ArrayLike<number> | null} */ values, /** @type {number | undefined} */ full) => {
    const context = contextOf(canvas);
    const image = context.createImageData(canvas.width, canvas.height);
    const strongest = full ?? Math.max(...Array.from(values ?? [], Math.abs));
    if (values) paintSigned(image.data, values, strongest, signColours());
    context.putImageData(image, 0, 0);
  },
);

/**
 * A picture of values: blue above 0, orange below, the strongest colour at the value furthest from 0, or at `full`.
 *
 * @param {string} label
 * @param {ArrayLike<number> | null} values null: none yet
 * @param {Omit<import('./picture.js').Options, 'empty'>} [options] default: 28 x 28
 */
export const signedPicture = (label, values, { columns = SIDE, rows = SIDE, full } = {}) => html`
  <canvas class="signed-picture" width=${columns} height=${rows} role="img" aria-label=${label}
    ${signs(values, full)}></canvas>
`;
