import { openCsv } from './csv-stream.js';
import { newFile } from './messages.js';
import { every, nextTask } from './timing.js';

/** @typedef {import('../glassbox.js').Kind} Kind */

/** Milliseconds of reading between two looks at the messages, and between two reports. */
const SLICE = 5;
const REPORT = 100;

/** Reads CSV files into a trainer. Of each kind one at a time: another one ends the one before. */
export class Loader {
  #trainer;
  #tell;
  #on;
  /** @type {Record<Kind, AbortController | null>} */
  #loads = { train: null, test: null };

  /**
   * @param {import('../glassbox.js').Trainer} trainer
   * @param {(message: import('./messages.js').FileMessage) => void} tell how a file gets on
   * @param {{ write: (write: () => number) => number, arrived: () => void }} on write: does a writing to
   *   the trainer; arrived: there are more records, or there will be no more
   */
  constructor(trainer, tell, on) {
    this.#trainer = trainer;
    this.#tell = tell;
    this.#on = on;
  }

  /** @param {Kind} kind @returns {boolean} whether a file is on its way */
  isLoading(kind) {
    return this.#loads[kind] !== null;
  }

  /**
   * Reads a file; what it holds takes the place of what was there, once it has ended well. Problems are
   * told, not thrown.
   *
   * @param {Kind} kind
   * @param {import('./csv-stream.js').Source} source
   * @returns {Promise<'loaded' | 'failed' | 'replaced'>} what became of it; replaced: by another file
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
        if (load.signal.aborted) return 'replaced';
        file.records = this.#on.write(() =>
          done ? this.#trainer.end(kind) : this.#trainer.write(kind, value),
        );
        if (done) break;
        if (due()) this.#tell({ ...file });
        this.#on.arrived();
        // What is read already comes without a pause: training and messages get their turn.
        if (turnOver()) await nextTask();
      }
      file.state = 'loaded';
    } catch (error) {
      if (load.signal.aborted) return 'replaced';
      load.abort();
      this.#trainer.abandon(kind);
      file.state = 'failed';
      file.problem = error instanceof Error ? error.message : String(error);
    }
    this.#loads[kind] = null;
    this.#tell({ ...file });
    this.#on.arrived();
    return file.state;
  }
}
