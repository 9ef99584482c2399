/** Tasks that are done one after the other: each begins when those before it have ended, well or not. */
export class Turns {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @template T
   * @param {() => Promise<T>} task
   * @returns {Promise<T>} what it gives, or rejects with
   */
  take(task) {
    const done = this.#last.then(task);
    this.#last = done.catch(() => {});
    return done;
  }

  /** Waits for all that have been asked for. */
  async ended() {
    await this.#last;
  }
}
