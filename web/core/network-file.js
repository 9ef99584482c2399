import { codedError } from '../shared/errors.js';
import { DIGITS, HIDDEN_MAX, PIXELS } from '../shared/shape.js';
import { NpzError, transposed } from './npy.js';

/**
 * Finds the weights of a network in arrays, whoever has written them.
 *
 * @typedef {import('./npy.js').NpyArray} NpyArray
 * @typedef {import('./npy.js').UnreadArray} UnreadArray
 * @typedef {[name: string, array: NpyArray | UnreadArray]} Named
 *
 * @typedef {object} Fit two arrays that make a network
 * @property {Named} wih
 * @property {Named} who
 * @property {number} hidden nodes
 * @property {boolean} isTurned whether they are transposed, as in Keras: (784, n) and (n, 10)
 */

/**
 * @param {Record<string, NpyArray | UnreadArray>} arrays
 * @returns {{ wih: Float32Array, who: Float32Array }} row-major (n, 784) and (10, n)
 * @throws {NpzError} no two of them are a network, or more than two belong to it
 */
export function weightsIn(arrays) {
  const all = Object.entries(arrays);
  const { wih, who } = arrays;
  const isNamed = Boolean(wih && who);
  const fits = isNamed ? fitsOf(['wih', wih], ['who', who]) : pairs(all).flatMap(([a, b]) => fitsOf(a, b));
  const [fit] = fits;
  if (!fit) throw codedError(NpzError, 'npz-no-network', { arrays: all.map(withShape) });
  const others = all.filter((array) => array[0] !== fit.wih[0] && array[0] !== fit.who[0]);
  const another = fits.find((other) => other.wih[0] !== fit.wih[0] || other.who[0] !== fit.who[0]);
  if (another) throw codedError(NpzError, 'npz-several-networks', { arrays: all.map(withShape) });
  const bias = others.find((other) => isBias(other, fit.hidden, isNamed));
  if (bias) throw codedError(NpzError, 'npz-has-biases', { array: withShape(bias) });
  if (fit.hidden < 1 || fit.hidden > HIDDEN_MAX)
    throw codedError(NpzError, 'npz-hidden-nodes', { got: fit.hidden, max: HIDDEN_MAX });
  const turn = fit.isTurned;
  return {
    wih: numbersOf(fit.wih, turn, PIXELS, fit.hidden),
    who: numbersOf(fit.who, turn, fit.hidden, DIGITS),
  };
}

/** All arrays with each other. @param {Named[]} all @returns {[Named, Named][]} */
const pairs = (all) =>
  all.flatMap((a) => all.filter((b) => b !== a).map((b) => /** @type {[Named, Named]} */ ([a, b])));

/**
 * The ways in which two arrays can be a network. As one is never square if the other is, there is one way at most.
 *
 * @param {Named} wih
 * @param {Named} who
 * @returns {Fit[]}
 */
function fitsOf(wih, who) {
  const [a, b] = [wih[1].shape, who[1].shape];
  if (a.length !== 2 || b.length !== 2) return [];
  if (a[1] === PIXELS && b[0] === DIGITS && a[0] === b[1])
    return [{ wih, who, hidden: a[0], isTurned: false }];
  if (a[0] === PIXELS && b[1] === DIGITS && a[1] === b[0])
    return [{ wih, who, hidden: a[1], isTurned: true }];
  return [];
}

/**
 * Whether an array adds something to the sums of a network. What has the names wih and who may have others beside it.
 *
 * @param {Named} named
 * @param {number} hidden
 * @param {boolean} isNamed
 */
function isBias([name, { shape, data }], hidden, isNamed) {
  const size = shape.reduce((product, each) => product * each, 1);
  const fits =
    shape.length > 0 && shape.some((each) => each === size) && (size === hidden || size === DIGITS);
  const isMeant = !isNamed || /bias/i.test(name);
  return fits && isMeant && data instanceof Float32Array && data.some((number) => number !== 0);
}

/**
 * @param {Named} named
 * @param {boolean} turn whether it is transposed: row-major (rows, columns)
 * @param {number} rows
 * @param {number} columns
 */
function numbersOf([name, array], turn, rows, columns) {
  const { data } = array;
  if (data === null) throw codedError(NpzError, 'npz-unknown-type', { array: name, type: array.type });
  if (typeof data === 'string' || !data.every(Number.isFinite))
    throw codedError(NpzError, 'npz-not-finite', { array: name });
  return turn ? transposed(data, rows, columns) : data;
}

/** As numpy writes it. @param {Named} named */
const withShape = ([name, { shape }]) => `${name} (${shape.join(', ')})`;
