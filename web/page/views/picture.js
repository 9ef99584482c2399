import { Directive, directive } from 'lit/directive.js';

/** Draws values 0..1 on a canvas, as ink: black, and the page's style inverts it in the dark. */
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
    const image = context.createImageData(canvas.width, canvas.height);
    for (let i = 0; values && i < values.length; i++) image.data[4 * i + 3] = (values[i] / full) * 255;
    context.putImageData(image, 0, 0);
  }
}

/**
 * On a `<canvas class="picture">`: shows as many values as it has pixels, 0 (paper) to `full` (ink);
 * null clears it.
 */
export const picture = directive(PictureDirective);
