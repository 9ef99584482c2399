import { codedError } from './errors.js';

/**
 * Argument checks. Errors name the argument, its value and what it takes.
 */

/** Beyond this, the distance between two points would overflow. */
const POINT_LIMIT = 1e100;
const FRAME_MIN = 1e-6;
const FRAME_MAX = 1e6;

/**
 * A copy of an array of numbers, each within a range.
 *
 * @param {string} name of the argument
 * @param {unknown} values
 * @param {number} length
 * @param {number} min
 * @param {number} max
 * @returns {Float32Array}
 */
export function checkNumbers(name, values, length, min, max) {
  if (!Array.isArray(values) && !(values instanceof Float32Array) && !(values instanceof Float64Array)) {
    throw codedError(TypeError, 'takes-numbers', { name, length, got: typeName(values) });
  }
  if (values.length !== length) {
    throw codedError(RangeError, 'takes-length', { name, length, got: values.length });
  }
  const copy = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const value = values[i];
    // Only a wrong value needs its name: making one for each number would take most of the time.
    if (!(typeof value === 'number' && value >= min && value <= max)) {
      checkRange(`${name}[${i}]`, value, min, max);
    }
    copy[i] = value;
  }
  return copy;
}

/**
 * @param {string} name of the argument
 * @param {unknown} value
 * @returns {number} the value, finite
 */
export function checkFinite(name, value) {
  checkNumber(name, value);
  if (!Number.isFinite(value)) throw codedError(RangeError, 'takes-finite-number', { name, got: value });
  return value;
}

/**
 * @param {string} name of the argument
 * @param {unknown} value
 * @param {number} min
 * @param {number} max
 * @returns {number} the value
 */
export function checkRange(name, value, min, max) {
  checkNumber(name, value);
  if (!(value >= min && value <= max)) {
    throw codedError(RangeError, 'takes-number-in-range', { name, min, max, got: value });
  }
  return value;
}

/**
 * @param {string} name of the argument
 * @param {unknown} value
 * @param {number} min
 * @param {number} max
 * @returns {number} the value, whole
 */
export function checkWhole(name, value, min, max) {
  checkNumber(name, value);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw codedError(RangeError, 'takes-whole-number-in-range', { name, min, max, got: value });
  }
  return value;
}

/**
 * @param {string} name of the argument
 * @param {unknown} value
 */
export function checkBytes(name, value) {
  if (!(value instanceof Uint8Array)) {
    throw codedError(TypeError, 'takes-bytes', { name, got: typeName(value) });
  }
}

/**
 * A pen stroke: points [x, y], or the same packed, x, y, x, y, ... (packed-strokes.js).
 *
 * @typedef {number[][] | Float64Array} Stroke
 */

/**
 * @param {unknown} strokes
 * @returns {Float64Array[]} packed; what came packed is not copied
 */
export function checkStrokes(strokes) {
  if (!Array.isArray(strokes))
    throw codedError(TypeError, 'takes-strokes', { name: 'strokes', got: typeName(strokes) });
  return Array.from(strokes, (stroke, s) => {
    const name = `strokes[${s}]`;
    if (!(stroke instanceof Float64Array)) return checkPoints(name, stroke);
    if (stroke.length % 2 > 0) throw codedError(TypeError, 'takes-points', { name, got: typeName(stroke) });
    for (let i = 0; i < stroke.length; i++) {
      if (!isCoordinate(stroke[i])) refuseCoordinate(`${name}[${i}]`, stroke[i]);
    }
    return stroke;
  });
}

/** @param {string} name of the argument @param {unknown} points [x, y] @returns {Float64Array} packed */
function checkPoints(name, points) {
  if (!Array.isArray(points)) throw codedError(TypeError, 'takes-points', { name, got: typeName(points) });
  const packed = new Float64Array(2 * points.length);
  for (let p = 0; p < points.length; p++) {
    const point = points[p];
    if (!Array.isArray(point) || point.length < 2) {
      throw codedError(TypeError, 'takes-point', { name: `${name}[${p}]`, got: typeName(point) });
    }
    for (let axis = 0; axis < 2; axis++) {
      if (!isCoordinate(point[axis])) refuseCoordinate(`${name}[${p}][${axis}]`, point[axis]);
      packed[2 * p + axis] = point[axis];
    }
  }
  return packed;
}

/** @param {unknown} value */
const isCoordinate = (value) => typeof value === 'number' && Math.abs(value) <= POINT_LIMIT;

/**
 * Only a wrong value needs its name: making one for each number would take most of the time.
 *
 * @param {string} name
 * @param {unknown} value
 * @returns {never}
 */
function refuseCoordinate(name, value) {
  const got = checkFinite(name, value);
  throw codedError(RangeError, 'takes-coordinate', { name, limit: POINT_LIMIT, got });
}

/**
 * The frame of a drawing, as src/image.h takes it.
 *
 * @param {unknown} frame
 * @returns {number[]} width, height, width of the pen
 */
export function checkFrame(frame) {
  const names = ['width', 'height', 'pen'];
  checkObject('frame', frame, names);
  return names.map((name) => {
    const value = /** @type {Record<string, unknown>} */ (frame)[name];
    return checkRange(`frame.${name}`, value, FRAME_MIN, FRAME_MAX);
  });
}

/**
 * @param {string} name of the argument
 * @param {unknown} value
 * @param {readonly string[]} keys that it may have
 */
export function checkObject(name, value, keys) {
  if (typeof value !== 'object' || value === null) {
    throw codedError(TypeError, 'takes-object', { name, keys, got: typeName(value) });
  }
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw codedError(TypeError, 'unknown-key', { name, keys, got: unknown });
}

/**
 * @param {string} name of the argument
 * @param {unknown} value
 * @returns {asserts value is number}
 */
function checkNumber(name, value) {
  if (typeof value !== 'number') throw codedError(TypeError, 'takes-number', { name, got: typeName(value) });
}

/** @param {unknown} value */
export function typeName(value) {
  if (value === null) return 'null';
  return typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;
}
