import { checkRange, checkWhole } from '../shared/checks.js';
import { AnsweringNetwork } from './answering.js';
import { Evaluation } from './evaluation.js';
import { readNetwork } from './read-network.js';
import { Reporter } from './reporter.js';
import { RunHistory } from './run-history.js';
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
  #history;
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
    this.#history = new RunHistory(this.#run, settings, parts, {
      told: () => this.#evaluation.told,
      renewed: (told) => this.#renewed(told),
    });
    /** @type {import('./messages.js').TellOfRun} */
    const tell = (news, transfer) => {
      if (news.about === 'score' || news.about === 'trainingMetrics') this.#history.add(news);
      parts.tell({ ...news, run: id, generation: this.#history.generation }, transfer);
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
    const snapshot = step === null ? null : this.#history.snapshots.at(step);
    return snapshot?.network ?? this.#run.network;
  }

  get answering() {
    return this.#answering;
  }

  /** What the run has been through, which a reset begins anew. */
  get history() {
    return this.#history;
  }

  /** Everything that is needed to go on with the run on another visit. */
  saved() {
    return { ...this.#history.saved(), progress: this.#progress() };
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
    this.#history.goOn();
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
    this.#history.goOn();
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
    this.#history.changeLearningRate(learningRate);
    this.#reporter.report();
  }

  /**
   * Pauses the run. Until it continues or another step is viewed, the latest snapshot at or before `step` answers.
   * There is no ChangedMessage, since the page asks anew along with this call.
   *
   * @param {number | null} step null: the current network. It also answers for a step that the run has not reached: the
   *   page may not know yet that it has started again.
   * @returns {number | null} the step of that snapshot
   */
  viewSnapshot(step) {
    if (step !== null) checkWhole('step', step, 0, Number.MAX_SAFE_INTEGER);
    const reached = this.#run.progress.step;
    this.#loop.stop();
    // Before the first step no snapshot has been taken yet.
    if (step === 0 && reached === 0) this.#history.snapshots.take(0, this.#run.network);
    const snapshot = step === null || step > reached ? null : this.#history.snapshots.at(step);
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
    const wasActive = this.#loop.isActive;
    if (this.#history.restartIfStale() && wasActive) this.play(this.#until);
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

  /** The run has started again. @param {Around['told']} [told] its metrics that the page knows; default: none */
  #renewed(told) {
    this.#loop.reset();
    this.#evaluation.reset(told);
    this.#answering.reset();
    this.#tell({ about: 'curves', curves: this.#history.curves });
    this.#reporter.show();
    this.#evaluation.score();
  }

  /** @param {number} step @returns {number} the step at which the slice must end */
  #beforeSlice(step) {
    this.#history.snapshots.take(step, this.#run.network);
    const score = this.#evaluation.plan(step, this.#loop.speed, this.#history.settings.epochs);
    return Math.min(score, this.#history.snapshots.next, this.#until);
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
      epochs: this.#history.settings.epochs,
      recordsPerSecond: this.#loop.recordsPerSecond,
      learningRate: this.#history.settings.learningRate,
      nextLearningRate: this.#run.learningRate,
      learningRateChanged: this.#history.learningRateChanged,
      snapshots: this.#history.snapshots.steps,
      snapshotBytes: this.#history.snapshots.bytes,
      undoable: this.#history.undoable,
      records: this.#run.lookForRecords(),
    };
  }
}
