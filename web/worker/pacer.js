/** After a delay, steps are made up for this many milliseconds at most. */
const CATCH_UP = 1000;

/** Spreads steps evenly over time. */
export class Pacer {
  #speed = Number.POSITIVE_INFINITY;
  #start = 0;
  #made = 0;

  /** Steps per second; Infinity: as fast as possible. */
  get speed() {
    return this.#speed;
  }

  set speed(stepsPerSecond) {
    this.#speed = stepsPerSecond;
    this.start();
  }

  /** Counts from now on. The first step may be made at once. */
  start() {
    this.#start = performance.now();
    this.#made = 0;
  }

  /** The number of steps that may be made now. Steps that are more than CATCH_UP late are dropped. */
  count() {
    if (this.#speed === Number.POSITIVE_INFINITY) return this.#speed;
    const most = Math.max(1, Math.ceil((this.#speed * CATCH_UP) / 1000));
    const count = Math.floor(this.#passed()) + 1 - this.#made;
    this.#made += Math.max(0, count - most);
    return Math.min(count, most);
  }

  /** Milliseconds until the next step may be made. */
  wait() {
    return Math.max(0, ((this.#made - this.#passed()) * 1000) / this.#speed);
  }

  /** @param {number} steps */
  made(steps) {
    this.#made += steps;
  }

  /** The number of steps for which there has been time since the start. */
  #passed() {
    return ((performance.now() - this.#start) * this.#speed) / 1000;
  }
}
