/**
 * What belongs to a run beside the core's.
 *
 * @typedef {object} Around
 * @property {import('../shared/settings.js').Settings} settings learningRate: the current one
 * @property {boolean} learningRateChanged whether the visitor has changed it during the run
 * @property {import('./snapshots.js').Snapshots} snapshots
 * @property {import('../glassbox.js').Run['metrics']} told the metrics when the page was last told them
 * @property {import('../shared/curve-points.js').Curves} curves that the page was told
 */

/** The run that a reset discards, kept so that the reset can be undone. */
export class Discarded {
  /** @type {{ run: import('../glassbox.js').Run, around: Around } | null} */
  #kept = null;

  get isThere() {
    return this.#kept !== null;
  }

  /**
   * @param {import('../glassbox.js').Run} run a copy, owned from now on
   * @param {Around} around
   * @returns {boolean} false: it has learned nothing, so that what was discarded before stays
   */
  keep(run, around) {
    if (run.progress.step === 0) {
      run.free();
      return false;
    }
    this.forget();
    this.#kept = { run, around };
    return true;
  }

  /**
   * Makes a run what is kept, and is not any longer.
   *
   * @param {import('../glassbox.js').Run} run
   * @returns {Around | null} null: nothing is kept
   * @throws {Error} there is no memory; both runs are as they were
   */
  restoreTo(run) {
    if (!this.#kept) return null;
    const { run: kept, around } = this.#kept;
    run.restoreAhead(kept.save());
    kept.free();
    this.#kept = null;
    return around;
  }

  /** Forgets the run if the records that it was trained on have been replaced. */
  forgetIfStale() {
    if (this.#kept?.run.restartIfStale()) this.forget();
  }

  forget() {
    this.#kept?.run.free();
    this.#kept?.around.snapshots.clear();
    this.#kept = null;
  }
}

/**
 * @param {import('../glassbox.js').Run} run
 * @param {import('../shared/settings.js').Settings} settings its own
 * @param {import('./api.js').Parts} parts
 */
export function copyOf(run, settings, { glassbox, records }) {
  const saved = run.save();
  const copy = glassbox.run(records, settings);
  try {
    copy.restoreAhead(saved);
  } catch (error) {
    copy.free();
    throw error;
  }
  return copy;
}
