import { codedError } from '../shared/errors.js';

/**
 * Networks in files that `numpy.load` reads: .npz, a zip of .npy arrays.
 *
 * Our own code rather than a zip library's, since glassbox.js must work without a bundler, in pages
 * too. numpy.savez writes zips without compression; only these are read and written here.
 *
 * Formats: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html and
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */

/**
 * @typedef {object} NpyArray
 * @property {number[]} shape row-major
 * @property {Float32Array | string} data a string has the shape []
 */

/** The records of a zip: their sizes and their first four bytes. */
const LOCAL = { size: 30, magic: 0x04034b50 };
const CENTRAL = { size: 46, magic: 0x02014b50 };
const END = { size: 22, magic: 0x06054b50 };

/** What is wrong with a file. */
export class NpzError extends Error {
  name = 'NpzError';
}

/**
 * @param {Record<string, NpyArray>} arrays numbers are stored in half precision
 * @returns {Uint8Array<ArrayBuffer>} the file; the same arrays give the same bytes
 */
export function writeNpz(arrays) {
  const files = Object.entries(arrays).map(([name, array]) => {
    const content = writeNpy(array);
    return { name: ascii(`${name}.npy`), content, crc: crc32(content) };
  });
  const locals = files.map((file) => zipRecord(LOCAL, file, 0));
  let at = 0;
  const centrals = files.map((file, i) => {
    const record = zipRecord(CENTRAL, file, at);
    at += locals[i].length + file.content.length;
    return record;
  });
  const end = new DataView(new ArrayBuffer(END.size));
  end.setUint32(0, END.magic, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, length(centrals), true);
  end.setUint32(16, at, true);
  return joined([
    ...files.flatMap(({ content }, i) => [locals[i], content]),
    ...centrals,
    new Uint8Array(end.buffer),
  ]);
}

/**
 * @param {Uint8Array} bytes
 * @returns {Record<string, NpyArray>} numbers as floats, from half, single or double precision
 * @throws {NpzError}
 */
export function readNpz(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @param {number} at @param {{ size: number, magic: number }} record */
  const starts = (at, { size, magic }) =>
    at >= 0 && at + size <= bytes.length && view.getUint32(at, true) === magic;
  let end = bytes.length - END.size;
  while (end >= 0 && !starts(end, END)) end--;
  if (end < 0) throw codedError(NpzError, 'npz-not-a-zip');

  /** @type {Record<string, NpyArray>} */
  const arrays = {};
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (!starts(at, CENTRAL)) throw codedError(NpzError, 'npz-damaged-directory');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength));
    if (view.getUint16(at + 10, true) !== 0) {
      throw codedError(NpzError, 'npz-compressed', { file: name });
    }
    const local = view.getUint32(at + 42, true);
    if (!starts(local, LOCAL)) throw codedError(NpzError, 'npz-misplaced', { file: name });
    const start = local + LOCAL.size + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.subarray(start, start + view.getUint32(at + 20, true));
    if (crc32(content) !== view.getUint32(at + 16, true))
      throw codedError(NpzError, 'npz-damaged', { file: name });
    arrays[name.replace(/\.npy$/, '')] = readNpy(content, name);
    at += CENTRAL.size + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return arrays;
}

/**
 * A local header or an entry of the directory: the same fields, after some more of its own.
 *
 * @param {{ size: number, magic: number }} kind
 * @param {{ name: Uint8Array, content: Uint8Array, crc: number }} file
 * @param {number} offset of the local header
 */
function zipRecord(kind, { name, content, crc }, offset) {
  const bytes = new Uint8Array(kind.size + name.length);
  const view = new DataView(bytes.buffer);
  const shared = kind === LOCAL ? 4 : 6;
  view.setUint32(0, kind.magic, true);
  view.setUint16(shared, 20, true);
  view.setUint16(shared + 8, 0x21, true); // 1 January 1980, so that equal networks are equal files
  view.setUint32(shared + 10, crc, true);
  view.setUint32(shared + 14, content.length, true);
  view.setUint32(shared + 18, content.length, true);
  view.setUint16(shared + 22, name.length, true);
  if (kind === CENTRAL) view.setUint32(42, offset, true);
  bytes.set(name, kind.size);
  return bytes;
}

