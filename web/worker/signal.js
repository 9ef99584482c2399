/** Something that can be waited for. */
export class Signal {
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /**
   * Waits until it is sent, or for some time at most.
   *
   * @param {number} [milliseconds]
   */
  wait(milliseconds) {
    return new Promise((resolve) => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve(undefined);
      };
      this.#waiting.add(wake);
      if (milliseconds !== undefined) timer = setTimeout(wake, milliseconds);
    });
  }

  send() {
    for (const wake of this.#waiting) wake();
  }
}
