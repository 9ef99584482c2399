import { distanceToLine } from '../ui/distance-to-line.js';

/**
 * A drawing as text for a link: how many characters follow, a hyphen, and four letters or digits for each point, strokes
 * separated by dots. So a word that stuck to the end of the link is left out, and an end that was lost is noticed. What
 * is left out and rounded is much less than a pixel of the picture that the network sees, unless the drawing is very
 * long.
 */

/** Digits and letters in any case: links are retyped, and marks at the end of a link in a text would be lost. */
const BASE = 36;
const POINT = 4;

/** Steps of a coordinate, from one edge of the pad to the other: two letters. */
const STEPS = BASE ** (POINT / 2) - 1;

/** Points, so that a QR code of the link can be read from the back of a classroom. */
const POINTS_MAX = 110;
const STROKES_MAX = POINTS_MAX / 2;

/** Characters of points: more than writeDrawing() ever writes. */
const TEXT_MAX = 2 * (POINT + 1) * POINTS_MAX;

/** How far a point that is left out is at most from the line that is drawn instead, as a share of the pad. */
const TOLERANCE = 1 / 1000;

/**
 * @param {number[][][]} strokes points [x, y] in 0..1
 * @returns {string}
 */
export function writeDrawing(strokes) {
  const drawn = strokes.filter((stroke) => stroke.length > 0);
  let tolerance = TOLERANCE;
  let kept = drawn.map((stroke) => simplified(stroke, tolerance));
  while (count(kept) > POINTS_MAX && tolerance < 1) {
    tolerance *= 1.5;
    kept = drawn.map((stroke) => simplified(stroke, tolerance));
  }
  // Of hundreds of strokes, the first ones.
  const points = (count(kept) > POINTS_MAX ? kept.slice(0, STROKES_MAX) : kept)
    .map((stroke) => stroke.map(writePoint).join(''))
    .join('.');
  return `${points.length}-${points}`;
}

/**
 * @param {string} text
 * @returns {number[][][] | null} null: it is no drawing
 */
export function readDrawing(text) {
  // Links had no length once.
  const [, length = text.length, rest] = /^(?:(\d+)-)?(.*)$/.exec(text) ?? [];
  const points = rest?.slice(0, Number(length)) ?? '';
  if (points.length !== Number(length) || points.length > TEXT_MAX) return null;
  if (!/^(?:[a-z\d]{4})+(?:\.(?:[a-z\d]{4})+)*$/i.test(points)) return null;
  return points.split('.').map((stroke) => Array.from(stroke.match(/.{4}/g) ?? [], readPoint));
}

/** @param {number[][][]} strokes */
const count = (strokes) => strokes.reduce((sum, { length }) => sum + length, 0);

/** @param {number[]} point */
const writePoint = (point) =>
  point
    .map((each) => Math.round(Math.min(Math.max(each, 0), 1) * STEPS))
    .map((step) => step.toString(BASE).padStart(POINT / 2, '0'))
    .join('');

/** @param {string} text */
const readPoint = (text) =>
  [text.slice(0, 2), text.slice(2)].map((each) => Number.parseInt(each, BASE) / STEPS);

/**
 * A stroke without the points that are near the line between others (Ramer, Douglas, Peucker).
 *
 * @param {number[][]} stroke
 * @param {number} tolerance
 * @returns {number[][]}
 */
function simplified(stroke, tolerance) {
  if (stroke.length < 3) return stroke;
  const keep = new Set([0, stroke.length - 1]);
  const parts = [[0, stroke.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    let furthest = { index: 0, distance: tolerance };
    for (let index = from + 1; index < to; index++) {
      const distance = distanceToLine(stroke[index], stroke[from], stroke[to]);
      if (distance > furthest.distance) furthest = { index, distance };
    }
    if (furthest.index === 0) continue;
    keep.add(furthest.index);
    parts.push([from, furthest.index], [furthest.index, to]);
  }
  return stroke.filter((_, index) => keep.has(index));
}
