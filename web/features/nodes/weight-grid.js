import { Directive, directive } from 'lit/directive.js';
import { PIXELS, SIDE } from '../../shared/shape.js';
import { paintSigned } from '../../ui/signed-picture.js';

/** From one picture to the next, in pixels: they stand apart by one. */
const PITCH = SIDE + 1;

class WeightGridDirective extends Directive {
  /** @type {unknown} */
  #drawn;

  render(
    /** @type {Int8Array | null} */ _pictures,
    /** @type {number} */ _columns,
    /** @type {number} */ _count,
  ) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {Parameters<WeightGridDirective['render']>} values
   */
  update(part, [pictures, columns, count]) {
    const canvas = /** @type {HTMLCanvasElement} */ (part.element);
    const [width, height] = [columns * PITCH, Math.ceil(count / columns) * PITCH];
    const fits = canvas.width === width && canvas.height === height;
    if (fits && pictures === this.#drawn) return;
    this.#drawn = pictures;
    if (!fits) Object.assign(canvas, { width, height });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const image = context.createImageData(SIDE, SIDE);
    for (let node = 0; pictures && node < count; node++) {
      paintSigned(image.data, pictures.subarray(node * PIXELS, (node + 1) * PIXELS), 127);
      context.putImageData(image, (node % columns) * PITCH, Math.floor(node / columns) * PITCH);
    }
  }
}

/** On a `<canvas>`: pictures of 28 x 28 signed values, row by row, the strongest of them 127. */
export const weightGrid = directive(WeightGridDirective);
