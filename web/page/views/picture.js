import { Directive, directive } from 'lit/directive.js';
import { PIXELS, SIDE } from '../../shape.js';

/** Draws values 0..1 on a 28 x 28 canvas, as ink: black, and the page's style inverts it in the dark. */
class PictureDirective extends Directive {
  /** @type {ArrayLike<number> | null | undefined} */
  #drawn;

  render(/** @type {ArrayLike<number> | null} */ _values, /** @type {number} */ _full = 1) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {[ArrayLike<number> | null, number?]} values
   */
  update(part, [values, full = 1]) {
    if (values === this.#drawn) return;
    this.#drawn = values;
    const canvas = /** @type {HTMLCanvasElement} */ (part.element);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const image = context.createImageData(SIDE, SIDE);
    for (let i = 0; values && i < PIXELS; i++) image.data[4 * i + 3] = (values[i] / full) * 255;
    context.putImageData(image, 0, 0);
  }
}

/**
 * On a `<canvas width="28" height="28" class="picture">`: shows 784 values, 0 (paper) to `full` (ink);
 * null clears it.
 */
export const picture = directive(PictureDirective);
