import { checkBytes, checkObject, checkWhole } from '../shared/checks.js';
import { codedError } from '../shared/errors.js';
import { checkSetting, SETTINGS } from '../shared/settings.js';
import { DIGITS, PIXELS } from '../shared/shape.js';
import { outOfMemory } from './memory.js';
import { Network } from './network.js';
import { Records } from './records.js';

/** @typedef {import('./memory.js').Core} Core */
/** @typedef {import('../shared/settings.js').Settings} Settings */

/**
 * @typedef {object} Progress
 * @property {number} epoch epochs finished
 * @property {number} step steps done
 * @property {number} steps of the whole run, as far as records have arrived
 * @property {boolean} done
 *
 * @typedef {object} Shown what a step showed to the network
 * @property {number} record its index in the file
 * @property {number} label
 * @property {number} variant 0: upright, 1: rotated, 2: rotated back
 * @property {Float32Array} inputs 784, as the network got them
 * @property {Float32Array} outputs 10, before the network learned from them
 */

/** RUN_NO_MEMORY of src/run.h. */
const NO_MEMORY = -1;

/** The error codes of run_save_status in src/run_save.h, from RUN_SAVE_TOO_SHORT on. */
const SAVE_ERRORS = /** @type {const} */ ([
  'saved-run-too-short',
  'saved-run-damaged',
  'saved-run-other-version',
  'saved-run-other-records',
  'run-without-records',
  'out-of-memory',
]);

/** run_records of src/run.h. */
const RECORDS_FOUND = /** @type {const} */ (['here', 'awaited', 'others']);

/** A training run on borrowed records (src/run.h). */
export class Run {
  #core;
  #address;
  #name;
  #release;
  /** The network being trained. */
  network;

  /**
   * @param {Core} core
   * @param {Records} records
   * @param {Settings} settings
   * @param {'run' | 'trainer'} name used in errors
   */
  constructor(core, records, settings, name = 'run') {
    const recordsAddress = Records.addressIn(core, records);
    this.#core = core;
    this.#name = name;
    this.#address = this.#withSettings(settings, (numbers) =>
      core.call.glassbox_run_create(recordsAddress, numbers),
    );
    if (this.#address === 0) throw outOfMemory();
    this.#release = Records.borrow(records);
    const address = core.call.glassbox_run_network(this.#address);
    this.network = new Network(core, address, { name, check: () => this.#live });
  }

  get #live() {
    if (this.#address === 0) throw codedError(Error, `${this.#name}-freed`);
    return this.#address;
  }

  /**
   * Makes training steps, fewer than asked for if the run ends or has to wait for records. Calls restartIfStale()
   * first.
   *
   * @param {{ samples: number }} amount
   * @returns {Progress}
   */
  train(amount) {
    checkObject('amount', amount, ['samples']);
    const samples = checkWhole('samples', amount.samples, 0, 2 ** 31 - 1);
    if (this.#core.call.glassbox_run_train(this.#live, samples) === NO_MEMORY) throw outOfMemory();
    return this.progress;
  }

  get #state() {
    return this.#core.withMemory([7 * 8], (address) => {
      this.#core.call.glassbox_run_state(this.#live, address);
      const [epoch, step, steps, done, correct, error, learningRate] = this.#core.doubles(address, 7);
      return { progress: { epoch, step, steps, done: done === 1 }, correct, error, learningRate };
    });
  }

  /** @returns {Progress} */
  get progress() {
    return this.#state.progress;
  }

  /** What the last step showed; null before the first. @returns {Shown | null} */
  get shown() {
    if (this.progress.step === 0) return null;
    return this.#core.withMemory([12, PIXELS * 4, DIGITS * 4], (numbers, inputs, outputs) => {
      this.#core.call.glassbox_run_shown(this.#live, numbers, inputs, outputs);
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
   * Training metrics of all steps, each measured before the network learned from the record.
   *
   * @returns {{ shown: number, correct: number, error: number }} shown: steps; correct: correct answers; error: the sum
   *   over the steps of the mean over the ten outputs of (target - output)^2
   */
  get metrics() {
    const { progress, correct, error } = this.#state;
    return { shown: progress.step, correct, error };
  }

  /** The learning rate of the next step, in single precision; 0 at the end of its fall. */
  get learningRate() {
    return this.#state.learningRate;
  }

  /**
   * Sets the learning rate from the next step on, for the rest of this run. A falling rate falls from it.
   *
   * @param {number} rate in the range of the setting learningRate
   */
  changeLearningRate(rate) {
    this.#core.call.glassbox_run_change_learning_rate(this.#live, checkSetting('learningRate', rate));
  }

  /** @returns {Settings} in the core's precision; learningRate is the current one */
  get settings() {
    return this.#core.withMemory([SETTINGS.length * 8], (address) => {
      this.#core.call.glassbox_run_settings(this.#live, address);
      const numbers = this.#core.doubles(address, SETTINGS.length);
      const entries = SETTINGS.map(({ name }, i) => [name, numbers[i]]);
      return /** @type {Settings} */ (Object.fromEntries(entries));
    });
  }