/** @param {NpyArray} array */
function writeNpy({ shape, data }) {
  const isText = typeof data === 'string';
  const content = isText
    ? Uint32Array.from(data, (character) => Number(character.codePointAt(0)))
    : Uint16Array.from(data, toHalf);
  const type = isText ? `<U${content.length}` : '<f2';
  const shown = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': ${shown}, }`;
  // The array begins at a multiple of 64.
  const header = `${dictionary.padEnd(Math.ceil((dictionary.length + 11) / 64) * 64 - 11)}\n`;
  const start = new Uint8Array([0x93, ...ascii('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  return joined([start, ascii(header), new Uint8Array(content.buffer)]);
}

/** @param {Uint8Array} bytes @param {string} name @returns {NpyArray} */
function readNpy(bytes, name) {
  const magic = String.fromCharCode(...bytes.subarray(1, 6));
  if (bytes[0] !== 0x93 || magic !== 'NUMPY') throw codedError(NpzError, 'npz-not-an-array', { file: name });
  const start = 10 + bytes[8] + 256 * bytes[9];
  const header = new TextDecoder().decode(bytes.subarray(10, start));
  const [, type] = /'descr': '([^']*)'/.exec(header) ?? [];
  const [, sizes] = /'shape': \(([^)]*)\)/.exec(header) ?? [];
  if (bytes[6] !== 1 || !type || sizes === undefined || !/'fortran_order': False/.test(header)) {
    throw codedError(NpzError, 'npz-unknown-kind', { file: name, header: header.trim() });
  }
  const shape = sizes.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  const count = shape.reduce((product, size) => product * size, 1);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const width = type.startsWith('<U') ? 4 * Number(type.slice(2)) : Number(type.slice(2));
  if (view.byteLength !== width * count) {
    throw codedError(NpzError, 'npz-other-size', { file: name, got: view.byteLength, bytes: width * count });
  }
  if (type.startsWith('<U') && shape.length === 0) {
    const characters = Array.from({ length: width / 4 }, (_, i) => view.getUint32(4 * i, true));
    return { shape, data: String.fromCodePoint(...characters) };
  }
  const read = {
    '<f2': (/** @type {number} */ at) => fromHalf(view.getUint16(at, true)),
    '<f4': (/** @type {number} */ at) => view.getFloat32(at, true),
    '<f8': (/** @type {number} */ at) => view.getFloat64(at, true),
  }[type];
  if (!read) throw codedError(NpzError, 'npz-unknown-type', { file: name, type });
  // Float32Array.from would take four times as long, and the page waits for this.
  const data = new Float32Array(count);
  for (let i = 0; i < count; i++) data[i] = read(width * i);
  return { shape, data };
}

/**
 * The nearest number of half precision (IEEE 754 binary16), ties to even.
 *
 * @param {number} value
 */
export function toHalf(value) {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (magnitude >= 65520) return sign | 0x7c00;
  // Steps between neighbours: 2^-24 up to 2^-13, twice as much at each further power of two.
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), -14);
  const steps = magnitude / 2 ** (exponent - 10);
  const down = Math.floor(steps);
  const rest = steps - down;
  const rounded = down + Number(rest > 0.5 || (rest === 0.5 && down % 2 === 1));
  // The exponent's field counts a number's first bit in, and rounding up may carry into it.
  return sign | (((exponent + 14) << 10) + rounded);
}

/** @param {number} bits */
export function fromHalf(bits) {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (exponent === 0 ? fraction * STEPS[1] : (1024 + fraction) * STEPS[exponent]);
}
/** The distance between neighbouring numbers, by the field of their exponent. */
const STEPS = Float64Array.from({ length: 31 }, (_, exponent) => 2 ** (exponent - 25));

/** The checksum of zip files. @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** @param {string} text */
const ascii = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** @param {Uint8Array[]} parts */
const length = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

/** @param {Uint8Array[]} parts @returns {Uint8Array<ArrayBuffer>} */
function joined(parts) {
  const bytes = new Uint8Array(length(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
