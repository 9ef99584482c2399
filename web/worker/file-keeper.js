/**
 * Keeps the visitor's files with the run that learns from them: without it, they would be taken for those of the run
 * before.
 */
export class FileKeeper {
  /** @type {{ files: unknown, bytes: number }} */
  #given = { files: null, bytes: 0 };
  /** Whether they are kept, or those that are kept belong to the run. */
  #isDone = false;
  /** The size of those that are kept. */
  bytes = 0;

  /** @param {unknown} files null: none @param {number} bytes their size */
  give(files, bytes) {
    this.#given = { files, bytes };
    this.#isDone = false;
  }

  /** A kept run goes on. @param {boolean} isTheirs whether the files that are kept belong to it */
  restored(isTheirs) {
    this.#isDone = isTheirs && this.#given.files === null;
  }

  /** Nothing is kept any more. */
  forget() {
    this.bytes = 0;
    this.#isDone = false;
  }

  /**
   * To be called when the run is saved.
   *
   * @param {(entries: [name: string, value: unknown][]) => Promise<boolean>} set
   * @param {(names: string[]) => Promise<void>} remove
   */
  async save(set, remove) {
    if (this.#isDone) return;
    this.#isDone = true;
    const { files, bytes } = this.#given;
    if (await set([['files', files]])) this.bytes = bytes;
    // Those that are there belong to another run.
    else await remove(['files']);
  }
}
