import { pictureDirective } from './picture.js';

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
 * On a `<canvas class="weights">`: shows values in blue above 0 and orange below, strongest at ±`full`, or at
 * the value furthest from 0.
 */
export const signedPicture = pictureDirective((data, values, full) =>
  paintSigned(data, values, full ?? furthest(values)),
);
