import { DIGITS, PIXELS } from '../glassbox.js';

/** @typedef {import('../glassbox.js').Network} Network */
/** @typedef {{ step: number, network: Network }} Snapshot the network as it was after so many steps */

/** How many bytes all snapshots may take: a hundred with 200 hidden nodes each, or 25 with 800. */
const MOST_BYTES = 64e6;

/**
 * Copies of a run's network, which answer exactly as it did when they were taken.
 *
 * Most happens early, so the steps at which they are taken grow by a tenth. When there is no room for another, the
 * one whose loss leaves the smallest gap is dropped, but never the first or the latest.
 */
export class Snapshots {
  /** @type {Snapshot[]} in the order of steps */
  #snapshots = [];
  #bytesEach = 0;

  get steps() {
    return this.#snapshots.map(({ step }) => step);
  }

  /** Bytes that their weights take. */
  get bytes() {
    return this.#snapshots.length * this.#bytesEach;
  }

  /** The step at which the next one is to be taken. */
  get next() {
    const last = this.#snapshots.at(-1);
    return last ? last.step + Math.max(1, Math.floor(last.step / 10)) : 0;
  }

  /**
   * Takes one if it is time.
   *
   * @param {number} step later than that of any before
   * @param {Network} network
   */
  take(step, network) {
    if (step < this.next) return;
    this.#bytesEach = (PIXELS + DIGITS) * network.hiddenNodes * Float32Array.BYTES_PER_ELEMENT;
    this.#snapshots.push({ step, network: network.copy() });
    if (this.bytes > MOST_BYTES) this.#snapshots.splice(this.#leastNeeded(), 1)[0].network.free();
  }

  /**
   * The latest one at a step or before.
   *
   * @param {number} step
   * @returns {Snapshot | null}
   */
  at(step) {
    return this.#snapshots.findLast((snapshot) => snapshot.step <= step) ?? null;
  }

  clear() {
    for (const { network } of this.#snapshots.splice(0)) network.free();
  }

  /** The index of the one whose loss leaves the smallest gap, as a ratio of steps. */
  #leastNeeded() {
    let [best, smallest] = [1, Number.POSITIVE_INFINITY];
    for (let i = 1; i < this.#snapshots.length - 1; i++) {
      const gap = (this.#snapshots[i + 1].step + 1) / (this.#snapshots[i - 1].step + 1);
      if (gap < smallest) [best, smallest] = [i, gap];
    }
    return best;
  }
}
