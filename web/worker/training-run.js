import { checkRange, checkWhole } from '../shared/checks.js';
import { codedError } from '../shared/errors.js';
import { AnsweringNetwork } from './answering.js';
import { Evaluation } from './evaluation.js';
import { blobOf } from './files/bytes-file.js';
import { Reporter } from './reporter.js';
import { Snapshots } from './snapshots.js';
import { TrainingLoop } from './training-loop.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/**
 * What a reset discards, kept so that it can be undone.
 *
 * @typedef {object} Discarded
 * @property {import('../glassbox.js').Run} run a copy
 * @property {Settings} settings
 * @property {boolean} learningRateChanged
 * @property {Snapshots} snapshots
 * @property {import('../glassbox.js').Run['metrics']} told
 */

/** Milliseconds for which a snapshot must be viewed before it is scored. */
const STAY = 200;

/** A training run and everything that belongs to it. The page calls its public methods (api.js). */
export class TrainingRun {
  #parts;
  #run;
  #settings;
  /** Goes up each time the run starts again. */
  #generation = 1;
  /** Whether the visitor has changed the learning rate during the run. */
  #learningRateChanged = false;
  #snapshots = new Snapshots();
  /** By the last reset, until the run learns again. @type {Discarded | null} */
  #discarded = null;
  /** The step at which it pauses. */
  #until = Number.POSITIVE_INFINITY;
  #evaluation;
  #answering;
  #loop;
  #reporter;

  /**
   * @param {string} id
   * @param {Settings} settings
   * @param {import('../shared/ways.js').Way} way in which pictures are found
   * @param {import('./api.js').Parts} parts
   */
  constructor(id, settings, way, parts) {
    const { glassbox, records, loader, bundled } = parts;
    this.#parts = parts;
    this.#run = glassbox.run(records, settings);
    this.#settings = settings;
    /** @type {import('./messages.js').TellOfRun} */
    const tell = (news, transfer) => parts.tell({ ...news, run: id, generation: this.#generation }, transfer);
    this.#answering = new AnsweringNetwork(id, this.#run, bundled, tell);
    this.#evaluation = new Evaluation(parts, this.#run, this.#answering, tell);
    this.#loop = new TrainingLoop(this.#run, () => loader.isLoading('train'), {
      started: () => this.#reporter.start(),
      before: (step) => this.#beforeSlice(step),
      after: (step) => this.#evaluation.reached(step),
      progressed: () => this.#progressed(),
      ended: () => this.#ended(),
    });
    this.#reporter = new Reporter(this.#answering, this.#loop, way, () => this.#progress(), tell);
    this.#reporter.show();
    this.#evaluation.score();
  }

  /** The latest training record. */
  get shown() {
    return this.#run.shown;
  }

  /**
   * The network of the latest snapshot at or before a step.
   *
   * @param {number | null} step null: the current network
   */
  networkAt(step) {
    const snapshot = step === null ? null : this.#snapshots.at(step);
    return snapshot?.network ?? this.#run.network;
  }

  /** The network that answers for this run. */
  get answering() {
    return this.#answering;
  }

