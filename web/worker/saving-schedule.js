/**
 * Milliseconds from a change until the run is saved: with the time that saving takes, no more than a second is lost.
 */
const DELAY = 700;

/** When a run that is kept is saved: some time after it has changed, and as soon as it stops. */
export class SavingSchedule {
  #save;
  /** The state that was heard of last. */
  #heard = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Whether the run goes on, as it was heard of last. */
  isActive = false;

  /** @param {() => void} save */
  constructor(save) {
    this.#save = save;
  }

  /** Whether something has changed that is not saved. */
  get isDue() {
    return this.#timer !== undefined;
  }

  /** @param {import('./messages.js').RunMessage} message about the run */
  heard(message) {
    if (message.about === 'score' || message.about === 'trainingMetrics') return this.soon();
    if (message.about !== 'progress') return;
    const { generation, step, learningRate, active } = message;
    const state = [generation, step, learningRate].join();
    const stops = this.isActive && !active;
    this.isActive = active;
    if (state === this.#heard) return;
    this.#heard = state;
    if (stops) this.rest();
    this.soon(stops ? 0 : DELAY);
  }

  /** Something has changed. @param {number} [delay] in ms */
  soon(delay = DELAY) {
    this.#timer ??= setTimeout(() => this.now(), delay);
  }

  /** Saves what has changed. */
  now() {
    if (!this.isDue) return;
    this.rest();
    this.#save();
  }

  /** Nothing has changed that is not saved. */
  rest() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
