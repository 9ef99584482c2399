import { Directive, directive } from 'lit/directive.js';

/**
 * A directive for a `<canvas>` that has as many pixels as there are values. Null clears it.
 *
 * @param {(data: Uint8ClampedArray, values: ArrayLike<number>, full?: number) => void} paint data: four
 *   bytes a pixel, all 0; full: the value that is strongest
 */
export function pictureDirective(paint) {
  return directive(
    class extends Directive {
      /** @type {ArrayLike<number> | null | undefined} */
      #drawn;

      /** @param {ArrayLike<number> | null} _values @param {number} [_full] */
      render(_values, _full) {}

      /**
       * @param {import('lit').ElementPart} part
       * @param {[ArrayLike<number> | null, number?]} values
       */
      update(part, [values, full]) {
        if (values === this.#drawn) return;
        this.#drawn = values;
        const canvas = /** @type {HTMLCanvasElement} */ (part.element);
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
        const image = context.createImageData(canvas.width, canvas.height);
        if (values) paint(image.data, values, full);
        context.putImageData(image, 0, 0);
      }
    },
  );
}

/**
 * On a `<canvas class="picture">`: shows values from 0 (paper) to `full`, 1 unless told (ink), as ink: black,
 * and the page's style inverts it in the dark.
 */
export const picture = pictureDirective((data, values, full = 1) => {
  for (let i = 0; i < values.length; i++) data[4 * i + 3] = (values[i] / full) * 255;
});
