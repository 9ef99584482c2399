import { nextTask, yieldToPage } from '../shared/next-task.js';
import { WATCHABLE } from '../shared/speeds.js';
import { close, isOpen, newThrottle } from '../shared/throttle.js';
import { Meter } from './meter.js';
import { Pacer } from './pacer.js';
import { Signal } from './signal.js';

/** Milliseconds of training before messages are served: while the page asks questions, and while it asks none. */
const SLICE = { asked: 5, alone: 12 };
/** Milliseconds after a question in which another one is likely: a pen asks with each frame. */
const ASKED = 100;

/**
 * What the loop calls.
 *
 * @typedef {object} Events
 * @property {() => void} started
 * @property {(step: number) => number} before a slice begins at a step; returns the step at which it must end
 * @property {(step: number) => void} after a slice has ended at a step
 * @property {() => void} progressed after a slice, if training continues, and whenever it has to wait for records
 * @property {() => Promise<void>} ended the run is done, or there are no more records
 */

/**
 * Trains a run in slices at a given speed and serves messages in between. The slices do not affect the result.
 */
export class TrainingLoop {
  #run;
  #awaitsRecords;
  #on;
  #pacer = new Pacer();
  #meter = new Meter();
  #signal = new Signal();
  /** Goes up whenever training starts or stops, so that a loop that is still waiting notices that it must end. */
  #turn = 0;
  #active = false;
  /** The measured number of steps in a millisecond. */
  #stepsPerMillisecond = 10;
  /** Closed for some time after a question. */
  #asked = newThrottle();
  /** Closed for some time after messages were served. */
  #served = newThrottle();

  /**
   * @param {import('../glassbox.js').Run} run
   * @param {() => boolean} awaitsRecords whether more training records may arrive
   * @param {Events} on
   */
  constructor(run, awaitsRecords, on) {
    this.#run = run;
    this.#awaitsRecords = awaitsRecords;
    this.#on = on;
  }

  /** Whether it is training, or waiting for records. */
  get isActive() {
    return this.#active;
  }

  /** Whether it is slow enough to watch each record. */
  get isWatchable() {
    return this.speed <= WATCHABLE;
  }

  /** Records per second; Infinity: as fast as possible. */
  get speed() {
    return this.#pacer.speed;
  }

  set speed(recordsPerSecond) {
    this.#pacer.speed = recordsPerSecond;
    this.#meter.reset();
    this.wake();
  }

  /** The measured records per second; 0: not known yet. */
  get recordsPerSecond() {
    return this.#meter.perSecond;
  }

  /** The page has asked something. */
  asked() {
    close(this.#asked, ASKED);
  }

  start() {
    this.#active = true;
    this.#train(++this.#turn);
  }

  stop() {
    this.#active = false;
    this.#turn++;
    this.wake();
  }

  /** To be called when the run starts again. */
  reset() {
    this.stop();
    this.#meter.reset();
  }

  /** Ends any waiting: more records have arrived, or the speed has changed. */
  wake() {
    this.#signal.send();
  }

  /**
   * Makes one step as soon as there is a record for it.
   *
   * @returns {Promise<boolean>} false: training was started or stopped meanwhile
   */
  async stepOnce() {
    this.stop();
    const turn = this.#turn;
    const { step } = this.#run.progress;
    this.#on.before(step);
    while (this.#run.train({ samples: 1 }).step === step && this.#awaitsRecords()) {
      await this.#signal.wait();
      if (turn !== this.#turn) return false;
    }
    return true;
  }

  /**
   * Waits.
   *
   * @param {number} milliseconds at most
   * @returns {Promise<boolean>} false: training was started or stopped meanwhile
   */
  async rest(milliseconds) {
    const turn = this.#turn;
    await this.#signal.wait(milliseconds);
    return turn === this.#turn;
  }

  /** @param {number} turn */
  async #train(turn) {
    this.#pacer.start();
    this.#meter.interrupt();
    this.#on.started();
    while (turn === this.#turn) {
      const count = this.#pacer.count();
      if (count === 0) {
        await this.#signal.wait(this.#pacer.wait());
        continue;
      }
      const { made, step, done } = this.#trainSlice(count);
      if (made === 0 && !done) {
        if (!this.#awaitsRecords()) break;
        // What was made last may have come too soon to be told.
        this.#on.progressed();
        await this.#signal.wait();
        this.#meter.interrupt();
        continue;
      }
      this.#pacer.made(made);
      this.#meter.count(step);
      this.#on.after(step);
      if (done) break;
      this.#on.progressed();
      // Snapshots cut the first slices to a step or a few: to serve messages takes longer.
      if (isOpen(this.#served)) await this.#serve();
    }
    if (turn !== this.#turn) return;
    this.stop();
    await this.#on.ended();
  }

  async #serve() {
    // While the page asks questions, its thread needs time to show the answers.
    await (isOpen(this.#asked) ? nextTask() : yieldToPage());
    close(this.#served, this.#slice / 2);
  }

  /** Milliseconds. */
  get #slice() {
    return isOpen(this.#asked) ? SLICE.alone : SLICE.asked;
  }

  /**
   * Trains for one slice: until time is up, or up to the step that `before` returns.
   *
   * @param {number} count the most steps to make, at least 1
   */
  #trainSlice(count) {
    const before = this.#run.progress.step;
    const end = this.#on.before(before);
    const slice = this.#slice;
    const fitting = Math.ceil(slice * this.#stepsPerMillisecond);
    // At watchable speeds, the page shows every record.
    const samples = Math.min(this.isWatchable ? 1 : fitting, count, end - before);
    const start = performance.now();
    const { step, done } = this.#run.train({ samples });
    const made = step - before;
    // Browsers' clocks may be as coarse as a millisecond.
    const milliseconds = Math.max(performance.now() - start, 0.1);
    if (made === fitting) this.#stepsPerMillisecond *= Math.min(Math.max(slice / milliseconds, 0.5), 2);
    return { made, step, done };
  }
}