  /**
   * Starts again, untrained, on the same records.
   *
   * @param {Settings} settings
   */
  reset(settings) {
    if (this.#run.progress.step > 0) this.#keep();
    this.#run.reset(settings);
    this.#settings = settings;
    this.#learningRateChanged = false;
    this.#renew();
  }

  /**
   * Goes back to what the last reset discarded.
   *
   * @returns {boolean} false: it is not there any more
   */
  undoReset() {
    const discarded = this.#discarded;
    if (!discarded) return false;
    this.#discarded = null;
    this.#run.restore(discarded.run.save());
    discarded.run.free();
    this.#settings = discarded.settings;
    this.#learningRateChanged = discarded.learningRateChanged;
    this.#renew(discarded);
    return true;
  }

  /** @param {number | null} [until] the step at which it pauses; null: it does not */
  play(until = null) {
    if (this.#loop.isActive || this.#run.progress.done) return;
    this.#until = until !== null && until > this.#run.progress.step ? until : Number.POSITIVE_INFINITY;
    this.#forget();
    this.#answering.view(null);
    this.#loop.start();
  }

  async pause() {
    this.#loop.stop();
    this.#reporter.show();
    await this.#evaluation.score();
  }

  /** Learns from one record. */
  async step() {
    this.#forget();
    this.#answering.view(null);
    if (!(await this.#loop.stepOnce())) return;
    this.#reporter.show();
    await this.#evaluation.score();
  }

  /**
   * Sets the speed from now on.
   *
   * @param {number} recordsPerSecond at least 1; Infinity: as fast as possible
   */
  setSpeed(recordsPerSecond) {
    this.#loop.speed = checkRange('recordsPerSecond', recordsPerSecond, 1, Number.POSITIVE_INFINITY);
  }

  /** @param {import('../shared/ways.js').Way} way in which pictures are found from now on */
  imagineBy(way) {
    this.#reporter.way = way;
  }

  /**
   * Sets the learning rate from the next step on, until a reset.
   *
   * @param {number} learningRate in the range of the setting
   */
  changeLearningRate(learningRate) {
    this.#run.changeLearningRate(learningRate);
    this.#settings = { ...this.#settings, learningRate };
    this.#learningRateChanged = true;
    this.#reporter.report();
  }

  /**
   * Pauses the run. Until it continues or another step is viewed, the latest snapshot at or before `step` answers.
   *
   * @param {number | null} step null: the current network
   * @returns {number | null} the step of that snapshot
   */
  viewSnapshot(step) {
    if (step !== null) checkWhole('step', step, 0, this.#run.progress.step);
    this.#loop.stop();
    // Before the first step no snapshot has been taken yet.
    if (step === 0) this.#snapshots.take(0, this.#run.network);
    const snapshot = step === null ? null : this.#snapshots.at(step);
    this.#answering.view(snapshot);
    this.#reporter.show();
    this.#scoreIfStaying();
    return snapshot?.step ?? null;
  }

  /**
   * Pauses the run. Until it continues or a step is viewed, a network from a file answers.
   *
   * @param {string} name of the file
   * @param {Blob} file an .npz
   */
  async openNetwork(name, file) {
    const bytes = await blobOf(file)
      .arrayBuffer()
      .catch(() => {
        throw codedError(Error, 'file-unreadable');
      });
    const network = await this.#parts.glassbox.open(new Uint8Array(bytes));
    this.#loop.stop();
    this.#answering.open(name, network);
    this.#reporter.show();
  }

  /** Starts again if the records that it was trained on have been replaced. */
  restartIfStale() {
    if (this.#discarded?.run.restartIfStale()) this.#forget();
    if (!this.#run.restartIfStale()) return;
    const wasActive = this.#loop.isActive;
    this.#renew();
    if (wasActive) this.play(this.#until);
  }

  /** There are more records to train on, or the file has ended. */
  recordsArrived() {
    this.#loop.wake();
  }

  /**
   * A file has been loaded, or has failed.
   *
   * @param {import('../glassbox.js').Kind} kind
   */
  fileEnded(kind) {
    if (kind === 'train') this.#reporter.report();
    else if (!this.#loop.isActive) this.#evaluation.score();
  }

  /** Keeps the run until it learns again. */
  #keep() {
    this.#forget();
    const { glassbox, records } = this.#parts;
    const run = glassbox.run(records, this.#settings);
    run.restore(this.#run.save());
    this.#discarded = {
      run,
      settings: this.#settings,
      learningRateChanged: this.#learningRateChanged,
      snapshots: this.#snapshots,
      told: this.#evaluation.told,
    };
    this.#snapshots = new Snapshots();
  }

  /** Frees what the last reset discarded. */
  #forget() {
    this.#discarded?.run.free();
    this.#discarded?.snapshots.clear();
    this.#discarded = null;
  }

  /** @param {Partial<Pick<Discarded, 'snapshots' | 'told'>>} [from] default: an untrained run's */
  #renew({ snapshots = new Snapshots(), told } = {}) {
    this.#loop.reset();
    this.#generation++;
    this.#evaluation.reset(told);
    this.#answering.reset();
    this.#snapshots.clear();
    this.#snapshots = snapshots;
    this.#reporter.show();
    this.#evaluation.score();
  }

  /** @param {number} step @returns {number} the step at which the slice must end */
  #beforeSlice(step) {
    this.#snapshots.take(step, this.#run.network);
    const score = this.#evaluation.plan(step, this.#loop.speed, this.#settings.epochs);
    return Math.min(score, this.#snapshots.next, this.#until);
  }

  #progressed() {
    if (this.#run.progress.step === this.#until) this.pause();
    else if (this.#loop.isWatchable) this.#reporter.show();
    else this.#reporter.reportInTime();
  }

  async #ended() {
    this.#reporter.show();
    await this.#evaluation.tell();
  }

  async #scoreIfStaying() {
    if (await this.#loop.rest(STAY)) await this.#evaluation.score();
  }

  #progress() {
    return {
      ...this.#run.progress,
      active: this.#loop.isActive,
      epochs: this.#settings.epochs,
      recordsPerSecond: this.#loop.recordsPerSecond,
      learningRate: this.#settings.learningRate,
      nextLearningRate: this.#run.learningRate,
      learningRateChanged: this.#learningRateChanged,
      snapshots: this.#snapshots.steps,
      snapshotBytes: this.#snapshots.bytes,
      undoable: this.#discarded !== null,
    };
  }
}
