import { DIGITS, PIXELS } from '../glassbox.js';
import { targetsFor } from '../shared/targets.js';
import { close, closedFor, isOpen, passes } from '../shared/throttle.js';

/** Milliseconds between reports. */
const REPORT = 100;
/**
 * The shortest pause between two sets of imagined pictures: in milliseconds, and as a multiple of the time that a
 * set takes. The questions that the page then asks take about as long again, and training should not wait.
 */
const IMAGINE = 200;
const IMAGINE_REST = 50;

/** Tells the page a run's progress, and what the network that answers for it imagines. */
export class Reporter {
  #answering;
  #progress;
  #tell;
  #reports = closedFor(REPORT);
  #pictures = closedFor(IMAGINE);

  /**
   * @param {import('./answering.js').AnsweringNetwork} answering
   * @param {() => Omit<import('./messages.js').ProgressMessage, 'about'>} progress the run's current progress
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor(answering, progress, tell) {
    this.#answering = answering;
    this.#progress = progress;
    this.#tell = tell;
  }

  /** Reports that training has started. */
  start() {
    this.#reports = closedFor(REPORT);
    this.#pictures = closedFor(IMAGINE);
    this.report();
  }

  /** Reports and imagines, both throttled. */
  reportInTime() {
    if (passes(this.#reports, REPORT)) this.report();
    if (!isOpen(this.#pictures)) return;
    this.#answering.tellChange();
    const start = performance.now();
    this.#imagine();
    close(this.#pictures, Math.max(IMAGINE, IMAGINE_REST * (performance.now() - start)));
  }

  /** Reports and imagines at once. */
  show() {
    this.report();
    this.#imagine();
  }

  report() {
    this.#answering.tellChange();
    this.#tell({ about: 'progress', ...this.#progress() });
  }

  /** Sends a backquery for each digit. */
  #imagine() {
    const { network } = this.#answering;
    const pictures = new Float32Array(DIGITS * PIXELS);
    for (let digit = 0; digit < DIGITS; digit++) {
      pictures.set(network.backquery(targetsFor(digit)), digit * PIXELS);
    }
    this.#tell({ about: 'pictures', pictures }, [pictures.buffer]);
  }
}
