import { errorData } from '../shared/error-data.js';
import { newFile } from '../shared/file-progress.js';
import { closedFor, passes } from '../shared/throttle.js';
import { findOwnFiles } from './own-files.js';
import { readFile } from './read-file.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('./assistants/reader.js').FoundFile} FoundFile */
/** @typedef {import('./files/find-record-files.js').Source} Source */
/** @typedef {{ kinds: Kind[], heldOut: boolean }} Loaded the sets that came of a file, one held out of the other or not */
/**
 * How files were loaded before, to have the same records of them.
 *
 * @typedef {object} Before
 * @property {boolean} [heldOut] whether records were held out of them; default: as for new files
 * @property {Partial<Record<Kind, import('../glassbox.js').Correction[]>>} [corrections] made to their sets, in order
 */

/** Milliseconds between reports. */
const REPORT = 100;
/** One in so many records of a training file is held out for testing. */
const HELD_OUT = 10;
/**
 * Milliseconds that the reader rests after a part, which takes it five, to leave its core to others: training that has
 * records enough, or the first training records, before which no test record is needed.
 */
const REST = { train: 10, test: 20 };
/** Training records that come before the test records. */
const TRAINING_FIRST = 12_000;

/**
 * Loads the training and test records. MNIST's training records are used while they arrive, so that a first run need
 * not wait. A file of the visitor's own is read beside what is there, and replaces it when it has ended well; until
 * then it needs memory of its own.
 */
export class Loader {
  #glassbox;
  #records;
  #sets;
  #reader;
  #tell;
  #on;
  /** By kind and origin, what is loading. @type {Record<Kind, Record<'mnist' | 'own', AbortController | null>>} */
  #loads = { train: { mnist: null, own: null }, test: { mnist: null, own: null } };
  /** How many times the visitor's files are being loaded, which may be more than their kinds tell so far. */
  #waiting = 0;
  /** How many times files were asked for. */
  #requests = 0;
  /** By kind, the latest of these requests that files were loaded for. */
  #latest = { train: 0, test: 0 };

  /**
   * @param {{ glassbox: import('../glassbox.js').Glassbox, records: import('../glassbox.js').Records,
   *   sets: import('./record-sets.js').RecordSets, reader: import('./assistants/assistant.js').Assistant['reader'] }}
   *   parts
   * @param {(message: import('./messages.js').FileMessage) => void} tell
   * @param {{ written: () => void, arrived: () => void, ended: (kind: Kind) => void,
   *   isEnough: (count: number) => boolean }} on written: the records may have been replaced; arrived: there are more
   *   records to train on, or a file has ended; ended: a file has been loaded or has failed; isEnough: whether training is
   *   under way and does not wait for more than so many records
   */
  constructor({ glassbox, records, sets, reader }, tell, on) {
    this.#glassbox = glassbox;
    this.#records = records;
    this.#sets = sets;
    this.#reader = reader;
    this.#tell = tell;
    this.#on = on;
  }

  /** @param {Kind} kind @returns {boolean} whether a file is being loaded */
  isLoading(kind) {
    const { mnist, own } = this.#loads[kind];
    return this.#waiting > 0 || mnist !== null || own !== null;
  }

