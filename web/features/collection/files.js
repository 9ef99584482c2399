import { codedError } from '../../shared/errors.js';
import { DIGITS } from '../../shared/shape.js';

/** @typedef {import('./state.js').Drawn} Drawn */
/** @typedef {import('./state.js').Prepared} Prepared */

/** The longest mark of origin that is kept. */
const MOST_FROM = 60;

/** Records in MNIST's format: label and 784 pixels, no header. @param {Prepared[]} records */
export const csvOf = (records) => records.map(({ label, pixels }) => `${label},${pixels.join()}\n`).join('');

/** The drawings among records, as JSON lines. @param {Prepared[]} records */
export const linesOf = (records) =>
  records
    .filter(({ strokes }) => strokes)
    .map(({ label, from, strokes }) => `${JSON.stringify({ label, ...(from && { from }), strokes })}\n`)
    .join('');

/** Whether a file holds drawings, not pixels. @param {string} text its beginning */
export const areLines = (text) => /^\ufeff?\s*\{/.test(text);

/**
 * Drawings from JSON lines.
 *
 * @param {string} text
 * @returns {Drawn[]}
 * @throws {Error} a line is no drawing
 */
export const readLines = (text) =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line, i) => (line.trim() === '' ? [] : [drawingIn(line, i + 1)]));

/** @param {string} line @param {number} number from 1 @returns {Drawn} */
function drawingIn(line, number) {
  const { label, from, strokes } = parsed(line) ?? {};
  if (!isLabel(label) || !areStrokes(strokes)) throw codedError(Error, 'drawing-line', { line: number });
  return { label, from: typeof from === 'string' ? from.slice(0, MOST_FROM) : '', strokes };
}

/** @param {string} line @returns {any} undefined: it is not JSON */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** @param {unknown} label @returns {label is number} */
export const isLabel = (label) => Number.isInteger(label) && Number(label) >= 0 && Number(label) < DIGITS;

/** @param {unknown} strokes @returns {strokes is number[][][]} */
export const areStrokes = (strokes) =>
  Array.isArray(strokes) &&
  strokes.length > 0 &&
  strokes.every((stroke) => Array.isArray(stroke) && stroke.length > 0 && stroke.every(isPoint));

/** @param {unknown} point */
const isPoint = (point) => Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);
