import { checkObject, checkWhole } from '../shared/checks.js';
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
 * @property {number} variant 0 as it is, 1 turned, 2 turned back
 * @property {Float32Array} inputs 784, as the network got them
 * @property {Float32Array} outputs 10, before the network learned from them
 */

/** RUN_NO_MEMORY of src/run.h. */
const NO_MEMORY = -1;

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
   * @param {'run' | 'trainer'} name what errors call it
   */
  constructor(core, records, settings, name = 'run') {
    const recordsAddress = Records.addressIn(core, records);
    this.#core = core;
    this.#name = name;
    this.#address = this.#lendSettings(settings, (numbers) =>
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
   * Trains: at most so many steps, fewer where the run is done or waits for records. It starts anew first
   * where restartIfStale() would.
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

  /** @returns {Progress} */
  get progress() {
    return this.#core.lend([16], (address) => {
      this.#core.call.glassbox_run_progress(this.#live, address);
      const [epoch, step, steps, done] = this.#core.words(address, 4);
      return { epoch, step, steps, done: done === 1 };
    });
  }

  /** What the last step showed; null before the first. @returns {Shown | null} */
  get shown() {
    if (this.progress.step === 0) return null;
    return this.#core.lend([12, PIXELS * 4, DIGITS * 4], (numbers, inputs, outputs) => {
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
   * Training metrics: of all answers since the run began, each before the network learned from it.
   *
   * @returns {{ shown: number, correct: number, error: number }} steps; right answers; the sum over the
   *   steps of the mean over the ten outputs of (target - output)^2
   */
  get metrics() {
    const { glassbox_run_correct, glassbox_run_error } = this.#core.call;
    return {
      shown: this.progress.step,
      correct: glassbox_run_correct(this.#live),
      error: glassbox_run_error(this.#live),
    };
  }

  /** The learning rate of the next step, in single precision; 0 where it has fallen to the end. */
  get learningRate() {
    return this.#core.call.glassbox_run_learning_rate(this.#live);
  }

  /**
   * Sets the learning rate from the next step on, for the rest of this run. One that falls, falls from
   * this.
   *
   * @param {number} rate as the setting learningRate
   */
  changeLearningRate(rate) {
    this.#core.call.glassbox_run_change_learning_rate(this.#live, checkSetting('learningRate', rate));
  }

  /**
   * Starts anew with other settings, on the same records.
   *
   * @param {Settings} settings all of them
   */
  reset(settings) {
    const run = this.#live;
    const isDone = this.#lendSettings(settings, (numbers) =>
      this.#core.call.glassbox_run_reset(run, numbers),
    );
    if (!isDone) throw outOfMemory();
  }

  /**
   * Starts anew if other training records have taken the place of those that it was trained on.
   *
   * @returns {boolean} whether it had to
   */
  restartIfStale() {
    return this.#core.call.glassbox_run_restart_if_stale(this.#live) === 1;
  }

  /** Frees its memory, and its network's. */
  free() {
    this.#core.call.glassbox_run_destroy(this.#live);
    this.#address = 0;
    this.#release();
  }

  /**
   * Lends the core the settings, in the order in which src/settings.h has them.
   *
   * @template T
   * @param {Settings} settings
   * @param {(numbers: number) => T} use
   * @returns {T}
   */
  #lendSettings(settings, use) {
    const names = SETTINGS.map(({ name }) => name);
    checkObject('settings', settings, names);
    const numbers = names.map((name) => checkSetting(name, settings[name]));
    return this.#core.lend([numbers.length * 8], (address) => {
      this.#core.doubles(address, numbers.length).set(numbers);
      return use(address);
    });
  }
}
