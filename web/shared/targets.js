import { DIGITS } from './shape.js';

/** The target of the nine other outputs, and of the label's output (src/network.h). */
export const TARGET_LOW = 0.01;
export const TARGET_HIGH = 0.99;

/** @param {number} digit @returns {Float32Array} ten targets */
export function targetsFor(digit) {
  const targets = new Float32Array(DIGITS).fill(TARGET_LOW);
  targets[digit] = TARGET_HIGH;
  return targets;
}
