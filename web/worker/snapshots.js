import { DIGITS, PIXELS } from '../glassbox.js';

/** @typedef {import('../glassbox.js').Network} Network */
/** @typedef {{ step: number, network: Network }} Snapshot a copy of the network at a step */

/** The limit for all snapshots together: a hundred with 200 hidden nodes each, or 25 with 800. */
const MOST_BYTES = 64e6;

/**
 * Copies of a run's network. Each answers exactly as the network did at its step.
 *
 * A network changes most at first, so each snapshot's step is a tenth larger than the last one's. When the limit is
 * reached, the snapshot whose loss leaves the smallest gap is dropped, but never the first or the latest.
 */
export class Snapshots {
  #snapshots;

  /** @param {Snapshot[]} [snapshots] to begin with, in the order of steps; owned from now on */
  constructor(snapshots = []) {
    this.#snapshots = snapshots;
  }

  get steps() {
    return this.#snapshots.map(({ step }) => step);
  }

  /** The size of their weights. */
  get bytes() {
    return this.#snapshots.length * this.bytesEach;
  }

  get bytesEach() {
    const hiddenNodes = this.#snapshots[0]?.network.hiddenNodes ?? 0;
    return (PIXELS + DIGITS) * hiddenNodes * Float32Array.BYTES_PER_ELEMENT;
  }

  /** The step of the next snapshot. */
  get next() {
    const last = this.#snapshots.at(-1);
    return last ? last.step + Math.max(1, Math.floor(last.step / 10)) : 0;
  }

  /**
   * Takes a snapshot if it is time.
   *
   * @param {number} step later than all earlier ones
   * @param {Network} network
   */
  take(step, network) {
    if (step < this.next) return;
    this.#snapshots.push({ step, network: network.copy() });
    if (this.bytes > MOST_BYTES) this.#snapshots.splice(leastNeeded(this.#snapshots), 1)[0].network.free();
  }

  /**
   * The latest snapshot at or before a step.
   *
   * @param {number} step
   * @returns {Snapshot | null}
   */
  at(step) {
    return this.#snapshots.findLast((snapshot) => snapshot.step <= step) ?? null;
  }

  /**
   * As many of them as fit.
   *
   * @param {number} mostBytes
   */
  fewer(mostBytes) {
    const most = Math.floor(mostBytes / this.bytesEach);
    if (most < 2) return [];
    const few = [...this.#snapshots];
    while (few.length > most) few.splice(leastNeeded(few), 1);
    return few;
  }

  clear() {
    for (const { network } of this.#snapshots.splice(0)) network.free();
  }
}

/**
 * The index of the snapshot whose loss leaves the smallest gap, as a ratio of steps.
 *
 * @param {Snapshot[]} snapshots
 */
function leastNeeded(snapshots) {
  let [best, smallest] = [1, Number.POSITIVE_INFINITY];
  for (let i = 1; i < snapshots.length - 1; i++) {
    const gap = (snapshots[i + 1].step + 1) / (snapshots[i - 1].step + 1);
    if (gap < smallest) [best, smallest] = [i, gap];
  }
  return best;
}
