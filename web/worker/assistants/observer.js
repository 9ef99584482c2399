import { transfer } from 'comlink';

/** @typedef {{ correct: number, total: number, error: number }} Score error: mean over records and outputs of
 *    (target - output)^2 */

/** Scores networks on test records, and finds out what they imagine. It is sent copies of them (Network.pack()). */
export class Observer {
  #glassbox;
  #records;
  #network;

  /** @param {import('../../glassbox.js').Glassbox} glassbox */
  constructor(glassbox) {
    this.#glassbox = glassbox;
    this.#records = glassbox.records();
    this.#network = glassbox.network({ hiddenNodes: 1 });
  }

  /**
   * Takes the test records for all scores from now on.
   *
   * @param {Uint8Array} bytes one record or more, as Records.add() takes them
   */
  takeTestRecords(bytes) {
    this.#records.add('test', bytes);
    this.#records.end('test');
  }

  /** @param {Float32Array} packed a network @returns {Score} */
  score(packed) {
    this.#network.unpack(packed);
    const { correct, total, error } = this.#glassbox.evaluate(this.#network, this.#records);
    return { correct, total, error };
  }

  /**
   * @param {Float32Array} packed a network
   * @param {number} digit
   * @returns {Float32Array} the picture that network.imagine() finds
   */
  imagine(packed, digit) {
    this.#network.unpack(packed);
    const picture = this.#network.imagine(digit);
    return transfer(picture, [picture.buffer]);
  }
}