  /**
   * Starts again with other settings, on the same records.
   *
   * @param {Settings} settings all of them
   */
  reset(settings) {
    const run = this.#live;
    const isDone = this.#withSettings(settings, (numbers) =>
      this.#core.call.glassbox_run_reset(run, numbers),
    );
    if (!isDone) throw outOfMemory();
  }

  /**
   * Starts again if the training records that it was trained on have been replaced.
   *
   * @returns {boolean} whether it did
   */
  restartIfStale() {
    return this.#core.call.glassbox_run_restart_if_stale(this.#live) === 1;
  }

  /**
   * Saves the whole run except the records (src/run_save.h).
   *
   * @returns {Uint8Array<ArrayBuffer>}
   * @throws {Error} the records that it was trained on have been replaced
   */
  save() {
    const size = this.#core.call.glassbox_run_save_size(this.#live);
    return this.#core.withMemory([size], (address) => {
      this.#check(this.#core.call.glassbox_run_save(this.#live, address));
      return this.#core.bytes(address, size).slice();
    });
  }

  /**
   * Goes on with a saved run, with its settings, to the bits that it would have come to without a break.
   * Its training records must be here; where they were still arriving when it was saved, at least as many
   * as there were.
   *
   * @param {Uint8Array} bytes
   * @throws {Error} damaged, cut off, from another version or on other records; the run is as it was
   */
  restore(bytes) {
    this.#restore(bytes, this.#core.call.glassbox_run_restore);
  }

  /**
   * Restores a saved run whatever records are here. It makes no steps until its own are.
   *
   * @param {Uint8Array} bytes
   * @throws {Error} damaged, cut off or from another version; the run is as it was
   */
  restoreAhead(bytes) {
    this.#restore(bytes, this.#core.call.glassbox_run_restore_ahead);
  }

  /**
   * Whether the training records of a run that was restored ahead of them are here.
   *
   * @returns {'here' | 'awaited' | 'others'} others: other records are here, complete
   */
  lookForRecords() {
    return RECORDS_FOUND[this.#core.call.glassbox_run_look_for_records(this.#live)];
  }

  /** @param {Uint8Array} bytes @param {(...numbers: number[]) => number} call */
  #restore(bytes, call) {
    checkBytes('bytes', bytes);
    this.#core.withMemory([bytes.length], (address) => {
      this.#core.bytes(address, bytes.length).set(bytes);
      this.#check(call(this.#live, address, bytes.length));
    });
  }

  /** @param {number} status of saving or restoring */
  #check(status) {
    if (status !== 0) throw codedError(Error, SAVE_ERRORS[status - 1]);
  }

  /** Frees its memory, and its network's. */
  free() {
    this.#core.call.glassbox_run_destroy(this.#live);
    this.#address = 0;
    this.#release();
  }

  /**
   * Copies settings into the module, in the order in which src/settings.h has them.
   *
   * @template T
   * @param {Settings} settings
   * @param {(numbers: number) => T} use
   * @returns {T}
   */
  #withSettings(settings, use) {
    const names = SETTINGS.map(({ name }) => name);
    checkObject('settings', settings, names);
    const numbers = names.map((name) => checkSetting(name, settings[name]));
    return this.#core.withMemory([numbers.length * 8], (address) => {
      this.#core.doubles(address, numbers.length).set(numbers);
      return use(address);
    });
  }
}
