/** Random numbers that a seed decides (the generator is mulberry32). */
export class Random {
  #state;

  /** @param {number} seed any whole number */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  uniform() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} low @param {number} high */
  between(low, high) {
    return low + (high - low) * this.uniform();
  }

  /**
   * Nearly normal: three uniform numbers added, so that it stays within three deviations and needs no
   * function that may differ between machines in its last bit.
   *
   * @param {number} deviation
   * @param {number} [mean]
   */
  normal(deviation, mean = 0) {
    return mean + deviation * 2 * (this.uniform() + this.uniform() + this.uniform() - 1.5);
  }

  /** @param {number} probability */
  chance(probability) {
    return this.uniform() < probability;
  }

  /**
   * One of the items, those of a higher weight more often.
   *
   * @template {{ weight?: number }} Item
   * @param {readonly Item[]} items default weight: 1
   * @returns {Item}
   */
  choose(items) {
    let rest = this.uniform() * items.reduce((sum, { weight = 1 }) => sum + weight, 0);
    for (const item of items) {
      rest -= item.weight ?? 1;
      if (rest < 0) return item;
    }
    return items[items.length - 1];
  }
}
