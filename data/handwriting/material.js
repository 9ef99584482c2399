// Drawings of digits to learn from beside MNIST, which was written in one country.

import { digits } from './digits.js';
import { write } from './pen.js';
import { Random } from './random.js';

/** @typedef {{ label: number, way: string, strokes: number[][][] }} DigitDrawing */

/**
 * @param {number} count
 * @param {number} seed
 * @param {{ heldOut?: boolean }} [options] heldOut: of those skeletons only that are never learned from
 * @returns {DigitDrawing[]} 0 to 9 in turn
 */
export function digitDrawings(count, seed, { heldOut = false } = {}) {
  const random = new Random(seed);
  const choices = digits.map((_, label) => skeletonsOf(label, heldOut));
  return Array.from({ length: count }, (_, i) => {
    const label = i % digits.length;
    const skeleton = random.choose(choices[label]);
    return { label, way: skeleton.way, strokes: write(skeleton, random) };
  });
}

/**
 * @param {number} label
 * @param {boolean} heldOut the last skeletons of ways that have three or more, or all the others
 */
export function skeletonsOf(label, heldOut) {
  return Object.entries(digits[label]).flatMap(([way, { weight, skeletons }]) => {
    const apart = skeletons.length < 3 ? 0 : 1;
    const kept = heldOut
      ? skeletons.slice(skeletons.length - apart)
      : skeletons.slice(0, skeletons.length - apart);
    return kept.map((strokes) => ({ way, strokes, weight: weight / kept.length }));
  });
}
