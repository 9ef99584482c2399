import { joined } from '../../shared/joined.js';
import { RECORD_COLUMNS } from '../../shared/shape.js';
import { Turns } from '../../shared/turns.js';

/**
 * A part of a file.
 *
 * @typedef {object} Part
 * @property {Uint8Array<ArrayBuffer>} records as Records.add() takes them
 * @property {import('../files/content.js').Arrived | null} arrived how much of the file has been read; null: nothing yet
 * @property {boolean} done whether this is the last part
 *
 * @typedef {{ read: (bytes: Uint8Array) => void, end: () => void, take: () => Uint8Array<ArrayBuffer>,
 *   free: () => void }} Parser makes whole records; take: those read since the last time
 */

/** Milliseconds after which what has been read is passed on: a message costs time, and training waits for records. */
const PART = 5;

/** A file that is read part by part. */
export class OpenFile {
  #file;
  #glassbox;
  #abort = new AbortController();
  /** @type {Promise<{ stream: ReadableStreamDefaultReader<Uint8Array>, parser: Parser }> | null} */
  #opened = null;
  /** @type {Part['arrived']} */
  #arrived = null;
  /** The next block, being read or waiting: whether it is the end. @type {Promise<boolean> | null} */
  #block = null;
  /** Of the parts that were asked for. */
  #turns = new Turns();

  /**
   * @param {import('../files/find-record-files.js').RecordFile} file
   * @param {import('../../glassbox.js').Glassbox} glassbox
   */
  constructor(file, glassbox) {
    this.#file = file;
    this.#glassbox = glassbox;
  }

  /**
   * The part after the one that was asked for last.
   *
   * @returns {Promise<Part>}
   */
  next() {
    return this.#turns.take(() => this.#read());
  }

  async close() {
    this.#abort.abort();
    const opened = await this.#opened?.catch(() => null);
    // Ends a download, and with it the part that waits for it. A stream that has failed cannot be cancelled.
    await opened?.stream.cancel().catch(() => {});
    await this.#turns.ended();
    opened?.parser.free();
  }

  async #open() {
    const stream = await this.#file.open(this.#abort.signal, (arrived) => {
      this.#arrived = arrived;
    });
    const parser = this.#file.format === 'csv' ? this.#glassbox.csvParser() : new WholeRecords();
    return { stream: stream.getReader(), parser };
  }

  /** @returns {Promise<Part>} */
  async #read() {
    this.#opened ??= this.#open();
    const { parser } = await this.#opened;
    const timeUp = new Promise((resolve) => setTimeout(resolve, PART, null));
    const end = performance.now() + PART;
    let done = await this.#takeBlock();
    while (!done && performance.now() < end) {
      // What has failed is told in the next part.
      const isEnd = await Promise.race([timeUp, this.#nextBlock().catch(() => null)]);
      if (isEnd === null) break;
      this.#block = null;
      done = isEnd;
    }
    return { records: parser.take(), arrived: this.#arrived, done };
  }

  async #takeBlock() {
    const isEnd = await this.#nextBlock();
    this.#block = null;
    return isEnd;
  }

  #nextBlock() {
    this.#block ??= this.#readBlock();
    return this.#block;
  }

  async #readBlock() {
    this.#opened ??= this.#open();
    const { stream, parser } = await this.#opened;
    const { done, value } = await stream.read();
    if (value) parser.read(value);
    else if (!this.#abort.signal.aborted) parser.end();
    return done;
  }
}

/** For files that hold records: they come cut anywhere. @implements {Parser} */
class WholeRecords {
  /** @type {Uint8Array[]} */
  #blocks = [];

  /** @param {Uint8Array} bytes */
  read(bytes) {
    this.#blocks.push(bytes);
  }

  end() {}

  take() {
    const all = joined(this.#blocks);
    const whole = all.length - (all.length % RECORD_COLUMNS);
    this.#blocks = [all.slice(whole)];
    return all.slice(0, whole);
  }

  free() {}
}
