import { ByteReader } from './byte-reader.js';
import { fileError } from './file-error.js';
import { gunzipped } from './gunzip.js';

/**
 * @typedef {{ bytes: number, total: number | null }} Arrived bytes so far, before unpacking; total: null if unknown
 * @typedef {(arrived: Arrived) => void} OnArrived
 *
 * @typedef {object} Content a file's bytes, which can be read any number of times
 * @property {string} name
 * @property {number} size in bytes, before unpacking
 * @property {number} [checksum] of all bytes, where a zip tells it
 * @property {(onArrived: OnArrived) => ReadableStream<Uint8Array>} open the stream fails with a FileError
 */

/** How many bytes of a file are read at once. */
const PORTION = 1 << 17;

/** How many bytes of a file are looked at to tell what it is. */
const HEAD = 4096;

/** @param {string} name @param {Blob} blob @returns {Content} */
export const contentOf = (name, blob) => ({
  name,
  size: blob.size,
  open: (onArrived) =>
    counted(streamOf(blob), blob.size, onArrived, () => fileError(name, 'file-unreadable')),
});

/**
 * Reads a file in portions. WebKit logs an error when the stream of a Blob is cancelled, as for a look at a file's
 * head, or when it turns out to be bad.
 *
 * @param {Blob} blob
 * @returns {ReadableStream<Uint8Array>}
 */
function streamOf(blob) {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const portion = await blob.slice(at, at + PORTION).arrayBuffer();
      at += portion.byteLength;
      if (portion.byteLength > 0) controller.enqueue(new Uint8Array(portion));
      if (at >= blob.size || portion.byteLength === 0) controller.close();
    },
  });
}

/**
 * @param {Content} content of a gzip file
 * @param {'file-damaged-gzip' | 'file-zip-entry-damaged'} damaged what to say if it can't be unpacked
 * @returns {Content}
 */
export const unpackedContent = (content, damaged) => ({
  ...content,
  open: (onArrived) => gunzipped(content.open(onArrived), () => fileError(content.name, damaged)),
});

/** @param {Content} content @returns {Promise<Uint8Array>} its first bytes, or all of them */
export async function headOf(content) {
  const reader = new ByteReader(content.open(() => {}));
  const head = await takeHead(reader);
  await reader.cancel();
  return head;
}

/** @param {ByteReader} reader at its start */
export const takeHead = (reader) => reader.take(HEAD);

/**
 * @param {ReadableStream<Uint8Array>} body
 * @param {number | null} total
 * @param {OnArrived} onArrived
 * @param {(bytes: number) => Error} lost makes the error if no more can be read after so many bytes
 * @returns {ReadableStream<Uint8Array>}
 */
export function counted(body, total, onArrived, lost) {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read().catch(() => {
        throw lost(bytes);
      });
      if (done) return controller.close();
      bytes += value.length;
      onArrived({ bytes, total });
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
