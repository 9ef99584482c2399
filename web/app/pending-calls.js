/**
 * Calls that are still to be answered, so that all of them fail together when nobody is left to answer.
 *
 * Racing each call against one promise of that death would do, but Firefox and WebKit then keep every result
 * for as long as that promise lives.
 */
export class PendingCalls {
  /** @type {Set<(error: Error) => void>} */
  #rejects = new Set();
  /** @type {Error | null} */
  #death = null;

  /** How many there are. */
  get count() {
    return this.#rejects.size;
  }

  /**
   * @template T
   * @param {() => Promise<T>} call
   * @returns {Promise<T>} rejects when all fail, or if they have
   */
  add(call) {
    if (this.#death) return Promise.reject(this.#death);
    return new Promise((resolve, reject) => {
      this.#rejects.add(reject);
      call()
        .then(resolve, reject)
        .finally(() => this.#rejects.delete(reject));
    });
  }

  /** @param {Error} error why all fail from now on */
  failAll(error) {
    this.#death = error;
    for (const reject of this.#rejects) reject(error);
    this.#rejects.clear();
  }
}
