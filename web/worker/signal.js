/** Wakes whoever waits for it. */
export class Signal {
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /**
   * Until it is sent, or some time is over.
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
