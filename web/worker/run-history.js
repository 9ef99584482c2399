import { NO_CURVES, withPoint } from '../shared/curve-points.js';
import { copyOf, Discarded } from './discarded.js';
import { Snapshots } from './snapshots.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('./discarded.js').Around} Around */

/** What a run has been through since it started, and what the last reset has discarded. */
export class RunHistory {
  #run;
  #parts;
  #on;
  #generation = 1;
  #settings;
  #learningRateChanged = false;
  #snapshots = new Snapshots();
  #curves = NO_CURVES;
  /** By the last reset, until the run learns again. */
  #discarded = new Discarded();

  /**
   * @param {import('../glassbox.js').Run} run
   * @param {Settings} settings
   * @param {import('./api.js').Parts} parts
   * @param {{ told: () => Around['told'], renewed: (told?: Around['told']) => void }} on told: the metrics that the page
   *   was last told; renewed: the run has started again, untrained or with these metrics
   */
  constructor(run, settings, parts, on) {
    this.#run = run;
    this.#settings = settings;
    this.#parts = parts;
    this.#on = on;
  }

  /** Goes up each time the run starts again. */
  get generation() {
    return this.#generation;
  }

  /** learningRate: the current one */
  get settings() {
    return this.#settings;
  }

  /** Whether the visitor has changed the learning rate since the run started. */
  get learningRateChanged() {
    return this.#learningRateChanged;
  }

  get snapshots() {
    return this.#snapshots;
  }

  get curves() {
    return this.#curves;
  }

  /** Whether a reset can be undone. */
  get undoable() {
    return this.#discarded.isThere;
  }

  /** @param {import('./messages.js').ScoreMessage | import('./messages.js').TrainingMetricsMessage} point */
  add(point) {
    this.#curves = withPoint(this.#curves, point);
  }

  /** @param {number} learningRate from the next step on */
  changeLearningRate(learningRate) {
    this.#run.changeLearningRate(learningRate);
    this.#settings = { ...this.#settings, learningRate };
    this.#learningRateChanged = true;
  }

  /** The run learns, so that the last reset can't be undone any more. */
  goOn() {
    this.#discarded.forget();
  }

  /**
   * Starts again, untrained, on the same records.
   *
   * @param {Settings} settings
   * @throws {Error} they are none, or there is no memory; this run is as it was
   */
  reset(settings) {
    this.#replace(() => this.#run.reset(settings));
    this.#renew({ settings, learningRateChanged: false });
  }

  /**
   * Goes back to what the last reset discarded.
   *
   * @returns {boolean} false: it is not there any more
   * @throws {Error} there is no memory; this run is as it was, and it is still there
   */
  undoReset() {
    const around = this.#discarded.restoreTo(this.#run);
    if (!around) return false;
    this.#renew(around);
    return true;
  }

  /** Everything that is needed to go on with the run on another visit. */
  saved() {
    return { run: this.#run.save(), around: this.#around };
  }

  /**
   * Goes on with a saved run, for which its training records need not be here yet.
   *
   * @param {Uint8Array} run
   * @param {Around} around
   * @throws {Error} it cannot be read; this run is as it was
   */
  restore(run, around) {
    this.#replace(() => this.#run.restoreAhead(run));
    this.#renew(around);
  }

  /** Starts again if the records that the run was trained on have been replaced. @returns {boolean} whether they have */
  restartIfStale() {
    this.#discarded.forgetIfStale();
    const isStale = this.#run.restartIfStale();
    if (isStale) this.#renew();
    return isStale;
  }

  /** Changes the run. What it was before is kept, if it had learned, until it learns again. @param {() => void} change */
  #replace(change) {
    const before = copyOf(this.#run, this.#settings, this.#parts);
    try {
      change();
    } catch (error) {
      before.free();
      throw error;
    }
    if (this.#discarded.keep(before, this.#around)) this.#snapshots = new Snapshots();
  }

  /** @returns {Around} */
  get #around() {
    return {
      settings: this.#settings,
      learningRateChanged: this.#learningRateChanged,
      snapshots: this.#snapshots,
      told: this.#on.told(),
      curves: this.#curves,
    };
  }

  /** @param {Partial<Around>} [around] default: an untrained run's, with the same settings */
  #renew({
    settings = this.#settings,
    learningRateChanged = this.#learningRateChanged,
    snapshots = new Snapshots(),
    told,
    curves = NO_CURVES,
  } = {}) {
    this.#generation++;
    this.#settings = settings;
    this.#learningRateChanged = learningRateChanged;
    this.#snapshots.clear();
    this.#snapshots = snapshots;
    this.#curves = curves;
    this.#on.renewed(told);
  }
}
