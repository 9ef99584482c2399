/**
 * Calls that have not been answered yet. When nobody is left to answer, all of them fail together.
 *
 * Racing each call against a promise that rejects then would be shorter, but Firefox and WebKit keep every result
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
   * @returns {Promise<T>} rejects if all fail, now or earlier
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
