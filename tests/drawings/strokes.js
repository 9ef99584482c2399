// Reads a file of drawings.
//
// The form: a text file in UTF-8, one JSON object a line (https://jsonlines.org), each a drawn digit:
//
//   {"label": 7, "strokes": [[[12, 40], [80, 40], [45, 130]], [[30, 85], [70, 82]]]}
//
// `label` is the digit that was meant, 0 to 9. `strokes` are the pen's ways from where it was put down to
// where it was lifted, each a list of points [x, y] which straight lines join; one point is a dot. y points
// down, and the unit is the same for all drawings of a file. Other keys, such as a writer's, and what follows
// y in a point, such as time or pressure, are left alone.

import { readFile } from 'node:fs/promises';
import { checkStrokes, checkWhole, typeName } from '../../web/shared/checks.js';

/**
 * @typedef {number[][][]} Strokes
 *
 * @typedef {object} Drawing
 * @property {number} line of the file, from 1
 * @property {number} label
 * @property {Strokes} strokes
 */

/**
 * @param {string} path
 * @returns {Promise<Drawing[]>}
 * @throws {Error} naming the file, the line and what is wrong with it
 */
export async function readDrawings(path) {
  const lines = (await readFile(path, 'utf8')).split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw new Error(`${path}: the file is empty`);
  return lines.map((text, index) => {
    try {
      return { line: index + 1, ...parseDrawing(text) };
    } catch (error) {
      throw new Error(`${path}, line ${index + 1}: ${/** @type {Error} */ (error).message}`);
    }
  });
}

/** @param {string} text @returns {{ label: number, strokes: Strokes }} */
function parseDrawing(text) {
  const drawing = JSON.parse(text);
  if (Object(drawing) !== drawing || Array.isArray(drawing)) {
    throw new TypeError(`a drawing is an object { label, strokes }, not ${typeName(drawing)}`);
  }
  const label = checkWhole('label', drawing.label, 0, 9);
  const lengths = checkStrokes(drawing.strokes).map(({ length }) => length);
  if (lengths.length === 0) throw new RangeError('strokes is empty');
  if (lengths.includes(0)) throw new RangeError(`strokes[${lengths.indexOf(0)}] has no point`);
  /** @type {Strokes} */
  const strokes = drawing.strokes;
  return { label, strokes: strokes.map((stroke) => stroke.map(([x, y]) => [x, y])) };
}
