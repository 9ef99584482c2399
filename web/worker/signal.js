/** Lets several callers wait until someone sends the signal. */
export class Signal {
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /**
   * Waits until the signal is sent, or until the time is up.
   *
   * @param {number} [milliseconds] default: no limit
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
