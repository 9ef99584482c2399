import { createStore, entries, promisifyRequest } from 'idb-keyval';
import { PIXELS } from '../../shared/shape.js';
import { areStrokes, isLabel } from './files.js';

/** @typedef {import('./state.js').Kept} Kept */

/**
 * Where this browser keeps the records for the next visit. Calls reject if it refuses, or has no room.
 *
 * @typedef {object} CollectionStore
 * @property {() => Promise<Kept[]>} all
 * @property {(added: Kept[], removed: Kept[]) => Promise<void>} change all of it, or nothing
 */

/**
 * An IndexedDB database of our own: other pages of the same host share the browser's storage.
 *
 * @returns {CollectionStore}
 */
export function collectionStore() {
  const store = createStore('glassbox.collection', 'records');
  // Some browsers throw at once where they may store nothing.
  return {
    all: async () => (await entries(store)).flatMap(checked),
    // In one transaction: of a record that gets another label, nothing is lost if the browser ends.
    change: async (added, removed) =>
      store('readwrite', (records) => {
        for (const { id } of removed) records.delete(id);
        for (const { id, ...record } of added) records.put(record, id);
        return promisifyRequest(records.transaction);
      }),
  };
}

/** @param {[IDBValidKey, any]} entry may come from another page of the same host @returns {Kept[]} none, if it does */
function checked([id, value]) {
  const { label, from, strokes, pixels } = value ?? {};
  const isRecord =
    typeof id === 'number' &&
    isLabel(label) &&
    pixels instanceof Uint8Array &&
    pixels.length === PIXELS &&
    (strokes === null || areStrokes(strokes));
  return isRecord ? [{ id, label, from: String(from ?? ''), strokes, pixels: new Uint8Array(pixels) }] : [];
}
