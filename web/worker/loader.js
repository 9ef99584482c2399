import { errorData } from '../shared/error-data.js';
import { newFile } from '../shared/file-progress.js';
import { nextTask } from '../shared/next-task.js';
import { closedFor, passes } from '../shared/throttle.js';
import { openCsv } from './csv-stream.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('./csv-stream.js').Source} Source */

/** Milliseconds of reading before messages are served, and milliseconds between reports. */
const SLICE = 5;
const REPORT = 100;

/** Loads CSV files into the records, one of each kind at a time: a new file replaces one that is still loading. */
export class Loader {
  #records;
  #tell;
  #on;
  /** @type {Record<Kind, AbortController | null>} */
  #loads = { train: null, test: null };
  #testSetVersion = 0;

  /**
   * @param {import('../glassbox.js').Records} records
   * @param {(message: import('./messages.js').FileMessage) => void} tell reports a file's progress
   * @param {{ written: () => void, arrived: () => void }} on written: the records may have been replaced;
   *   arrived: there are more records to train on, or the file has ended
   */
  constructor(records, tell, on) {
    this.#records = records;
    this.#tell = tell;
    this.#on = on;
  }

  /** @param {Kind} kind @returns {boolean} whether a file is being loaded */
  isLoading(kind) {
    return this.#loads[kind] !== null;
  }

  /** Goes up with each new set of test records. */
  get testSetVersion() {
    return this.#testSetVersion;
  }

  /**
   * Loads a file. Its records replace the old ones when it is complete. Errors are reported, not thrown.
   *
   * @param {Kind} kind
   * @param {Source} source
   * @returns {Promise<'loaded' | 'failed' | 'replaced'>} replaced: by another file
   */
  async load(kind, source) {
    this.#loads[kind]?.abort();
    const load = new AbortController();
    this.#loads[kind] = load;
    this.#records.abandon(kind);

    const file = newFile(source.name);
    const tell = () => this.#tell({ about: 'file', kind, ...file });
    tell();
    try {
      await this.#read(kind, source, load.signal, file, tell);
      if (load.signal.aborted) return 'replaced';
      file.state = 'loaded';
      if (kind === 'test') this.#testSetVersion++;
    } catch (error) {
      if (load.signal.aborted) return 'replaced';
      load.abort();
      this.#records.abandon(kind);
      file.state = 'failed';
      file.error = errorData(error);
    }
    this.#loads[kind] = null;
    tell();
    this.#on.arrived();
    return file.state;
  }

  /**
   * Reads a file to its end, unless it is aborted.
   *
   * @param {Kind} kind
   * @param {Source} source
   * @param {AbortSignal} signal
   * @param {import('../shared/file-progress.js').FileProgress} file is kept up to date
   * @param {() => void} tell
   */
  async #read(kind, source, signal, file, tell) {
    const report = closedFor(REPORT);
    const slice = closedFor(SLICE);
    const stream = await openCsv(source, signal, (arrived) => Object.assign(file, arrived));
    const reader = stream.getReader();
    // Stops the download, too.
    if (source.url) signal.addEventListener('abort', () => reader.cancel().catch(() => {}));
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      try {
        file.records = done ? this.#records.end(kind) : this.#records.write(kind, value);
      } finally {
        this.#on.written();
      }
      if (done) return;
      if (passes(report, REPORT)) tell();
      this.#on.arrived();
      // Buffered data arrives without a pause, so let training and messages take their turn.
      if (passes(slice, SLICE)) await nextTask();
    }
  }
}
