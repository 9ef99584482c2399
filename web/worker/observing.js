import { transfer } from 'comlink';

/** @typedef {import('../glassbox.js').Network} Network */

/** Has networks observed by an assistant, each as it is at that moment, so that training does not wait. */
export class Observing {
  #observer;
  #records;
  /** The version of the test records that the observer has. */
  #sentVersion = 0;

  /**
   * @param {import('./assistants/assistants.js').Assistants['observer']} observer
   * @param {import('../glassbox.js').Records} records
   */
  constructor(observer, records) {
    this.#observer = observer;
    this.#records = records;
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
    const score = this.#observer.score(packed(network));
    await sent;
    return score;
  }

  /**
   * @param {Network} network
   * @param {number} digit
   * @returns {Promise<Float32Array<ArrayBuffer>>} as network.imagine()
   */
  async imagine(network, digit) {
    return /** @type {any} */ (this.#observer.imagine(packed(network), digit));
  }

  /** @param {number} testSetVersion */
  #sendRecords(testSetVersion) {
    this.#sentVersion = testSetVersion;
    const records = this.#records.all('test');
    return this.#observer.takeTestRecords(transfer(records, [records.buffer]));
  }
}

/** @param {Network} network */
function packed(network) {
  const numbers = network.pack();
  return transfer(numbers, [numbers.buffer]);
}
