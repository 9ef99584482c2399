// What the tests of the core share.

import { execFile } from 'node:child_process';

/**
 * MNIST's CSV as the network takes it, read the plain way.
 *
 * @param {Uint8Array} csv
 * @returns {{ label: number, inputs: Float32Array }[]}
 */
export function parseRecords(csv) {
  return new TextDecoder()
    .decode(csv)
    .trim()
    .split('\n')
    .map((line) => {
      const [label, ...pixels] = line.split(',').map(Number);
      return { label, inputs: Float32Array.from(pixels, (pixel) => (pixel / 255) * 0.99 + 0.01) };
    });
}

/** @param {number} label */
export function targetsFor(label) {
  return Float32Array.from({ length: 10 }, (_, k) => (k === label ? 0.99 : 0.01));
}

/**
 * NaN, which no bound admits, if any difference is.
 *
 * @param {ArrayLike<number>} got
 * @param {ArrayLike<number>} wanted
 */
export function maxDifference(got, wanted) {
  if (got.length !== wanted.length) throw new Error(`${got.length} numbers, not ${wanted.length}`);
  let largest = 0;
  for (let i = 0; i < got.length; i++) largest = Math.max(largest, Math.abs(got[i] - wanted[i]));
  return largest;
}

/**
 * Uniform numbers in 0..1, the same as in tests/golden/make_golden.py.
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function uniform(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Runs a program to its end.
 *
 * @param {string} file
 * @param {string[]} [args]
 * @param {Uint8Array} [input]
 * @returns {Promise<{ code: number | string | null, stdout: Buffer, stderr: string }>}
 */
export function run(file, args = [], input = new Uint8Array()) {
  return new Promise((resolve) => {
    const options = { encoding: /** @type {const} */ ('buffer'), maxBuffer: 1 << 24 };
    const child = execFile(file, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? (error.code ?? error.signal ?? null) : 0, stdout, stderr: stderr.toString() });
    });
    // A program that is missing or ends early takes no input: its exit code tells.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
