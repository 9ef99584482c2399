/**
 * A file whose bytes are here already, as far as it is used like a Blob. WebKit reads no Blob in the worker of a page
 * that was opened from a disk, so that the page sends the bytes instead (single/start.js).
 */
export class BytesFile {
  #bytes;

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  get size() {
    return this.#bytes.length;
  }

  /** @param {number} start @param {number} end */
  slice(start, end) {
    return new BytesFile(this.#bytes.subarray(start, end));
  }

  /** A copy. */
  async arrayBuffer() {
    return this.#bytes.slice().buffer;
  }
}

/**
 * @param {Blob | Uint8Array<ArrayBuffer>} file
 * @returns {Blob}
 */
export const blobOf = (file) =>
  file instanceof Uint8Array ? /** @type {any} */ (new BytesFile(file)) : file;
