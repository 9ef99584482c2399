// Numbers of several digits, made of drawings of single ones.

import { extent } from './preparations.js';

/** @typedef {import('./strokes.js').Strokes} Strokes */

/**
 * Digits side by side, from left to right.
 *
 * @param {Strokes[]} digits
 * @param {number} gap between their boxes, as a share of their height
 * @param {() => number} random 0 to 1: each is up to a quarter higher or lower, and a tenth larger or smaller
 * @returns {Strokes[]}
 */
export function sideBySide(digits, gap, random) {
  let left = 0;
  return digits.map((strokes) => {
    const moved = placed(strokes, left, random() * 25, 90 + random() * 20);
    left += extent(moved).width + gap * 100;
    return moved;
  });
}

/**
 * A drawing of a given height, with the upper left corner of its box in a given place.
 *
 * @param {Strokes} strokes @param {number} left @param {number} top @param {number} size
 */
function placed(strokes, left, top, size) {
  const { x, y, width, height } = extent(strokes);
  return strokes.map((stroke) =>
    stroke.map((at) => [
      left + ((at[0] - x + width / 2) * size) / height,
      top + ((at[1] - y + height / 2) * size) / height,
    ]),
  );
}
