/** Milliseconds between two readings. */
const WINDOW = 100;
/** The weight of a reading against all those before. */
const WEIGHT = 0.2;

/** Measures how many steps are made per second. */
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

  /** @param {number} step that has just been made */
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
