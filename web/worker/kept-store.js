import { clear, createStore, delMany, getMany, keys, setMany } from 'idb-keyval';

/**
 * Where the browser keeps things for the next visit. All calls reject if it refuses, or has no room.
 *
 * @typedef {object} KeptStore
 * @property {() => Promise<boolean>} claim what is kept, until this worker ends; false: another tab has it
 * @property {() => Promise<string[]>} names of all that is there
 * @property {(names: string[]) => Promise<unknown[]>} get undefined for each that is not there
 * @property {(entries: [name: string, value: unknown][]) => Promise<void>} set all of them or none
 * @property {(names: string[]) => Promise<void>} remove
 * @property {() => Promise<void>} clear
 * @property {() => Promise<number>} room bytes that may be stored besides: half of what the browser has room for
 */

const NAME = 'glassbox.kept';

/** Milliseconds in which a tab that is being closed, or loaded again, lets go. */
const PATIENCE = 1000;

/**
 * An IndexedDB database of our own: other pages of the same host share the browser's storage.
 *
 * @returns {KeptStore}
 */
export function keptStore() {
  const store = createStore(NAME, 'entries');
  // Some browsers throw at once where they may store nothing.
  return {
    claim: () => claim(navigator.locks),
    names: async () => (await keys(store)).map(String),
    get: async (names) => getMany(names, store),
    set: async (entries) => setMany(entries, store),
    remove: async (names) => delMany(names, store),
    clear: async () => clear(store),
    room,
  };
}

/**
 * Claims what is kept for this tab. Browsers have no locks over plain HTTP, and refuse them where they may store
 * nothing: then each tab keeps its run, and the last one wins.
 *
 * @param {LockManager | undefined} locks
 * @returns {Promise<boolean>} false: another tab has it
 */
export async function claim(locks) {
  if (!locks) return true;
  for (;;) {
    if (await claimSoon(locks)) return true;
    // On a busy machine, the answer alone takes longer.
    const { held = [] } = await locks.query();
    if (held.some(({ name }) => name === NAME)) return false;
  }
}

async function room() {
  try {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    return (quota - usage) / 2;
  } catch {
    // Not said over plain HTTP.
    return Number.POSITIVE_INFINITY;
  }
}

/** @param {LockManager} locks @returns {Promise<boolean>} false: not within PATIENCE */
const claimSoon = (locks) =>
  new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      return new Promise(() => {});
    };
    locks
      .request(NAME, { signal: AbortSignal.timeout(PATIENCE) }, hold)
      .catch((error) => resolve(error.name !== 'TimeoutError'));
  });
