import { PIXELS, SIDE } from '../../shared/shape.js';
import { canvasDirective, contextOf } from '../../ui/canvas.js';
import { paintSigned, signColours } from '../../ui/signed-picture.js';

/** Pixels from one picture to the next, with a gap of one pixel. */
const PITCH = SIDE + 1;

/** Paints pictures of 28 x 28 values, -127..127, on a `<canvas>`, row by row. */
export const weightGrid = canvasDirective(
  (
    canvas,
    /** @type {Int8Array | null} */ pictures,
    /** @type {number} */ columns,
    /** @type {number} */ count,
  ) => {
    const [width, height] = [columns * PITCH, Math.ceil(count / columns) * PITCH];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = contextOf(canvas);
    const image = context.createImageData(SIDE, SIDE);
    const signs = signColours();
    for (let node = 0; pictures && node < count; node++) {
      paintSigned(image.data, pictures.subarray(node * PIXELS, (node + 1) * PIXELS), 127, signs);
      context.putImageData(image, (node % columns) * PITCH, Math.floor(node / columns) * PITCH);
    }
  },
);
