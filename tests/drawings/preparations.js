// Pictures of drawings as other demos make them, to compare ours with. Each takes strokes and returns the
// network's 784 inputs. They share no code with src/drawing.c, so that they check it, too.

import { PIXELS, SIDE } from '../../web/shared/shape.js';

/**
 * @typedef {import('./strokes.js').Strokes} Strokes
 *
 * @typedef {object} Canvas a square
 * @property {number} left
 * @property {number} top
 * @property {number} side
 */

/** Of a canvas's width: a demo's pen is commonly 20 pixels wide on a canvas of 280. */
const CANVAS_PEN = 1 / 14;

/** As in src/drawing.c, so that only the place in the picture differs. */
const BOX = 20;
const BOX_PEN = 2.4;

/** A pixel's grey is counted on so many points, on either axis. */
const SAMPLES = 4;

/**
 * The canvas on which the drawings of a file were made. No file tells, so it is the smallest that holds the
 * ink of them all.
 *
 * @param {{ strokes: Strokes }[]} drawings
 * @returns {Canvas}
 */
export function canvasOf(drawings) {
  const { x, y, side } = extent(drawings.flatMap(({ strokes }) => strokes));
  // A file may hold nothing but dots in one place: any size will do.
  const withInk = (side || 1) / (1 - CANVAS_PEN);
  return { left: x - withInk / 2, top: y - withInk / 2, side: withInk };
}

/**
 * The canvas scaled to 28 x 28, wherever on it the digit lies and however large it is: what most demos do.
 *
 * @param {Strokes} strokes
 * @param {Canvas} canvas
 */
export function raw(strokes, { left, top, side }) {
  const scale = SIDE / side;
  return inked(
    mapped(strokes, ([x, y]) => [(x - left) * scale, (y - top) * scale]),
    SIDE * CANVAS_PEN,
  );
}

/**
 * The ink's box scaled to 20 pixels and put in the middle: MNIST's size, but not its place, which goes by
 * the centre of mass.
 *
 * @param {Strokes} strokes
 */
export function boxOnly(strokes) {
  const { x, y, side } = extent(strokes);
  const scale = side > 0 ? (BOX - BOX_PEN) / side : 0;
  const centred = mapped(strokes, (at) => [(at[0] - x) * scale + SIDE / 2, (at[1] - y) * scale + SIDE / 2]);
  return inked(centred, BOX_PEN);
}

/**
 * The same digit as someone else might draw it: its long side 30 to 100 % of the canvas, anywhere on it.
 *
 * @param {Strokes} strokes
 * @param {Canvas} canvas
 * @param {() => number} random 0 to 1
 * @returns {Strokes}
 */
export function movedAtRandom(strokes, canvas, random) {
  const { x, y, width, height, side } = extent(strokes);
  const pen = canvas.side * CANVAS_PEN;
  const free = canvas.side - pen;
  const scale = side > 0 ? ((0.3 + 0.7 * random()) * free) / side : 0;
  const left = canvas.left + pen / 2 + random() * (free - width * scale);
  const top = canvas.top + pen / 2 + random() * (free - height * scale);
  return mapped(strokes, (at) => [
    (at[0] - x + width / 2) * scale + left,
    (at[1] - y + height / 2) * scale + top,
  ]);
}

/**
 * The box of all points: its middle and its size.
 *
 * @param {Strokes} strokes
 */
export function extent(strokes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of strokes.flat()) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  const [width, height] = [right - left, bottom - top];
  return { x: left + width / 2, y: top + height / 2, width, height, side: Math.max(width, height) };
}

/** @param {Strokes} strokes @param {(point: number[]) => number[]} map @returns {Strokes} */
function mapped(strokes, map) {
  return strokes.map((stroke) => stroke.map(map));
}

/**
 * Inks strokes, in pixels of the picture, with a round pen: a pixel is as dark as the share of it that the
 * pen covers.
 *
 * @param {Strokes} strokes
 * @param {number} pen
 */
function inked(strokes, pen) {
  const fine = SIDE * SAMPLES;
  const covered = new Uint8Array(fine * fine);
  for (const stroke of strokes) {
    for (const [i, point] of stroke.entries())
      cover(covered, fine, stroke[Math.max(i - 1, 0)], point, pen / 2);
  }
  const inputs = new Float32Array(PIXELS);
  for (let row = 0; row < fine; row++) {
    for (let column = 0; column < fine; column++) {
      const pixel = Math.floor(row / SAMPLES) * SIDE + Math.floor(column / SAMPLES);
      inputs[pixel] += covered[row * fine + column];
    }
  }
  return inputs.map((count) => (count / SAMPLES ** 2) * 0.99 + 0.01);
}

/**
 * Marks the points of a fine grid that are no further than `radius` from a straight line.
 *
 * @param {Uint8Array} covered
 * @param {number} fine points on a side of the grid
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} radius
 */
function cover(covered, fine, [x1, y1], [x2, y2], radius) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const first = (/** @type {number} */ value) => Math.max(Math.floor((value - radius) * SAMPLES), 0);
  const last = (/** @type {number} */ value) => Math.min(Math.floor((value + radius) * SAMPLES), fine - 1);
  for (let row = first(Math.min(y1, y2)); row <= last(Math.max(y1, y2)); row++) {
    for (let column = first(Math.min(x1, x2)); column <= last(Math.max(x1, x2)); column++) {
      const x = (column + 0.5) / SAMPLES - x1;
      const y = (row + 0.5) / SAMPLES - y1;
      const along = square > 0 ? Math.min(Math.max((x * dx + y * dy) / square, 0), 1) : 0;
      if (Math.hypot(x - along * dx, y - along * dy) <= radius) covered[row * fine + column] = 1;
    }
  }
}
