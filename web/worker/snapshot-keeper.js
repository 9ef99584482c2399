import { Snapshots } from './snapshots.js';

/** The limit for all snapshots of a run together. */
const MOST_BYTES = 24e6;
/** How many snapshots are written with a run: each is as large as the network, and training should not wait. */
const WHILE_TRAINING = 1;
const AT_ONCE = 8;

/** Keeps the snapshots of a run, each of them written once. */
export class SnapshotKeeper {
  #store;
  #glassbox;
  /** Those that are kept, with their names. @type {Map<import('./snapshots.js').Snapshot, string>} */
  #names = new Map();
  #mostBytes = MOST_BYTES;

  /**
   * @param {import('./kept-store.js').KeptStore | null} store
   * @param {import('../glassbox.js').Glassbox} glassbox
   */
  constructor(store, glassbox) {
    this.#store = store;
    this.#glassbox = glassbox;
  }

  /**
   * Chooses the snapshots that are kept with a run.
   *
   * @param {string} slot of the run
   * @param {Snapshots} snapshots
   * @param {boolean} active whether it goes on training
   * @returns {{ list: { step: number, name: string }[], bytes: number, entries: [string, unknown][], isAll: boolean }}
   *   entries: some that are not kept yet; isAll: whether no others are left
   */
  chosen(slot, snapshots, active) {
    const wanted = snapshots.fewer(this.#mostBytes);
    const missing = wanted.filter((snapshot) => !this.#names.has(snapshot));
    /** @type {[string, unknown][]} */
    const entries = [];
    for (const snapshot of missing.slice(active ? -WHILE_TRAINING : -AT_ONCE)) {
      const name = `${slot}/snapshot/${Date.now()}/${snapshot.step}`;
      this.#names.set(snapshot, name);
      entries.push([name, snapshot.network.weights]);
    }
    const list = wanted.flatMap((snapshot) => {
      const name = this.#names.get(snapshot);
      return name ? [{ step: snapshot.step, name }] : [];
    });
    this.#names = new Map([...this.#names].filter(([snapshot]) => wanted.includes(snapshot)));
    return { list, bytes: list.length * snapshots.bytesEach, entries, isAll: list.length === wanted.length };
  }

  /**
   * The snapshots of a kept run.
   *
   * @param {{ step: number, name: string }[]} list
   */
  async restored(list) {
    const all = (await this.#store?.get(list.map(({ name }) => name))) ?? [];
    this.#names.clear();
    const snapshots = [];
    for (const [i, { step, name }] of list.entries()) {
      const network = this.#networkWith(all[i]);
      if (!network) continue;
      const snapshot = { step, network };
      snapshots.push(snapshot);
      this.#names.set(snapshot, name);
    }
    return new Snapshots(snapshots);
  }

  /** @param {any} weights that were kept @returns {import('../glassbox.js').Network | null} null: they are damaged, or gone */
  #networkWith(weights) {
    const network = this.#glassbox.network({ hiddenNodes: 1 });
    try {
      network.setWeights(weights);
      return network;
    } catch {
      network.free();
      return null;
    }
  }

  /** There is no room for snapshots. */
  makeRoom() {
    this.#mostBytes = 0;
  }

  /** @param {string[]} [names] of those that are not kept after all, or no longer; default: all */
  forget(names = [...this.#names.values()]) {
    this.#names = new Map([...this.#names].filter(([, name]) => !names.includes(name)));
  }
}

/** @param {import('./kept-about.js').About | null} about a run */
export const snapshotNames = (about) => about?.snapshots.map(({ name }) => name) ?? [];
