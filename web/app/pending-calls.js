/**
 * Calls that have not been answered yet. When the worker dies, all of them fail together.
 *
 * Promise.race() with a promise that rejects at that point would be shorter, but Firefox and WebKit hold every result
 * in memory as long as that promise exists.
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
   * @returns {Promise<T>} rejects when failAll() is called, or if it has been
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

  /** @param {Error} error with which all calls fail from now on */
  failAll(error) {
    this.#death = error;
    for (const reject of this.#rejects) reject(error);
    this.#rejects.clear();
  }
}
