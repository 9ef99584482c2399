import { nextTask } from '../shared/next-task.js';
import { nextScore } from './schedule.js';

/** How many test records are evaluated before messages are served. */
const TEST_SLICE = 1000;
/** The smallest number of records behind a point of the training curve. */
const MIN_RECORDS = 100;
const NOT_SCORED = { step: -1, testSetVersion: -1 };
const NO_METRICS = { shown: 0, correct: 0, error: 0 };

/** Measures how well a run's network does on the test records and on the training records. */
export class Evaluation {
  #glassbox;
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

  /**
   * @param {import('./api.js').Parts} parts
   * @param {import('../glassbox.js').Run} run
   * @param {import('./answering.js').AnsweringNetwork} answering
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor({ glassbox, records, loader }, run, answering, tell) {
    this.#glassbox = glassbox;
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

  /** Scores the run if this is the planned step. @param {number} step */
  async reached(step) {
    if (step === this.#planned) await this.tell();
  }

  /** Tells the training metrics and the score. */
  async tell() {
    this.#tellTrainingMetrics();
    await this.score();
  }

  /**
   * Scores the network that answers on the test records, in slices. Stops if the network or the test records
   * change meanwhile. A network that is not the run's gets no score.
   */
  async score() {
    const { kind, step, network } = this.#answering;
    const { testSetVersion } = this.#loader;
    const total = this.#records.count('test');
    const isScored = this.#scored.step === step && this.#scored.testSetVersion === testSetVersion;
    if (kind === 'bundled' || kind === 'file' || total === 0 || isScored) return;
    const scored = { step, testSetVersion };
    this.#scored = scored;
    let correct = 0;
    let error = 0;
    for (let from = 0; from < total; from += TEST_SLICE) {
      const range = { from, to: Math.min(from + TEST_SLICE, total) };
      const part = this.#glassbox.evaluate(network, this.#records, range);
      correct += part.correct;
      error += part.error * part.total;
      await nextTask();
      const isLatest = this.#scored === scored && this.#loader.testSetVersion === testSetVersion;
      if (!isLatest || this.#answering.step !== step) return;
    }
    const accuracy = correct / total;
    error /= total;
    this.#tell({ about: 'score', testSetVersion, step, accuracy, correct, total, error });
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
