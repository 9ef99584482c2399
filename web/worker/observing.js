import { transfer } from 'comlink';

/** @typedef {import('../glassbox.js').Network} Network */

/** Has networks observed by assistants, each as it is at that moment, so that training does not wait. */
export class Observing {
  #observers;
  #records;
  /** The version of the test records that the first observer has; -1: it has none. */
  #sentVersion = -1;

  /**
   * @param {import('./assistants/assistant.js').Assistant['observer'][]} observers one or more, of which the first
   *   scores
   * @param {import('../glassbox.js').Records} records
   */
  constructor(observers, records) {
    this.#observers = observers;
    this.#records = records;
  }

  /** How many observers there are. */
  get observers() {
    return this.#observers.length;
  }

  /**
   * Scores a network on the test records.
   *
   * @param {Network} network
   * @param {number} testSetVersion
   * @returns {Promise<import('./assistants/observer.js').Score>}
   */
  async score(network, testSetVersion) {
    // Calls are answered in order.
    const sent = this.#sentVersion === testSetVersion ? null : this.#sendRecords(testSetVersion);
    const score = this.#observers[0].score(packed(network));
    await sent;
    return score;
  }

  /**
   * @param {Network} network
   * @param {number} digit
   * @param {number} observer its number
   * @returns {Promise<Float32Array<ArrayBuffer>>} as network.imagine()
   */
  async imagine(network, digit, observer) {
    return /** @type {any} */ (this.#observers[observer].imagine(packed(network), digit));
  }

  /** @param {number} testSetVersion */
  #sendRecords(testSetVersion) {
    this.#sentVersion = testSetVersion;
    const records = this.#records.all('test');
    return this.#observers[0].takeTestRecords(transfer(records, [records.buffer]));
  }
}

/** @param {Network} network */
function packed(network) {
  const numbers = network.pack();
  return transfer(numbers, [numbers.buffer]);
}
