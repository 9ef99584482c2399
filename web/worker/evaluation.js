import { nextScore } from './schedule.js';

/** The smallest number of records behind a point of the training curve. */
const MIN_RECORDS = 100;
const NOT_SCORED = { step: -1, testSetVersion: -1 };
const NO_METRICS = { shown: 0, correct: 0, error: 0 };

/** Measures how well a run's network does on the test records and on the training records. */
export class Evaluation {
  #observing;
  #records;
  #loader;
  #run;
  #answering;
  #tell;
  /** The step at which the run is scored next. */
  #planned = 0;
  /** The network and the test set of the latest score. */
  #scored = NOT_SCORED;
  #told = NO_METRICS;
  /** Goes up with each reset. */
  #generation = 0;
  /** Goes up with each unplanned score: only the latest counts. */
  #turn = 0;
  /** The latest score that has been asked for. */
  #pending = Promise.resolve();

  /**
   * @param {import('./api.js').Parts} parts
   * @param {import('../glassbox.js').Run} run
   * @param {import('./answering.js').AnsweringNetwork} answering
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor({ observing, records, loader }, run, answering, tell) {
    this.#observing = observing;
    this.#records = records;
    this.#loader = loader;
    this.#run = run;
    this.#answering = answering;
    this.#tell = tell;
  }

  /** The run's metrics when the page was last told them. */
  get told() {
    return this.#told;
  }

  /** To be called when the run starts again, or goes back to an earlier state. */
  reset(told = NO_METRICS) {
    this.#generation++;
    this.#scored = NOT_SCORED;
    this.#told = told;
  }

  /**
   * Plans when the run is scored next.
   *
   * @param {number} step of the run
   * @param {number} speed records per second; Infinity: as fast as possible
   * @param {number} epochs of the run
   * @returns {number} the step
   */
  plan(step, speed, epochs) {
    // The length of an epoch is not known until all records have arrived.
    const arriving = this.#loader.isLoading('train');
    this.#planned = nextScore(step, speed, arriving ? 0 : this.#run.progress.steps / epochs);
    return this.#planned;
  }

  /** Scores the run if this is the planned step. Training does not wait for it. @param {number} step */
  reached(step) {
    if (step !== this.#planned) return;
    this.#tellTrainingMetrics();
    this.#request();
  }

  /** Tells the training metrics and the score. */
  async tell() {
    this.#tellTrainingMetrics();
    await this.score();
  }

  /** Scores the network that answers, once earlier scores are there, unless it is to be scored again by then. */
  async score() {
    const turn = ++this.#turn;
    await this.#pending;
    if (turn === this.#turn) this.#request();
    await this.#pending;
  }

  /** Has the network that answers scored on the test records. One that is not the run's gets no score. */
  #request() {
    const { kind, step, network } = this.#answering;
    const { testSetVersion } = this.#loader;
    const isScored = this.#scored.step === step && this.#scored.testSetVersion === testSetVersion;
    if (kind === 'bundled' || kind === 'file' || this.#records.count('test') === 0 || isScored) return;
    this.#scored = { step, testSetVersion };
    this.#pending = this.#tellScore(network, step, testSetVersion);
  }

  /**
   * Tells a score, unless the run has started again or the test records have changed meanwhile.
   *
   * @param {import('../glassbox.js').Network} network
   * @param {number} step
   * @param {number} testSetVersion
   */
  async #tellScore(network, step, testSetVersion) {
    const generation = this.#generation;
    const { correct, total, error } = await this.#observing.score(network, testSetVersion);
    if (generation !== this.#generation || testSetVersion !== this.#loader.testSetVersion) return;
    this.#tell({ about: 'score', testSetVersion, step, accuracy: correct / total, correct, total, error });
  }

  /** Tells how the network answered the training records since the last report, each before learning from it. */
  #tellTrainingMetrics() {
    const { metrics } = this.#run;
    const count = metrics.shown - this.#told.shown;
    if (count < MIN_RECORDS) return;
    const accuracy = (metrics.correct - this.#told.correct) / count;
    const error = (metrics.error - this.#told.error) / count;
    this.#tell({ about: 'trainingMetrics', step: metrics.shown, accuracy, error });
    this.#told = metrics;
  }
}
