import { checkObject } from '../shared/checks.js';
import { codedError } from '../shared/errors.js';
import { recipeSettings, SETTINGS } from '../shared/settings.js';
import { evaluate } from './evaluate.js';
import { Records } from './records.js';
import { Run } from './run.js';

/** @typedef {import('./memory.js').Core} Core */
/** @typedef {import('./network.js').Network} Network */
/** @typedef {import('./records.js').Kind} Kind */
/** @typedef {import('../shared/settings.js').Settings} Settings */

/** A training run with records of its own. */
export class Trainer {
  #core;
  /** @type {{ records: Records, run: Run } | null} null once freed */
  #parts;
  /** The network being trained. */
  network;

  /** @param {Core} core @param {Partial<Settings> & { recipe?: string }} settings */
  constructor(core, settings) {
    const chosen = chosenSettings(settings);
    const records = new Records(core);
    try {
      const run = new Run(core, records, chosen, 'trainer');
      this.#core = core;
      this.#parts = { records, run };
      this.network = run.network;
    } catch (error) {
      records.free();
      throw error;
    }
  }

  get #live() {
    if (!this.#parts) throw codedError(Error, 'trainer-freed');
    return this.#parts;
  }

  /**
   * As Records.write(). The run starts again if this training file follows one that failed.
   *
   * @param {Kind} kind
   * @param {Uint8Array} bytes
   * @returns {number} records so far
   */
  write(kind, bytes) {
    const { records, run } = this.#live;
    try {
      return records.write(kind, bytes);
    } finally {
      run.restartIfStale();
    }
  }

  /**
   * As Records.end(). The run starts again if the training file replaces another one.
   *
   * @param {Kind} kind
   * @returns {number} its records
   */
  end(kind) {
    const { records, run } = this.#live;
    try {
      return records.end(kind);
    } finally {
      run.restartIfStale();
    }
  }

  /** As Run.train(). @param {{ samples: number }} amount */
  run(amount) {
    return this.#live.run.train(amount);
  }

  /**
   * As Glassbox.evaluate(). The default network is the one being trained.
   *
   * @param {{ from?: number, to?: number, network?: Network }} [part]
   */
  test(part = {}) {
    const { records } = this.#live;
    checkObject('part', part, ['from', 'to', 'network']);
    const { network = this.network, ...range } = part;
    return evaluate(this.#core, network, records, range);
  }

  /** As Run.save(). */
  save() {
    return this.#live.run.save();
  }

  /** As Run.restore(). @param {Uint8Array} bytes */
  restore(bytes) {
    this.#live.run.restore(bytes);
  }

  /** Frees the memory of records and network. */
  free() {
    const { records, run } = this.#live;
    run.free();
    records.free();
    this.#parts = null;
  }
}

/** @param {Partial<Settings> & { recipe?: string }} settings */
function chosenSettings(settings) {
  checkObject('settings', settings, [...SETTINGS.map(({ name }) => name), 'recipe']);
  const { recipe = 'notebook', ...changes } = settings;
  return recipeSettings(recipe, changes);
}
