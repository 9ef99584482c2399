import { checkObject, checkWhole, typeName } from '../shared/checks.js';
import { checkSetting, recipeSettings, SETTINGS } from '../shared/settings.js';
import { DIGITS, PIXELS, RECORD_COLUMNS, RECORDS_MAX } from '../shared/shape.js';
import { CsvError } from './csv-error.js';
import { outOfMemory } from './memory.js';
import { Network } from './network.js';

/** @typedef {import('./memory.js').Core} Core */
/** @typedef {import('../shared/settings.js').Settings} Settings */
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
   * What the last step showed; null before the first.
   *
   * @returns {{ record: number, label: number, variant: number, inputs: Float32Array,
   *   outputs: Float32Array } | null} its index in the file; its label; 0 as it is, 1 turned, 2 turned
   *   back; the 784 inputs as the network got them; the 10 outputs before it learnt from them
   */
  get shown() {
    if (this.progress.step === 0) return null;
    return this.#core.lend([12, PIXELS * 4, DIGITS * 4], (numbers, inputs, outputs) => {
      this.#core.call.glassbox_shown(this.#live, numbers, inputs, outputs);
      const [record, variant, label] = this.#core.words(numbers, 3);
      return {
        record,
        label,
        variant,
        inputs: this.#core.floats(inputs, PIXELS).slice(),
        outputs: this.#core.floats(outputs, DIGITS).slice(),
      };
    });
  }

  /**
   * How the answers were that the network gave since the run began, each before it learnt from it.
   *
   * @returns {{ shown: number, correct: number, error: number }} steps; right answers; the sum over the
   *   steps of the mean over the ten outputs of (target - output)^2
   */
  get learnt() {
    const { glassbox_learnt_correct, glassbox_learnt_error } = this.#core.call;
    return {
      shown: this.progress.step,
      correct: glassbox_learnt_correct(this.#live),
      error: glassbox_learnt_error(this.#live),
    };
  }

  /** The learning rate of the next step, in single precision; 0 where it has fallen to the end. */
  get learningRate() {
    return this.#core.call.glassbox_learning_rate(this.#live);
  }

  /**
   * Sets the learning rate from the next step on, for the rest of this run. One that falls, falls from
   * this.
   *
   * @param {number} rate as the setting learningRate
   */
  changeLearningRate(rate) {
    this.#core.call.glassbox_change_learning_rate(this.#live, checkSetting('learningRate', rate));
  }

  /**
   * @param {Kind} kind
   * @param {number} index of those that records(kind) counts
   * @returns {{ label: number, pixels: Uint8Array }} 784 greys 0..255, row by row
   */
  record(kind, index) {
    const count = this.records(kind);
    if (count === 0) throw new RangeError(`index takes one of the ${kind} records, and there are none`);
    checkWhole('index', index, 0, count - 1);
    const address = this.#core.call.glassbox_record(this.#live, kindIndex(kind), index);
    const record = this.#core.bytes(address, RECORD_COLUMNS);
    return { label: record[0], pixels: record.slice(1) };
  }

  /**
   * Asks a network about the test records, or about those from..to - 1 of them.
   *
   * @param {{ from?: number, to?: number, network?: Network }} [part] default: all of them, the network
   *   being trained
   * @returns {{ accuracy: number, correct: number, total: number, confusion: Uint32Array, error: number,
   *   outputs: Float32Array }} confusion[10 * label + answer] counts records; error is the mean over
   *   records and outputs of (target - output)^2; outputs are the answers, row-major (total, 10)
   */
  test(part = {}) {
    checkObject('part', part, ['from', 'to', 'network']);
    const count = this.records('test');
    if (count === 0) throw new Error("there are no test records: write('test', bytes), then end('test')");
    const to = checkWhole('to', part.to ?? count, 1, count);
    const from = checkWhole('from', part.from ?? 0, 0, to - 1);
    const network = Network.addressIn(this.#core, part.network ?? this.network);
    const [counts, total] = [DIGITS * DIGITS, to - from];
    return this.#core.lend([counts * 4, total * DIGITS * 4], (confusionAddress, outputsAddress) => {
      this.#core.words(confusionAddress, counts).fill(0);
      const { glassbox_test } = this.#core.call;
      const error = glassbox_test(this.#live, network, from, to, confusionAddress, outputsAddress) / total;
      const confusion = this.#core.words(confusionAddress, counts).slice();
      const outputs = this.#core.floats(outputsAddress, total * DIGITS).slice();
      let correct = 0;
      for (let digit = 0; digit < DIGITS; digit++) correct += confusion[DIGITS * digit + digit];
      return { accuracy: correct / total, correct, total, confusion, error, outputs };
    });
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
