import { PIXELS, RECORD_COLUMNS, SIDE } from '../../shared/shape.js';
import { fileError } from './file-error.js';

/**
 * Reads MNIST's original files: images in one, their labels in the other.
 *
 * A file has a header of two zeros, a byte for the type of its numbers, one for how many dimensions follow, each four
 * bytes, highest first. Then come the numbers. Source: https://yann.lecun.com/exdb/mnist/
 *
 * @typedef {object} IdxHeader
 * @property {'images' | 'labels'} holds
 * @property {number} count how many
 *
 * @typedef {object} IdxFile
 * @property {string} name
 * @property {IdxHeader} header
 * @property {import('./byte-reader.js').ByteReader} reader at the start of the file
 */

/** @type {Map<number, string>} */
const TYPES = new Map([
  [8, 'unsigned bytes'],
  [9, 'signed bytes'],
  [11, '16-bit integers'],
  [12, '32-bit integers'],
  [13, '32-bit floats'],
  [14, '64-bit floats'],
]);
const UNSIGNED_BYTES = 8;

const HEADER_SIZE = { images: 16, labels: 8 };
/** How many records are made at once. */
const PORTION = 64;

/**
 * @param {string} name
 * @param {Uint8Array} head that recognise() called IDX
 * @returns {IdxHeader}
 * @throws {import('./file-error.js').FileError}
 */
export function readIdxHeader(name, head) {
  const [type, dimensions] = head.subarray(2);
  if (head.length < 4 + 4 * dimensions) throw fileError(name, 'file-idx-header-cut');
  const view = new DataView(head.buffer, head.byteOffset);
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  if (type !== UNSIGNED_BYTES) throw fileError(name, 'file-idx-type', { type: String(TYPES.get(type)) });
  const isImages = dimensions === 3;
  const [count, ...rest] = sizes;
  if (isImages ? rest.some((size) => size !== SIDE) : dimensions !== 1) {
    throw fileError(name, 'file-idx-shape', { sizes });
  }
  if (count === 0) throw fileError(name, 'file-idx-empty');
  return { holds: isImages ? 'images' : 'labels', count };
}

/**
 * @param {IdxFile} images
 * @param {IdxFile} labels as many
 * @returns {ReadableStream<Uint8Array>} records of a label and its pixels; it fails with a FileError
 */
export function idxRecords(images, labels) {
  const { count } = images.header;
  let done = 0;
  /** The next records, null at the end. */
  const next = async () => {
    if (done === 0) await Promise.all([skipHeader(images), skipHeader(labels)]);
    const n = Math.min(PORTION, count - done);
    if (n === 0) {
      await Promise.all([checkEnd(images), checkEnd(labels)]);
      return null;
    }
    const pixels = await images.reader.take(n * PIXELS);
    if (pixels.length < n * PIXELS) {
      throw fileError(images.name, 'file-idx-images-cut', {
        got: done + Math.floor(pixels.length / PIXELS),
        count,
      });
    }
    const digits = await labels.reader.take(n);
    if (digits.length < n) {
      throw fileError(labels.name, 'file-idx-labels-cut', { got: done + digits.length, count });
    }
    const wrong = digits.findIndex((digit) => digit > 9);
    if (wrong >= 0) {
      throw fileError(labels.name, 'file-idx-label', { position: done + wrong + 1, label: digits[wrong] });
    }
    done += n;
    return recordsOf(digits, pixels);
  };
  const cancel = async () => {
    await Promise.all([images.reader.cancel(), labels.reader.cancel()]);
  };
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const records = await next();
          if (records) controller.enqueue(records);
          else controller.close();
        } catch (error) {
          await cancel();
          throw error;
        }
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}

/** @param {IdxFile} file */
const skipHeader = ({ header, reader }) => reader.take(HEADER_SIZE[header.holds]);

/** @param {IdxFile} file after its last record */
async function checkEnd({ name, header, reader }) {
  const { length } = await reader.take(1);
  if (length > 0) throw fileError(name, 'file-idx-goes-on', { count: header.count });
}

/** @param {Uint8Array} digits @param {Uint8Array} pixels of each */
function recordsOf(digits, pixels) {
  const records = new Uint8Array(digits.length * RECORD_COLUMNS);
  digits.forEach((digit, i) => {
    records[i * RECORD_COLUMNS] = digit;
    records.set(pixels.subarray(i * PIXELS, (i + 1) * PIXELS), i * RECORD_COLUMNS + 1);
  });
  return records;
}
