import { codedError } from '../shared/errors.js';
import { fromHalf, toHalf } from './half.js';

/**
 * Arrays in files of numpy.
 *
 * The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 *
 * @typedef {object} NpyArray
 * @property {number[]} shape
 * @property {Float32Array | string} data row-major; a string has the shape []
 * @property {'<f2' | '<f4'} [type] in which its numbers are written, if not in that of the other arrays of a file
 *
 * @typedef {object} UnreadArray an array of a kind that is not read here
 * @property {number[]} shape
 * @property {null} data
 * @property {string} type as numpy writes it
 */

/** What is wrong with a file. */
export class NpzError extends Error {
  name = 'NpzError';
}

/**
 * @param {NpyArray} array
 * @param {'<f2' | '<f4'} type of numbers: half or single precision
 * @returns {Uint8Array}
 */
export function writeNpy({ shape, data }, type) {
  const isText = typeof data === 'string';
  const content = isText ? Uint32Array.from(data, (character) => Number(character.codePointAt(0))) : data;
  const bytes = !isText && type === '<f2' ? Uint16Array.from(data, toHalf) : content;
  const shown = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const descr = isText ? `<U${content.length}` : type;
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shown}, }`;
  // The array begins at a multiple of 64.
  const header = `${dictionary.padEnd(Math.ceil((dictionary.length + 11) / 64) * 64 - 11)}\n`;
  const file = new Uint8Array(10 + header.length + bytes.byteLength);
  file.set([0x93, ...ascii('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  file.set(ascii(header), 10);
  file.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), 10 + header.length);
  return file;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} file its name, for errors
 * @returns {NpyArray | UnreadArray} numbers as floats, from half, single or double precision
 * @throws {NpzError}
 */
export function readNpy(bytes, file) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, type, isFortran, shape } = readHeader(bytes, view, file);
  const count = shape.reduce((product, size) => product * size, 1);
  const width = widthOf(type);
  if (width === null || (isFortran && shape.length > 2)) return { shape, data: null, type };
  if (view.byteLength - start !== width * count) {
    throw codedError(NpzError, 'npz-other-size', {
      file,
      got: view.byteLength - start,
      bytes: width * count,
    });
  }
  if (type[1] === 'U')
    return shape.length > 0 ? { shape, data: null, type } : { shape, data: text(width / 4) };
  const read = reader(view, type);
  // Float32Array.from would take four times as long, and the page waits for this.
  const data = new Float32Array(count);
  for (let i = 0; i < count; i++) data[i] = read(start + width * i);
  return { shape, data: isFortran && shape.length === 2 ? transposed(data, shape[1], shape[0]) : data };

  /** @param {number} length */
  function text(length) {
    const isLittle = type[0] === '<';
    const points = Array.from({ length }, (_, i) => view.getUint32(start + 4 * i, isLittle));
    if (points.some((point) => point > 0x10ffff)) throw codedError(NpzError, 'npz-damaged', { file });
    // One by one: a long text would be too many arguments.
    return points.map((point) => String.fromCodePoint(point)).join('');
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 * @param {string} file
 */
function readHeader(bytes, view, file) {
  const magic = String.fromCharCode(...bytes.subarray(1, 6));
  const isWide = bytes[6] > 1;
  const at = isWide ? 12 : 10;
  if (bytes.length < at || bytes[0] !== 0x93 || magic !== 'NUMPY')
    throw codedError(NpzError, 'npz-not-an-array', { file });
  const start = at + (isWide ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = new TextDecoder().decode(bytes.subarray(at, start));
  const [, type = 'object'] = /'descr': '([^']*)'/.exec(header) ?? [];
  const [, order] = /'fortran_order': (True|False)/.exec(header) ?? [];
  const [, sizes] = /'shape': \(([\d, ]*)\)/.exec(header) ?? [];
  if (start > bytes.length || !order || sizes === undefined)
    throw codedError(NpzError, 'npz-not-an-array', { file });
  const shape = sizes.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  return { start, type, isFortran: order === 'True', shape };
}

/** Bytes of a number or a text of this type; null: it is not read here. @param {string} type */
function widthOf(type) {
  const [, letter, size] = /^[<>]([fU])(\d{1,7})$/.exec(type) ?? [];
  if (letter === 'U') return 4 * Number(size);
  return ['2', '4', '8'].includes(size) ? Number(size) : null;
}

/**
 * @param {DataView} view
 * @param {string} type
 * @returns {(at: number) => number}
 */
function reader(view, type) {
  const isLittle = type[0] === '<';
  if (type[2] === '2') return (at) => fromHalf(view.getUint16(at, isLittle));
  if (type[2] === '4') return (at) => view.getFloat32(at, isLittle);
  return (at) => view.getFloat64(at, isLittle);
}

/**
 * @param {Float32Array} data row-major (rows, columns)
 * @param {number} rows
 * @param {number} columns
 * @returns {Float32Array} row-major (columns, rows)
 */
export function transposed(data, rows, columns) {
  const turned = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = data[row * columns + column];
  }
  return turned;
}

/** @param {string} text */
const ascii = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
