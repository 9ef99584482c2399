import { DIGITS, PIXELS } from '../glassbox.js';
import { openCsv } from './csv-stream.js';
import { newFile } from './messages.js';

/** @typedef {import('../glassbox.js').Glassbox} Glassbox */
/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('./messages.js').Message} Message */

/** Milliseconds of training, or of reading a file, between two looks at the messages. */
const SLICE = 5;
/** Test records between two looks. */
const TEST_SLICE = 1000;
/** Milliseconds between two reports, and between two looks at what the network imagines. */
const REPORT = 100;
const IMAGINE = 200;

/**
 * Owns the training: the records, the network, the run. Its public methods are what the page can
 * ask for; what it has to tell unasked goes to `tell` (messages.js).
 *
 * Training goes in slices, and messages are served between them. The result does not depend on how
 * it is sliced.
 */
export class Session {
  #trainer;
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
  #rate = 0;
  /** Step of the latest measurement of accuracy. */
  #measured = -1;
  /** Of the test records, counted up with each new file. */
  #exam = 0;
  /**
   * The weights last copied out, and when.
   *
   * @type {{ moment: unknown[], weights: { wih: Float32Array, who: Float32Array } }}
   */
  #copied = { moment: [], weights: { wih: new Float32Array(), who: new Float32Array() } };
  /** @type {Record<Kind, AbortController | null>} */
  #loads = { train: null, test: null };
  /** @type {(() => void)[]} resolve those who wait for records */
  #waiting = [];

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
  }

  get trainer() {
    return this.#trainer;
  }

  /** The network that answers: the one that comes with the page, until another has begun to learn. */
  get network() {
    const untrained = this.#trainer.progress.step === 0;
    return (untrained && this.#pretrained) || this.#trainer.network;
  }

  /** Which test records there are: another file is another exam. */
  get exam() {
    return this.#exam;
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
    this.#renew();
  }

  play() {
    if (this.#active || this.#trainer.progress.done) return;
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
    const loop = this.#loop;
    const { step } = this.#trainer.progress;
    while (this.#trainer.run({ samples: 1 }).step === step && this.#loads.train) {
      await this.#arrival();
      if (loop !== this.#loop) return;
    }
    this.#show();
    await this.#measure();
  }

  /**
   * Reads a CSV file; what it holds takes the place of what was there, once it has ended well.
   * Problems are told, not thrown.
   *
   * @param {Kind} kind
   * @param {import('./csv-stream.js').Source} source
   */
  async load(kind, source) {
    this.#loads[kind]?.abort();
    const load = new AbortController();
    this.#loads[kind] = load;
    this.#trainer.abandon(kind);

    const file = newFile(kind, source.name);
    const due = every(REPORT);
    const turnOver = every(SLICE);
    this.#tell({ ...file });
    try {
      const stream = await openCsv(source, load.signal, (arrived) => Object.assign(file, arrived));
      const reader = stream.getReader();
      // Whatever ends the reading, the server must not go on sending.
      if (source.url) load.signal.addEventListener('abort', () => reader.cancel().catch(() => {}));
      for (;;) {
        const { done, value } = await reader.read();
        // Another file has been asked for: this one is of no interest any more.
        if (load.signal.aborted) return;
        file.records = this.#watchRun(() =>
          done ? this.#trainer.end(kind) : this.#trainer.write(kind, value),
        );
        if (done) break;
        if (due()) this.#tell({ ...file });
        this.#wake();
        // What is read already comes without a pause: training and messages get their turn.
        if (turnOver()) await nextTask();
      }
      file.state = 'loaded';
    } catch (error) {
      if (load.signal.aborted) return;
      load.abort();
      this.#trainer.abandon(kind);
      file.state = 'failed';
      file.problem = error instanceof Error ? error.message : String(error);
    }
    this.#loads[kind] = null;
    this.#tell({ ...file });
    this.#wake();
    if (kind === 'test' && file.state === 'loaded') {
      this.#measured = -1;
      this.#exam++;
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
    this.#measured = -1;
    this.#rate = 0;
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
    const imagineDue = every(IMAGINE);
    let trained = { steps: 0, milliseconds: 0 };
    this.#report();
    while (loop === this.#loop) {
      const { made, milliseconds, done, atMark } = this.#slice();
      if (made === 0 && !done) {
        if (!this.#loads.train) break;
        await this.#arrival();
        continue;
      }
      if (atMark) await this.#measure();
      if (loop !== this.#loop) return;
      if (done) break;
      trained.steps += made;
      trained.milliseconds += milliseconds;
      if (reportDue()) {
        const rate = (trained.steps / trained.milliseconds) * 1000;
        this.#rate = this.#rate === 0 ? rate : 0.8 * this.#rate + 0.2 * rate;
        trained = { steps: 0, milliseconds: 0 };
        this.#report();
      }
      if (imagineDue()) this.#imagine();
      await nextTask();
    }
    if (loop !== this.#loop) return;
    this.#stop();
    this.#show();
    await this.#measure();
  }

  /** Trains for a slice of time, at most up to the next mark. */
  #slice() {
    const before = this.#trainer.progress.step;
    const mark = this.#nextMark(before);
    const samples = Math.min(this.#pace, mark - before);
    const start = performance.now();
    const { step, done } = this.#trainer.run({ samples });
    const made = step - before;
    // Clocks of browsers may be as coarse as a millisecond.
    const milliseconds = Math.max(performance.now() - start, 0.1);
    if (made === this.#pace) {
      this.#pace = Math.ceil(this.#pace * Math.min(Math.max(SLICE / milliseconds, 0.5), 2));
    }
    return { made, milliseconds, done, atMark: step === mark };
  }

  /**
   * The step at which accuracy is measured next: at the end of each epoch, and in between at
   * distances that grow, so that measuring takes a small share of any run.
   *
   * @param {number} step
   */
  #nextMark(step) {
    let mark = 1000;
    while (mark <= step) mark = Math.ceil((mark * 1.3) / 1000) * 1000;
    const epochSteps = this.#trainer.progress.steps / this.#settings.epochs;
    // While the file arrives nobody knows where the epoch ends.
    if (this.#loads.train || epochSteps === 0) return mark;
    return Math.min(mark, (Math.floor(step / epochSteps) + 1) * epochSteps);
  }

  /** Scores the network on the test records, in slices; dropped if it is trained on meanwhile. */
  async #measure() {
    const { step } = this.#trainer.progress;
    const [number, exam, total] = [this.#number, this.#exam, this.#trainer.records('test')];
    if (total === 0 || this.#measured === step) return;
    this.#measured = step;
    let correct = 0;
    for (let from = 0; from < total; from += TEST_SLICE) {
      correct += this.#trainer.test({ from, to: Math.min(from + TEST_SLICE, total) }).correct;
      await nextTask();
      const same = this.#number === number && this.#exam === exam;
      if (!same || this.#trainer.progress.step !== step) return;
    }
    this.#tell({ about: 'accuracy', number, exam, step, accuracy: correct / total, correct, total });
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
      rate: this.#rate,
      ...this.#trainer.progress,
    });
  }

  /** What the network imagines for each digit: a backquery of its targets. */
  #imagine() {
    const pictures = new Float32Array(DIGITS * PIXELS);
    for (let digit = 0; digit < DIGITS; digit++) {
      const targets = new Float32Array(DIGITS).fill(0.01);
      targets[digit] = 0.99;
      pictures.set(this.network.backquery(targets), digit * PIXELS);
    }
    this.#tell({ about: 'pictures', number: this.#number, pictures }, [pictures.buffer]);
  }

  /** Resolves when more of a file has arrived, or waiting for it is over. */
  #arrival() {
    return new Promise((resolve) => {
      this.#waiting.push(() => resolve(undefined));
    });
  }

  #wake() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/**
 * @param {number} milliseconds
 * @returns {() => boolean} whether that time is over since it last said so
 */
function every(milliseconds) {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
}

/** Lets the messages that have come in be served. Timers would wait for 4 ms each time. */
export function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port2.close();
      resolve(undefined);
    };
    port1.postMessage(null);
  });
}
