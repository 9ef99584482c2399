import { codedError } from '../shared/errors.js';

/**
 * The module's functions and memory. Only this folder and ../glassbox.js handle addresses. They check their arguments
 * and return copies.
 */
export class Core {
  /** @param {WebAssembly.Exports} exports */
  constructor(exports) {
    this.call = /** @type {Record<string, (...args: number[]) => number>} */ (exports);
    this.memory = /** @type {WebAssembly.Memory} */ (exports.memory);
  }

  /**
   * Views must not be stored: they are detached when the memory grows.
   *
   * @param {number} address
   * @param {number} length
   */
  floats(address, length) {
    return new Float32Array(this.memory.buffer, address, length);
  }

  /** @param {number} address @param {number} length */
  words(address, length) {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  /** @param {number} address @param {number} length */
  doubles(address, length) {
    return new Float64Array(this.memory.buffer, address, length);
  }

  /** @param {number} address @param {number} length */
  bytes(address, length) {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  /**
   * Allocates blocks of memory for the duration of one call.
   *
   * @template T
   * @param {number[]} sizes in bytes
   * @param {(...addresses: number[]) => T} use
   * @returns {T}
   */
  withMemory(sizes, use) {
    const starts = [];
    let total = 0;
    for (const size of sizes) {
      starts.push(total);
      total += Math.ceil(size / 16) * 16;
    }
    const address = this.call.glassbox_alloc(total);
    if (address === 0) throw outOfMemory();
    try {
      return use(...starts.map((start) => address + start));
    } finally {
      this.call.glassbox_free(address);
    }
  }
}

/** The most bytes of a file that are copied into the module at once. */
export const BLOCK = 1 << 18;

/** @param {Uint8Array} bytes @param {number} [size] of a block @returns {Generator<Uint8Array>} in blocks */
export function* blocksOf(bytes, size = BLOCK) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export function outOfMemory() {
  return codedError(Error, 'out-of-memory');
}
