/** Milliseconds between two readings. */
const WINDOW = 100;
/** The weight of a reading against all those before. */
const WEIGHT = 0.2;

/** Measures how fast steps come. */
export class Meter {
  /** @type {{ step: number, time: number } | null} */
  #since = null;
  #perSecond = 0;

  /** Steps per second, lately; 0: not known yet. */
  get perSecond() {
    return this.#perSecond;
  }

  reset() {
    this.#perSecond = 0;
    this.interrupt();
  }

  /** The time until the next step does not count. */
  interrupt() {
    this.#since = null;
  }

  /** @param {number} step that was just made */
  count(step) {
    const time = performance.now();
    this.#since ??= { step, time };
    const passed = time - this.#since.time;
    if (passed < WINDOW) return;
    const perSecond = ((step - this.#since.step) / passed) * 1000;
    this.#perSecond = this.#perSecond === 0 ? perSecond : (1 - WEIGHT) * this.#perSecond + WEIGHT * perSecond;
    this.#since = { step, time };
  }
}
