import { DIGITS, PIXELS } from '../glassbox.js';
import { checkWhole, typeName } from '../shared/checks.js';
import { WATCHABLE } from '../shared/speeds.js';
import { targetsFor } from '../shared/targets.js';
import { History } from './history.js';
import { Loader } from './loader.js';
import { Meter } from './meter.js';
import { Pacer } from './pacer.js';
import { Scores } from './scores.js';
import { every, nextTask } from './timing.js';

/** @typedef {import('../glassbox.js').Glassbox} Glassbox */
/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('../shared/settings.js').Settings} Settings */
/** @typedef {import('./messages.js').Message} Message */

/** Milliseconds of training between two looks at the messages. */
const SLICE = 5;
/** Milliseconds between two reports. */
const REPORT = 100;
/**
 * Milliseconds between two looks at what the network imagines, at least; and how many times as long as a
 * look: what the page then asks takes about as long again, and the training is not to wait for it.
 */
const IMAGINE = 200;
const IMAGINE_REST = 50;
/** Milliseconds that one looks back at a moment before it is worth a measurement. */
const STAY = 200;

/**
 * Owns the training: the records, the network, the run. Its public methods are what the page can
 * ask for; what it has to tell unasked goes to `tell` (messages.js).
 *
 * Training goes in slices, and messages are served between them. The result does not depend on how
 * it is sliced.
 */
export class Session {
  #trainer;
  #scores;
  #loader;
  #pretrained;
  #tell;
  #settings;
  /** Of the run, counted up at each new one. */
  #number = 1;
  /** Of the training loop: a loop ends when it is no longer the current one. */
  #loop = 0;
  #active = false;
  /** Steps in a slice, by measurement. */
  #pace = 50;
  #pacer = new Pacer();
  #meter = new Meter();
  /** Whether the learning rate is no longer the settings'. */
  #learningRateChanged = false;
  #history = new History();
  /**
   * What is looked back at.
   *
   * @type {import('./history.js').Moment | null}
   */
  #viewed = null;
  /**
   * The weights last copied out, and when.
   *
   * @type {{ moment: unknown[], weights: { wih: Float32Array, who: Float32Array } }}
   */
  #copied = { moment: [], weights: { wih: new Float32Array(), who: new Float32Array() } };
  /** @type {Set<() => void>} wake those who wait for records, or for the next step to be due */
  #waiting = new Set();

