import { checkBytes, checkWhole, typeName } from '../shared/checks.js';
import { codedError } from '../shared/errors.js';
import { PIXELS, RECORD_COLUMNS, RECORDS_MAX } from '../shared/shape.js';
import { csvError } from './csv-parser.js';
import { correct, inspect, readTurned } from './inspection.js';
import { BLOCK, blocksOf, outOfMemory } from './memory.js';
import { Network } from './network.js';

/** @typedef {import('./memory.js').Core} Core */
/** @typedef {'train' | 'test'} Kind */

/** records_kind of src/records.h. */
const KINDS = ['train', 'test'];

/** records_status of src/records.h. */
const BAD_CSV = 1;
const NO_MEMORY = 2;
const TOO_MANY = 3;
const BAD_LABEL = 4;

/** Training and test records, which any number of runs can share (src/records.h). */
export class Records {
  #core;
  #address;
  /** Runs that use them. */
  #borrowers = 0;

  /** @param {Core} core */
  constructor(core) {
    this.#core = core;
    this.#address = core.call.glassbox_records_create();
    if (this.#address === 0) throw outOfMemory();
  }

  /**
   * The address of records in the module, for other files in this folder.
   *
   * @param {Core} core of the module that is to use them
   * @param {unknown} records as the caller gave them
   * @returns {number}
   */
  static addressIn(core, records) {
    if (!(records instanceof Records)) {
      throw codedError(TypeError, 'takes-records', { name: 'records', got: typeName(records) });
    }
    if (records.#core !== core) throw codedError(TypeError, 'takes-own-records', { name: 'records' });
    return records.#live;
  }

  /**
   * Prevents records from being freed while a run uses them.
   *
   * @param {Records} records
   * @returns {() => void} to be called when the run is freed
   */
  static borrow(records) {
    records.#borrowers++;
    return () => {
      records.#borrowers--;
    };
  }

  get #live() {
    if (this.#address === 0) throw codedError(Error, 'records-freed');
    return this.#address;
  }

  /**
   * Takes the next bytes of a CSV file, in pieces of any size. The first bytes after end() or an error start a new
   * file, which replaces the previous one when it is complete. Runs that were trained on the previous file then have
   * to start again: run.restartIfStale().
   *
   * @param {Kind} kind
   * @param {Uint8Array} bytes
   * @returns {number} records so far
   * @throws {import('./csv-error.js').CsvError} the file is dropped; the previous one stays loaded
   */
  write(kind, bytes) {
    const index = kindIndex(kind);
    checkBytes('bytes', bytes);
    this.#core.withMemory([Math.min(bytes.length, BLOCK)], (address) => {
      for (const block of blocksOf(bytes)) {
        this.#core.bytes(address, block.length).set(block);
        this.#check(index, this.#core.call.glassbox_records_write(this.#live, index, address, block.length));
      }
    });
    return this.#core.call.glassbox_records_read(this.#live, index);
  }

  /**
   * Takes whole records instead of CSV text: 785 bytes each, the label and 784 pixels. As write() otherwise.
   *
   * @param {Kind} kind
   * @param {Uint8Array} bytes
   * @returns {number} records so far
   */
  add(kind, bytes) {
    const { glassbox_records_add } = this.#core.call;
    return this.#add(kind, { bytes }, RECORD_COLUMNS, 'takes-whole-records', glassbox_records_add);
  }

  /**
   * Ends a file. Its last line may lack the newline.
   *
   * @param {Kind} kind
   * @returns {number} its records
   * @throws {import('./csv-error.js').CsvError} as write
   */
  end(kind) {
    const index = kindIndex(kind);
    this.#check(index, this.#core.call.glassbox_records_end(this.#live, index));
    return this.#core.call.glassbox_records_read(this.#live, index);
  }

  /**
   * Takes pictures that show no digit, 784 greys each, for a network to learn to refuse. No file can have them: they
   * have no label. As add() otherwise.
   *
   * @param {Kind} kind
   * @param {Uint8Array} pixels
   * @returns {number} records so far
   */
  addNoDigits(kind, pixels) {
    const { glassbox_records_add_no_digits } = this.#core.call;
    return this.#add(kind, { pixels }, PIXELS, 'takes-whole-pictures', glassbox_records_add_no_digits);
  }

  /**
   * Takes over a complete set of other records, which lose it. Runs go on if it is the same as the one in use, or has
   * all of a file that was still arriving; others start again: run.restartIfStale().
   *
   * @param {Kind} kind
   * @param {Records} from
   */
  takeOver(kind, from) {
    this.#core.call.glassbox_records_take_over(
      this.#live,
      Records.addressIn(this.#core, from),
      kindIndex(kind),
    );
  }