  /**
   * Loads a file of MNIST from the server. Errors are reported, not thrown.
   *
   * @param {Kind} kind
   * @param {Source} source
   */
  async loadMnist(kind, source) {
    this.#claim(kind, ++this.#requests);
    await this.#load(kind, 'mnist', source.name, async (signal, arrived) => {
      const { files } = await this.#reader.find([source]);
      // Records that a run may have trained on, those of a lost connection too, stay until all have come.
      const isFirst = this.#records.count(kind) === 0;
      if (isFirst) await this.#readFirst(files[0], kind, signal, arrived);
      else
        await this.#readBeside(files[0], kind, signal, arrived, (beside) =>
          this.#records.takeOver(kind, beside),
        );
      return { kinds: [kind], heldOut: false };
    });
  }

  /**
   * Loads the visitor's own files, of which there may be one for training and one for testing. Errors are reported,
   * not thrown.
   *
   * @param {Source[]} sources
   * @param {Kind | null} place where the visitor put them; null: beside the two places
   * @param {boolean} holdOut whether training records are held out if there is no test file of the visitor's own
   * @param {Before} [before]
   * @returns {Promise<Kind[]>} the sets that were loaded
   */
  async loadOwn(sources, place, holdOut, before = {}) {
    const loaded = /** @type {Kind[]} */ ([]);
    const request = ++this.#requests;
    this.#waiting++;
    const { files, assigned, refused } = await findOwnFiles(this.#reader, sources, place);
    for (const reason of refused) this.#refuse(reason, sources[0].name, place);
    try {
      for (const kind of /** @type {const} */ (['test', 'train'])) {
        const file = assigned[kind];
        if (!file || !this.#claim(kind, request)) continue;
        if (await this.#loadOwnFile(kind, file, holdOut, before)) loaded.push(kind);
      }
    } finally {
      for (const { id } of files) this.#reader.close(id);
      this.#waiting--;
      // Runs that waited for these files go on, or end.
      this.#on.arrived();
    }
    return loaded;
  }

  /**
   * Tells why files are not loaded.
   *
   * @param {unknown} reason
   * @param {string} name of the file, if the reason names none
   * @param {Kind | null} place
   */
  #refuse(reason, name, place) {
    const error = errorData(reason);
    const file = newFile(error.parameters.file ?? name, 'own');
    const failed = { ...file, state: /** @type {const} */ ('failed'), error };
    this.#tell({ about: 'file', kind: place ?? 'train', ...failed });
  }

  /**
   * Claims a set for a request, unless files that were asked for later have claimed it.
   *
   * @param {Kind} kind
   * @param {number} request
   * @returns {boolean} whether the set is the request's now
   */
  #claim(kind, request) {
    this.#latest[kind] = Math.max(this.#latest[kind], request);
    return this.#latest[kind] === request;
  }

  /** Whether there is a test file of the visitor's own, or one on its way. */
  get #hasOwnTest() {
    return this.#loads.test.own !== null || this.#sets.hasOwnTest;
  }

  /** @param {Kind} kind @param {FoundFile} file @param {boolean} holdOut @param {Before} before */
  #loadOwnFile(kind, file, holdOut, before) {
    return this.#load(kind, 'own', file.name, async (signal, arrived) => {
      /** @type {Loaded} */
      const loaded = { kinds: [kind], heldOut: false };
      await this.#readBeside(file, kind, signal, arrived, (beside) => {
        for (const correction of before.corrections?.[kind] ?? []) beside.correct(kind, correction);
        const isWanted = before.heldOut ?? (holdOut && !this.#hasOwnTest);
        loaded.heldOut = isWanted && kind === 'train' && beside.count(kind) >= HELD_OUT;
        if (loaded.heldOut) beside.holdOut(HELD_OUT);
        if (loaded.heldOut && !this.#hasOwnTest) loaded.kinds.push('test');
        for (const each of loaded.kinds) {
          // Stopped before its records are replaced, into which it would go on writing.
          this.#loads[each].mnist?.abort();
          this.#loads[each] = { ...this.#loads[each], mnist: null };
          this.#records.takeOver(each, beside);
        }
      });
      return loaded;
    });
  }

  /**
   * @param {FoundFile} file
   * @param {Kind} kind
   * @param {AbortSignal} signal
   * @param {Parameters<typeof readFile>[5]} arrived
   */
  async #readFirst(file, kind, signal, arrived) {
    // What came of a file that this one replaces.
    this.#records.abandon(kind);
    try {
      await readFile(this.#reader, file.id, this.#records, kind, signal, {
        ...arrived,
        records: (count) => {
          this.#on.written();
          arrived.records(count);
          this.#on.arrived();
        },
        rest: (count) => (this.#isAheadOfNeed(kind, count) ? REST[kind] : 0),
      });
    } finally {
      // Where another file is read by now, what has come is its own.
      if (!signal.aborted && this.#records.count(kind) === 0) this.#records.abandon(kind);
    }
  }

  /** @param {Kind} kind @param {number} count of its records that have come */
  #isAheadOfNeed(kind, count) {
    if (kind === 'train') return this.#on.isEnough(count);
    return this.#loads.train.mnist !== null && this.#records.count('train') < TRAINING_FIRST;
  }

  /**
   * Reads a file beside what is in use.
   *
   * @param {FoundFile} file
   * @param {Kind} kind
   * @param {AbortSignal} signal
   * @param {Parameters<typeof readFile>[5]} arrived
   * @param {(beside: import('../glassbox.js').Records) => void} takeOver puts what has been read in its place
   */
  async #readBeside(file, kind, signal, arrived, takeOver) {
    const beside = this.#glassbox.records();
    try {
      await readFile(this.#reader, file.id, beside, kind, signal, arrived);
      if (signal.aborted) return;
      takeOver(beside);
      this.#on.written();
    } finally {
      beside.free();
    }
  }

  /**
   * Runs a load and reports on it. It replaces one of the same kind and origin.
   *
   * @param {Kind} kind
   * @param {'mnist' | 'own'} origin
   * @param {string} name
   * @param {(signal: AbortSignal, arrived: Parameters<typeof readFile>[5]) => Promise<Loaded>} read
   * @returns {Promise<boolean>} whether it has been loaded
   */
  async #load(kind, origin, name, read) {
    const loads = this.#loads[kind];
    loads[origin]?.abort();
    // The visitor wants MNIST after all.
    if (origin === 'mnist') loads.own?.abort();
    const load = new AbortController();
    this.#loads[kind] = origin === 'mnist' ? { mnist: load, own: null } : { ...loads, own: load };
    const file = newFile(name, origin);
    const tell = () => this.#tell({ about: 'file', kind, ...file });
    const report = closedFor(REPORT);
    tell();
    try {
      const { kinds, heldOut } = await read(load.signal, {
        bytes: (arrived) => void Object.assign(file, arrived),
        records: (count) => {
          file.records = count;
          if (passes(report, REPORT)) tell();
        },
      });
      if (load.signal.aborted) return false;
      this.#loads[kind][origin] = null;
      file.state = 'loaded';
      this.#sets.loaded(kinds, name, origin === 'own', heldOut);
      for (const each of kinds) if (each !== kind) this.#on.ended(each);
    } catch (error) {
      if (load.signal.aborted) return false;
      load.abort();
      this.#loads[kind][origin] = null;
      file.state = 'failed';
      file.error = whyNotLoaded(error);
      // Of pictures and labels, the file that is at fault.
      file.name = file.error.parameters.file ?? name;
    }
    tell();
    this.#on.arrived();
    this.#on.ended(kind);
    return file.state === 'loaded';
  }
}

/** @param {unknown} error @returns {import('../shared/error-data.js').ErrorData} */
function whyNotLoaded(error) {
  const data = errorData(error);
  // It says why the old records do not make room for the new ones.
  return data.code === 'out-of-memory' ? { code: 'file-out-of-memory', parameters: {} } : data;
}
