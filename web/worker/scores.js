import { nextTask } from './timing.js';

/** @typedef {import('../glassbox.js').Network} Network */
/** @typedef {import('../glassbox.js').Trainer} Trainer */
/** @typedef {import('./messages.js').Message} Message */
/** @typedef {{ number: number, step: number, network: Network }} Subject a network of a run at a step */

/** Test records between two looks at the messages. */
const TEST_SLICE = 1000;
/** Records that a point of the training curve is about, at least. */
const LEARNT = 100;
const NOTHING = { shown: 0, correct: 0, error: 0 };

/** How well a run does: on the test records, and on the records that it learns from. */
export class Scores {
  #trainer;
  #tell;
  /** Of the test records, counted up with each new file. */
  testSetVersion = 0;
  /**
   * The step that was measured last.
   *
   * @type {number | null}
   */
  #measured = null;
  /** The trainer's answers that were told. */
  #told = NOTHING;

  /** @param {Trainer} trainer @param {(message: Message) => void} tell */
  constructor(trainer, tell) {
    this.#trainer = trainer;
    this.#tell = tell;
  }

  /** Another run has begun. */
  renew() {
    this.#measured = null;
    this.#told = NOTHING;
  }

  /** Other test records have come. */
  newTestSet() {
    this.#measured = null;
    this.testSetVersion++;
  }

  /**
   * Scores a network on the test records, in slices; dropped where another is to be scored meanwhile.
   *
   * @param {() => Subject} subject as it is now
   */
  async measure(subject) {
    const { number, step, network } = subject();
    const [testSetVersion, total] = [this.testSetVersion, this.#trainer.records('test')];
    if (total === 0 || this.#measured === step) return;
    this.#measured = step;
    let correct = 0;
    let error = 0;
    for (let from = 0; from < total; from += TEST_SLICE) {
      const part = this.#trainer.test({ from, to: Math.min(from + TEST_SLICE, total), network });
      correct += part.correct;
      error += part.error * part.total;
      await nextTask();
      const now = subject();
      if (now.number !== number || now.step !== step || this.testSetVersion !== testSetVersion) return;
    }
    const accuracy = correct / total;
    error /= total;
    this.#tell({ about: 'score', number, testSetVersion, step, accuracy, correct, total, error });
  }

  /**
   * Tells how the answers were before it learnt from them, of all since this was told last.
   *
   * @param {number} number of the run
   */
  tellTrainingMetrics(number) {
    const { learnt } = this.#trainer;
    const count = learnt.shown - this.#told.shown;
    if (count < LEARNT) return;
    const accuracy = (learnt.correct - this.#told.correct) / count;
    const error = (learnt.error - this.#told.error) / count;
    this.#tell({ about: 'trainingMetrics', number, step: learnt.shown, accuracy, error });
    this.#told = learnt;
  }
}
