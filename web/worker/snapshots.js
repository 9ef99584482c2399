import { DIGITS, PIXELS } from '../glassbox.js';

/** @typedef {import('../glassbox.js').Network} Network */
/** @typedef {{ step: number, network: Network }} Snapshot the network as it was after so many steps */

/** Bytes that all snapshots may take: a hundred of 200 hidden nodes, 25 of 800. */
const MOST_BYTES = 64e6;

/**
 * Snapshots of a run's network: copies, so that they answer as it did then, to the bit.
 *
 * Most happens early, so they are taken at steps that grow by a tenth. Where there is no room for another,
 * the one that is missed least makes way; the first and the latest stay.
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

  /** The step at which the next one is due. */
  get next() {
    const last = this.#snapshots.at(-1);
    return last ? last.step + Math.max(1, Math.floor(last.step / 10)) : 0;
  }

  /**
   * Takes one if it is due.
   *
   * @param {number} step later than that of any before
   * @param {Network} network
   */
  take(step, network) {
    if (step < this.next) return;
    this.#bytesEach = (PIXELS + DIGITS) * network.hiddenNodes * Float32Array.BYTES_PER_ELEMENT;
    this.#snapshots.push({ step, network: network.copy() });
    if (this.bytes > MOST_BYTES) this.#snapshots.splice(this.#leastMissed(), 1)[0].network.free();
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

  /** The index of the one that leaves the smallest gap, as a ratio of steps. */
  #leastMissed() {
    let [best, smallest] = [1, Number.POSITIVE_INFINITY];
    for (let i = 1; i < this.#snapshots.length - 1; i++) {
      const gap = (this.#snapshots[i + 1].step + 1) / (this.#snapshots[i - 1].step + 1);
      if (gap < smallest) [best, smallest] = [i, gap];
    }
    return best;
  }
}