  /**
   * Moves every `every`th record of a complete training set to the test set, whose records they replace.
   *
   * @param {number} every
   */
  holdOut(every) {
    checkWhole('every', every, 2, RECORDS_MAX);
    if (!this.#core.call.glassbox_records_hold_out(this.#live, every)) throw outOfMemory();
  }

  /**
   * Looks at a complete set for what would be odd in pictures like MNIST's.
   *
   * @param {Kind} kind
   * @returns {import('./inspection.js').Inspection}
   */
  inspect(kind) {
    return inspect(this.#core, this.#live, kindIndex(kind));
  }

  /**
   * Turns some records of a complete set into all eight orientations and asks a network that can read.
   *
   * @param {Kind} kind
   * @param {Network} network
   * @returns {number[]} the shares that it read right, by orientation (Correction)
   */
  readTurned(kind, network) {
    return readTurned(this.#core, this.#live, kindIndex(kind), Network.addressIn(this.#core, network));
  }

  /**
   * Corrects a complete set. Runs that were trained on it have to start again: run.restartIfStale().
   *
   * @param {Kind} kind
   * @param {import('./inspection.js').Correction} correction that inspect() or readTurned() suggests
   * @throws {RangeError} 'label' would make a label above 9; nothing has changed
   */
  correct(kind, correction) {
    correct(this.#core, this.#live, kindIndex(kind), correction);
  }

  /**
   * Drops an incomplete file.
   *
   * @param {Kind} kind
   */
  abandon(kind) {
    this.#core.call.glassbox_records_abandon(this.#live, kindIndex(kind));
  }

  /**
   * @param {Kind} kind
   * @returns {number} records in use; those of a first training file are in use while they arrive
   */
  count(kind) {
    return this.#core.call.glassbox_records_count(this.#live, kindIndex(kind));
  }

  /** A number that is the same for the same records in use. @param {Kind} kind */
  digest(kind) {
    return this.#core.call.glassbox_records_digest(this.#live, kindIndex(kind));
  }

  /**
   * @param {Kind} kind
   * @param {number} index below count(kind)
   * @returns {{ label: number, pixels: Uint8Array }} 784 greys 0..255, row by row
   */
  record(kind, index) {
    const count = this.count(kind);
    if (count === 0) throw codedError(RangeError, 'no-records', { kind });
    checkWhole('index', index, 0, count - 1);
    const address = this.#core.call.glassbox_record(this.#live, kindIndex(kind), index);
    const record = this.#core.bytes(address, RECORD_COLUMNS);
    return { label: record[0], pixels: record.slice(1) };
  }

  /**
   * @param {Kind} kind
   * @returns {Uint8Array} the labels of all records in use
   */
  labels(kind) {
    const index = kindIndex(kind);
    // To look a record up takes no memory, so this view lasts.
    const bytes = new Uint8Array(this.#core.memory.buffer);
    const label = (/** @type {number} */ i) => bytes[this.#core.call.glassbox_record(this.#live, index, i)];
    return Uint8Array.from({ length: this.count(kind) }, (_, i) => label(i));
  }

  /**
   * @param {Kind} kind
   * @returns {Uint8Array<ArrayBuffer>} all records in use, as add() takes them
   */
  all(kind) {
    const index = kindIndex(kind);
    const all = new Uint8Array(this.count(kind) * RECORD_COLUMNS);
    // To look a record up takes no memory, so this view lasts.
    const bytes = new Uint8Array(this.#core.memory.buffer);
    for (let i = 0; i < all.length / RECORD_COLUMNS; i++) {
      const address = this.#core.call.glassbox_record(this.#live, index, i);
      all.set(bytes.subarray(address, address + RECORD_COLUMNS), i * RECORD_COLUMNS);
    }
    return all;
  }

  /** Frees their memory. All runs that use them must have been freed. */
  free() {
    const address = this.#live;
    if (this.#borrowers > 0) throw codedError(Error, 'records-in-use');
    this.#core.call.glassbox_records_destroy(address);
    this.#address = 0;
  }

  /**
   * Takes records of a fixed size.
   *
   * @param {Kind} kind
   * @param {Record<string, Uint8Array>} argument the bytes, under their name
   * @param {number} size of a record
   * @param {'takes-whole-records' | 'takes-whole-pictures'} code of the error if they are not
   * @param {(...numbers: number[]) => number} call
   * @returns {number} records so far
   */
  #add(kind, argument, size, code, call) {
    const index = kindIndex(kind);
    const [[name, bytes]] = Object.entries(argument);
    checkBytes(name, bytes);
    if (bytes.length % size !== 0) throw codedError(RangeError, code, { name, got: bytes.length });
    const most = BLOCK - (BLOCK % size);
    this.#core.withMemory([Math.min(bytes.length, most)], (address) => {
      for (const block of blocksOf(bytes, most)) {
        this.#core.bytes(address, block.length).set(block);
        this.#check(index, call(this.#live, index, address, block.length / size));
      }
    });
    return this.#core.call.glassbox_records_read(this.#live, index);
  }

  /** @param {number} index of the kind @param {number} status */
  #check(index, status) {
    if (status === NO_MEMORY) throw outOfMemory();
    if (status === TOO_MANY) throw codedError(RangeError, 'too-many-records', { max: RECORDS_MAX });
    if (status === BAD_LABEL) throw codedError(RangeError, 'bad-label');
    if (status !== BAD_CSV) return;
    throw csvError(this.#core, this.#core.call.glassbox_records_csv(this.#live, index));
  }
}

/** @param {Kind} kind */
function kindIndex(kind) {
  const index = KINDS.indexOf(kind);
  if (index < 0) throw codedError(RangeError, 'takes-kind', { name: 'kind', got: String(kind) });
  return index;
}
