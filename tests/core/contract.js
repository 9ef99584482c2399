// What the tests of web/glassbox.js share.

import assert from 'node:assert/strict';
import { uniform } from '../helpers.js';

/** @typedef {{ wih: Float32Array, who: Float32Array }} Weights */

/** A picture of noise, 0.01 to 1. @param {number} seed */
export function picture(seed) {
  const next = uniform(seed);
  return Float32Array.from({ length: 784 }, () => 0.01 + 0.99 * next());
}

/** @param {number} hiddenNodes */
export function weights(hiddenNodes) {
  const next = uniform(hiddenNodes);
  return {
    wih: Float32Array.from({ length: hiddenNodes * 784 }, () => (next() - 0.5) / 10),
    who: Float32Array.from({ length: hiddenNodes * 10 }, () => next() - 0.5),
  };
}

/** @param {Weights} network */
export const copyOf = ({ wih, who }) => ({ wih, who });

/** An array with one number changed. @param {Float32Array} array @param {number} i @param {unknown} value */
export function withValue(array, i, value) {
  const plain = /** @type {unknown[]} */ ([...array]);
  plain[i] = value;
  return plain;
}

/** @typedef {[call: () => unknown, type: string, message: RegExp]} Refusal */

/**
 * Each call throws, and what `state` tells stays the same.
 *
 * @param {Refusal[]} refusals
 * @param {() => unknown} state
 */
export function assertRefused(refusals, state) {
  const before = state();
  for (const [call, name, message] of refusals) {
    assert.throws(call, { name, message }, `${call}`);
    assert.deepEqual(state(), before, `${call} has changed something`);
  }
}
