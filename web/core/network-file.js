import { codedError } from '../shared/errors.js';
import { DIGITS, HIDDEN_MAX, PIXELS } from '../shared/shape.js';
import { NpzError, transposed } from './npy.js';

/**
 * The weights of a network as the arrays of a file.
 *
 * @typedef {import('./npy.js').NpyArray} NpyArray
 * @typedef {import('./npy.js').UnreadArray} UnreadArray
 * @typedef {[name: string, array: NpyArray | UnreadArray]} Named
 *
 * @typedef {object} Fit two arrays that make a network
 * @property {Named} wih
 * @property {Named} who
 * @property {number} hidden nodes
 * @property {{ wih: boolean, who: boolean }} isTurned whether they are transposed, as in Keras: (784, n) and (n, 10)
 */

/**
 * @param {{ wih: Float32Array, who: Float32Array }} weights row-major (n, 784) and (10, n)
 */
export function arraysOf({ wih, who }) {
  const hidden = who.length / DIGITS;
  return { wih: { shape: [hidden, PIXELS], data: wih }, who: { shape: [DIGITS, hidden], data: who } };
}

/**
 * Finds the weights of a network in arrays, whoever has written them.
 *
 * @param {Record<string, NpyArray | UnreadArray>} arrays
 * @returns {{ wih: Float32Array, who: Float32Array }} row-major (n, 784) and (10, n)
 * @throws {NpzError} no two of them are a network, or more than two belong to it
 */
export function weightsIn(arrays) {
  const all = Object.entries(arrays);
  const { wih, who } = arrays;
  const isNamed = Boolean(wih && who);
  const fits = isNamed ? fitOf(['wih', wih], ['who', who]) : pairs(all).flatMap(([a, b]) => fitOf(a, b));
  const [fit] = fits;
  if (!fit) throw codedError(NpzError, 'npz-no-network', { arrays: all.map(withShape) });
  const others = all.filter((array) => array[0] !== fit.wih[0] && array[0] !== fit.who[0]);
  const another = fits.find((other) => other.wih[0] !== fit.wih[0] || other.who[0] !== fit.who[0]);
  if (another) throw codedError(NpzError, 'npz-several-networks', { arrays: all.map(withShape) });
  const layer = others.find((other) => isLayer(other, fit.hidden));
  if (layer) throw codedError(NpzError, 'npz-has-layers', { array: withShape(layer) });
  const bias = others.find((other) => isBias(other, fit.hidden));
  if (bias) throw codedError(NpzError, 'npz-has-biases', { array: withShape(bias) });
  if (fit.hidden < 1 || fit.hidden > HIDDEN_MAX)
    throw codedError(NpzError, 'npz-hidden-nodes', { got: fit.hidden, max: HIDDEN_MAX });
  return {
    wih: numbersOf(fit.wih, fit.isTurned.wih, PIXELS, fit.hidden),
    who: numbersOf(fit.who, fit.isTurned.who, fit.hidden, DIGITS),
  };
}

/** All arrays with each other. @param {Named[]} all @returns {[Named, Named][]} */
const pairs = (all) =>
  all.flatMap((a) => all.filter((b) => b !== a).map((b) => /** @type {[Named, Named]} */ ([a, b])));

/**
 * The way in which two arrays can be a network, if any. A square, with 784 or 10 hidden nodes, is taken to lie as the
 * other array does, which is never a square as well.
 *
 * @param {Named} wih
 * @param {Named} who
 * @returns {Fit[]} one or none
 */
function fitOf(wih, who) {
  const [a, b] = [wih[1].shape, who[1].shape];
  if (a.length !== 2 || b.length !== 2) return [];
  const fits = [
    { wih: false, who: false },
    { wih: true, who: true },
    { wih: false, who: true },
    { wih: true, who: false },
  ].flatMap((isTurned) => {
    const [hidden, pixels] = isTurned.wih ? [a[1], a[0]] : a;
    const [digits, nodes] = isTurned.who ? [b[1], b[0]] : b;
    return pixels === PIXELS && digits === DIGITS && nodes === hidden ? [{ wih, who, hidden, isTurned }] : [];
  });
  return fits.slice(0, 1);
}

/** Whether an array leads from one layer of hidden nodes to another. @param {Named} named @param {number} hidden */
const isLayer = ([, { shape }], hidden) => shape.length === 2 && shape.every((each) => each === hidden);

/**
 * Whether an array may add something to the sums of a network: what it is called does not tell, and without it the
 * network would answer wrongly.
 *
 * @param {Named} named
 * @param {number} hidden
 */
function isBias([, { shape, data }], hidden) {
  const size = shape.reduce((product, each) => product * each, 1);
  const fits =
    shape.length > 0 && shape.some((each) => each === size) && (size === hidden || size === DIGITS);
  return fits && data instanceof Float32Array && data.some((number) => number !== 0);
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
