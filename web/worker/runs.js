import { codedError } from '../shared/errors.js';
import { TrainingRun } from './training-run.js';

/** The training runs by their ids. They share the records. */
export class Runs {
  #parts;
  /** @type {Map<string, TrainingRun>} */
  #runs = new Map();

  /** @param {import('./api.js').Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {string} id
   * @param {import('../shared/settings.js').Settings} settings
   * @param {import('../shared/ways.js').Way} way in which pictures are found
   */
  create(id, settings, way) {
    if (this.#runs.has(id)) throw codedError(RangeError, 'run-exists', { id });
    this.#runs.set(id, new TrainingRun(id, settings, way, this.#parts));
  }

  /** @param {string} id */
  get(id) {
    const run = this.#runs.get(id);
    if (!run) throw codedError(RangeError, 'unknown-run', { got: id, names: [...this.#runs.keys()] });
    return run;
  }

  /** The training records may have been replaced. */
  restartStale() {
    for (const run of this.#runs.values()) run.restartIfStale();
  }

  /** There are more records to train on, or the file has ended. */
  recordsArrived() {
    for (const run of this.#runs.values()) run.recordsArrived();
  }

  /** Whether some train, and none of them waits for more records than so many. @param {number} count */
  haveEnough(count) {
    const active = [...this.#runs.values()].filter((run) => run.isActive);
    return active.length > 0 && active.every((run) => run.hasEnough(count));
  }

  /**
   * A file has been loaded, or has failed.
   *
   * @param {import('../glassbox.js').Kind} kind
   */
  fileEnded(kind) {
    for (const run of this.#runs.values()) run.fileEnded(kind);
  }
}
