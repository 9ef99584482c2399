import { Directive, directive } from 'lit/directive.js';

class SignedPictureDirective extends Directive {
  /** @type {ArrayLike<number> | null | undefined} */
  #drawn;

  render(/** @type {ArrayLike<number> | null} */ _values, /** @type {number} */ _full = 0) {}

  /**
   * @param {import('lit').ElementPart} part
   * @param {[ArrayLike<number> | null, number?]} values
   */
  update(part, [values, full = 0]) {
    if (values === this.#drawn) return;
    this.#drawn = values;
    const canvas = /** @type {HTMLCanvasElement} */ (part.element);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const image = context.createImageData(canvas.width, canvas.height);
    if (values) paintSigned(image.data, values, full || furthest(values));
    context.putImageData(image, 0, 0);
  }
}

/** @param {ArrayLike<number>} values */
function furthest(values) {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/** Blue and orange that can be told apart on light and on dark paper. */
const FOR = [45, 112, 224];
const AGAINST = [226, 110, 20];

/**
 * @param {Uint8ClampedArray} data four bytes a pixel
 * @param {ArrayLike<number>} values
 * @param {number} full what is strongest
 */
export function paintSigned(data, values, full) {
  for (let i = 0; i < values.length; i++) {
    const colour = values[i] < 0 ? AGAINST : FOR;
    for (let c = 0; c < 3; c++) data[4 * i + c] = colour[c];
    data[4 * i + 3] = (Math.abs(values[i]) / full) * 255;
  }
}

/**
 * On a `<canvas class="weights">`: shows as many values as it has pixels, blue above 0 and orange below,
 * strongest at ±`full`, or at the value furthest from 0; null clears it.
 */
export const signedPicture = directive(SignedPictureDirective);