  /**
   * @param {Glassbox} glassbox
   * @param {import('../glassbox.js').Network | null} pretrained answers until training begins
   * @param {Settings} settings
   * @param {(message: Message, transfer?: Transferable[]) => void} tell
   */
  constructor(glassbox, pretrained, settings, tell) {
    this.#pretrained = pretrained;
    this.#settings = settings;
    this.#tell = tell;
    this.#trainer = glassbox.trainer(settings);
    this.#scores = new Scores(this.#trainer, tell);
    this.#loader = new Loader(this.#trainer, tell, {
      write: (write) => this.#watchRun(write),
      arrived: () => this.#wake(),
    });
  }

  get trainer() {
    return this.#trainer;
  }

  /**
   * The network that answers: the one that is looked back at; the one that comes with the page, until
   * another has begun to learn; the one that learns.
   */
  get network() {
    if (this.#viewed) return this.#viewed.network;
    const untrained = this.#trainer.progress.step === 0;
    return (untrained && this.#pretrained) || this.#trainer.network;
  }

  /** Which test records there are: another file is another testSetVersion. */
  get testSetVersion() {
    return this.#scores.testSetVersion;
  }

  /** Its weights, copied out once for all questions about one moment. */
  get weights() {
    const { network } = this;
    const { step } = this.#trainer.progress;
    const moment = [this.#number, step, network];
    const same = moment.every((part, i) => part === this.#copied.moment[i]);
    if (!same) this.#copied = { moment, weights: network.weights };
    return this.#copied.weights;
  }

  /**
   * A new run, untrained, on the same records.
   *
   * @param {Settings} settings
   */
  reset(settings) {
    this.#trainer.reset(settings);
    this.#settings = settings;
    this.#learningRateChanged = false;
    this.#renew();
  }

  play() {
    if (this.#active || this.#trainer.progress.done) return;
    this.#viewed = null;
    this.#active = true;
    this.#train(++this.#loop);
  }

  async pause() {
    this.#stop();
    this.#show();
    await this.#measure();
  }

  /** Learns one record. */
  async step() {
    this.#stop();
    this.#viewed = null;
    const loop = this.#loop;
    const { step } = this.#trainer.progress;
    this.#remember(step);
    while (this.#trainer.run({ samples: 1 }).step === step && this.#loader.isLoading('train')) {
      await this.#wait();
      if (loop !== this.#loop) return;
    }
    this.#show();
    await this.#measure();
  }

  /**
   * How fast it learns from now on.
   *
   * @param {number} recordsPerSecond from 1 on; Infinity: as fast as can be
   */
  setSpeed(recordsPerSecond) {
    const takes = 'recordsPerSecond takes a number from 1 to Infinity';
    if (typeof recordsPerSecond !== 'number')
      throw new TypeError(`${takes}, not ${typeName(recordsPerSecond)}`);
    if (!(recordsPerSecond >= 1)) throw new RangeError(`${takes}, not ${recordsPerSecond}`);
    this.#pacer.speed = recordsPerSecond;
    this.#meter.reset();
    this.#wake();
  }

  /**
   * The learning rate from the next step on, until a reset.
   *
   * @param {number} rate as the setting learningRate
   */
  changeLearningRate(rate) {
    this.#trainer.changeLearningRate(rate);
    this.#settings = { ...this.#settings, learningRate: rate };
    this.#learningRateChanged = true;
    this.#report();
  }

  /**
   * Looks back: the network as it was after so many steps answers, until training goes on or another
   * look says otherwise. The run pauses.
   *
   * @param {number | null} step null: the network as it is now
   * @returns {number | null} the step that is looked at: the latest one kept that is not after `step`
   */
  viewSnapshot(step) {
    if (step !== null) checkWhole('step', step, 0, this.#trainer.progress.step);
    this.#stop();
    // The first moment is there before a run has begun.
    if (step === 0) this.#remember(0);
    this.#viewed = step === null ? null : this.#history.at(step);
    this.#show();
    this.#measureIfStaying();
    return this.#viewed?.step ?? null;
  }

  /**
   * Reads a CSV file; what it holds takes the place of what was there, once it has ended well.
   * Problems are told, not thrown.
   *
   * @param {Kind} kind
   * @param {import('./csv-stream.js').Source} source
   */
  async load(kind, source) {
    const ended = await this.#loader.load(kind, source);
    if (ended === 'replaced') return;
    if (kind === 'test' && ended === 'loaded') {
      this.#scores.newTestSet();
      if (!this.#active) this.#measure();
    }
    if (kind === 'train') this.#report();
  }

  /**
   * Writing a training file may start the run anew (src/trainer.h).
   *
   * @param {() => number} write
   */
  #watchRun(write) {
    const before = this.#trainer.progress.step;
    const records = write();
    if (this.#trainer.progress.step < before) {
      const wasActive = this.#active;
      this.#renew();
      if (wasActive) this.play();
    }
    return records;
  }

  #renew() {
    this.#stop();
    this.#number++;
    this.#scores.renew();
    this.#meter.reset();
    this.#viewed = null;
    this.#history.clear();
    this.#show();
    this.#measure();
  }

  #stop() {
    this.#active = false;
    this.#loop++;
    this.#wake();
  }

  /** @param {number} loop */
  async #train(loop) {
    const reportDue = every(REPORT);
    let imagineAt = performance.now() + IMAGINE;
    this.#pacer.start();
    this.#meter.interrupt();
    this.#report();
    while (loop === this.#loop) {
      const due = this.#pacer.due();
      if (due === 0) {
        await this.#wait(this.#pacer.wait());
        continue;
      }
      const { made, step, done, atMark } = this.#slice(due);
      if (made === 0 && !done) {
        if (!this.#loader.isLoading('train')) break;
        await this.#wait();
        this.#meter.interrupt();
        continue;
      }
      this.#pacer.made(made);
      this.#meter.count(step);
      if (atMark) {
        this.#scores.tellTrainingMetrics(this.#number);
        await this.#measure();
      }
      if (loop !== this.#loop) return;
      if (done) break;
      if (this.#pacer.speed <= WATCHABLE) this.#show();
      else {
        if (reportDue()) this.#report();
        if (performance.now() >= imagineAt) imagineAt = this.#imagineInTime();
      }
      await nextTask();
    }
    if (loop !== this.#loop) return;
    this.#stop();
    this.#show();
    this.#scores.tellTrainingMetrics(this.#number);
    await this.#measure();
  }

  /**
   * Trains for a slice of time, at most up to where something is to be done.
   *
   * @param {number} due steps that may be made, at least 1
   */
  #slice(due) {
    const before = this.#trainer.progress.step;
    this.#remember(before);
    const mark = this.#nextMark(before);
    // What can be watched is shown record by record.
    const pace = this.#pacer.speed <= WATCHABLE ? 1 : this.#pace;
    const samples = Math.min(pace, due, mark - before, this.#history.next - before);
    const start = performance.now();
    const { step, done } = this.#trainer.run({ samples });
    const made = step - before;
    // Clocks of browsers may be as coarse as a millisecond.
    const milliseconds = Math.max(performance.now() - start, 0.1);
    if (made === this.#pace) {
      this.#pace = Math.ceil(this.#pace * Math.min(Math.max(SLICE / milliseconds, 0.5), 2));
    }
    return { made, step, done, atMark: step === mark };
  }

  /** @param {number} step */
  #remember(step) {
    if (step >= this.#history.next) this.#history.keep(step, this.#trainer.network);
  }

  /**
   * The step at which accuracy is measured next: at the end of each epoch, and before at distances that
   * grow, so that measuring takes a small share of any run. At full speed the epochs after the first end
   * soon enough: there is nothing in between.
   *
   * @param {number} step
   */
  #nextMark(step) {
    const least = Math.min(Math.ceil(this.#pacer.speed), 1000);
    let mark = least;
    while (mark <= step) mark = Math.ceil((mark * 1.5) / least) * least;
    const epochSteps = this.#trainer.progress.steps / this.#settings.epochs;
    // While the file arrives nobody knows where the epoch ends.
    if (this.#loader.isLoading('train') || epochSteps === 0) return mark;
    const epochEnd = (Math.floor(step / epochSteps) + 1) * epochSteps;
    const soon = step >= epochSteps && this.#pacer.speed === Number.POSITIVE_INFINITY;
    return soon ? epochEnd : Math.min(mark, epochEnd);
  }

  /** Scores the network of this run that is looked at. The one that came with the page is none of it. */
  async #measure() {
    if (this.network === this.#pretrained) return;
    await this.#scores.measure(() => {
      const { step, network } = this.#viewed ?? { ...this.#trainer.progress, network: this.#trainer.network };
      return { number: this.#number, step, network };
    });
  }

  async #measureIfStaying() {
    const loop = this.#loop;
    await this.#wait(STAY);
    if (loop === this.#loop) await this.#measure();
  }

  #show() {
    this.#report();
    this.#imagine();
  }

  #report() {
    this.#tell({
      about: 'run',
      number: this.#number,
      active: this.#active,
      epochs: this.#settings.epochs,
      recordsPerSecond: this.#meter.perSecond,
      learningRate: this.#settings.learningRate,
      nextLearningRate: this.#trainer.learningRate,
      learningRateChanged: this.#learningRateChanged,
      snapshots: this.#history.steps,
      snapshotBytes: this.#history.bytes,
      ...this.#trainer.progress,
    });
  }

  /** Imagines, and says at what time it may do so again. */
  #imagineInTime() {
    const start = performance.now();
    this.#imagine();
    const end = performance.now();
    return end + Math.max(IMAGINE, IMAGINE_REST * (end - start));
  }

  /** What the network imagines for each digit: a backquery of its targets. */
  #imagine() {
    const pictures = new Float32Array(DIGITS * PIXELS);
    for (let digit = 0; digit < DIGITS; digit++) {
      pictures.set(this.network.backquery(targetsFor(digit)), digit * PIXELS);
    }
    const { hiddenNodes } = this.network;
    this.#tell({ about: 'pictures', number: this.#number, pictures, hiddenNodes }, [pictures.buffer]);
  }

  /**
   * Resolves when something has come up, as more of a file, or after some time.
   *
   * @param {number} [milliseconds]
   */
  #wait(milliseconds) {
    return new Promise((resolve) => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve(undefined);
      };
      this.#waiting.add(wake);
      if (milliseconds !== undefined) timer = setTimeout(wake, milliseconds);
    });
  }

  #wake() {
    for (const wake of this.#waiting) wake();
  }
}
