import { nextTask } from '../shared/next-task.js';
import { nextScore } from './schedule.js';

/** Test records between two looks at the messages. */
const TEST_SLICE = 1000;
/** Records that a point of the training curve stands for, at least. */
const LEAST_RECORDS = 100;
const NOT_SCORED = { step: -1, testSetVersion: -1 };
const NO_METRICS = { shown: 0, correct: 0, error: 0 };

/** How well a run does: on the test records, and on the records that it learns from. */
export class Evaluation {
  #glassbox;
  #records;
  #loader;
  #run;
  #answering;
  #tell;
  /** The step at which it is scored next. */
  #planned = 0;
  /** What was scored last. */
  #scored = NOT_SCORED;
  /** The training metrics that were told last. */
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

  /** The run has started anew. */
  reset() {
    this.#scored = NOT_SCORED;
    this.#told = NO_METRICS;
  }

  /**
   * Plans the next score.
   *
   * @param {number} step of the run
   * @param {number} speed records per second; Infinity: as fast as possible
   * @param {number} epochs of the run
   * @returns {number} the step at which it has to be scored
   */
  plan(step, speed, epochs) {
    // While the file arrives nobody knows where the epoch ends.
    const arriving = this.#loader.isLoading('train');
    this.#planned = nextScore(step, speed, arriving ? 0 : this.#run.progress.steps / epochs);
    return this.#planned;
  }

  /** @param {number} step that the run has come to: it is scored there if that was planned */
  async reached(step) {
    if (step === this.#planned) await this.tell();
  }

  /** Tells all that there is to tell. */
  async tell() {
    this.#tellTrainingMetrics();
    await this.score();
  }

  /**
   * Scores the network that answers on the test records, in slices; dropped if another is to be scored
   * meanwhile. The network that comes with the page is no part of the run.
   */
  async score() {
    const { kind, step, network } = this.#answering;
    const { testSetVersion } = this.#loader;
    const total = this.#records.count('test');
    const isScored = this.#scored.step === step && this.#scored.testSetVersion === testSetVersion;
    if (kind === 'bundled' || total === 0 || isScored) return;
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

  /** How it answered the training records since this was told last. */
  #tellTrainingMetrics() {
    const { metrics } = this.#run;
    const count = metrics.shown - this.#told.shown;
    if (count < LEAST_RECORDS) return;
    const accuracy = (metrics.correct - this.#told.correct) / count;
    const error = (metrics.error - this.#told.error) / count;
    this.#tell({ about: 'trainingMetrics', step: metrics.shown, accuracy, error });
    this.#told = metrics;
  }
}
