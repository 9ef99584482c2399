import { DIGITS } from './shape.js';

/** What the outputs are to answer: to what is not meant, and to what is (src/network.h). */
export const TARGET_LOW = 0.01;
export const TARGET_HIGH = 0.99;

/** @param {number} digit @returns {Float32Array} ten targets */
export function targetsFor(digit) {
  const targets = new Float32Array(DIGITS).fill(TARGET_LOW);
  targets[digit] = TARGET_HIGH;
  return targets;
}
