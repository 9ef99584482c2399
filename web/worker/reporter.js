import { close, closedFor, isOpen, passes } from '../shared/throttle.js';
import { Imaginer } from './imaginer.js';

/** Milliseconds between reports. */
const REPORT = 100;
/**
 * Milliseconds after the network has changed until the page hears of the next change: at least so many, and so many for
 * each hidden node. The questions that the page then asks take time, and training should not wait.
 */
const CHANGE = 200;
const CHANGE_PER_NODE = 0.5;
/** A network changes most at first: a change is large once the run is this many times as long as at the last one. */
const LARGE_CHANGE = 1.1;
/** Milliseconds until the page hears of a change that is not large. */
const SMALL_CHANGE = 500;
/**
 * The rest after an ascent, as a multiple of the time that it took: while the network trains, so that the other worker
 * leaves its core to others, and if one can watch.
 */
const REST = 19;
const WATCHED_REST = 4;

/** Tells the page a run's progress, and what the network that answers for it imagines. */
export class Reporter {
  #answering;
  #progress;
  #tell;
  #imaginer;
  #reports = closedFor(REPORT);
  #changes = closedFor(CHANGE);
  #smallChanges = closedFor(SMALL_CHANGE);
  /** The step from which a change is large. */
  #largeFrom = 0;

  /**
   * @param {import('./answering.js').AnsweringNetwork} answering
   * @param {import('./observing.js').Observing} observing
   * @param {import('./training-loop.js').TrainingLoop} loop
   * @param {import('../shared/ways.js').Way} way in which pictures are found
   * @param {() => Omit<import('./messages.js').ProgressMessage, 'about'>} progress the run's current progress
   * @param {import('./messages.js').TellOfRun} tell
   */
  constructor(answering, observing, loop, way, progress, tell) {
    this.#answering = answering;
    this.#progress = progress;
    this.#tell = tell;
    const rest = () => (loop.isWatchable ? WATCHED_REST : REST);
    this.#imaginer = new Imaginer(answering, observing, way, () => (loop.isActive ? rest() : 0), tell);
  }

  /** @param {import('../shared/ways.js').Way} way in which pictures are found from now on */
  set way(way) {
    this.#imaginer.way = way;
  }

  /** Reports that training has started. */
  start() {
    this.#reports = closedFor(REPORT);
    this.#changes = closedFor(CHANGE);
    this.#largeFrom = 0;
    this.report();
    // The pictures that are shown may be another network's.
    this.#imaginer.changed();
  }

  /** Reports progress and changes, both throttled. */
  reportInTime() {
    if (passes(this.#reports, REPORT)) this.report();
    const { step } = this.#answering;
    if (!isOpen(this.#changes) || (step < this.#largeFrom && !isOpen(this.#smallChanges))) return;
    this.#answering.tellChange();
    this.#change();
    this.#largeFrom = LARGE_CHANGE * step;
    close(this.#smallChanges, SMALL_CHANGE);
    close(this.#changes, Math.max(CHANGE, CHANGE_PER_NODE * this.#answering.network.hiddenNodes));
  }

  /** Reports progress and a change at once. */
  show() {
    this.report();
    this.#change();
  }

  /** Reports progress at once, and pictures: the page has asked for the change, and asks the rest anew by itself. */
  showWanted() {
    this.report();
    this.#imaginer.changed();
  }

  report() {
    this.#answering.tellChange();
    this.#tell({ about: 'progress', ...this.#progress() });
  }

  #change() {
    this.#tell({ about: 'changed' });
    this.#imaginer.changed();
  }
}
