/** Milliseconds of steps that may be caught up on after a delay. */
const CATCH_UP = 1000;

/** Says how many steps are due, so that they come at an even speed. */
export class Pacer {
  #speed = Number.POSITIVE_INFINITY;
  #start = 0;
  #made = 0;

  /** Steps a second; Infinity: as fast as can be. */
  get speed() {
    return this.#speed;
  }

  set speed(stepsPerSecond) {
    this.#speed = stepsPerSecond;
    this.start();
  }

  /** From now on: the first step is due at once. */
  start() {
    this.#start = performance.now();
    this.#made = 0;
  }

  /** Steps that may be made now; what is too late to be caught up on is given up. */
  due() {
    if (this.#speed === Number.POSITIVE_INFINITY) return this.#speed;
    const most = Math.max(1, Math.ceil((this.#speed * CATCH_UP) / 1000));
    const due = Math.floor(this.#passed()) + 1 - this.#made;
    this.#made += Math.max(0, due - most);
    return Math.min(due, most);
  }

  /** Milliseconds until the next step is due. */
  wait() {
    return Math.max(0, ((this.#made - this.#passed()) * 1000) / this.#speed);
  }

  /** @param {number} steps */
  made(steps) {
    this.#made += steps;
  }

  /** Steps that the time since the start had room for. */
  #passed() {
    return ((performance.now() - this.#start) * this.#speed) / 1000;
  }
}
