import { blobOf } from '../shared/bytes-file.js';

/** @typedef {import('./kept-about.js').Slot} Slot */
/**
 * @typedef {object} KeptFiles the visitor's files, as the page has them
 * @property {{ sources: import('./files/find-record-files.js').Source[] }[]} files without their contents, where there is
 *   no room
 * @property {boolean} holdOut
 */

/** The most bytes of them that are kept. */
const MOST_BYTES = 300e6;

/** Keeps the visitor's files with the run that learns from them. */
export class FileKeeper {
  #store;
  /** @type {KeptFiles | null} */
  #given = null;
  /** Whether they are kept. */
  #isDone = false;
  /** Those that are kept with each run. @type {Record<Slot, any>} */
  #kept = { a: null, b: null };

  /** @param {import('./kept-store.js').KeptStore | null} store */
  constructor(store) {
    this.#store = store;
  }

  /** @param {Record<Slot, any>} kept in earlier visits: it may come from another page of the same host */
  opened(kept) {
    this.#kept = { ...kept };
  }

  /** The size of all that are kept. */
  get bytes() {
    return Object.values(this.#kept).reduce((sum, files) => sum + (Number(files?.bytes) || 0), 0);
  }

  /** @param {KeptFiles | null} files null: none */
  give(files) {
    this.#given = files;
    this.#isDone = false;
  }

  /** A kept run goes on, on files that the visitor has chosen meanwhile, or on its own. @param {Slot} slot */
  restored(slot) {
    this.#given ??= this.#kept[slot];
    this.#isDone = this.#given === this.#kept[slot];
  }

  /** Those of one run are not kept any more. @param {Slot} slot */
  drop(slot) {
    this.#kept[slot] = null;
    this.#isDone = false;
  }

  /** Nothing is kept any more. */
  forget() {
    this.#kept = { a: null, b: null };
    this.#isDone = false;
  }

  /** To be called when a run is saved. @param {Slot} slot its place */
  async save(slot) {
    if (this.#isDone || !this.#store) return;
    const files = this.#given;
    this.#isDone = true;
    const bytes = files ? sizeOf(files) : 0;
    const fits = bytes <= Math.min(MOST_BYTES, await this.#store.room());
    if (fits && (await this.#set(slot, files && { ...files, bytes }))) return;
    if (files && (await this.#set(slot, { ...withoutContents(files), bytes: 0 }))) return;
    // Those that are there belong to the run that was in this place.
    await this.#store.remove([`${slot}/files`]).catch(() => {});
    this.#kept[slot] = null;
    // The next time, the browser may take them.
    if (files === this.#given) this.#isDone = false;
  }

  /** @param {Slot} slot @param {(KeptFiles & { bytes: number }) | null} files @returns {Promise<boolean>} whether they are kept */
  async #set(slot, files) {
    try {
      await this.#store?.set([[`${slot}/files`, files]]);
    } catch {
      return false;
    }
    this.#kept[slot] = files;
    return true;
  }
}

/** @param {KeptFiles} kept */
const sizeOf = ({ files }) =>
  files.flatMap(({ sources }) => sources).reduce((sum, { file }) => sum + (file ? blobOf(file).size : 0), 0);

/** @param {KeptFiles} kept */
const withoutContents = ({ files, holdOut }) => ({
  files: files.map((each) => ({ ...each, sources: each.sources.map(({ name }) => ({ name })) })),
  holdOut,
});
