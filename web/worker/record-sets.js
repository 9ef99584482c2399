import { oddityOf } from './oddities.js';

/** @typedef {import('../glassbox.js').Kind} Kind */
/** @typedef {import('./messages.js').SetMessage} SetMessage */

/** The complete sets of records in use: tells the page which they are, and corrects them. */
export class RecordSets {
  #records;
  #bundled;
  #tell;
  #on;
  /** @type {Record<Kind, SetMessage | null>} */
  #sets = { train: null, test: null };
  #testSetVersion = 0;

  /**
   * @param {{ records: import('../glassbox.js').Records, bundled: import('../glassbox.js').Network | null }} parts
   *   bundled: a network that can read
   * @param {(message: SetMessage) => void} tell
   * @param {{ written: () => void, ended: (kind: Kind) => void }} on as the Loader's
   */
  constructor({ records, bundled }, tell, on) {
    this.#records = records;
    this.#bundled = bundled;
    this.#tell = tell;
    this.#on = on;
  }

  /** Is the same for the same test records, also on another visit; 0: there are none. */
  get testSetVersion() {
    return this.#testSetVersion;
  }

  /** Whether there is a test file of the visitor's own. */
  get hasOwnTest() {
    const { test } = this.#sets;
    return test?.own === true && !test.heldOut;
  }

  /**
   * A file has been loaded.
   *
   * @param {Kind[]} kinds the sets that came of it
   * @param {string} name
   * @param {boolean} own
   * @param {boolean} heldOut whether test records were held out of it
   */
  loaded(kinds, name, own, heldOut) {
    for (const each of kinds)
      this.#tellSet(each, { about: 'set', kind: each, name, own, heldOut, records: 0, oddity: null });
  }

  /**
   * Corrects a set, and with it the records held out of it.
   *
   * @param {Kind} kind
   * @param {import('../glassbox.js').Correction} correction that its oddity needs; any other is left: it comes from a
   *   second click, before the page knew that the first one had put it right
   * @returns {boolean} whether it was
   */
  correct(kind, correction) {
    if (this.#sets[kind]?.oddity?.correction !== correction) return false;
    const kinds = /** @type {Kind[]} */ (this.#isSplit ? ['test', 'train'] : [kind]);
    for (const each of kinds) this.#records.correct(each, correction);
    this.#on.written();
    for (const each of kinds) {
      this.#tellSet(each, /** @type {SetMessage} */ (this.#sets[each]));
      this.#on.ended(each);
    }
    return true;
  }

  /** Whether the test records were held out of the training records. */
  get #isSplit() {
    return Boolean(this.#sets.train?.heldOut && this.#sets.test?.heldOut);
  }

  /** @param {Kind} kind @param {SetMessage} set */
  #tellSet(kind, set) {
    const told = { ...set, records: this.#records.count(kind) };
    this.#sets[kind] = told;
    // Of a few records that were held out, all may have one label by chance.
    const from = this.#isSplit ? 'train' : kind;
    told.oddity = set.own ? oddityOf(this.#records, from, this.#bundled) : null;
    if (kind === 'test') this.#testSetVersion = this.#records.digest('test');
    this.#tell(told);
  }
}
