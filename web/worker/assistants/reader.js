import { transfer } from 'comlink';
import { errorData } from '../../shared/error-data.js';
import { findRecordFiles } from '../files/find-record-files.js';
import { OpenFile } from './open-file.js';

/** @typedef {Omit<import('../files/find-record-files.js').RecordFile, 'open'> & { id: number }} FoundFile */

/** Finds files of records, and reads them part by part, each when it is asked for. */
export class Reader {
  #glassbox;
  /** The files that were found and not closed, by their ids. @type {Map<number, OpenFile>} */
  #files = new Map();
  #lastId = 0;

  /** @param {import('../../glassbox.js').Glassbox} glassbox */
  constructor(glassbox) {
    this.#glassbox = glassbox;
  }

  /**
   * @param {import('../files/find-record-files.js').Source[]} sources
   * @returns {Promise<{ files: FoundFile[], refused: import('../../shared/error-data.js').ErrorData[] }>} one file or
   *   more, each to be closed; refused: what is wrong with those that are no records
   * @throws {import('../files/file-error.js').FileError} if none is
   */
  async find(sources) {
    /** @type {import('../../shared/error-data.js').ErrorData[]} */
    const refused = [];
    const found = await findRecordFiles(sources, (error) => refused.push(errorData(error)));
    const files = found.map((file) => {
      const { name, kind, format } = file;
      const id = ++this.#lastId;
      this.#files.set(id, new OpenFile(file, this.#glassbox));
      return { id, name, kind, format };
    });
    return { files, refused };
  }

  /**
   * The next part of a file. Several may be asked for ahead.
   *
   * @param {number} id
   * @returns {Promise<import('./open-file.js').Part>}
   * @throws {Error} a FileError or a CsvError
   */
  async next(id) {
    const file = this.#files.get(id);
    if (!file) throw new Error(`no file ${id} is open`);
    const part = await file.next();
    return transfer(part, [part.records.buffer]);
  }

  /** Stops reading a file, and forgets it. @param {number} id */
  close(id) {
    this.#files.get(id)?.close();
    this.#files.delete(id);
  }
}
