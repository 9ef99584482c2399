import { errorData } from '../shared/error-data.js';
import { newFile } from '../shared/file-progress.js';
import { nextTask } from '../shared/next-task.js';
import { closedFor, passes } from '../shared/throttle.js';
import { openCsv } from './csv-stream.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('./csv-stream.js').Source} Source */

/** Milliseconds of reading between two looks at the messages, and between two reports. */
const SLICE = 5;
const REPORT = 100;

/** Loads CSV files into the records, one of each kind at a time: another one ends the one before. */
export class Loader {
  #records;
  #tell;
  #on;
  /** @type {Record<Kind, AbortController | null>} */
  #loads = { train: null, test: null };
  #testSetVersion = 0;

  /**
   * @param {import('../glassbox.js').Records} records
   * @param {(message: import('./messages.js').FileMessage) => void} tell how a file is getting on
   * @param {{ written: () => void, arrived: () => void }} on written: the records may have changed, whether
   *   or not it went well; arrived: there are more records to train on, or there will be no more
   */
  constructor(records, tell, on) {
    this.#records = records;
    this.#tell = tell;
    this.#on = on;
  }

  /** @param {Kind} kind @returns {boolean} whether a file is on its way */
  isLoading(kind) {
    return this.#loads[kind] !== null;
  }

  /** Counted up with each new set of test records. */
  get testSetVersion() {
    return this.#testSetVersion;
  }

  /**
   * Loads a file. Once it has ended well, its records replace those before. Problems are told, not thrown.
   *
   * @param {Kind} kind
   * @param {Source} source
   * @returns {Promise<'loaded' | 'failed' | 'replaced'>} what became of it; replaced: by another file
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
   * Reads a file to its end, or until it is aborted.
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
    // Whatever ends the reading, the server must not go on sending.
    if (source.url) signal.addEventListener('abort', () => reader.cancel().catch(() => {}));
    for (;;) {
      const { done, value } = await reader.read();
      // Another file has been asked for: this one does not matter any more.
      if (signal.aborted) return;
      try {
        file.records = done ? this.#records.end(kind) : this.#records.write(kind, value);
      } finally {
        this.#on.written();
      }
      if (done) return;
      if (passes(report, REPORT)) tell();
      this.#on.arrived();
      // What has been read already comes without a pause: training and messages get their turn.
      if (passes(slice, SLICE)) await nextTask();
    }
  }
}
