// What the tests of web/glassbox.js share.

import assert from 'node:assert/strict';
import { targetsFor, uniform } from '../helpers.js';

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

/** @typedef {import('../../web/glassbox.js').Network} Network */

export const BLANK = new Float32Array(784).fill(0.01);

/** What comes back from ascents from a blank page. @param {Network} network */
export const ascents = (network) => comeBack(network, (targets) => network.ascend(BLANK, targets));

/** What comes back from backqueries. @param {Network} network */
export const backqueries = (network) => comeBack(network, (targets) => network.backquery(targets));

/**
 * How many of the ten pictures a network takes for their digits, and the least of those digits' outputs.
 *
 * @param {Network} network
 * @param {(targets: Float32Array) => Float32Array} imagine
 */
function comeBack(network, imagine) {
  let [count, least] = [0, 1];
  for (let digit = 0; digit < 10; digit++) {
    const outputs = network.query(imagine(targetsFor(digit)));
    count += Number(outputs.indexOf(Math.max(...outputs)) === digit);
    least = Math.min(least, outputs[digit]);
  }
  return { count, least };
}

/**
 * Finds records that look like a picture.
 *
 * @template {{ inputs: Float32Array }} R
 * @param {R[]} records
 * @returns {(picture: Float32Array, count: number) => R[]} those whose pixels correlate most with the picture's
 */
export function likeness(records) {
  const standard = records.map(({ inputs }) => standardized(inputs));
  return (picture, count) => {
    const wanted = standardized(picture);
    const scored = records.map((record, r) => {
      let correlation = 0;
      for (let i = 0; i < wanted.length; i++) correlation += wanted[i] * standard[r][i];
      return { record, correlation };
    });
    scored.sort((a, b) => b.correlation - a.correlation);
    return scored.slice(0, count).map(({ record }) => record);
  };
}

/** Less its mean, and of length 1. @param {Float32Array} picture */
function standardized(picture) {
  const mean = picture.reduce((sum, x) => sum + x, 0) / picture.length;
  const length = Math.sqrt(picture.reduce((sum, x) => sum + (x - mean) ** 2, 0)) || 1;
  return picture.map((x) => (x - mean) / length);
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
