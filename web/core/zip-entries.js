import { codedError } from '../shared/errors.js';
import { NpzError } from './npy.js';

/**
 * What a zip holds, by its directory. Local headers are not believed: in zips that were written to a stream, the sizes
 * are missing there.
 *
 * The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 *
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} method how it is packed
 * @property {number} crc checksum of the content
 * @property {number} size of the content in bytes
 * @property {Uint8Array} packed
 */

/** The records of a zip: their sizes and their first four bytes. */
export const LOCAL = { size: 30, magic: 0x04034b50 };
export const CENTRAL = { size: 46, magic: 0x02014b50 };
export const END = { size: 22, magic: 0x06054b50 };
const END_64 = { size: 56, magic: 0x06064b50 };
const END_64_LOCATOR = { size: 20, magic: 0x07064b50 };

/** What stands for a number of 32 bits that has 64, elsewhere. */
const ELSEWHERE = 0xffffffff;

/** The extra field that has the numbers of 64 bits. */
const EXTRA_64 = 1;

/** @param {Uint8Array} bytes @returns {Generator<ZipEntry>} @throws {NpzError} */
export function* zipEntries(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at: first, count } = directory(view);
  let at = first;
  for (let left = count; left > 0; left--) {
    if (!starts(view, at, CENTRAL)) throw codedError(NpzError, 'npz-damaged-directory');
    const extra = at + CENTRAL.size + view.getUint16(at + 28, true);
    const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > bytes.length) throw codedError(NpzError, 'npz-damaged-directory');
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL.size, extra));
    const [size, packedSize, local] = places(view, at, extra);
    if (!starts(view, local, LOCAL)) throw codedError(NpzError, 'npz-misplaced', { file: name });
    const start = local + LOCAL.size + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    yield {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size,
      packed: bytes.subarray(start, start + packedSize),
    };
    at = next;
  }
}

/** @param {DataView} view @param {number} at @param {{ size: number, magic: number }} record */
const starts = (view, at, { size, magic }) =>
  at >= 0 && at + size <= view.byteLength && view.getUint32(at, true) === magic;

/** Where the directory begins, and how many entries it has. @param {DataView} view */
function directory(view) {
  let end = view.byteLength - END.size;
  while (end >= 0 && !starts(view, end, END)) end--;
  if (end < 0) throw codedError(NpzError, 'npz-not-a-zip');
  const locator = end - END_64_LOCATOR.size;
  if (starts(view, locator, END_64_LOCATOR)) {
    const end64 = uint64(view, locator + 8);
    if (!starts(view, end64, END_64)) throw codedError(NpzError, 'npz-damaged-directory');
    return { at: uint64(view, end64 + 48), count: uint64(view, end64 + 32) };
  }
  return { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) };
}

/**
 * An entry's size, its size when packed, and where its local header is.
 *
 * @param {DataView} view
 * @param {number} at of the entry
 * @param {number} extra of its extra fields
 */
function places(view, at, extra) {
  const numbers = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const end = extra + view.getUint16(at + 30, true);
  let field = extra;
  while (field + 4 <= end && view.getUint16(field, true) !== EXTRA_64)
    field += 4 + view.getUint16(field + 2, true);
  // It has only those that are elsewhere, in this order.
  let wide = field + 4;
  return numbers.map((number) => {
    if (number !== ELSEWHERE || wide + 8 > end) return number;
    wide += 8;
    return uint64(view, wide - 8);
  });
}

/** Beyond 2^53 inexact, but no file is as long. @param {DataView} view @param {number} at */
const uint64 = (view, at) => Number(view.getBigUint64(at, true));
