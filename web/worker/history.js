import { DIGITS, PIXELS } from '../glassbox.js';

/** @typedef {import('../glassbox.js').Network} Network */
/** @typedef {{ step: number, network: Network }} Moment */

/** Bytes that all the networks kept may take: a hundred of 200 hidden nodes, 25 of 800. */
const MOST_BYTES = 64e6;

/**
 * Networks as they were along a run: copies, so that they answer as they did then, to the bit.
 *
 * Most happens early, so they are kept at steps that grow by a tenth. Where there is no room for another,
 * the one goes that is missed least; the first one and the latest stay.
 */
export class History {
  /** @type {Moment[]} in the order of steps */
  #moments = [];
  #bytesEach = 0;

  /** Steps of the networks kept. */
  get steps() {
    return this.#moments.map(({ step }) => step);
  }

  /** Bytes that their weights take. */
  get bytes() {
    return this.#moments.length * this.#bytesEach;
  }

  /** The step at which the network is to be kept next. */
  get next() {
    const last = this.#moments.at(-1);
    return last ? last.step + Math.max(1, Math.floor(last.step / 10)) : 0;
  }

  /**
   * @param {number} step a later one than all before
   * @param {Network} network
   */
  keep(step, network) {
    this.#bytesEach = (PIXELS + DIGITS) * network.hiddenNodes * Float32Array.BYTES_PER_ELEMENT;
    this.#moments.push({ step, network: network.copy() });
    if (this.bytes > MOST_BYTES) this.#moments.splice(this.#leastMissed(), 1)[0].network.free();
  }

  /**
   * The latest that was kept at a step or before.
   *
   * @param {number} step
   * @returns {Moment | null}
   */
  at(step) {
    return this.#moments.findLast((moment) => moment.step <= step) ?? null;
  }

  clear() {
    for (const { network } of this.#moments.splice(0)) network.free();
  }

  /** Index of the moment that leaves the smallest gap, as a ratio of steps. */
  #leastMissed() {
    let [least, smallest] = [1, Number.POSITIVE_INFINITY];
    for (let i = 1; i < this.#moments.length - 1; i++) {
      const gap = (this.#moments[i + 1].step + 1) / (this.#moments[i - 1].step + 1);
      if (gap < smallest) [least, smallest] = [i, gap];
    }
    return least;
  }
}
