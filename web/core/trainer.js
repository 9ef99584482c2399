import { checkObject, checkWhole, typeName } from '../checks.js';
import { CsvError } from '../csv-error.js';
import { recipeSettings, SETTINGS } from '../settings.js';
import { DIGITS, RECORDS_MAX } from '../shape.js';
import { outOfMemory } from './memory.js';
import { Network } from './network.js';

/** @typedef {import('./memory.js').Core} Core */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {'train' | 'test'} Kind */

const KINDS = ['train', 'test'];

/** trainer_status of src/trainer.h. */
const BAD_CSV = 1;
const NO_MEMORY = 2;
const TOO_MANY = 3;

/** Bytes of a file that are copied into the module at a time. */
const WRITE_BLOCK = 1 << 18;

/** A training run and its records (src/trainer.h). */
export class Trainer {
  #core;
  #address;
  /** The network being trained. */
  network;

  /** @param {Core} core @param {Settings} settings */
  constructor(core, settings) {
    this.#core = core;
    this.#address = core.call.glassbox_trainer_make(...inOrder(settings));
    if (this.#address === 0) throw outOfMemory();
    const address = core.call.glassbox_trainer_network(this.#address);
    this.network = new Network(core, address, () => this.#live);
  }

  get #live() {
    if (this.#address === 0) throw new Error('this trainer was freed');
    return this.#address;
  }

  /**
   * A new run on the same records. What the settings leave out is the recipe's, as in trainer().
   *
   * @param {Partial<Settings> & { recipe?: string }} settings
   */
  reset(settings = {}) {
    const chosen = chosenSettings(settings);
    if (!this.#core.call.glassbox_trainer_reset(this.#live, ...inOrder(chosen))) throw outOfMemory();
  }

  /**
   * Takes the next bytes of a CSV file, cut anywhere. The first bytes after end() or an error start
   * a new file, which replaces the one before when it has ended well.
   *
   * @param {Kind} kind
   * @param {Uint8Array} bytes
   * @returns {number} records so far
   * @throws {CsvError} the file is dropped; what was loaded before stays
   */
  write(kind, bytes) {
    const index = kindIndex(kind);
    if (!(bytes instanceof Uint8Array)) {
      throw new TypeError(`bytes takes a Uint8Array, not ${typeName(bytes)}`);
    }
    this.#core.lend([Math.min(bytes.length, WRITE_BLOCK)], (address) => {
      for (let start = 0; start < bytes.length; start += WRITE_BLOCK) {
        const block = bytes.subarray(start, start + WRITE_BLOCK);
        this.#core.bytes(address, block.length).set(block);
        this.#check(index, this.#core.call.glassbox_write(this.#live, index, address, block.length));
      }
    });
    return this.#core.call.glassbox_records_read(this.#live, index);
  }

  /**
   * The file is complete (its last line may lack the newline).
   *
   * @param {Kind} kind
   * @returns {number} its records
   * @throws {CsvError} as write
   */
  end(kind) {
    const index = kindIndex(kind);
    this.#check(index, this.#core.call.glassbox_end(this.#live, index));
    return this.#core.call.glassbox_records_read(this.#live, index);
  }

  /**
   * The file will not be completed: drops what has arrived of it.
   *
   * @param {Kind} kind
   */
  abandon(kind) {
    this.#core.call.glassbox_abandon(this.#live, kindIndex(kind));
  }

  /**
   * @param {Kind} kind
   * @returns {number} records there are to train on or test with; training ones while they arrive
   */
  records(kind) {
    return this.#core.call.glassbox_records_ready(this.#live, kindIndex(kind));
  }

  /** @param {number} index @param {number} status */
  #check(index, status) {
    if (status === NO_MEMORY) throw outOfMemory();
    if (status === TOO_MANY) throw new RangeError(`the file holds more than ${RECORDS_MAX} records`);
    if (status !== BAD_CSV) return;
    this.#core.lend([16], (address) => {
      this.#core.call.glassbox_csv_error(this.#live, index, address);
      const [reason, row, column, found] = this.#core.words(address, 4);
      throw new CsvError(reason, row, column, found);
    });
  }

  /**
   * Trains: at most so many steps, fewer where the run is done or waits for records.
   *
   * @param {{ samples: number }} amount
   * @returns {{ epoch: number, step: number, steps: number, done: boolean }} epochs finished, steps
   *   done, steps of the whole run (as far as records have arrived), whether the run is done
   */
  run(amount) {
    checkObject('amount', amount, ['samples']);
    const { samples } = amount;
    this.#core.call.glassbox_run(this.#live, checkWhole('samples', samples, 0, 2 ** 31 - 1));
    return this.progress;
  }

  get progress() {
    return this.#core.lend([16], (address) => {
      this.#core.call.glassbox_progress(this.#live, address);
      const [epoch, step, steps, done] = this.#core.words(address, 4);
      return { epoch, step, steps, done: done === 1 };
    });
  }

  /**
   * Asks the network about the test records, or about those from..to - 1 of them.
   *
   * @param {{ from?: number, to?: number }} [part]
   * @returns {{ accuracy: number, correct: number, total: number, confusion: Uint32Array }}
   *   confusion[10 * label + answer] counts records
   */
  test(part = {}) {
    const count = this.records('test');
    if (count === 0) throw new Error("there are no test records: write('test', bytes), then end('test')");
    const to = checkWhole('to', part.to ?? count, 1, count);
    const from = checkWhole('from', part.from ?? 0, 0, to - 1);
    const confusion = this.#core.lend([DIGITS * DIGITS * 4], (address) => {
      this.#core.words(address, DIGITS * DIGITS).fill(0);
      this.#core.call.glassbox_test(this.#live, from, to, address);
      return this.#core.words(address, DIGITS * DIGITS).slice();
    });
    let correct = 0;
    for (let digit = 0; digit < DIGITS; digit++) correct += confusion[DIGITS * digit + digit];
    return { accuracy: correct / (to - from), correct, total: to - from, confusion };
  }

  /** Gives the memory of records and network back. */
  free() {
    this.#core.call.glassbox_trainer_unmake(this.#live);
    this.#address = 0;
  }
}

/** @param {Partial<Settings> & { recipe?: string }} settings */
export function chosenSettings(settings) {
  checkObject('settings', settings, [...SETTINGS.map(({ name }) => name), 'recipe']);
  const { recipe = 'notebook', ...changes } = settings;
  return recipeSettings(recipe, changes);
}

/** @param {Settings} settings @returns {number[]} as the core takes them */
function inOrder(settings) {
  return SETTINGS.map(({ name }) => settings[name]);
}

/** @param {Kind} kind */
function kindIndex(kind) {
  const index = KINDS.indexOf(kind);
  if (index < 0) throw new RangeError(`kind takes 'train' or 'test', not ${String(kind)}`);
  return index;
}
