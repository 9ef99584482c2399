import { checkRange, checkWhole } from '../shared/checks.js';
import { NO_CURVES, withPoint } from '../shared/curve-points.js';
import { AnsweringNetwork } from './answering.js';
import { copyOf, Discarded } from './discarded.js';
import { Evaluation } from './evaluation.js';
import { readNetwork } from './read-network.js';
import { Reporter } from './reporter.js';
import { Snapshots } from './snapshots.js';
import { TrainingLoop } from './training-loop.js';

/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('./discarded.js').Around} Around */

/** Milliseconds for which a snapshot must be viewed before it is scored. */
const STAY = 200;
/** How many steps a run is to make before it waits for training records. */
const AHEAD = 2000;

/** A training run and everything that belongs to it. The page calls its public methods (api.js). */
export class TrainingRun {
  #parts;
  #tell;
  #run;
  #settings;
  /** Goes up each time the run starts again. */
  #generation = 1;
  /** Whether the visitor has changed the learning rate during the run. */
  #learningRateChanged = false;
  #snapshots = new Snapshots();
  #curves = NO_CURVES;
  /** By the last reset, until the run learns again. */
  #discarded = new Discarded();
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
    const { glassbox, records, loader, bundled, observing } = parts;
    this.#parts = parts;
    this.#run = glassbox.run(records, settings);
    this.#settings = settings;
    /** @type {import('./messages.js').TellOfRun} */
    const tell = (news, transfer) => {
      if (news.about === 'score' || news.about === 'trainingMetrics')
        this.#curves = withPoint(this.#curves, news);
      parts.tell({ ...news, run: id, generation: this.#generation }, transfer);
    };
    this.#tell = tell;
    this.#answering = new AnsweringNetwork(id, this.#run, bundled, tell);
    this.#evaluation = new Evaluation(parts, this.#run, this.#answering, tell);
    this.#loop = new TrainingLoop(this.#run, () => loader.isLoading('train'), {
      started: () => this.#reporter.start(),
      before: (step) => this.#beforeSlice(step),
      after: (step) => this.#evaluation.reached(step),
      progressed: () => this.#progressed(),
      ended: () => this.#ended(),
    });
    this.#reporter = new Reporter(this.#answering, observing, this.#loop, way, () => this.#progress(), tell);
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

  get answering() {
    return this.#answering;
  }

  /**
   * Starts again, untrained, on the same records.
   *
   * @param {Settings} settings
   */
  reset(settings) {
    this.#discard(copyOf(this.#run, this.#settings, this.#parts));
    this.#run.reset(settings);
    this.#renew({ settings, learningRateChanged: false });
  }

  /**
   * Goes back to what the last reset discarded.
   *
   * @returns {boolean} false: it is not there any more
   */
  undoReset() {
    const discarded = this.#discarded.take();
    if (!discarded) return false;
    this.#run.restoreAhead(discarded.run);
    this.#renew(discarded.around);
    return true;
  }

  /** Everything that is needed to go on with the run on another visit. */
  saved() {
    return { run: this.#run.save(), progress: this.#progress(), around: this.#around };
  }

  /**
   * Goes on with a saved run, for which its training records need not be here yet.
   *
   * @param {Uint8Array} run
   * @param {Around} around
   * @throws {Error} it cannot be read; this run is as it was
   */
  restore(run, around) {
    const before = copyOf(this.#run, this.#settings, this.#parts);
    try {
      this.#run.restoreAhead(run);
    } catch (error) {
      before.free();
      throw error;
    }
    this.#discard(before);
    this.#renew(around);
  }

  /** The page has asked something of this run. */
  asked() {
    this.#loop.asked();
  }

  /** @param {number | null} [until] the step at which it pauses; null: it does not */
  play(until = null) {
    const { step, done } = this.#run.progress;
    if (done) return;
    this.#until = until !== null && until > step ? until : Number.POSITIVE_INFINITY;
    if (this.#loop.isActive) return;
    this.#discarded.forget();
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
    this.#discarded.forget();
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
   * There is no ChangedMessage, since the page asks anew along with this call.
   *
   * @param {number | null} step null: the current network
   * @returns {number | null} the step of that snapshot
   */
  viewSnapshot(step) {
    const reached = this.#run.progress.step;
    if (step !== null) checkWhole('step', step, 0, reached);
    this.#loop.stop();
    // Before the first step no snapshot has been taken yet.
    if (step === 0 && reached === 0) this.#snapshots.take(0, this.#run.network);
    const snapshot = step === null ? null : this.#snapshots.at(step);
    this.#answering.view(snapshot);
    this.#reporter.showWanted();
    this.#scoreIfStaying();
    return snapshot?.step ?? null;
  }

  /**
   * Pauses the run. Until it continues or a step is viewed, a network from a file answers, unless the visitor has opened
   * another, gone on or looked back while it was read.
   *
   * @param {string} name of the file
   * @param {Blob} file an .npz
   * @returns {Promise<boolean>} whether it answers
   */
  async openNetwork(name, file) {
    const answers = await this.#answering.open(name, readNetwork(this.#parts.glassbox, name, file));
    if (!answers) return false;
    this.#loop.stop();
    this.#reporter.show();
    return true;
  }

  /** Starts again if the records that it was trained on have been replaced. */
  restartIfStale() {
    this.#discarded.forgetIfStale();
    if (!this.#run.restartIfStale()) return;
    const wasActive = this.#loop.isActive;
    this.#renew();
    if (wasActive) this.play(this.#until);
  }

  get isActive() {
    return this.#loop.isActive;
  }

  /** Whether so many training records are enough for a while: a step takes one new record at most. @param {number} count */
  hasEnough(count) {
    return count >= this.#run.progress.step + AHEAD;
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

  /** Keeps a copy of the run, if it has learned, until it learns again. @param {import('../glassbox.js').Run} copy */
  #discard(copy) {
    if (this.#discarded.keep(copy, this.#around)) this.#snapshots = new Snapshots();
  }

  get #around() {
    return {
      settings: this.#settings,
      learningRateChanged: this.#learningRateChanged,
      snapshots: this.#snapshots,
      told: this.#evaluation.told,
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
    this.#loop.reset();
    this.#generation++;
    this.#settings = settings;
    this.#learningRateChanged = learningRateChanged;
    this.#evaluation.reset(told);
    this.#answering.reset();
    this.#snapshots.clear();
    this.#snapshots = snapshots;
    this.#curves = curves;
    this.#tell({ about: 'curves', curves });
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
      undoable: this.#discarded.isThere,
      records: this.#run.lookForRecords(),
    };
  }
}
