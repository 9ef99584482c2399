/** Milliseconds between readings. */
const WINDOW = 100;
/** The weight of a new reading in the moving average. */
const WEIGHT = 0.2;

/** Measures steps per second as a moving average. */
export class Meter {
  /** @type {{ step: number, time: number } | null} */
  #since = null;
  #perSecond = 0;

  /** Recent steps per second; 0: not known yet. */
  get perSecond() {
    return this.#perSecond;
  }

  reset() {
    this.#perSecond = 0;
    this.interrupt();
  }

  /** Leaves out the time until the next step. */
  interrupt() {
    this.#since = null;
  }

  /** @param {number} step the latest one */
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
