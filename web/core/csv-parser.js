import { checkBytes } from '../shared/checks.js';
import { codedError } from '../shared/errors.js';
import { RECORD_COLUMNS } from '../shared/shape.js';
import { CsvError } from './csv-error.js';
import { BLOCK, blocksOf, outOfMemory } from './memory.js';

/** @typedef {import('./memory.js').Core} Core */

/** Reads a CSV file that comes in pieces of any size (src/csv.h). */
export class CsvParser {
  #core;
  #address;
  /** Where a block of the file goes. */
  #text;
  /** The records that were read and have not been taken: where, their bytes, and how many fit. */
  #records = 0;
  #size = 0;
  #room = 0;

  /** @param {Core} core */
  constructor(core) {
    this.#core = core;
    this.#address = core.call.glassbox_csv_create();
    this.#text = core.call.glassbox_alloc(BLOCK);
    if (this.#address === 0 || this.#text === 0) {
      core.call.glassbox_csv_destroy(this.#address);
      core.call.glassbox_free(this.#text);
      throw outOfMemory();
    }
  }

  get #live() {
    if (this.#address === 0) throw codedError(Error, 'parser-freed');
    return this.#address;
  }

  /**
   * Reads the next bytes of the file.
   *
   * @param {Uint8Array} bytes
   * @throws {CsvError} the same again from then on
   */
  read(bytes) {
    const parser = this.#live;
    checkBytes('bytes', bytes);
    for (const block of blocksOf(bytes)) {
      // A record takes more bytes as text, but the first one may have begun before.
      const to = this.#makeRoom(block.length + RECORD_COLUMNS);
      this.#core.bytes(this.#text, block.length).set(block);
      this.#count(this.#core.call.glassbox_csv_read(parser, this.#text, block.length, to));
    }
  }

  /**
   * Ends the file. Its last line may lack the newline.
   *
   * @throws {CsvError}
   */
  end() {
    const parser = this.#live;
    this.#count(this.#core.call.glassbox_csv_end(parser, this.#makeRoom(RECORD_COLUMNS)));
  }

  /** @returns {Uint8Array<ArrayBuffer>} the records read since the last time, 785 bytes each: label and 784 pixels */
  take() {
    const records = this.#core.bytes(this.#records, this.#size).slice();
    this.#size = 0;
    return records;
  }

  /** Frees its memory. */
  free() {
    this.#core.call.glassbox_csv_destroy(this.#live);
    for (const address of [this.#text, this.#records]) this.#core.call.glassbox_free(address);
    this.#address = 0;
  }

  /** @param {number} size bytes of records to come @returns {number} the address for them */
  #makeRoom(size) {
    const needed = this.#size + size;
    if (needed > this.#room) {
      const room = Math.max(needed, 2 * this.#room);
      const address = this.#core.call.glassbox_alloc(room);
      if (address === 0) throw outOfMemory();
      this.#core.bytes(address, this.#size).set(this.#core.bytes(this.#records, this.#size));
      this.#core.call.glassbox_free(this.#records);
      [this.#records, this.#room] = [address, room];
    }
    return this.#records + this.#size;
  }

  /** @param {number} records that were read; negative: the file is bad */
  #count(records) {
    if (records < 0) throw csvError(this.#core, this.#live);
    this.#size += records * RECORD_COLUMNS;
  }
}

/**
 * What is wrong with a file.
 *
 * @param {Core} core
 * @param {number} parser its address
 */
export function csvError(core, parser) {
  const [reason, row, column, found] = core.words(core.call.glassbox_csv_error(parser), 4);
  return new CsvError(reason, row, column, found);
}
