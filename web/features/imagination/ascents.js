import { DIGITS } from '../../shared/shape.js';
import { latestOnly } from '../../ui/latest.js';
import { targetsOf } from './chosen-targets.js';
import { ASCENT_STEPS, BLANK } from './state.js';

/** @typedef {import('./state.js').Ascent} Ascent */

/** Steps per second of the ascent that is watched. */
const PACE = 100;
/** The most steps in one call of the worker. */
const PORTION = 10;

/**
 * Gradient ascents on the inputs. While the tab is open, the ascent that the visitor watches runs first, then those that
 * the stage shows for the ten digits.
 */
export class Ascents {
  #context;
  #isOpen;
  /** Does one thing at a time. */
  #goOn = latestOnly(async (_, isLatest) => {
    if (this.#slice.ascending) await this.#watch();
    while (this.#slice.digitAscents.length < DIGITS && isLatest() && (await this.#imagineDigit()));
  });

  /**
   * @param {import('../../app/context.js').Context} context
   * @param {() => boolean} isOpen whether the tab is open
   */
  constructor(context, isOpen) {
    this.#context = context;
    this.#isOpen = isOpen;
  }

  /** The feature's state. A restart of the worker replaces it. */
  get #slice() {
    return this.#context.state.imagination;
  }

  start() {
    this.#setAscending(true);
  }

  hold() {
    this.#setAscending(false);
  }

  restart() {
    this.#slice.ascent = BLANK;
    this.start();
  }

  clear() {
    this.#slice.ascent = BLANK;
    this.hold();
  }

  async step() {
    await this.#ascendBy(1);
    this.hold();
  }

  /** Feeds the picture reached so far through the current network. */
  async readAgain() {
    if (!this.#slice.ascending && this.#slice.ascent !== BLANK) await this.#ascendBy(0);
  }

  /** @param {boolean} on */
  #setAscending(on) {
    this.#slice.ascending = on;
    this.#context.show();
    this.#goOn();
  }

  /** @param {number} steps */
  async #ascendBy(steps) {
    const { ascent, chosen } = this.#slice;
    const next = await this.#further(ascent, targetsOf(chosen), steps);
    if (next && this.#slice.ascent === ascent) this.#slice.ascent = next;
    this.#context.show();
  }

  /** Continues the ascent that is watched. Visitors who prefer reduced motion see only its end. */
  async #watch() {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let before = performance.now();
    while (this.#slice.ascending && this.#isOpen() && this.#slice.ascent.step < ASCENT_STEPS) {
      const { ascent, chosen } = this.#slice;
      // It may be held or restarted while the call runs.
      const isWanted = () => this.#isOpen() && this.#slice.ascending && this.#slice.ascent === ascent;
      const now = performance.now();
      const steps = Math.round(((now - before) * PACE) / 1000);
      before = now;
      const next = still
        ? await this.#toTheEnd(ascent, targetsOf(chosen), isWanted)
        : await this.#further(ascent, targetsOf(chosen), Math.min(Math.max(steps, 1), PORTION));
      if (!isWanted()) continue;
      if (!next) break;
      this.#slice.ascent = next;
      if (still) break;
      this.#context.show();
      await new Promise(requestAnimationFrame);
    }
    this.#slice.ascending = false;
    this.#context.show();
  }

  /**
   * Asks what the network imagines for the next of the ten digits.
   *
   * @returns {Promise<boolean>} whether it is known now
   */
  async #imagineDigit() {
    const { state, worker, attempt, show } = this.#context;
    const { digitAscents } = this.#slice;
    const isWanted = () =>
      this.#isOpen() &&
      // While the network learns, it changes from step to step.
      !state.runs[state.runId].active &&
      !this.#slice.ascending &&
      this.#slice.digitAscents === digitAscents;
    if (!isWanted()) return false;
    const imagined = await attempt(worker().imagination.imagine(state.runId, digitAscents.length));
    if (!imagined || !isWanted()) return false;
    this.#slice.digitAscents = [...digitAscents, imagined];
    show();
    return true;
  }

  /**
   * @param {Ascent} from
   * @param {Float32Array} targets
   * @param {() => boolean} isWanted
   * @returns {Promise<Ascent | null>} null: it is no longer wanted, or a call failed
   */
  async #toTheEnd(from, targets, isWanted) {
    /** @type {Ascent | null} */
    let ascent = from;
    while (ascent && ascent.step < ASCENT_STEPS && isWanted()) {
      ascent = await this.#further(ascent, targets, PORTION);
    }
    return isWanted() ? ascent : null;
  }

  /**
   * @param {Ascent} ascent
   * @param {Float32Array} targets
   * @param {number} steps
   * @returns {Promise<Ascent | null>} null: the call failed
   */
  async #further({ inputs, step }, targets, steps) {
    const { state, worker, attempt } = this.#context;
    const taken = Math.min(steps, ASCENT_STEPS - step);
    const reached = await attempt(worker().imagination.ascend(state.runId, inputs, targets, taken));
    return reached && { ...reached, step: step + taken };
  }
}
