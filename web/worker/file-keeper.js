/**
 * @typedef {object} KeptFiles the visitor's files, as the page has them
 * @property {{ sources: { name: string, file?: unknown }[] }[]} files without their contents, where there is no room
 * @property {boolean} holdOut
 */

/** The most bytes of them that are kept. */
const MOST_BYTES = 300e6;

/**
 * Keeps the visitor's files with the run that learns from them: without it, they would be taken for those of the run
 * before.
 */
export class FileKeeper {
  #store;
  /** @type {KeptFiles | null} */
  #given = null;
  /** Whether they are kept. */
  #isDone = false;
  /** Those of an earlier visit. @type {any} */
  #earlier = null;
  /** The size of those that are kept. */
  bytes = 0;

  /** @param {import('./kept-store.js').KeptStore | null} store */
  constructor(store) {
    this.#store = store;
  }

  /** @param {any} earlier what is kept from an earlier visit: it may come from another page of the same host */
  opened(earlier) {
    this.#earlier = earlier;
    this.bytes = Number(earlier?.bytes) || 0;
  }

  /** @param {KeptFiles | null} files null: none */
  give(files) {
    this.#given = files;
    this.#isDone = false;
  }

  /** A kept run goes on. @param {boolean} isTheirs whether the files of an earlier visit belong to it */
  restored(isTheirs) {
    if (!isTheirs || this.#given) return;
    this.#given = this.#earlier;
    this.#isDone = true;
  }

  /** Nothing is kept any more. */
  forget() {
    this.bytes = 0;
    this.#isDone = false;
  }

  /** To be called when the run is saved. */
  async save() {
    if (this.#isDone || !this.#store) return;
    const files = this.#given;
    this.#isDone = true;
    const bytes = files ? sizeOf(files) : 0;
    const fits = bytes <= Math.min(MOST_BYTES, await this.#store.room());
    if (fits && (await this.#set(files && { ...files, bytes }))) return;
    if (files && (await this.#set({ ...withoutContents(files), bytes: 0 }))) return;
    // Those that are there belong to another run.
    await this.#store.remove(['files']).catch(() => {});
    this.bytes = 0;
    // The next time, the browser may take them.
    if (files === this.#given) this.#isDone = false;
  }

  /** @param {(KeptFiles & { bytes: number }) | null} files @returns {Promise<boolean>} whether they are kept */
  async #set(files) {
    try {
      await this.#store?.set([['files', files]]);
    } catch {
      return false;
    }
    this.bytes = files?.bytes ?? 0;
    return true;
  }
}

/** @param {KeptFiles} kept */
const sizeOf = ({ files }) =>
  files
    .flatMap(({ sources }) => sources)
    .reduce((sum, { file }) => sum + (file instanceof Blob ? file.size : 0), 0);

/** @param {KeptFiles} kept */
const withoutContents = ({ files, holdOut }) => ({
  files: files.map((each) => ({ ...each, sources: each.sources.map(({ name }) => ({ name })) })),
  holdOut,
});
